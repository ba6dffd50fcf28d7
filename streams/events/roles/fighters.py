"""Fighters: Russian fighters are planes where they do what only planes do, else men.

Sentence -> **put_fighters**, **put_bracketed**, **put_believed** -> clauses.
"""

from streams.events.roles.parties import Parties
from streams.events.sentence import SOFT, Item, Sentence
from streams.text.findings import Found

SUBJECTS = ("light", "did", "have", "now", "relative")  # after fighters that do something
BRACKETS = frozenset("([")
TAKES_OFF = 5  # words in which they are told to have taken off
HOLDS = frozenset({"believe", "believed", "think", "thought", "say", "said", "suspect", "suspected", "identified"})
MAX_HOLDER, MAX_HELD = 4, 4  # words from planes to who holds it, from there to whose they are
TO_BE = frozenset({"to", "be", "have", "been", "are", "were", "was", "is", "as", "probably", "likely", "all"})


def put_fighters(sentence: Sentence, parties: Parties) -> None:
    """Let `Russian fighters` be planes where they fly: raids executed by them, fighters that took off and bombed."""
    words, noun = sentence.words, parties.nouns.force_noun("air")
    fighters = sentence.actions.lists["fighters"]
    if noun is None or fighters.isdisjoint(words):
        return
    nisba = parties.actions.words["en"].nisba
    for at in range(1, len(words)):
        first = last = at - 1
        if words[at] not in fighters or sentence.owner[at] or words[last] not in nisba or sentence.marks[at]:
            continue
        if first > 1 and sentence.has(first - 1, "joiner") and words[first - 2] in nisba:
            first -= 2  # Syrian and Russian fighters
        if any(sentence.owner[first : at + 1]) or not _fly(sentence, first, at):
            continue
        for i in sorted({first, last}):
            span = (sentence.starts[i], sentence.end(at if i == last else i))
            owner = nisba[words[i]]
            found = Found("actor", parties.lexicon.actor_id(owner, noun), span, owner.actor)
            sentence.put(Item(i, at if i == last else i, span, "", actor=found))
    sentence.items.sort(key=lambda item: item.first)


def put_bracketed(sentence: Sentence, parties: Parties) -> None:
    """Let `warplanes (Russian)`, `planes, Russian according to residents` be a name."""
    noun, nisba = parties.nouns.force_noun("air"), parties.actions.words["en"].nisba
    for at in sentence.places_of.get("air", ()):
        nxt = at + 1
        if noun is None or nxt >= len(sentence) or sentence.words[nxt] not in nisba or not sentence.has(at, "arms"):
            continue
        is_aside = sentence.marks[nxt] == SOFT and sentence.has(nxt + 1, "accord")
        is_bracketed = is_aside or not BRACKETS.isdisjoint(sentence.page.gap(sentence.starts[nxt]))
        if sentence.owner[at] or sentence.owner[nxt] or not is_bracketed:
            continue
        owner, span = nisba[sentence.words[nxt]], (sentence.starts[at], sentence.end(nxt))
        found = Found("actor", parties.lexicon.actor_id(owner, noun), span, owner.actor)
        sentence.put(Item(at, nxt, span, "", actor=found))
        sentence.items.sort(key=lambda item: item.first)


def put_believed(sentence: Sentence, parties: Parties) -> None:
    """Let `warplanes we believe to be Russian`, `jets, which residents said were Russian` be a name."""
    words, noun = sentence.words, parties.nouns.force_noun("air")
    if noun is None or "arms" not in sentence.places_of or HOLDS.isdisjoint(words):
        return
    english = parties.actions.words["en"]
    for at in sentence.places_of.get("air", ()):
        if sentence.owner[at] or not sentence.has(at, "arms"):
            continue
        held = next((i for i in range(at + 2, min(at + 2 + MAX_HOLDER, len(words))) if words[i] in HOLDS), len(words))
        last = held + 1
        while last < len(words) and last <= held + MAX_HELD and words[last] in TO_BE:
            last += 1
        owner = english.nisba.get(words[last]) if held + 1 < last < len(words) else None
        is_made = last + 1 < len(words) and words[last + 1] in english.made
        if owner is None or is_made or any(sentence.owner[at : last + 1]) or any(sentence.marks[at + 2 : last + 1]):
            continue
        span = (sentence.starts[at], sentence.end(last))
        found = Found("actor", parties.lexicon.actor_id(owner, noun), span, owner.actor, noun.platform)
        sentence.put(Item(at, last, span, "", actor=found))
        sentence.items.sort(key=lambda item: item.first)


def _fly(sentence: Sentence, first: int, at: int) -> bool:
    """The fighters at words [first, at] are who a raid is by, or the subject of the first thing told after them, of the
    air.
    """
    before = first - 1
    while before > 0 and (sentence.has(before, "adjective") or sentence.has(before, "number")):
        before -= 1
    if before >= 0 and sentence.slot(before) == "by":
        return any(item.first < before and _is_of_air(sentence, item) for item in sentence.triggers)
    told = (item for item in sentence.triggers if item.first > at and not sentence.has(item.first, "light"))
    nxt = next(told, None)
    stop = nxt.first if nxt else len(sentence)
    if sentence.has_in(at + 1, min(stop, at + TAKES_OFF), "took_off"):
        return True
    if (
        nxt is None
        or sentence.has_in(at, stop, "support")
        or not _is_of_air(sentence, nxt)
        or _is_done_to(sentence, nxt)
    ):
        return False
    is_verb = any(sentence.has(at + 1, kind) for kind in SUBJECTS) or sentence.slot(at + 1) == "none"  # on Sunday
    return is_verb or stop == at + 1


def _is_of_air(sentence: Sentence, item: Item) -> bool:
    """Planes alone do it: air raids, bombed."""
    senses = item.senses
    if any(sense.trigger.type != "strike" for sense in senses):
        return False
    is_plain = sentence.words[item.last] in sentence.actions.lists["of_air"]
    return is_plain or any(sense.trigger.platform == "air" for sense in senses)


def _is_done_to(sentence: Sentence, item: Item) -> bool:
    """Hit *in*, struck *by*."""
    return item.last + 1 < len(sentence) and sentence.slot(item.last + 1) in ("in", "by")
