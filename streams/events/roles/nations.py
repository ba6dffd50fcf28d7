"""Nations: a nationality that stands alone for those who fight: قصف الروس, من قبل الروس, their Russian allies.

Sentence -> **put_allies**, **put_nations** -> clauses. After a noun it is its adjective; it is a name only where no
noun can be, or where the noun is short for planes (حربي روسي).
"""

from streams.events.roles.parties import Parties
from streams.events.sentence import COLON, Item, Sentence
from streams.lexicon.words import Words
from streams.text.findings import Found
from streams.text.fold import fold_term

_AL, _AND = fold_term("ال"), fold_term("و")
_FEMININE = (fold_term("ة"), fold_term("ات"))
_HEADS = ("that", "say", "clause")
_VERBS = ("light", "did", "be", "undergo")
_THEY = frozenset(fold_term(word) for word in ("هم", "هو"))


def put_allies(sentence: Sentence, language: str, parties: Parties) -> None:
    """Let `their Russian allies` be a name."""
    allies = tuple(sentence.places_of.get("ally", ()))
    if not allies:
        return
    nisba = parties.actions.words[language].nisba
    noun = parties.nouns.force_noun(None)
    for at in allies:
        cue = sentence.cues[at].get("ally") if at else None
        owner = nisba.get(sentence.words[at - 1])
        if cue and cue[0] == "noun" and owner and noun and not sentence.owner[at] and not sentence.owner[at - 1]:
            span = (sentence.starts[at - 1], sentence.end(at))
            id_ = parties.lexicon.actor_id(owner, noun)
            sentence.put(Item(at - 1, at, span, "", actor=Found("actor", id_, span, owner.actor)))
            sentence.items.sort(key=lambda item: item.first)


def put_nations(sentence: Sentence, parties: Parties) -> None:
    """Let `the Russians` be a name before or after a verb, and after `by`."""
    words, noun = parties.actions.words["ar"], parties.nouns.force_noun(None)
    if words.national.isdisjoint(sentence.words):
        return
    found = {i: word.removeprefix(_AND) for i, word in enumerate(sentence.words) if word in words.national}
    _put_craft(sentence, parties, [i for i, word in found.items() if word == sentence.words[i]])
    put = False
    for at, word in found.items():
        if noun is None or not word.startswith(_AL) or sentence.owner[at] or word.endswith(_FEMININE):
            continue
        joined = len(word) < len(sentence.words[at])
        if not (_is_joined(sentence, at, words) if joined else _stands_alone(sentence, at)):
            continue
        owner = words.nisba[word]
        span = (sentence.end(at) - len(word), sentence.end(at))
        id_ = parties.lexicon.actor_id(owner, noun)
        sentence.put(Item(at, at, span, _AND if joined else "", actor=Found("actor", id_, span, owner.actor)))
        put = True
    if put:
        sentence.items.sort(key=lambda item: item.first)


def _put_craft(sentence: Sentence, parties: Parties, nationalities: list[int]) -> None:
    """Let `حربي روسي` at the head of a line or of a clause be planes, and `روسي:` at the head of a message."""
    nisba, noun = parties.actions.words["ar"].nisba, parties.nouns.force_noun("air")
    words, put = sentence.words, False
    if noun is None:
        return
    for at in nationalities:
        if sentence.owner[at]:
            continue
        nxt = at + 1
        is_label = not at and nxt < len(words) and sentence.marks[nxt] == COLON
        first = at - 1 if at and words[at - 1] in sentence.actions.lists["craft"] and not sentence.marks[at] else at
        if (first < at and not sentence.owner[first] and _is_head(sentence, first)) or is_label:
            span = (sentence.starts[first], sentence.end(at))
            owner = nisba[words[at]]
            id_ = parties.lexicon.actor_id(owner, noun)
            actor = Found("actor", id_, span, owner.actor, noun.platform)
            sentence.put(Item(first, at, span, "", actor=actor))
            put = True
    if put:
        sentence.items.sort(key=lambda item: item.first)


def _is_head(sentence: Sentence, at: int) -> bool:
    """No noun that it would be the adjective of stands before word *at*."""
    before = at - 1
    if not at or sentence.marks[at] or _is_verb(sentence, before) or sentence.slot(before):
        return True
    return any(sentence.has(before, kind) for kind in _HEADS)


def _is_joined(sentence: Sentence, at: int, words: Words) -> bool:
    """النظام والروس: to the name of another one, that no noun stands before."""
    before = at - 1
    if not at or sentence.marks[at]:
        return False
    there = sentence.owner[before]
    if there is None:
        return sentence.words[before].removeprefix(_AND) in words.by_first
    return there.actor is not None and there.first == there.last and there.actor.platform is None


def _stands_alone(sentence: Sentence, at: int) -> bool:
    before = at - 1
    if at and not sentence.marks[at]:
        if sentence.slot(before) == "by" or sentence.slot(before - 1) == "by" or _is_verb(sentence, before):
            return True
        if not any(sentence.has(before, kind) for kind in _HEADS):
            return False
    nxt = at + 1
    return nxt < len(sentence) and (_is_verb(sentence, nxt) or sentence.words[nxt] in _THEY)


def _is_verb(sentence: Sentence, at: int) -> bool:
    there = sentence.owner[at]
    if there is not None:
        return any(sense.tense != "noun" for sense in there.senses)
    return any(sentence.has(at, kind) for kind in _VERBS)
