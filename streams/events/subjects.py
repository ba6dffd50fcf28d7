"""Subjects: what may be the subject of a verb: a force, an event noun (raids hit), an arm; what is told of an unnamed one."""

from streams.events.agents import Subject, clause_start
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.model import Role
from streams.events.parties import Parties
from streams.events.sentence import Sentence
from streams.events.slots import Slots


class Subjects:
    """Lets subjects do what their verbs say."""

    def __init__(self, parties: Parties, slots: Slots) -> None:
        self.parties, self.slots = parties, slots

    def takes(self, sentence: Sentence, draft: Draft, subject: Subject, coded: dict[int, Draft]) -> bool:
        """Let *subject* do it: an actor, an event noun (raids hit) or an arm; False if it can't."""
        item = subject.item
        if item is None:
            return False
        if not item.is_name and not item.actor:
            noun = coded.get(item.first)
            if noun is None or noun.dropped:
                return False
            if noun.type == draft.type or (draft.type == "strike" and FAMILY.get(noun.type) is Family.HIT):
                self._absorb(sentence, draft, noun)
                return True
            if FAMILY.get(draft.type) in (Family.HARM, Family.HIT):
                for role in noun.get("actors"):
                    draft.add("actors", Role(id=role.id, span=role.span, basis="event_subject"))
                draft.platform = draft.platform or noun.platform
                draft.armed = True
                return True
            return False
        if item.actor:
            if draft.trigger.subject == "recipient":
                draft.add("recipients", self.parties.role(item, "stated", draft))
                self._inherit_none(draft)
                return True
            if not self.parties.may_act(item, draft):
                draft.why.append(f"{item.actor.id} is no force")
                return False
            for one in self.parties.group(sentence, item):
                if self.parties.may_act(one, draft):
                    draft.add("actors", self.parties.role(one, "stated", draft))
            if item.actor.platform and draft.type == "strike":
                draft.platform = item.actor.platform
            return True
        if item.weapon:
            draft.weapons.append(item.weapon.id)
            draft.platform = draft.platform or (item.weapon.platform if draft.type == "strike" else None)
            draft.armed = draft.by_arms = True
            if item.weapon.owner:
                self.parties.owned(draft, item.weapon, item)
            return True
        if item.place and draft.trigger.subject == "recipient":
            self.parties.suffers(draft, item)
            return True
        if item.place and draft.type in ("territory_lost",):
            draft.add("places", Role(id=item.place.id, span=item.span, basis="target"))
            return True
        return False

    def _inherit_none(self, draft: Draft) -> None:
        draft.armed = True

    def _absorb(self, sentence: Sentence, draft: Draft, noun: Draft) -> None:
        """`raids hit the town`: one event; the noun is its trigger, the verb brings its objects."""
        draft.dropped = draft.is_absorbed = True
        noun.arguments.found += [arg for arg in draft.arguments.found if arg.item is not noun.item]
        noun.arguments.stop = draft.arguments.stop
        noun.armed = True
        if noun.pattern == "bare":
            noun.pattern = "event_verb"
        draft.arguments.event = None
        self.slots.fill(sentence, noun, draft.arguments.found)

    def armed_at(self, sentence: Sentence, at: int) -> bool:
        return sentence.has_in(at, at + 2, "armed") or sentence.has_in(at, at + 2, "arms")

    def armed_before(self, sentence: Sentence, at: int) -> bool:
        start = self.segment(sentence, at)
        return sentence.has_in(start, at, "armed") or sentence.has_in(start, at, "arms")

    def segment(self, sentence: Sentence, at: int) -> int:
        """Where the clause begins whose verb the one at word *at* is joined to: launched from X *and hit*."""
        start = clause_start(sentence, at)
        while start > 0 and sentence.marks[start] == 0 and sentence.has_in(start, at, "joiner"):
            there = sentence.owner[start - 1]
            if there is None or there.is_name:
                break
            start = clause_start(sentence, start - 1)
        return start
