"""European: the word orders of English and Russian verbs: subject before the verb, passive, participle, pronoun."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, FORCES, Family
from streams.events.roles.circling import circling
from streams.events.roles.parties import Parties
from streams.events.roles.subjects import Subjects
from streams.events.sentence import Item, Sentence, Subject
from streams.events.sentence.clause import clause_start
from streams.events.sentence.listed import first_joined
from streams.events.sentence.subject import subject_before

ELIDED = 9  # words in which `were` makes the verb an adjective
BY_ARMS = 5  # words from `by` to the missile
THEN = frozenset({"before", "after", "while", "when"})
PRONOUNS = frozenset({"it", "they", "he"})


class European:
    """Codes English and Russian verbs."""

    def __init__(self, parties: Parties, subjects: Subjects) -> None:
        self.parties, self.subjects = parties, subjects

    def fill(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        """Passive; else the subject before the verb, an infinitive's, a pronoun, an unnamed force, who acted last."""
        at = draft.item.first
        subject = subject_before(sentence, at)
        if self._is_passive(sentence, draft, subject):
            self._passive(sentence, draft, subject.item, coded)
            return
        if subject.item is None and at:
            subject = self._elsewhere(sentence, draft, at)
        if draft.tense == "ing" and at and self._is_of_arms(sentence, at):
            draft.armed = draft.by_arms = True  # drones bombing bases: they do
            return
        if draft.tense == "ing" and at and not sentence.marks[at] and (beside := sentence.owner[at - 1]):
            subject = (
                Subject(first_joined(sentence, beside), "relative") if beside.actor else subject
            )  # jets bombing it
        if subject.item and self.subjects.takes(sentence, draft, subject, coded):
            draft.pattern = subject.pattern
        elif subject.item or self._pronoun(sentence, draft) or self._elided(sentence, draft):
            return
        elif self.parties.running and at and sentence.has(at - 1, "joiner") and draft.tense != "base":
            self.parties.inherit(draft, "inherited")
        elif self.subjects.armed_before(sentence, at):
            self._unnamed(sentence, draft, at)
        elif draft.tense == "ing" or self._is_joined(sentence, at):
            self.parties.inherit(draft, "inherited")

    def _is_of_arms(self, sentence: Sentence, at: int) -> bool:
        """Arms of nobody named stand right before the participle at word *at*."""
        there = sentence.owner[at - 1]
        is_arms = sentence.has(at - 1, "arms") if there is None else there.weapon is not None and there.actor is None
        is_bare = is_arms and not sentence.marks[at] and not (there and there.weapon and there.weapon.owner)
        first = there.first if there else at - 1
        before = sentence.words[first - 1] if first else ""
        words = self.parties.actions.words["en"]
        return is_bare and before not in words.nisba and before not in words.possessives and before != "s"

    def _unnamed(self, sentence: Sentence, draft: Draft, at: int) -> None:
        """Planes or gunmen of nobody named do it; Russian missiles are whose they are."""
        start = self.subjects.segment(sentence, at)
        draft.armed = True
        draft.by_arms = sentence.has_in(start, at, "arms") and not sentence.has_in(start, at, "armed")
        if draft.by_arms:  # a barrage of Russian missiles
            for i in sentence.places_of["arms"]:
                if start < i < at and not draft.get("actors"):
                    self.subjects.whose(sentence, draft, i - 1)

    def _passive(self, sentence: Sentence, draft: Draft, subject: Item | None, coded: dict[int, Draft]) -> None:
        draft.pattern = "passive"
        if draft.trigger.type == "strike" and draft.trigger.language == "en":
            self._by_arms(sentence, draft)
        if draft.type == "territory_lost" and not self._has_be(sentence, draft.item.first):
            draft.dropped = True  # units withdrawn from a front
        if subject is None or draft.dropped:
            return
        if subject.is_name:
            for name in self.parties.group(sentence, subject):
                self.parties.suffers(draft, name)
        elif (noun := coded.get(subject.first)) and draft.trigger.object:
            self._ends(draft, noun)  # the siege of X was lifted

    def _by_arms(self, sentence: Sentence, draft: Draft) -> None:
        """Hit by a Russian missile: whose it was, hit."""
        first = draft.item.last + 1
        for i in sentence.places_of.get("arms", ()):
            if first < i <= first + BY_ARMS and sentence.slot(first) == "by" and sentence.owner[i] is None:
                self.subjects.whose(sentence, draft, i - 1)
                draft.armed = True
                return

    def _elsewhere(self, sentence: Sentence, draft: Draft, at: int) -> Subject:
        """The subject of what an infinitive, or `before striking`, hangs on."""
        before = sentence.words[at - 1]
        if before == "to":
            return self._above(sentence, at)
        return self._flying(sentence, at - 1) if draft.tense == "ing" and before in THEN else Subject(None)

    def _flying(self, sentence: Sentence, at: int) -> Subject:
        """Planes flew over Iraq *before* striking a camp; who warns Russia before striking it is somebody else."""
        subject = subject_before(sentence, at)
        one = subject.item
        carries = one is not None and (
            one.weapon is not None or (one.actor is not None and one.actor.platform is not None)
        )
        return subject if carries else Subject(None)

    def _above(self, sentence: Sentence, at: int) -> Subject:
        """The subject of the verb that the infinitive at word *at* hangs on: used bombs *to target*."""
        start = clause_start(sentence, at)
        there = sentence.owner[start - 1] if start else None
        return subject_before(sentence, there.first) if there and not there.is_name else Subject(None)

    def _pronoun(self, sentence: Sentence, draft: Draft) -> bool:
        """`The army said it had killed ten`: who speaks, does."""
        start, first = clause_start(sentence, draft.item.first), draft.item.first
        words = [sentence.words[i] for i in range(start, first) if i < start + 2 or i >= first - 2]
        if PRONOUNS.isdisjoint(words):
            return False
        if "they" in words and draft.type == "strike" and not self.parties.running:
            draft.add("actors", *circling(sentence, draft, self.parties))
            if draft.get("actors"):
                draft.pattern = "pronoun"
                return True
        speakers = next((one.claimants for one in reversed(self.parties.told) if one.covers(draft.item.first)), ())
        if not speakers:
            self.parties.inherit(draft, "pronoun")
        for role in speakers:
            if self.parties.lexicon.actor_kind(role.id) in FORCES:
                draft.add("actors", self.parties.forces(role, draft, "claimant"))
        if draft.get("actors"):
            draft.pattern = "pronoun"
        return bool(draft.get("actors"))

    def _elided(self, sentence: Sentence, draft: Draft) -> bool:
        """`Russia says killed 40 militants`: headlines leave out the pronoun; not: says destroyed tanks were theirs."""
        at = draft.item.first - 1
        if at < 0 or not sentence.has(at, "say") or draft.tense != "past" or sentence.has_in(at, at + ELIDED, "be"):
            return False
        speakers = next((one.claimants for one in self.parties.told if one.at == at), ())
        for role in speakers:
            if self.parties.lexicon.actor_kind(role.id) in FORCES:
                draft.add("actors", self.parties.forces(role, draft, "claimant"))
        return bool(draft.get("actors"))

    def _ends(self, draft: Draft, noun: Draft) -> None:
        """What is told of the siege is told of its end; who laid it suffers it."""
        for slot, into in (("places", "places"), ("actors", "recipients"), ("origins", "origins")):
            draft.add(into, *noun.get(slot))
        draft.object_at = noun.item.first
        noun.dropped = True

    def _is_joined(self, sentence: Sentence, at: int) -> bool:
        if at == 0:
            return False
        open_ = ("joiner", "have", "clause")
        before = any(sentence.has(at - 1, kind) for kind in open_)
        return before or sentence.marks[at] > 0 or sentence.has(at - 2, "joiner")

    def _is_passive(self, sentence: Sentence, draft: Draft, subject: Subject) -> bool:
        item, one = draft.item, subject.item
        if draft.tense not in ("past", "participle"):
            return False
        if self._has_be(sentence, item.first) or (
            draft.trigger.object and one is not None and not one.is_name and draft.type != "strike"
        ):
            return True
        nxt = item.last + 1
        if nxt >= len(sentence):
            return one is None or not (one.actor or one.weapon or one.senses)
        if sentence.slot(nxt) == "by" or (sentence.slot(nxt) == "in" and sentence.has(item.first - 1, "site")):
            return True  # rebuilt a mosque bombed in the town
        is_done_to = one is not None and one.actor is not None and sentence.slot(nxt) in ("in", "on")
        if is_done_to and sentence.words[item.last] in sentence.actions.lists["done_to"]:
            return True  # jets destroyed at their base
        is_killed = FAMILY.get(draft.type) is Family.HARM and draft.trigger.subject == "agent"
        if is_killed and draft.trigger.language == "en":  # killed *in*: no object
            is_open = sentence.slot(nxt) == "none"  # killed at least nine
            return not is_open and (
                sentence.marks[nxt] > 0 or any(sentence.has(nxt, kind) for kind in ("slot", "clause", "joiner"))
            )
        return draft.tense == "participle" and not sentence.has_in(item.first - 3, item.first, "have")

    def _has_be(self, sentence: Sentence, at: int) -> bool:
        """`was`, `have been` stands right before word *at*, or with one or two words between."""
        for i in range(at - 1, max(at - 4, -1), -1):
            if sentence.marks[i + 1]:
                return False
            if sentence.has(i, "be"):
                return True
            if sentence.has(i, "have") or sentence.owner[i] is not None:
                return False
        return False
