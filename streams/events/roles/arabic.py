"""Arabic: the word orders of its verbs: subject after the verb, or before it at the start of the clause."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.roles.announced import of_self
from streams.events.roles.heads import Heads
from streams.events.roles.parties import Parties
from streams.events.roles.subjects import Subjects
from streams.events.sentence import NOBODY, Item, Sentence, Subject
from streams.events.sentence.arguments import arguments_after
from streams.events.sentence.clause import clause_start
from streams.events.sentence.listed import actor_after
from streams.events.sentence.pair import is_dual, pair_before
from streams.events.sentence.subject import subject_before
from streams.text.fold import fold_term

DAMMA, LONG_STEMS = "\u064f", ("ا", "أ", "إ")
MAX_HEAD = 2  # words before a name that begins its sentence
_MANY = (fold_term("ان"), fold_term("ون"))
_AL, _HE, _FEMININE = fold_term("ال"), fold_term("ي"), (fold_term("ا"), fold_term("ة"))
_MEN, _BI = fold_term("ون"), fold_term("بال")
OBJECT = frozenset(("number", "tens", "civilian"))


class Arabic:
    """Codes Arabic verbs."""

    def __init__(self, parties: Parties, subjects: Subjects, heads: Heads) -> None:
        self.parties, self.subjects, self.heads = parties, subjects, heads

    def fill(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        """Look before the verb, then right after it, then for an unnamed force, then to who acted last."""
        item = draft.item
        joined = item.before[:1] == self.parties.nouns.and_
        before, after = self._subjects(sentence, draft, joined=joined)
        harm = FAMILY.get(draft.type) is Family.HARM and draft.trigger.subject == "agent"
        if own := [] if harm or joined else of_self(sentence, draft, item.first, self.parties):
            draft.add("actors", *own)
            draft.pattern = "claimant"
        elif draft.tense == "past" and _is_passive(sentence, item):
            self._passive(sentence, draft, before.item or after)
        elif harm and before.item and before.item.actor and self._closes(sentence, item.last + 1):
            for one in self.parties.group(sentence, before.item):
                self.parties.suffers(draft, one)  # مدنيون قتلوا في
            draft.pattern = "passive"
        elif before.item and self.subjects.takes(sentence, draft, before, coded):
            draft.pattern = before.pattern
        elif after and self._is_subject(sentence, draft, after, harm=harm):
            self._takes_after(sentence, draft, after, coded)
        elif harm or self._unnamed(sentence, draft, alone=not joined and before.item is None):
            return  # قتل عشرة: it is not said by whom
        else:
            is_object = after is not None and after.place is not None and after.actor is None
            is_bare = before.item is None and after is None and not _is_after_unknown(sentence, item)
            if (is_bare or joined or is_object) and self.heads.is_open(sentence, item.last):
                self.parties.inherit(draft, "inherited")

    def _subjects(self, sentence: Sentence, draft: Draft, *, joined: bool) -> tuple[Subject, Item | None]:
        """Who may be the subject, before the verb and after it."""
        item = draft.item
        before = subject_before(sentence, item.first, joined=joined)
        after = actor_after(sentence, item.last + 1)
        if after and after.actor and before.item and self._is_fired(draft, before.item):
            before = NOBODY  # صواريخ أطلقتها القوات
        if after and after.first > item.last + 1 and self._is_hit_by_gunmen(sentence, item.last + 1, after):
            after, draft.armed = None, True  # قصف مسلحون طائرات روسية
        if before.item is None and after and self._is_told_of_gunmen(sentence, item):
            after, draft.armed = None, True  # مسلحون يستهدفون رتلا روسيا
        if before.item is None and (after is None or after.actor is None) and draft.tense in ("past", "present"):
            are_two = is_dual(sentence.words[item.first], draft.tense)
            two = pair_before(sentence, item.first, beside=not joined) if are_two else None
            before = Subject(two, "subject_verb") if two else before
        if before.pattern == "subject_verb" and before.item and not _agrees(sentence, before.item, item):
            before = NOBODY  # تعارض روسيا مشروعا يستهدف دمشق
        if joined and after and (head := self._head(sentence, draft, after)):
            before, after = Subject(head, "subject_verb"), None
        return before, after

    def _head(self, sentence: Sentence, draft: Draft, after: Item) -> Item | None:
        """قاذفات روسية تقلع وتقصف داعش: the carriers that begin the sentence do what the verb joined says, not داعش."""
        head = sentence.items[0]
        is_carrier = head.actor is not None and self.parties.lexicon.platform_of(head.actor.id) is not None
        other = after.actor is None or self.parties.lexicon.platform_of(after.actor.id) is not None
        if not is_carrier or other or head.first > MAX_HEAD or head.before or any(sentence.marks[1 : draft.item.first]):
            return None
        return head

    def _is_fired(self, draft: Draft, before: Item) -> bool:
        return bool(draft.trigger.object) and before.weapon is not None and before.actor is None

    def _is_told_of_gunmen(self, sentence: Sentence, item: Item) -> bool:
        """Gunmen of nobody named stand right before the verb, and are many as it is."""
        at = item.first - 1
        return at >= 0 and not sentence.marks[item.first] and sentence.owner[at] is None and sentence.has(at, "armed")

    def _is_hit_by_gunmen(self, sentence: Sentence, at: int, after: Item) -> bool:
        """Gunmen of nobody named stand at word *at*, and *after*, a carrier or behind ب, is no genitive of them."""
        if sentence.owner[at] is not None or not sentence.has(at, "armed"):
            return False
        is_machine = after.actor is not None and after.actor.platform is not None
        return (is_machine and sentence.words[at].endswith(_MEN)) or sentence.words[after.first - 1].startswith(_BI)

    def _passive(self, sentence: Sentence, draft: Draft, what: Item | None) -> None:
        """قُصف, دُمرت: who stands beside it suffers it."""
        draft.pattern = "passive"
        for one in self.parties.group(sentence, what) if what and what.is_name else ():
            self.parties.suffers(draft, one)
        draft.arguments.found = [arg for arg in draft.arguments.found if what is None or arg.item is not what]

    def _takes_after(self, sentence: Sentence, draft: Draft, after: Item, coded: dict[int, Draft]) -> None:
        self.subjects.takes(sentence, draft, Subject(after, "verb_subject"), coded)
        draft.pattern = "verb_subject"
        if after.senses:
            draft.arguments = arguments_after(sentence, after)
        else:
            names = {one.first for one in self.parties.group(sentence, after)}
            draft.arguments.found = [arg for arg in draft.arguments.found if arg.item.first not in names]

    def _unnamed(self, sentence: Sentence, draft: Draft, *, alone: bool) -> bool:
        """Planes or gunmen of nobody named do it, before the verb (if it has no subject there) or after it."""
        item = draft.item
        if alone and sentence.has_in(clause_start(sentence, item.first), item.first, "arms"):
            draft.armed = draft.by_arms = True
        elif self.subjects.armed_at(sentence, item.last + 1):
            draft.armed = True
            draft.by_arms = sentence.has(item.last + 1, "arms")
        return draft.armed

    def _closes(self, sentence: Sentence, at: int) -> bool:
        """No object can begin at word *at*."""
        if at >= len(sentence) or sentence.marks[at] > 0:
            return True
        there = sentence.owner[at]
        starts = there is not None and there.before.startswith(self.parties.nouns.in_)
        return starts or any(kind in sentence.cues[at] for kind in ("slot", "clause", "joiner", "now"))

    def _is_subject(self, sentence: Sentence, draft: Draft, item: Item, *, harm: bool) -> bool:
        """*item*, right after an Arabic verb, does it (or, killed, suffers it)."""
        if item.senses and not item.is_name:
            is_hit = any(FAMILY.get(sense.trigger.type) is Family.HIT for sense in item.senses)
            return is_hit and draft.type in ("strike", "casualties", "bombing", "bombing_foiled")
        if not harm:
            return item.actor is not None or (item.weapon is not None and not draft.trigger.object)
        if item.actor is None:
            return False
        following = range(item.last + 1, min(item.last + 4, len(sentence)))
        counted = any(not OBJECT.isdisjoint(sentence.cues[i]) or sentence.words[i].isdigit() for i in following)
        return counted or item.actor.platform is not None


def _agrees(sentence: Sentence, subject: Item, verb: Item) -> bool:
    """A state whose name is feminine (روسيا, أنقرة) has no verb of a masculine present after it."""
    name = sentence.document.text[subject.span[0] : subject.span[1]]
    is_feminine = subject.actor is not None and " " not in name and name.endswith(_FEMININE)
    form = sentence.words[verb.first].removeprefix(verb.before)
    is_present = all(sense.tense == "present" for sense in verb.senses)
    return not (is_feminine and is_present and form.startswith(_HE) and not form.endswith(_MANY))


def _is_after_unknown(sentence: Sentence, item: Item) -> bool:
    """وكان النظام قصف: a definite word that says nothing stands right before the verb, and may be its subject."""
    at = item.first - 1
    if at < 0 or item.before or sentence.marks[item.first] or sentence.owner[at] is not None or sentence.cues[at]:
        return False
    return sentence.words[at].startswith(_AL) and at > 0 and sentence.has(at - 1, "be")


def _is_passive(sentence: Sentence, item: Item) -> bool:
    """The passive's damma is written: on the first letter, or after the first of a longer stem (استُهدف)."""
    raw = sentence.raw(item.first, item.last)
    if DAMMA not in raw:
        return False
    stem = raw[len(item.before) :]
    return stem[1:2] == DAMMA or (stem[:1] in LONG_STEMS and DAMMA in stem[1:6])
