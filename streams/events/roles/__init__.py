"""Roles: who did it to whom: actors, recipients, targets and origins of a draft, each with how it is known.

parties                   who is who: a state strikes with its forces, an outlet bombs nobody
heads, nouns              event nouns: Russian raids, قصف النظام, carried out strikes
arabic, european          verbs, by the word order of the language
subjects                what the one before the verb is to it: actor, victim, another event
slots, objects            what stands to the right: target, weapon, origin; the object that a trigger asks for
references, victims       what is told elsewhere: the accused, the cause of the dead
support, nearby           whom air cover helps; the only one who may have done it
nations                   the Russians: a name that is an adjective alone
identity, blame           at the end of the article: `the planes were Russian`; an accusation without its deed
"""
