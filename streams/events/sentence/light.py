"""Light: the verb that carries an event noun and says little itself: carried out strikes, شنت غارات, تمكنت من دخول.

Sentence, trigger noun -> **light_verb**, **is_executed** -> clauses, roles, stances, needs.
"""

from streams.events.sentence.clause import may_be_verb
from streams.events.sentence.item import Item
from streams.events.sentence.page import HARD, SOFT
from streams.events.sentence.sentence import Sentence
from streams.text.fold import fold_term

_AL = fold_term("ال")
LIGHT = ("light", "managed")
MAX_LIGHT = 12
EXECUTED = 4  # words from it to the raid that is executed
STOPS_LIGHT = ("by", "on", "from")
GOVERNING = ("in", "on", "from", "for", "to")
ENDS_LIGHT = frozenset(("that", "relative", "clause", "say", "accuse"))


def light_verb(sentence: Sentence, trigger: Item) -> tuple[int, int] | None:
    """The light verb whose object the noun *trigger* is: its word and its length; None if there is none.

    It may hang on `managed to` by a preposition: تمكنت من دخول.
    """
    if trigger.first not in sentence.lights:
        sentence.lights[trigger.first] = _light_verb(sentence, trigger)
    return sentence.lights[trigger.first]


def _light_verb(sentence: Sentence, trigger: Item) -> tuple[int, int] | None:
    first = trigger.first
    if sentence.places_of.keys().isdisjoint(LIGHT):
        return None
    if first > MAX_LIGHT and sentence.marks[first] == SOFT and (cue := sentence.cues[0].get("light")):
        return 0, cue[1]  # نفذت ست قاذفات، أقلعت من كذا وعبرت كذا، ضربة
    if not any(sentence.has_in(first - MAX_LIGHT, first, kind) for kind in LIGHT):
        return None
    hangs = trigger.first > 0 and sentence.slot(trigger.first - 1) in STOPS_LIGHT
    if (
        sentence.words[first].startswith(_AL)
        and first
        and sentence.owner[first - 1] is None
        and not sentence.cues[first - 1]
    ):
        return None  # لمتضرري القصف: another noun's
    for i in range(trigger.first - 1 - hangs, max(trigger.first - MAX_LIGHT, -1), -1):
        cues = sentence.cues[i]
        verb = cues.get("managed") or (None if hangs else cues.get("light"))
        if verb and not _is_governed_noun(sentence, i, trigger):
            return i, verb[1]
        there = sentence.owner[i]
        is_verb = there is not None and not there.is_name and may_be_verb(there)
        is_slot = "slot" in cues and "since" not in cues and not _is_number(sentence, i + 1)  # flew over 60 sorties
        slot = cues["slot"][0] if is_slot else None
        if is_verb or sentence.marks[i + 1] >= HARD or slot in STOPS_LIGHT or not ENDS_LIGHT.isdisjoint(cues):
            return None
    return None


def _is_number(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].isdigit() or not {"number", "tens"}.isdisjoint(sentence.cues[at])


def _is_governed_noun(sentence: Sentence, at: int, trigger: Item) -> bool:
    """عن وجه الأرض: what an Arabic preposition governs is a noun, though a light verb is written alike."""
    slot = sentence.cues[at - 1].get("slot") if at and trigger.senses[0].trigger.language == "ar" else None
    return slot is not None and slot[0] in GOVERNING and slot[1] == 1


def is_executed(sentence: Sentence, item: Item) -> bool:
    """Raids *executed* by jets, jets *executed* 16 raids: the light verb, and nobody dies."""
    if not sentence.has(item.first, "light") or any(sense.trigger.type != "casualties" for sense in item.senses):
        return False
    near = range(item.first - EXECUTED, item.first + EXECUTED + 1)
    return any(one.first in near and one is not item for one in sentence.triggers if not one.actor)
