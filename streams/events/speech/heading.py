"""Heading: countries before a colon are the accused of a rights report: `Russia/Syria: New Attacks on Clinics`.

Sentence -> **headings** -> claims. One country alone speaks, as in any headline, unless its deed is called a crime;
countries that are asked for something (`US, Russia: Investigate ...`) or agree on it did nothing.
"""

from collections.abc import Iterator

from streams.events.model import Role
from streams.events.sentence import COLON, HARD, Item, Sentence
from streams.events.speech.report import Report
from streams.lexicon import Lexicon

PASSING = ("after", "before")  # slots of what is only in passing: truce after attacks


def headings(sentence: Sentence, lexicon: Lexicon) -> Iterator[Report]:
    """The accusations of *sentence*, each up to where its heading ends."""
    marks, lists = sentence.marks, sentence.actions.lists
    for colon in [i for i, mark in enumerate(marks) if mark == COLON] if COLON in marks else ():
        start = next((i for i in range(colon - 1, 0, -1) if marks[i] >= HARD), 0)
        label = [one for one in sentence.items if start <= one.first < colon]
        if not label or not all(_is_country(one, lexicon) for one in label):
            continue
        held = {i for one in label for i in range(one.first, one.last + 1)}
        if not all(i in held or sentence.has(i, "joiner") for i in range(start, colon)):
            continue
        stop = next((i for i in range(colon + 1, len(sentence)) if marks[i] >= HARD), len(sentence))
        words = sentence.words[colon:stop]
        is_crime = not lists["crime"].isdisjoint(words)
        if words[0] in lists["asked"] or not lists["no_deed"].isdisjoint(words) or (len(label) < 2 and not is_crime):
            continue
        stop = next((i for i in range(colon, stop) if sentence.slot(i) in PASSING), stop)
        yield Report(kind="heading", at=-1, start=colon, stop=stop, accused=tuple(map(_role, label)))


def _is_country(item: Item, lexicon: Lexicon) -> bool:
    if item.actor is not None:
        return lexicon.actor_kind(item.actor.id) == "state"
    return item.place is not None and "." not in item.place.id and lexicon.has("actor", item.place.id)


def _role(item: Item) -> Role:
    found = item.actor or item.place
    return Role(id=found.id if found else "", span=item.span, basis="stated")
