"""Subjects: what may be the subject of a verb: a force, an event noun (raids hit), an arm; or an unnamed one."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.roles.slots import Slots
from streams.events.sentence import Item, Sentence, Subject
from streams.events.sentence.clause import clause_start
from streams.text.findings import Found

EFFECTS = ("strike", "bombing_foiled")  # a raid that hits, a blast that destroys: told of the raid, of the blast


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
            return self._event(sentence, draft, coded.get(item.first))
        if item.actor:
            return self._actor(sentence, draft, item, item.actor)
        if item.weapon:
            return self._weapon(sentence, draft, item, item.weapon)
        if item.place and (draft.trigger.subject == "recipient" or draft.type == "territory_lost"):
            self.parties.suffers(draft, item)
            return True
        return False

    def _event(self, sentence: Sentence, draft: Draft, noun: Draft | None) -> bool:
        if noun is None or noun.is_absorbed or noun.awaits:
            return False
        if noun.dropped and FAMILY.get(draft.type) is Family.HIT:
            noun.dropped = False  # strikes alone may be anything, strikes that destroy are strikes
        if noun.dropped:
            return False
        if noun.type == draft.type or (draft.type in EFFECTS and FAMILY.get(noun.type) is Family.HIT):
            self._absorb(sentence, draft, noun)
            return True
        if FAMILY.get(draft.type) not in (Family.HARM, Family.HIT):
            return False
        draft.add("actors", *(Role(id=role.id, span=role.span, basis="event_subject") for role in noun.get("actors")))
        draft.platform = draft.platform or noun.platform
        draft.armed = True
        return True

    def _actor(self, sentence: Sentence, draft: Draft, item: Item, actor: Found) -> bool:
        if draft.trigger.subject == "recipient":
            draft.add("recipients", self.parties.role(item, "stated", draft))
            draft.armed = True
            return True
        acting = [one for one in self.parties.group(sentence, item) if self.parties.may_act(one, draft)]
        if not acting:
            draft.why.append(f"{actor.id} is no force")
            return False
        draft.add("actors", *(self.parties.role(one, "stated", draft) for one in acting))
        if actor.platform and draft.type == "strike":
            draft.platform = actor.platform
        return True

    def _weapon(self, sentence: Sentence, draft: Draft, item: Item, weapon: Found) -> bool:
        draft.weapons.append(weapon.id)
        draft.platform = draft.platform or (weapon.platform if draft.type == "strike" else None)
        draft.armed = draft.by_arms = True
        if weapon.owner:
            self.parties.owned(draft, weapon, item)
        elif draft.trigger.language == "en" and item.first:  # Russian rockets hit
            self.whose(sentence, draft, item.first - 1)
        elif draft.trigger.language == "ar" and item.last + 1 < len(sentence):  # سو-24 روسية تقصف
            self.whose(sentence, draft, item.last + 1)
        return True

    def whose(self, sentence: Sentence, draft: Draft, at: int) -> None:
        """Let those whose adjective stands at word *at*, beside arms, do it; one plain word may stand between."""
        words = self.parties.actions.words[draft.trigger.language]
        is_plain = sentence.owner[at] is None and not sentence.cues[at] and draft.trigger.language == "en"
        is_plain = is_plain and "-" not in sentence.page.gap(sentence.starts[at])
        if at and is_plain and sentence.words[at] not in words.nisba:
            at -= 1  # Russian parachute bombs
        is_made = at + 1 < len(sentence) and sentence.words[at + 1] in words.made
        owner = None if is_made else words.nisba.get(sentence.words[at])
        if owner and sentence.owner[at] is None:
            span = (sentence.starts[at], sentence.end(at))
            role = Role(id=owner.actor, span=span, basis="adjective")
            draft.add("actors", self.parties.forces(role, draft, "adjective"))

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
