"""Roles: who did it to whom: actors, recipients, targets and origins of a draft, each with how it is known.

parties                   who is who: a state strikes with its forces, an outlet bombs nobody
heads, nouns              event nouns: Russian raids, قصف النظام, carried out strikes
arabic, european          verbs, by the word order of the language
subjects                what the one before the verb is to it: actor, victim, another event
slots, objects            what stands to the right: target, weapon, origin; the object that a trigger asks for
references, victims       what is told elsewhere: the accused, the cause of the dead
support, nearby           whom air cover helps; the only one who may have done it
nations, fighters         the Russians, Russian fighters, warplanes (Russian): names by the words around them
predicates, afterthought  the raids were Russian; ..., probably Russian
massacres, announced      a Russian massacre; who tells of his enemies dead in a strike struck
bases, circling, downed   planes from a base; jets of the sentence before; planes that crash strike nobody
identity, blame           at the end of the article: `the planes were Russian`; an accusation without its deed
teller, telling, seen       what tells it: were Russian, took off from, hallmarks; whose plane was over the town
"""
