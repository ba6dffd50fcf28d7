"""Numbers: how many, from digits, words, duals and vague classes beside a trigger."""

from streams.events.sentence import Item, Sentence

MAX_QUANTITY = 100_000


def quantity_of(sentence: Sentence, trigger: Item, stop: int, start: int) -> tuple[int | None, str | None]:
    """The number of the event at *trigger* and its vague class: the first after it before *stop*, else the last before it
    from *start* on. A number with a unit (days, km), of a name or of a year is none.
    """
    for i in (
        *range(trigger.first, min(stop, len(sentence))),
        *range(trigger.first - 1, max(start, trigger.first - 9) - 1, -1),
    ):
        owner = sentence.owner[i]
        if owner is not None and owner.place is not None:
            continue
        cues = sentence.cues[i]
        if sentence.has(i + 1, "unit"):
            continue
        if "number" in cues:
            return int(cues["number"][0]), None
        if "tens" in cues:
            return None, cues["tens"][0]
        word = sentence.words[i]
        if word.isdigit() and len(word) < 6 and not 1900 <= int(word) <= 2100:
            if owner is not None and owner.weapon is not None:
                continue
            return _with_thousands(sentence, i, int(word)), None
    return None, None


def _with_thousands(sentence: Sentence, at: int, number: int) -> int:
    """3,000 is written as two words."""
    following = sentence.words[at + 1] if at + 1 < len(sentence) else ""
    if len(following) == 3 and following.isdigit() and sentence.marks[at + 1] == 1 and number < 1000:
        number = number * 1000 + int(following)
    return min(number, MAX_QUANTITY)
