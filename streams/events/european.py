"""European: the word orders of English and Russian verbs: subject before the verb, passive, participle, pronoun."""

from streams.events.agents import Subject, clause_start, subject_before
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, FORCES, Family
from streams.events.parties import Parties
from streams.events.sentence import Item, Sentence
from streams.events.subjects import Subjects

PRONOUNS = frozenset({"it", "they", "he"})


class European:
    """Codes English and Russian verbs."""

    def __init__(self, parties: Parties, subjects: Subjects) -> None:
        self.parties, self.subjects = parties, subjects

    def fill(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        item = draft.item
        subject = subject_before(sentence, item.first)
        passive = self._is_passive(sentence, draft, subject)
        if passive:
            draft.pattern = "passive"
            one = subject.item
            if one and one.is_name:
                for name in self.parties.group(sentence, one):
                    self.parties.suffers(draft, name)
            elif one and (noun := coded.get(one.first)) and draft.trigger.object:
                self._ends(draft, noun)  # the siege of X was lifted
            return
        if subject.item and self.subjects.takes(sentence, draft, subject, coded):
            draft.pattern = subject.pattern
            return
        if subject.item is None and item.first and sentence.words[item.first - 1] == "to":
            start = clause_start(sentence, item.first)
            there = sentence.owner[start - 1] if start else None
            if there and not there.is_name:  # used bombs to target
                subject = subject_before(sentence, there.first)
                if subject.item and self.subjects.takes(sentence, draft, subject, coded):
                    draft.pattern = subject.pattern
                    return
        if subject.item is None and self._pronoun(sentence, draft):
            return
        if subject.item is None and self.subjects.armed_before(sentence, item.first):
            draft.armed = True
            start = self.subjects.segment(sentence, item.first)
            draft.by_arms = sentence.has_in(start, item.first, "arms") and not sentence.has_in(
                start, item.first, "armed"
            )
            return
        if subject.item is None and (draft.tense == "ing" or self._is_joined(sentence, item.first)):
            self.parties.inherit(draft, "inherited")

    def _pronoun(self, sentence: Sentence, draft: Draft) -> bool:
        """`The army said it had killed ten`: who speaks, does."""
        start = clause_start(sentence, draft.item.first)
        if not any(sentence.words[i] in PRONOUNS for i in range(start, min(start + 2, draft.item.first))):
            return False
        speakers = next((one.claimants for one in reversed(self.parties.told) if one.covers(draft.item.first)), ())
        if not speakers:
            self.parties.inherit(draft, "pronoun")
        for role in speakers:
            if self.parties.lexicon.actor_kind(role.id) in FORCES:
                draft.add("actors", self.parties.forces(role, draft, "claimant"))
        if draft.get("actors"):
            draft.pattern = "pronoun"
        return bool(draft.get("actors"))

    def _ends(self, draft: Draft, noun: Draft) -> None:
        """What is told of the siege is told of its end; who laid it suffers it."""
        for slot, into in (("places", "places"), ("actors", "recipients"), ("origins", "origins")):
            draft.add(into, *noun.get(slot))
        draft.object_at = noun.item.first
        noun.dropped = True

    def _is_joined(self, sentence: Sentence, at: int) -> bool:
        return at > 0 and (
            sentence.has(at - 1, "joiner")
            or sentence.has(at - 1, "have")
            or sentence.marks[at] > 0
            or sentence.has(at - 1, "clause")
            or sentence.has(at - 2, "joiner")
        )

    def _is_passive(self, sentence: Sentence, draft: Draft, subject: Subject) -> bool:
        item = draft.item
        if draft.tense not in ("past", "participle"):
            return False
        for i in range(item.first - 1, max(item.first - 4, -1), -1):
            if sentence.marks[i + 1]:
                break
            if sentence.has(i, "be"):
                return True
            if sentence.has(i, "have") or sentence.owner[i] is not None:
                break
        nxt = item.last + 1
        if draft.trigger.object and subject.item is not None and not subject.item.is_name:
            return True
        if nxt >= len(sentence):
            return subject.item is None or not self._is_force_like(subject.item)
        if sentence.slot(nxt) == "by":
            return True
        if (
            FAMILY.get(draft.type) is Family.HARM
            and draft.trigger.subject == "agent"
            and draft.trigger.language == "en"
        ):
            closes = (
                sentence.marks[nxt] > 0
                or sentence.has(nxt, "slot")
                or sentence.has(nxt, "clause")
                or sentence.has(nxt, "joiner")
            )
            return closes
        return draft.tense == "participle" and not sentence.has_in(item.first - 3, item.first, "have")

    def _is_force_like(self, item: Item) -> bool:
        return bool(item.actor or item.weapon or item.senses)
