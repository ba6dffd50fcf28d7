"""Numbers: how many, from digits, words, duals and vague classes beside a trigger."""

from collections.abc import Iterable, Iterator

from streams.events.sentence import Item, Sentence

MAX_QUANTITY = 100_000
THREE = 3  # digits of a group
THOUSAND = 1000
COUNTS = ("number", "tens")
BESIDE = 4  # words in which a number before a trigger is its own

Quantity = tuple[int | None, str | None]
NOTHING: Quantity = (None, None)


def quantity_of(
    sentence: Sentence, trigger: Item, stop: int, start: int, *, is_object: bool, is_counted: bool
) -> Quantity:
    """The number of the event at *trigger* and its vague class. *is_object*: those counted come after it (kills ten);
    *is_counted*: it counts what its clause names, not itself (ten raids).

    A number with a unit (days, km), of a name or of a year is none, nor one of the next trigger (killed in 3 raids).
    """
    after = range(trigger.last + 1, min(stop, len(sentence)))
    before = range(trigger.first - 1, max(start, trigger.first - 9) - 1, -1)
    own = _first(sentence, range(trigger.first, trigger.last + 1))
    if own != NOTHING:
        return own
    if not is_counted:
        return _first(sentence, _run_before(sentence, trigger.first, max(start, trigger.first - BESIDE)))
    if is_object:
        return _or(_first(sentence, after), _first(sentence, before))
    return _or(_first(sentence, before), _first(sentence, after))


def _run_before(sentence: Sentence, at: int, start: int) -> Iterator[int]:
    """The words before *at* that may stand between a number and what it counts."""
    for i in range(at - 1, start - 1, -1):
        owner = sentence.owner[i]
        if (owner is not None and not owner.is_name) or sentence.slot(i) not in (None, "of", "none"):
            return
        yield i


def _or(one: Quantity, other: Quantity) -> Quantity:
    return one if one != NOTHING else other


def _first(sentence: Sentence, words: Iterable[int]) -> Quantity:
    if not sentence.digits and sentence.places_of.keys().isdisjoint(COUNTS):
        return NOTHING
    for i in words:
        cues, word = sentence.cues[i], sentence.words[i]
        if not ("number" in cues or "tens" in cues or word.isdigit()):
            continue
        if _is_named(sentence, i) or sentence.has(i + 1, "unit") or _is_of_next(sentence, i):
            continue
        if "number" in cues:
            return int(cues["number"][0]) * (THOUSAND if sentence.has(i + 1, "thousand") else 1), None
        if "tens" in cues:
            return None, cues["tens"][0]
        if len(word) < 6 and not 1900 <= int(word) <= 2100:
            if sentence.has(i + 1, "thousand"):
                return min(int(word) * THOUSAND, MAX_QUANTITY), None
            return _with_thousands(sentence, i, int(word)), None
    return NOTHING


def _is_named(sentence: Sentence, at: int) -> bool:
    """The number is part of a place's name (Brigade 137) or an arm's (S-300)."""
    owner = sentence.owner[at]
    if owner is None:
        return False
    is_arm = owner.weapon is not None and owner.actor is None and "number" not in sentence.cues[at]
    return owner.place is not None or is_arm


def _is_of_next(sentence: Sentence, at: int) -> bool:
    """The number counts the trigger noun right after it: *three* air raids."""
    for i in (at + 1, at + 2):
        there = sentence.owner[i] if i < len(sentence) else None
        if there is not None:
            return (
                there.first == i
                and not there.is_name
                and any(s.tense == "noun" for s in there.senses)
                and (i > 1 and sentence.has_in(at - 1, at, "slot"))
            )
    return False


def _with_thousands(sentence: Sentence, at: int, number: int) -> int:
    """3,000 is written as two words."""
    if len(sentence.words[at]) == THREE and at and sentence.marks[at] == 1:
        before = sentence.words[at - 1]
        if before.isdigit() and len(before) <= THREE:
            return min(int(before) * 1000 + number, MAX_QUANTITY)
    following = sentence.words[at + 1] if at + 1 < len(sentence) else ""
    if len(following) == 3 and following.isdigit() and sentence.marks[at + 1] == 1 and number < 1000:
        number = number * 1000 + int(following)
    return min(number, MAX_QUANTITY)
