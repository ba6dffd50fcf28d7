"""Platforms: from where an event was told to come, by the words around its trigger."""

from streams.events.sentence import Item, Sentence

PLATFORMS = ("air", "sea", "land")


def platform_near(sentence: Sentence, item: Item) -> str | None:
    """From the air, sea or land, as the words around *item* say."""
    if sentence.places_of.keys().isdisjoint(PLATFORMS):
        return None
    for i in (
        *range(item.first, min(item.last + 4, len(sentence))),
        *range(item.first - 1, max(item.first - 4, -1), -1),
    ):
        for name in PLATFORMS:
            if name in sentence.cues[i]:
                return name
    return None
