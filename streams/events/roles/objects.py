"""Objects: a trigger that is one only with its object (broke + siege, fired + missiles): whether it is there."""

from streams.events.actions import Sense, Trigger
from streams.events.draft import Draft
from streams.events.roles.parties import Parties
from streams.events.sentence import HARD, Item, Sentence
from streams.events.sentence.arguments import go_on

REACH = {"ar": 9}  # words after the trigger; Arabic puts the subject between
MAX_REACH, BEFORE = 6, 6


class Objects:
    """Looks for the objects of triggers."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def take(self, sentence: Sentence, draft: Draft) -> None:
        """If the object is a trigger too (the siege), what follows it belongs to *draft*."""
        event = draft.arguments.event
        if event and event.item.first <= draft.item.last + MAX_REACH and self._is_object(draft, sentence, event.item):
            draft.object_at = event.item.first
            go_on(draft.arguments, sentence)

    def is_there(self, sentence: Sentence, item: Item, sense: Sense) -> bool:
        """The object stands after the trigger, or before a verb; the siege, in Arabic, before none: مما يرفع العدد."""
        trigger = sense.trigger
        if self._follows(sentence, item.last + 1, trigger):
            return True
        if sense.tense == "noun" or (trigger.language == "ar" and trigger.type.startswith("siege")):
            return False
        return self._precedes(sentence, item.first, trigger)

    def _follows(self, sentence: Sentence, first: int, trigger: Trigger) -> bool:
        wanted, words, marks, owner = trigger.object, sentence.words, sentence.marks, sentence.owner
        for i in range(first, min(first + REACH.get(trigger.language, MAX_REACH), len(words))):
            if marks[i] >= HARD and i > first:
                return False
            if words[i] in trigger.object_forms:
                return True
            there = owner[i]
            if there is not None and (
                (there.weapon and _is_arm(there.weapon.id, wanted))
                or (there.place and "place" in wanted)
                or (there.actor and "actor" in wanted)
            ):
                return True
        return False

    def _precedes(self, sentence: Sentence, at: int, trigger: Trigger) -> bool:
        """Passive or relative: missiles were fired, صواريخ أطلقتها."""
        return any(_is_word(sentence, trigger, i) for i in range(max(at - BEFORE, 0), at))

    def _is_object(self, draft: Draft, sentence: Sentence, item: Item) -> bool:
        if item.weapon and _is_arm(item.weapon.id, draft.trigger.object):
            draft.weapons.append(item.weapon.id)
            return True
        return any(_is_word(sentence, draft.trigger, i) for i in range(item.first, item.last + 1))


def _is_word(sentence: Sentence, trigger: Trigger, at: int) -> bool:
    there = sentence.owner[at]
    is_arm = there is not None and there.weapon is not None and _is_arm(there.weapon.id, trigger.object)
    return is_arm or sentence.words[at] in trigger.object_forms


def _is_arm(path: str, wanted: frozenset[str]) -> bool:
    """weapon takes any; weapon.mine takes mine and all under it."""
    kinds = [want.partition(".")[2] for want in wanted if want.startswith("weapon")]
    return any(not kind or path == kind or path.startswith(f"{kind}.") for kind in kinds)
