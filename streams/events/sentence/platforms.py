"""Platforms: from where an event was told to come, by the words around its trigger."""

from streams.events.sentence import Item, Sentence

PLATFORMS = ("air", "sea", "land")


def platform_near(sentence: Sentence, item: Item) -> str | None:
    """From the air, sea or land, as the words around *item* say."""
    if sentence.places_of.keys().isdisjoint(PLATFORMS):
        return None
    after = range(item.first, min(item.last + 4, len(sentence)))
    before = range(item.first - 1, max(item.first - 4, -1), -1)
    for i in (*after, *before):
        if cues := sentence.cues[i]:
            for name in PLATFORMS:
                if name in cues:
                    return name
    return None
