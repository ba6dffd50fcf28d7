"""Predicates: whose they were is said of strikes in English: `the strikes were Russian`, `all Russian`, `Russia flew`.

Sentence, draft of a noun -> **predicate** -> heads.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import SOFT, Item, Sentence

REACH, FAR = 8, 16  # words from the strikes to `were`; of the 31 strikes, 27 were
NEAR = 6  # words from the strikes to the relative
OPEN = frozenset(("hedge", "adjective", "superlative"))
ALL = frozenset({"all", "both", "most", "mostly", "them", "of", "one", "each"})


def predicate(sentence: Sentence, draft: Draft, parties: Parties) -> list[Role]:
    """Those whom the words after the strikes name as theirs."""
    if draft.trigger.language != "en" or draft.type != "strike":
        return []
    at = _was(sentence, draft.item) or _apposed(sentence, draft.item)
    noun = parties.nouns.force_noun("air" if draft.platform == "air" else None)
    if at and noun:
        owner, span = sentence.actions.words["en"].nisba[sentence.words[at]], (sentence.starts[at], sentence.end(at))
        return [Role(id=parties.lexicon.actor_id(owner, noun), span=span, basis="adjective")]
    one = _flew(sentence, draft.item)
    if one is None or not parties.may_act(one, draft):
        return []
    draft.arguments.found = [arg for arg in draft.arguments.found if arg.item is not one]
    return [parties.role(one, "light_verb", draft)]


def _was(sentence: Sentence, item: Item) -> int:
    """`the strikes on the town were Russian`, `the raid, which X said was Russian`: that is all that is said."""
    words, last, part = sentence.words, item.last, _is_whole(sentence, item)
    is_relative = sentence.has_in(last + 1, last + NEAR, "relative")
    reach, strongest = (FAR if part else REACH), (SOFT if part or is_relative else 0)
    for i in sentence.places_of.get("be", ()):
        at = i + 1
        while at < len(words) - 1 and not OPEN.isdisjoint(sentence.cues[at]):
            at += 1
        is_near = last < i < last + reach and at < len(words)
        if not is_near or not _closes(sentence, at) or (part and not _counts(sentence, i - 1)):
            continue
        if not any(mark > strongest for mark in sentence.marks[last + 1 : at + 1]):
            return at
    return 0


def _apposed(sentence: Sentence, item: Item) -> int:
    """`five strikes, all Russian, hit the town`."""
    for at in range(item.last + 1, min(item.last + NEAR, len(sentence))):
        if at > item.last + 1 and sentence.marks[at]:
            return 0
        if _closes(sentence, at):
            return at if at > item.last + 1 and sentence.marks[item.last + 1] == SOFT else 0
        if sentence.words[at] not in ALL and not sentence.has(at, "hedge"):
            return 0
    return 0


def _flew(sentence: Sentence, item: Item) -> Item | None:
    """`a raid that the town said Russia had flown`: who stands before the light verb that ends the relative."""
    for i in sentence.places_of.get("light", ()):
        nxt = i + sentence.cues[i]["light"][1]
        closes = nxt >= len(sentence) or sentence.marks[nxt] or sentence.slot(nxt) in ("on", "in")
        if not closes or not sentence.has_in(item.last + 1, min(item.last + REACH, i), "relative"):
            continue
        at = i - 1
        while at > item.last and (sentence.has(at, "have") or sentence.has(at, "hedge")):
            at -= 1
        there = sentence.owner[at]
        between = (one for one in sentence.triggers if item.last < one.first < i)
        if there and there.actor and there.is_name and there.first > item.last and next(between, None) is None:
            return there
    return None


def _closes(sentence: Sentence, at: int) -> bool:
    """A nationality stands at word *at*, and a mark or nothing after it."""
    is_last = at + 1 >= len(sentence) or sentence.marks[at + 1] > 0
    return is_last and sentence.words[at] in sentence.actions.words["en"].nisba


def _counts(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].isdigit() or sentence.has(at, "number") or sentence.words[at] == "most"


def _is_whole(sentence: Sentence, item: Item) -> bool:
    """`Of the 31 air raids`: they are told of by parts."""
    i = item.first - 1
    while i >= 0 and (sentence.words[i].isdigit() or not {"adjective", "number", "tens"}.isdisjoint(sentence.cues[i])):
        i -= 1
    i -= i >= 0 and sentence.words[i] == "the"
    return i >= 0 and sentence.words[i] == "of" and (i == 0 or sentence.marks[i] > 0)
