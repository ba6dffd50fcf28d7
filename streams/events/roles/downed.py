"""Downed: planes that crash or are shot down strike nobody, though somebody dies of it: `Russian plane crash kills 32`.

Sentence, name of planes -> **is_downed** -> support, nearby.
"""

from streams.events.sentence import Item, Sentence

BEFORE, AFTER = 3, 6  # words around the planes that tell what befell them


def is_downed(sentence: Sentence, item: Item) -> bool:
    """What stands right beside *item*, up to the next verb, says that they fell, or that the name is of their crew."""
    lists, words, nxt = sentence.actions.lists, sentence.words, item.last + 1
    if nxt < len(words) and not sentence.marks[nxt] and words[nxt] in lists["of_planes"]:
        return True
    for i in range(item.first - 1, max(item.first - 1 - BEFORE, -1), -1):
        if sentence.marks[i + 1]:
            break
        if words[i] in lists["downed"]:
            return True
    stop = next((one.first for one in sentence.triggers if one.first > item.last), len(words))
    stop = next((i for i in range(nxt, stop) if sentence.marks[i]), stop)
    return not lists["downed"].isdisjoint(words[nxt : min(stop, nxt + AFTER)])
