"""Bases: who alone flies from a base flew what took off there: `planes from Hmeimim`.

Sentence, place -> **flies_from**, **base_before** -> references, heads.
"""

from streams.events.sentence import Item, Sentence
from streams.lexicon import Lexicon


def flies_from(sentence: Sentence, base: Item) -> bool:
    """Planes stand before `from` and *base*."""
    at = next((i for i in range(base.first - 1, max(base.first - 3, 0), -1) if sentence.slot(i) == "from"), 0)
    return at > 0 and (sentence.has(at - 1, "air") or sentence.has(at - 1, "arms"))


def base_before(sentence: Sentence, stop: int, lexicon: Lexicon) -> tuple[Item, str] | None:
    """The base that the planes before word *stop* are from, and whose it is."""
    for one in sentence.items:
        row = lexicon.places.get(one.place.id) if one.place and one.last < stop else None
        if row is not None and row.base_of and flies_from(sentence, one):
            return one, row.base_of
    return None
