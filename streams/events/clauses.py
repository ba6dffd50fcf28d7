"""Clauses: the triggers of one sentence to drafts of events, each slot by the first rung of its ladder that holds."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from streams.events.actions import Actions, Sense
from streams.events.agents import Subject, actor_after, clause_start, is_joined, light_verb, subject_before
from streams.events.arguments import Argument, arguments_after
from streams.events.claims import Report, reports
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, FORCES, Family, is_force, is_place
from streams.events.model import Role
from streams.events.needs import is_filled
from streams.events.numbers import quantity_of
from streams.events.nouns import Nouns, is_noun, is_verb_misread
from streams.events.places import Places
from streams.events.sentence import HARD, Item, Sentence
from streams.events.stances import stance_of
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found
from streams.text.fold import fold_term

_GROUND = (Family.HIT, Family.MOVE, Family.HOLD, Family.LOSS, Family.SIEGE, Family.BREAK, Family.ROUTE)
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
CAMPAIGN = fold_term("حملة جوية")
PRONOUNS = frozenset({"it", "they", "he"})
PLATFORMS = ("air", "sea", "land")


class Party(NamedTuple):
    """Who was found for a slot, and by which pattern and basis."""

    roles: list[Role]
    pattern: str
    item: Item | None = None


class Clauses:
    """Codes one sentence after the other; what a later one may refer back to is kept."""

    def __init__(self, document: Document, lexicon: Lexicon, actions: Actions, mentions: tuple[Found, ...]) -> None:
        self.document, self.lexicon, self.actions, self.mentions = document, lexicon, actions, mentions
        self.nouns = Nouns(document, lexicon, actions)
        self.places = Places(document, lexicon, mentions)
        self.running: list[Role] = []  # who acted last
        self.paragraph = -1
        published = document.article.published_at or document.article.event_time
        self.year = published.year if published else None

    def code(
        self, sentence: Sentence, earlier: list[Draft], speakers: tuple[Role, ...]
    ) -> tuple[list[Draft], tuple[Role, ...]]:
        """The drafts of *sentence*, after those of *earlier* ones; and who speaks at its end."""
        language = sentence.triggers[0].senses[0].trigger.language if sentence.triggers else "en"
        paragraph = self.document.paragraph_of(sentence.span[0])
        if paragraph != self.paragraph:
            self.paragraph, self.running = paragraph, []
        self.places.again(sentence)
        self._allies(sentence, language)
        told = reports(sentence, language, self.lexicon, speakers)
        self.told = told
        coded: dict[int, Draft] = {}
        order = sorted(sentence.triggers, key=lambda item: (self._turn(sentence, item), item.first))
        taken: set[int] = set()
        for item in order:
            if item.first in taken:
                continue
            draft = self._choose(sentence, item, coded, earlier)
            if draft is None:
                continue
            coded[item.first] = draft
            taken |= {i for i in range(item.first, item.last + 1)}
            if draft.object_at is not None:  # the siege that is broken
                taken.add(draft.object_at)
                if draft.object_at in coded:
                    coded[draft.object_at].dropped = True
        drafts = [coded[at] for at in sorted(coded) if not coded[at].dropped]
        drafts += self._support(sentence, drafts)
        drafts += self._kills(drafts)
        for draft in drafts:
            self._finish(sentence, draft, told, [*earlier, *drafts])
        last = told[-1].claimants if told else speakers
        return [draft for draft in drafts if not draft.dropped], last

    def _allies(self, sentence: Sentence, language: str) -> None:
        """Let `their Russian allies` be a name."""
        nisba = self.actions.words[language].nisba
        noun = self.nouns.force_noun(None)
        for at in range(1, len(sentence)):
            cue = sentence.cues[at].get("ally")
            owner = nisba.get(sentence.words[at - 1])
            if cue and cue[0] == "noun" and owner and noun and not sentence.owner[at] and not sentence.owner[at - 1]:
                span = (sentence.starts[at - 1], sentence.end(at))
                id_ = self.lexicon.actor_id(owner, noun)
                sentence.put(Item(at - 1, at, span, "", actor=Found("actor", id_, span, owner.actor)))
                sentence.items.sort(key=lambda item: item.first)

    def _turn(self, sentence: Sentence, item: Item) -> int:
        if all(FAMILY.get(sense.trigger.type) is Family.HARM for sense in item.senses):
            return 2
        return 0 if is_noun(sentence, item, self.actions) and not self.nouns.is_possessed(item) else 1

    def _choose(self, sentence: Sentence, item: Item, coded: dict[int, Draft], earlier: list[Draft]) -> Draft | None:
        """The first reading of *item* whose object and needs are there; those with an object first."""
        noun = is_noun(sentence, item, self.actions)
        readings = [sense for sense in item.senses if (sense.tense == "noun") == noun] or list(item.senses)
        readings.sort(key=lambda sense: not sense.trigger.object)
        others = [sense for sense in item.senses if sense not in readings]  # written alike: إصابة, أصابه
        for sense in (*readings, *others):
            draft = self._draft(sentence, item, sense, sense.tense == "noun", coded, earlier)
            if draft is not None and (not draft.dropped or draft.is_absorbed):
                return draft
        return None

    def _draft(
        self, sentence: Sentence, item: Item, sense: Sense, noun: bool, coded: dict[int, Draft], earlier: list[Draft]
    ) -> Draft | None:
        trigger = sense.trigger
        type_ = trigger.type
        if is_verb_misread(sentence, item, sense):
            return None
        draft = Draft(
            type_, item, trigger, sentence.index, noun, sense.tense, platform=trigger.platform, outcome=trigger.outcome
        )
        draft.arguments = arguments_after(sentence, item)
        if trigger.object and not self._has_object(sentence, draft):
            return None
        event = draft.arguments.event
        if (
            trigger.object
            and event
            and event.item.first <= item.last + 6
            and self._is_object(sentence, draft, event.item)
        ):
            draft.object_at = event.item.first
            further = arguments_after(sentence, event.item)
            draft.arguments.found += further.found
            draft.arguments.stop, draft.arguments.event = further.stop, further.event
        goes_on = sentence.has_in(item.first - 4, item.first, "still")
        if goes_on and type_ == "siege_laid":
            draft.type = type_ = "siege_ongoing"
        if trigger.present and sense.tense in ("present", "base") and (goes_on or not self._is_headline(sentence)):
            draft.type = type_ = trigger.present
        draft.why += draft.arguments.why
        if noun:
            self._noun(sentence, draft, coded)
        else:
            self._verb(sentence, draft, coded)
        if draft.dropped:
            return draft
        self._arguments(sentence, draft)
        self._from_reports(sentence, draft)
        self._refer(sentence, draft, coded, earlier)
        if draft.type == "strike" and self._is_bomb(sentence, draft):
            draft.type, draft.outcome = "bombing", "detonated"
        if not is_filled(sentence, draft, self.lexicon):
            draft.dropped = True
        elif draft.get("actors") and (not noun or draft.pattern in ("light", "claimant")):
            self.running = list(draft.get("actors"))
        return draft

    def _is_bomb(self, sentence: Sentence, draft: Draft) -> bool:
        """A car bomb that hits is no strike from afar."""
        start = clause_start(sentence, draft.item.first)
        named = [one.weapon.id for one in sentence.items if start <= one.first < draft.item.first and one.weapon]
        return not draft.is_noun and any(id_.startswith(("ied", "mine")) for id_ in (*named, *draft.weapons))

    def _is_headline(self, sentence: Sentence) -> bool:
        return sentence.span[0] < self.document.body_at or len(self.document.sentences) == 1

    # ---- objects

    def _has_object(self, sentence: Sentence, draft: Draft) -> bool:
        wanted, item = draft.trigger.object, draft.item
        stop = min(item.last + (10 if draft.trigger.language == "ar" else 7), len(sentence))
        for i in range(item.last + 1, stop):
            if i > item.last + 1 and sentence.marks[i] >= HARD:
                return False
            if self._bare(sentence.words[i]) & wanted:
                return True
            there = sentence.owner[i]
            if there is None:
                continue
            if there.weapon and any(_is_weapon(there.weapon.id, want) for want in wanted):
                return True
            if ("place" in wanted and there.place) or ("actor" in wanted and there.actor):
                return True
        # passive, relative: missiles were fired, صواريخ أطلقتها
        first = max(item.first - 6, 0)
        return not draft.is_noun and any(
            self._bare(sentence.words[i]) & wanted
            or ((w := sentence.owner[i]) and w.weapon and any(_is_weapon(w.weapon.id, want) for want in wanted))
            for i in range(first, item.first)
        )

    def _bare(self, word: str) -> set[str]:
        return self.nouns.bare(word)

    def _is_object(self, sentence: Sentence, draft: Draft, item: Item) -> bool:
        wanted = draft.trigger.object
        if item.weapon and any(_is_weapon(item.weapon.id, want) for want in wanted):
            draft.weapons.append(item.weapon.id)
            return True
        return any(self._bare(sentence.words[i]) & wanted for i in range(item.first, item.last + 1))

    # ---- nouns

    def _noun(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        family = FAMILY.get(draft.type, Family.HIT)
        item = draft.item
        if item.actor is not None:  # Russian air cover is a name
            draft.add("actors", self._role(item, "adjective", draft))
            draft.pattern = "adjective"
            return
        owners = (
            self.nouns.owners(sentence, item, draft.platform or self._platform_near(sentence, item))
            if family.has_owner
            else []
        )
        if owners:
            slot = family.owner
            for role in owners:
                draft.add(slot, role)
            draft.pattern = owners[0].basis
        possessed = self.nouns.is_possessed(item)
        if not possessed and not owners and (whose := self.nouns.genitive(sentence, item, draft.arguments.found)):
            for one in self._group(sentence, whose):
                if self._may_act(one, draft):
                    draft.add(family.owner, self._role(one, "owner", draft))
                    draft.pattern = "owner"
            if draft.pattern == "owner":
                names = {one.first for one in self._group(sentence, whose)}
                draft.arguments.found = [arg for arg in draft.arguments.found if arg.item.first not in names]
        if possessed:
            self._inherit(draft, "inherited")
        light = light_verb(sentence, item)
        if light and not draft.get("actors") and draft.type != "talks":
            self._light(sentence, draft, *light)
        self._undergo(sentence, draft)

    def _light(self, sentence: Sentence, draft: Draft, at: int, length: int) -> None:
        """`carried out strikes`, `شنت الطائرات الروسية غارات`: its subject is the agent."""
        between = [
            one
            for one in sentence.items
            if at + length <= one.first < draft.item.first and one.actor and not one.before.startswith(self.nouns.in_)
        ]
        subject: Item | None = between[0] if between and draft.trigger.language != "en" else None
        if subject is None:
            subject = subject_before(sentence, at, joined=is_joined(sentence, at, "light")).item
        if subject and subject.actor and self._may_act(subject, draft):
            for one in self._group(sentence, subject):
                if self._may_act(one, draft):
                    draft.add("actors", self._role(one, "light_verb", draft))
            draft.pattern = "light"
        elif subject is None and self._is_open(sentence, at):
            self._inherit(draft, "inherited")
            draft.pattern = "light" if draft.get("actors") else draft.pattern
        elif subject and subject.weapon:
            draft.weapons.append(subject.weapon.id)

    def _is_open(self, sentence: Sentence, at: int) -> bool:
        """No unknown noun stands where the subject of the verb at word *at* would be."""
        nxt = at + 1
        return (
            nxt >= len(sentence)
            or bool(sentence.cues[nxt])
            or sentence.owner[nxt] is not None
            or sentence.words[nxt].isdigit()
        )

    def _undergo(self, sentence: Sentence, draft: Draft) -> None:
        """`تعرضت البلدة لقصف`, `came under shelling`: who or what stands before the noun is what is hit."""
        item = draft.item
        for i in range(item.first - 1, max(item.first - 10, -1), -1):
            if sentence.marks[i + 1] >= HARD:
                return
            if "undergo" in sentence.cues[i]:
                names = [one for one in sentence.items if i < one.first < item.first]
                if not names:
                    subject = subject_before(sentence, i).item
                    names = [subject] if subject else []
                for one in names:
                    if is_place(one, self.lexicon):
                        draft.add("places", Role(id=one.place.id, span=one.span, basis="target"))  # type: ignore[union-attr]
                    elif one.actor:
                        draft.add("recipients", self._role(one, "undergo", draft))
                draft.pattern = draft.pattern if draft.get("actors") else "undergo"
                return

    # ---- verbs

    def _verb(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        if draft.trigger.language == "ar":
            self._arabic(sentence, draft, coded)
        else:
            self._european(sentence, draft, coded)

    def _arabic(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        item = draft.item
        joined = item.before[:1] == self.nouns.and_
        before = subject_before(sentence, item.first, joined=joined)
        after = actor_after(sentence, item.last + 1)
        harm = FAMILY.get(draft.type) is Family.HARM and draft.trigger.subject == "agent"
        if harm and before.item and before.item.actor and self._closes(sentence, item.last + 1):
            for one in self._group(sentence, before.item):
                self._suffers(draft, one)  # مدنيون قتلوا في
            draft.pattern = "passive"
            return
        if before.item and self._takes(sentence, draft, before, coded):
            draft.pattern = before.pattern
            return
        if after and self._is_subject(sentence, draft, after, harm=harm):
            self._takes(sentence, draft, Subject(after, "verb_subject"), coded)
            draft.pattern = "verb_subject"
            names = {one.first for one in self._group(sentence, after)}
            if after.senses:
                draft.arguments = arguments_after(sentence, after)
            else:
                draft.arguments.found = [arg for arg in draft.arguments.found if arg.item.first not in names]
            return
        if harm:
            return  # قتل عشرة: it is not said by whom
        if (
            not joined
            and before.item is None
            and sentence.has_in(clause_start(sentence, item.first), item.first, "arms")
        ):
            draft.armed = draft.by_arms = True
            return
        if self._armed_at(sentence, item.last + 1):
            draft.armed = True
            draft.by_arms = sentence.has_in(item.last + 1, item.last + 2, "arms")
            return
        if (before.item is None and after is None) or joined or (after and after.place and not after.actor):
            if self._is_open(sentence, item.last):
                self._inherit(draft, "inherited")

    def _closes(self, sentence: Sentence, at: int) -> bool:
        """No object can begin at word *at*."""
        if at >= len(sentence) or sentence.marks[at] > 0:
            return True
        there = sentence.owner[at]
        starts = there is not None and there.before.startswith(self.nouns.in_)
        return starts or any(kind in sentence.cues[at] for kind in ("slot", "clause", "joiner", "now"))

    def _is_subject(self, sentence: Sentence, draft: Draft, item: Item, *, harm: bool) -> bool:
        """*item*, right after an Arabic verb, does it (or, killed, suffers it)."""
        if item.senses and not item.is_name:
            return any(FAMILY.get(sense.trigger.type) is Family.HIT for sense in item.senses) and draft.type in (
                "strike",
                "casualties",
                "bombing",
            )
        if not harm:
            return item.actor is not None or item.weapon is not None
        if item.actor is None:
            return False
        following = range(item.last + 1, min(item.last + 4, len(sentence)))
        has_object = any(
            sentence.has(i, "number")
            or sentence.has(i, "tens")
            or sentence.has(i, "civilian")
            or sentence.words[i].isdigit()
            for i in following
        )
        return has_object or item.actor.platform is not None

    def _european(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        item = draft.item
        subject = subject_before(sentence, item.first)
        passive = self._is_passive(sentence, draft, subject)
        if passive:
            draft.pattern = "passive"
            one = subject.item
            if one and one.is_name:
                for name in self._group(sentence, one):
                    self._suffers(draft, name)
            elif one and (noun := coded.get(one.first)) and draft.trigger.object:
                self._ends(draft, noun)  # the siege of X was lifted
            return
        if subject.item and self._takes(sentence, draft, subject, coded):
            draft.pattern = subject.pattern
            return
        if subject.item is None and self._pronoun(sentence, draft):
            return
        if subject.item is None and self._armed_before(sentence, item.first):
            draft.armed = True
            start = self._segment(sentence, item.first)
            draft.by_arms = sentence.has_in(start, item.first, "arms") and not sentence.has_in(
                start, item.first, "armed"
            )
            return
        if subject.item is None and (draft.tense == "ing" or self._is_joined(sentence, item.first)):
            self._inherit(draft, "inherited")

    def _pronoun(self, sentence: Sentence, draft: Draft) -> bool:
        """`The army said it had killed ten`: who speaks, does."""
        start = clause_start(sentence, draft.item.first)
        if not any(sentence.words[i] in PRONOUNS for i in range(start, min(start + 2, draft.item.first))):
            return False
        speakers = next((one.claimants for one in reversed(self.told) if one.covers(draft.item.first)), ())
        if not speakers:
            self._inherit(draft, "pronoun")
        for role in speakers:
            if self.lexicon.actor_kind(role.id) in FORCES:
                draft.add("actors", self._forces(role, draft, "claimant"))
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

    def _takes(self, sentence: Sentence, draft: Draft, subject: Subject, coded: dict[int, Draft]) -> bool:
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
                draft.add("recipients", self._role(item, "stated", draft))
                self._inherit_none(draft)
                return True
            if not self._may_act(item, draft):
                draft.why.append(f"{item.actor.id} is no force")
                return False
            for one in self._group(sentence, item):
                if self._may_act(one, draft):
                    draft.add("actors", self._role(one, "stated", draft))
            if item.actor.platform and draft.type == "strike":
                draft.platform = item.actor.platform
            return True
        if item.weapon:
            draft.weapons.append(item.weapon.id)
            draft.platform = draft.platform or (item.weapon.platform if draft.type == "strike" else None)
            draft.armed = draft.by_arms = True
            if item.weapon.owner:
                self._owned(draft, item.weapon, item)
            return True
        if item.place and draft.trigger.subject == "recipient":
            self._suffers(draft, item)
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
        self._arguments(sentence, noun, draft.arguments.found)

    def _armed_at(self, sentence: Sentence, at: int) -> bool:
        return sentence.has_in(at, at + 2, "armed") or sentence.has_in(at, at + 2, "arms")

    def _armed_before(self, sentence: Sentence, at: int) -> bool:
        start = self._segment(sentence, at)
        return sentence.has_in(start, at, "armed") or sentence.has_in(start, at, "arms")

    def _segment(self, sentence: Sentence, at: int) -> int:
        """Where the clause begins whose verb the one at word *at* is joined to: launched from X *and hit*."""
        start = clause_start(sentence, at)
        while start > 0 and sentence.marks[start] == 0 and sentence.has_in(start, at, "joiner"):
            there = sentence.owner[start - 1]
            if there is None or there.is_name:
                break
            start = clause_start(sentence, start - 1)
        return start

    # ---- slots

    def _arguments(self, sentence: Sentence, draft: Draft, only: list[Argument] | None = None) -> None:
        """Fill the slots from the names to the right, as the family of the type says."""
        family = FAMILY.get(draft.type, Family.HIT)
        for arg in draft.arguments.found if only is None else only:
            item = arg.item
            if arg.slot == "support":
                continue
            role = family.role(arg.slot, "actor")
            if arg.slot == "from" and draft.is_noun and item.actor and item.actor.platform and family is Family.HIT:
                role = "actors"  # raids from Russian jets
            if arg.slot == "of" and draft.is_noun and item.actor and item.actor.platform and family is Family.HIT:
                role = "actors"  # bombing of Russian warplanes
            if (
                arg.slot == "for"
                and draft.type in ("strike", "attack", "bombing")
                and draft.is_noun
                and not draft.get("actors")
                and item.first <= draft.item.last + 3
            ):
                role = "actors"  # قصف لقوات النظام
            if item.weapon:
                draft.weapons.append(item.weapon.id)
                if draft.type == "strike":
                    draft.platform = draft.platform or item.weapon.platform
            is_where = is_place(item, self.lexicon)
            where_slots = ("in", "from", "on", "to", "") if family in _GROUND else ("in", "from")
            if item.actor and not (is_where and arg.slot in where_slots):
                if role == "actors" and (
                    draft.get("actors")
                    and draft.pattern not in ("owner", "light")
                    and not family.is_mutual
                    and not draft.get("actors")[0].basis == "by"
                ):
                    continue
                if role == "actors" and not self._may_act(item, draft):
                    continue
                if role:
                    basis = "by" if arg.slot == "by" else "stated"
                    draft.add(role, self._role(item, basis, draft))
                    if role == "actors" and draft.pattern in ("bare", "undergo", "passive"):
                        draft.pattern = "by" if arg.slot == "by" else draft.pattern
            elif item.place:
                where = family.role(arg.slot, "place")
                if not is_where and where == "places":
                    continue  # a road, a river, a border: no place of events
                if arg.slot == "from" and self._is_whence(sentence, draft, item):
                    draft.why.append(f"{item.place.id}: where fighters are from")
                    continue
                if where:
                    basis = "target" if arg.slot in ("", "on", "of", "to") else "stated"
                    draft.add(where, Role(id=item.place.id, span=item.span, basis=basis))
        if family.is_mutual:
            self._mutual(sentence, draft)
        elif draft.type == "talks" and len(draft.get("actors")) > 1 and not draft.get("recipients"):
            draft.add("recipients", *draft.get("actors"))

    def _is_whence(self, sentence: Sentence, draft: Draft, item: Item) -> bool:
        """`fighters from Russia`: it says where they are from, not where it was launched."""
        before = [one for one in sentence.items if one.last < item.first]
        last = before[-1] if before else None
        if last is None:
            return False
        is_list = (
            last.place is not None
            and last.actor is None
            and any(role.id == last.place.id for role in draft.get("origins"))
        )
        whence = draft.why and draft.why[-1].endswith("fighters are from")
        if last.place is not None and whence and not is_list:
            return True
        people = last.actor is not None or sentence.has_in(item.first - 2, item.first, "armed")
        return people and item.first - last.last <= 2 and draft.type not in ("territory_lost", "advance", "force_entry")

    def _mutual(self, sentence: Sentence, draft: Draft) -> None:
        """Clashes: both are actors and recipients; with only one named, the other is who acted last."""
        if sentence.has_in(draft.item.last + 1, draft.item.last + 4, "both"):
            pair = self.places.pair
            draft.add("actors", *pair)
            draft.add("recipients", *pair)
            return
        with_ = [arg.item for arg in draft.arguments.found if arg.slot in ("with", "on") and arg.item.actor]
        between = any(arg.slot == "between" for arg in draft.arguments.found)
        if with_ and not between:
            others = [self._role(item, "stated", draft) for item in with_]
            draft.roles["actors"] = [
                role for role in draft.get("actors") if all(role.id != other.id for other in others)
            ]
            if not draft.roles["actors"]:
                self._inherit(draft, "inherited", but={other.id for other in others})
            draft.add("recipients", *others)
        elif len(draft.get("actors")) > 1:
            draft.add("recipients", *draft.get("actors"))

    def _suffers(self, draft: Draft, item: Item) -> None:
        if is_place(item, self.lexicon) and item.place and not (item.actor and FAMILY.get(draft.type) is Family.HARM):
            draft.add("places", Role(id=item.place.id, span=item.span, basis="target"))
        elif item.actor:
            draft.add("recipients", self._role(item, "stated", draft))

    def _from_reports(self, sentence: Sentence, draft: Draft) -> None:
        """Agents that only the report tells: the accused; the claimant's own forces."""
        if draft.get("actors"):
            return
        family = FAMILY.get(draft.type, Family.HIT)
        for report in reversed(self.told):
            if not report.covers(draft.item.first):
                continue
            if report.accused and family is not Family.TALK:
                draft.add("actors", *(self._forces(role, draft, "accused") for role in report.accused))
                draft.pattern = "accused"
                return
            own = [role for role in report.claimants if is_force(self.lexicon, role.id)]
            if family in (Family.SIEGE, Family.BREAK, Family.HOLD, Family.MOVE) and draft.is_noun and own:
                draft.add("actors", *(Role(id=role.id, span=role.span, basis="claimant") for role in own))
                draft.pattern = "claimant"
                return
            if draft.by_arms and report.claimants and draft.type in ("strike", "force_entry", "advance"):
                draft.add(
                    "actors",
                    *(
                        self._forces(role, draft, "claimant")
                        for role in report.claimants
                        if self.lexicon.owner_of(role.id)
                    ),
                )
                return

    def _refer(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft], earlier: list[Draft]) -> None:
        """What is told elsewhere: the cause of the dead, the strike just told, the other side of a siege."""
        family = FAMILY.get(draft.type, Family.HIT)
        item = draft.item
        if family is Family.HARM:
            self._cause(sentence, draft, coded)
            self._people(sentence, draft)
        if draft.type == "strike" and not draft.get("actors"):
            for one in draft.weapons:
                row = self.lexicon.weapons.get(one)
                if row and row.owner:
                    self._owned_by(draft, row.owner, item)
        if (
            draft.type in ("strike", "attack")
            and draft.is_noun
            and not draft.get("actors")
            and self.nouns.is_definite(sentence, item)
        ):
            same = next(
                (one for one in reversed(earlier) if one.type == draft.type and sentence.index - one.sentence <= 3),
                None,
            )
            if same and (not draft.get("places") or not same.get("places")):
                draft.add("actors", *(Role(id=role.id, span=None, basis="chain") for role in same.get("actors")))
                draft.platform = draft.platform or same.platform
                draft.pattern = "chain"
        if family in (Family.SIEGE, Family.BREAK, Family.ROUTE) or draft.type == "territory_seized":
            self._siege(sentence, draft)

    def _people(self, sentence: Sentence, draft: Draft) -> None:
        """People, children, residents: civilians, unless somebody else is said to be hurt."""
        if draft.get("recipients"):
            return
        at, stop = draft.item.first, max(draft.arguments.stop, draft.item.last + 1)
        near = (*range(draft.item.last + 1, min(stop, draft.item.last + 8)), *range(at - 1, max(at - 8, -1), -1), at)
        for i in near:
            if "armed" in sentence.cues[i] and "civilian" not in sentence.cues[i]:
                self._soldiers(sentence, draft, i)
                return
            if "civilian" in sentence.cues[i]:
                id_ = sentence.cues[i]["civilian"][0]
                if self.lexicon.has("actor", id_):
                    span = (sentence.starts[i], sentence.end(i))
                    draft.add("recipients", Role(id=id_, span=span, basis="people"))
                return

    def _soldiers(self, sentence: Sentence, draft: Draft, at: int) -> None:
        """A Russian pilot, مرتزقة روس; and whose own dead are admitted."""
        nisba = self.actions.words[draft.trigger.language].nisba
        beside = at + 1 if draft.trigger.language == "ar" else at - 1
        owner = nisba.get(sentence.words[beside]) if 0 <= beside < len(sentence) else None
        noun = self.nouns.force_noun(None)
        if owner and noun:
            span = (sentence.starts[min(at, beside)], sentence.end(max(at, beside)))
            draft.add("recipients", Role(id=self.lexicon.actor_id(owner, noun), span=span, basis="adjective"))
            return
        for report in self.told:
            if report.kind == "admit" and report.covers(draft.item.first):
                draft.add("recipients", *(self._forces(role, draft, "claimant") for role in report.claimants))

    def _cause(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        """The agent of the raid, blast or attack that they died in; who kills in a raid, raids."""
        if draft.get("actors"):
            there = draft.arguments.event
            cause = coded.get(there.item.first) if there and there.slot in ("in", "with", "cause", "by") else None
            if cause and not cause.get("actors") and FAMILY.get(cause.type) is Family.HIT and not draft.is_noun:
                cause.add("actors", *(self._forces(role, cause, "cause") for role in draft.get("actors")))
            return
        event = draft.arguments.event
        cause = coded.get(event.item.first) if event else None
        if cause is None:
            before = [one for at, one in coded.items() if at < draft.item.first]
            cause = (
                before[-1]
                if before and FAMILY.get(before[-1].type) is Family.HIT and draft.item.first - before[-1].item.last < 14
                else None
            )
        if cause and FAMILY.get(cause.type) is Family.HIT:
            draft.add("actors", *(Role(id=role.id, span=role.span, basis="cause") for role in cause.get("actors")))
            draft.weapons += cause.weapons
            for role in cause.get("places"):
                if not draft.get("places") or draft.get("places")[0].basis == "cause":
                    draft.add("places", Role(id=role.id, span=role.span, basis="cause"))
        if draft.get("actors"):
            return
        # حقول ألغام زرعها التنظيم, mines left by IS
        weapons = [arg.item for arg in draft.arguments.found if arg.item.weapon]
        if weapons:
            after = [
                one
                for one in sentence.items
                if one.first > weapons[-1].last and one.actor and one.first - weapons[-1].last <= 3
            ]
            if after and is_force(self.lexicon, after[0].actor.id):  # type: ignore[union-attr]
                role = self._role(after[0], "weapon_owner", draft)
                draft.roles["recipients"] = [one for one in draft.get("recipients") if one.id != role.id]
                draft.add("actors", role)

    def _siege(self, sentence: Sentence, draft: Draft) -> None:
        """The other side: of a siege the besieged or the besieger, of ground taken who held it."""
        family = FAMILY.get(draft.type, Family.HIT)
        if family is Family.SIEGE and draft.type == "siege_ongoing" and draft.is_noun:
            held = next(
                (
                    one
                    for one in reversed(sentence.items)
                    if one.last < draft.item.first and one.last >= draft.item.first - 2
                ),
                None,
            )
            if held and held.actor and self.nouns.is_state(draft.item):
                draft.add("recipients", self._role(held, "stated", draft))
                draft.roles["actors"] = [role for role in draft.get("actors") if role.id != held.actor.id]
            elif held and held.place and not draft.get("places") and self.nouns.is_state(draft.item):
                draft.add("places", Role(id=held.place.id, span=held.span, basis="target"))
        if draft.type == "siege_broken" and not draft.get("actors"):
            own = [arg.item for arg in draft.arguments.found if arg.slot == "for" and arg.item.actor]
            for item in own:
                draft.add("actors", self._role(item, "beneficiary", draft))
        wanted = "actors" if draft.type == "siege_ongoing" else "recipients"
        if draft.get(wanted):
            return
        mine = {_root(role.id) for slot in ("actors", "recipients") for role in draft.get(slot)}
        others = {
            _root(one.actor.id): one
            for one in sentence.items
            if one.actor
            and is_force(self.lexicon, one.actor.id)
            and _root(one.actor.id) not in mine
            and not one.place
            and not sentence.has(one.first - 1, "support")
            and not sentence.has(one.first - 2, "support")
            and not one.senses
            and (family is not Family.HOLD or self.places.slot(sentence, one) in ("with", "on", "from"))
        }
        if mine and len(others) == 1:
            draft.add(wanted, self._role(next(iter(others.values())), "sentence", draft))

    def _inherit(self, draft: Draft, basis: str, but: Iterable[str] = ()) -> None:
        """Who acted last in the paragraph acts here too."""
        roles = [role for role in self.running if role.id not in but]
        if roles and draft.type == "military_support":
            roles = [self._forces(role, draft, basis, whole=True) for role in roles]
        if roles and not draft.get("actors"):
            draft.add("actors", *(Role(id=role.id, span=role.span, basis=basis) for role in roles))
            if draft.pattern == "bare":
                draft.pattern = "inherit"

    # ---- who is who

    def _may_act(self, item: Item, draft: Draft) -> bool:
        """An outlet or a person bombs nobody."""
        if item.actor is None:
            return False
        if FAMILY.get(draft.type, Family.HIT) is Family.TALK:
            return True
        kind = self.lexicon.actor_kind(item.actor.id)
        return kind in FORCES and (kind != "ministry" or "defence" in item.actor.id)

    def _role(self, item: Item, basis: str, draft: Draft) -> Role:
        assert item.actor is not None
        role = Role(id=item.actor.id, span=item.span, basis=basis)
        return self._forces(role, draft, basis)

    def _forces(self, role: Role, draft: Draft, basis: str, *, whole: bool = False) -> Role:
        """A state, or its government, strikes with its forces."""
        id_ = role.id
        kind = self.lexicon.actor_kind(id_)
        owner = self.lexicon.owner_of(id_)
        is_state = (
            owner is not None
            and self.lexicon.is_state(owner)
            and kind in ("state", "government", "ministry", "regime", "coalition", "person", "source")
        )
        acts = FAMILY.get(draft.type) in (Family.HIT, Family.SUPPORT) or basis == "claimant"
        if owner is not None and (is_state or whole) and acts:
            noun = self.nouns.force_noun("air" if draft.platform == "air" and not whole else None)
            if noun:
                id_ = self.lexicon.actor_id(owner, noun)
        return Role(id=id_, span=role.span, basis=basis)

    def _owned(self, draft: Draft, weapon: Found, item: Item) -> None:
        if weapon.owner:
            self._owned_by(draft, weapon.owner, item)

    def _owned_by(self, draft: Draft, owner: str, item: Item) -> None:
        row = self.lexicon.owners.get(owner) or self.lexicon.owner_of(owner)
        id_ = row.actor if row else owner
        draft.add("actors", self._forces(Role(id=id_, span=item.span, basis="weapon_owner"), draft, "weapon_owner"))
        if draft.pattern == "bare":
            draft.pattern = "weapon_owner"

    def _group(self, sentence: Sentence, first: Item) -> Iterator[Item]:
        """*first* and what is joined to it: the army and its allies, `Syrian or Russian jets`."""
        yield first
        last = first
        for item in sentence.items:
            if item.first <= last.last:
                continue
            if item.actor is None or not item.is_name:
                return
            between = range(last.last + 1, item.first)
            joined = item.before[:1] == self.nouns.and_ and not between
            if not joined and not (between and len(between) <= 3 and all(sentence.has(i, "joiner") for i in between)):
                allied = (
                    bool(between)
                    and len(between) <= 5
                    and all(sentence.has(i, "joiner") or sentence.has(i, "ally") for i in between)
                )
                adjacent = not between and sentence.marks[item.first] == 0 and not _is_arabic(sentence, item)
                if not allied and not adjacent:
                    return
            yield item
            last = item

    def _support(self, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        """`backed by Russian strikes`: the strike is support, and a strike too only where ground was taken with it."""
        added: list[Draft] = []
        has_ground = any(FAMILY.get(one.type) in (Family.HOLD, Family.MOVE) or one.type == "attack" for one in drafts)
        for draft in drafts:
            if draft.type != "strike" or not draft.is_noun:
                continue
            at = draft.item.first
            near = next((i for i in range(at - 1, max(at - 8, -1), -1) if sentence.has(i, "support")), None)
            if near is None or any(sentence.owner[i] and not sentence.owner[i].is_name for i in range(near, at)):  # type: ignore[union-attr]
                continue
            if has_ground:
                help_ = Draft(
                    "air_support",
                    draft.item,
                    draft.trigger,
                    draft.sentence,
                    True,
                    roles={"actors": list(draft.get("actors"))},
                    pattern="support",
                )
                help_.roles["recipients"] = [
                    role for role in self.running if role.id not in {one.id for one in draft.get("actors")}
                ]
                added.append(help_)
            else:
                draft.type, draft.pattern, draft.platform = "air_support", "support", None
        return added

    def _kills(self, drafts: list[Draft]) -> list[Draft]:
        """A force of the air, sea or guns that kills is a strike without the word."""
        added = []
        for draft in drafts:
            actors = draft.get("actors")
            if draft.type != "casualties" or not actors or actors[0].basis not in ("stated", "by", "light_verb"):
                continue
            if any(self.lexicon.platform_of(role.id) for role in actors) and not any(
                one.type == "strike" and {role.id for role in one.get("actors")} & {role.id for role in actors}
                for one in drafts
            ):
                strike = Draft("strike", draft.item, draft.trigger, draft.sentence, False, draft.tense, pattern="kills")
                strike.roles = {slot: list(draft.get(slot)) for slot in ("actors", "recipients", "places")}
                strike.arguments = draft.arguments
                added.append(strike)
        return added

    # ---- the rest

    def _finish(self, sentence: Sentence, draft: Draft, told: list[Report], all_: list[Draft]) -> None:
        item = draft.item
        inner = [report for report in told if report.covers(item.first)]
        if draft.type in ("denial", "accusation", "statement", "warning", "talks"):
            inner = [report for report in inner if report.at != item.first and report.kind in ("say", "accord")]
        if draft.type == "air_support" and not draft.get("recipients"):
            mine = {_root(role.id) for role in draft.get("actors")}
            near = [
                one
                for one in sentence.items
                if one.actor and one.first < item.first and _root(one.actor.id) not in mine
            ]
            for one in near[:1]:
                draft.add("recipients", self._role(one, "sentence", draft))
        number = False
        if draft.type in ("strike", "casualties", "captured", "bombing"):
            draft.quantity, draft.quantity_text = quantity_of(
                sentence,
                item,
                draft.arguments.stop,
                _start(sentence, item),
                is_object=draft.type != "strike"
                and (draft.trigger.language == "ar" or (not draft.is_noun and draft.pattern != "passive")),
                is_counted=draft.type in ("casualties", "captured")
                or (not draft.is_noun and bool(draft.trigger.object)),
            )
            number = draft.quantity is not None or draft.quantity_text is not None
        draft.stance, cue = stance_of(sentence, item, draft.type, inner, self.year, number=number)
        if draft.type == "siege_ongoing" and draft.stance in ("asserted", "claimed") and self.nouns.is_state(item):
            draft.stance, cue = "background", "state"
        if draft.stance in ("asserted", "claimed", "admitted") and self._is_passing(sentence, draft):
            draft.stance, cue = "background", "in passing"
        if cue and draft.stance not in ("asserted", "claimed"):
            draft.why.append(f"{draft.stance}: {cue}" if cue.isascii() and cue.isalpha() else draft.stance)
        innermost = next((report for report in reversed(inner) if report.claimants), None)
        if innermost:
            draft.add("claimants", *innermost.claimants)
        for report in inner:
            draft.add("via", *report.via)
        if draft.type == "strike":
            draft.platform = self._carrier(draft) or draft.platform or self._platform_near(sentence, item)
        else:
            draft.platform = None
        draft.roles["recipients"] = [
            role
            for role in draft.get("recipients")
            if draft.type in ("clash", "talks") or all(role.id != one.id for one in draft.get("actors"))
        ]
        if any(report.accused for report in inner):
            draft.roles["recipients"] = [role for role in draft.get("recipients") if role.basis != "accused"]
        self.places.ladder(sentence, draft, all_)
        at = item.span[0]
        lead = self.document.lead
        draft.prominence = "title" if at < self.document.body_at else "lead" if at < lead[1] else "body"
        first = min(
            [
                item.span[0],
                *(
                    role.span[0]
                    for roles in draft.roles.values()
                    for role in roles
                    if role.span
                    and sentence.span[0] <= role.span[0] < sentence.span[1]
                    and role in draft.get("actors") + draft.get("recipients") + draft.get("places")
                ),
            ]
        )
        last = max(
            [
                item.span[1],
                *(
                    role.span[1]
                    for roles in draft.roles.values()
                    for role in roles
                    if role.span
                    and sentence.span[0] <= role.span[0] < sentence.span[1]
                    and role not in draft.get("claimants")
                ),
            ]
        )
        draft.span = (first, last)

    def _is_passing(self, sentence: Sentence, draft: Draft) -> bool:
        """`criticised the Russian strikes`: a definite plural with no number, day, target or verb of its own."""
        if (
            draft.type != "strike"
            or not draft.is_noun
            or draft.pattern in ("light", "event_verb", "undergo", "by", "chain")
        ):
            return False
        text = self.document.text[draft.item.span[0] : draft.item.span[1]]
        is_campaign = "campaign" in text or text.endswith(CAMPAIGN)
        if not (is_campaign or self.nouns.is_definite(sentence, draft.item)) or sentence.has_in(
            0, len(sentence), "now"
        ):
            return False
        row = (self.lexicon.places.get(role.id) for role in draft.get("places"))
        exact = any(one is not None and one.kind not in ("country", "region") for one in row)
        counted = any(sentence.has(i, "number") or sentence.words[i].isdigit() for i in range(len(sentence)))
        return not exact and not counted

    def _carrier(self, draft: Draft) -> str | None:
        """The platform of those who do it."""
        platforms = {self.lexicon.platform_of(role.id) for role in draft.get("actors")} - {None}
        return platforms.pop() if len(platforms) == 1 else None

    def _platform_near(self, sentence: Sentence, item: Item) -> str | None:
        for i in (
            *range(item.first, min(item.last + 4, len(sentence))),
            *range(item.first - 1, max(item.first - 4, -1), -1),
        ):
            for name in PLATFORMS:
                if name in sentence.cues[i]:
                    return name
        return None


def _start(sentence: Sentence, item: Item) -> int:
    start = item.first
    while start > 0 and sentence.marks[start] == 0:
        start -= 1
    return start


def _is_arabic(sentence: Sentence, item: Item) -> bool:
    """By the private alphabet: Latin letters and digits stand for themselves."""
    return sentence.words[item.first][:1] not in _LATIN


def _root(path: str) -> str:
    return path.partition(".")[0]


def _is_weapon(path: str, wanted: str) -> bool:
    """weapon takes any; weapon.mine takes mine and all under it."""
    if not wanted.startswith("weapon"):
        return False
    _, _, kind = wanted.partition(".")
    return not kind or path == kind or path.startswith(f"{kind}.")
