"""Heads: the patterns of event nouns: adjective (غارات روسية), owner (قصف النظام), light verb (شنت غارات), undergo."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family, is_place
from streams.events.model import Role
from streams.events.roles.announced import of_self
from streams.events.roles.bases import base_before
from streams.events.roles.massacres import is_massacre_by
from streams.events.roles.parties import Parties
from streams.events.roles.predicates import predicate
from streams.events.sentence import HARD, Item, Sentence
from streams.events.sentence.clause import is_joined
from streams.events.sentence.light import light_verb
from streams.events.sentence.platforms import platform_near
from streams.events.sentence.subject import subject_before

BESIDE = 4  # words after a light verb in which its subject may stand behind a comma


class Heads:
    """Codes event nouns."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def fill(self, sentence: Sentence, draft: Draft) -> None:
        """Whose event the noun tells of: by the words beside it, else by the verb that it is the object of."""
        item, nouns = draft.item, self.parties.nouns
        slot = FAMILY.get(draft.type, Family.HIT).owner
        if item.actor is not None:  # Russian air cover is a name
            draft.add("actors", self.parties.role(item, "adjective", draft))
            draft.pattern = "adjective"
            return
        owners: list[Role] = []
        if nouns.may_be_owned(item):
            platform = draft.platform or platform_near(sentence, item)
            owners = nouns.owners(item, platform) or self._belonging(draft, platform)
        owners = owners or self._in_parentheses(sentence, draft) or predicate(sentence, draft, self.parties)
        if owners:
            draft.add(self._slot(draft, owners[0], slot), *owners)
            draft.pattern = owners[0].basis
        if nouns.is_possessed(sentence, item):
            self.parties.inherit(draft, "inherited", first=True)
            self._speakers(draft)
        elif not owners:
            self._genitive(sentence, draft, slot)
        light = light_verb(sentence, item)
        if light and not draft.get("actors") and draft.type != "talks":
            self._light(sentence, draft, *light)
        self._undergo(sentence, draft)

    def _speakers(self, draft: Draft) -> None:
        """`Russia says he was hurt in its air strike`: in English nobody else may be meant."""
        if draft.get("actors") or draft.type != "strike" or draft.trigger.language != "en":
            return
        told = [report for report in self.parties.told if report.kind == "say" and report.covers(draft.item.first)]
        for role in told[-1].claimants if told else ():
            if (owner := self.parties.lexicon.owner_of(role.id)) and self.parties.lexicon.is_state(owner):
                draft.add("actors", self.parties.forces(role, draft, "claimant"))

    def _in_parentheses(self, sentence: Sentence, draft: Draft) -> list[Role]:
        """`Airstrikes (Russian) on the town`, `strikes (RuAF)`: whose they are is set beside them."""
        at = draft.item.last + 1
        if draft.type != "strike" or at >= len(sentence) or "(" not in sentence.page.gap(sentence.starts[at]):
            return []
        one = sentence.owner[at]
        if one is not None and one.actor and one.first == at and self.parties.may_act(one, draft):
            draft.arguments.found = [arg for arg in draft.arguments.found if arg.item is not one]
            return [self.parties.role(one, "adjective", draft)]
        owner = self.parties.actions.words[draft.trigger.language].nisba.get(sentence.words[at])
        noun = self.parties.nouns.force_noun("air" if draft.platform == "air" else None)
        if owner is None or noun is None:
            return []
        span = (sentence.starts[at], sentence.end(at))
        return [Role(id=self.parties.lexicon.actor_id(owner, noun), span=span, basis="adjective")]

    def _slot(self, draft: Draft, owner: Role, slot: str) -> str:
        """A massacre is of those who die, but by planes, and by whom its adjective names: مجزرة روسية."""
        is_carrier = FAMILY.get(draft.type) is Family.HARM and self.parties.lexicon.platform_of(owner.id) is not None
        return "actors" if is_carrier or is_massacre_by(draft, owner, self.parties) else slot

    def _belonging(self, draft: Draft, platform: str | None) -> list[Role]:
        """غارات للنظام وروسيا: the owner after ل, and who is joined to it."""
        roles = self.parties.nouns.belonging(draft.item, platform)
        for role in roles:
            start, stop = role.span or (0, 0)
            draft.arguments.found = [arg for arg in draft.arguments.found if not start <= arg.item.span[0] < stop]
        return roles

    def _genitive(self, sentence: Sentence, draft: Draft, slot: str) -> None:
        whose = self.parties.nouns.genitive(sentence, draft.item, draft.arguments.found)
        if whose is None:
            return
        group = list(self.parties.group(sentence, whose))
        acting = [one for one in group if self.parties.may_act(one, draft)]
        if acting and self._is_accused_of(sentence, draft.item):
            return  # اتهمت X Y بقصف Z: Z is hit
        if acting:
            roles = [self.parties.role(one, "owner", draft) for one in acting]
            draft.add(self._slot(draft, roles[0], slot), *roles)
            draft.pattern = "owner"
            names = {one.first for one in group}
            draft.arguments.found = [arg for arg in draft.arguments.found if arg.item.first not in names]

    def _is_accused_of(self, sentence: Sentence, item: Item) -> bool:
        """The accused stands right before the noun at *item*."""
        there = sentence.owner[item.first - 1] if item.first else None
        return there is not None and any(
            role.span == there.span for report in self.parties.told for role in report.accused
        )

    def _light(self, sentence: Sentence, draft: Draft, at: int, length: int) -> None:
        """`carried out strikes`, `شنت الطائرات الروسية غارات`: its subject is the agent."""
        between = [
            one
            for one in sentence.items
            if at + length <= one.first < draft.item.first
            and one.actor
            and not one.before.startswith(self.parties.nouns.in_)
            and (one.first - at <= BESIDE or not any(sentence.marks[at + length : one.first + 1]))
        ]
        subject: Item | None = between[0] if between and draft.trigger.language != "en" else None
        if subject is None:
            subject = subject_before(sentence, at, joined=is_joined(sentence, at, "light")).item
        if subject and subject.actor and self.parties.may_act(subject, draft):
            for one in self.parties.group(sentence, subject):
                if self.parties.may_act(one, draft):
                    draft.add("actors", self.parties.role(one, "light_verb", draft))
            draft.pattern = "light"
        elif subject is None:
            self._by_nobody(sentence, draft, at, length)
        elif subject.weapon:
            draft.weapons.append(subject.weapon.id)

    def _by_nobody(self, sentence: Sentence, draft: Draft, at: int, length: int) -> None:
        """A light verb without a subject: who says it of himself, a model of plane, a base, who acted last."""
        if own := of_self(sentence, draft, at, self.parties):
            draft.add("actors", *own)
            draft.pattern = "light"
        elif carried := self._carrier(sentence, at + length, draft.item.first):
            draft.weapons.append(carried)
        elif base := base_before(sentence, at, self.parties.lexicon):
            self.parties.owned_by(draft, base[1], base[0])
        elif self.is_open(sentence, at):
            if not self.parties.running:
                self._took_off(sentence, draft, at)
            self.parties.inherit(draft, "inherited")
            draft.pattern = "light" if draft.get("actors") else draft.pattern

    def _took_off(self, sentence: Sentence, draft: Draft, at: int) -> None:
        """قاذفات أقلعت من روسيا ووجهت ضربة: the carriers before the verb at word *at* that is joined to theirs."""
        for i in sentence.places_of.get("took_off", ()):
            before = [one for one in sentence.items if one.last < i < at and (one.actor or one.weapon)]
            one = before[-1] if before else None
            if one and one.actor and one.actor.platform and self.parties.may_act(one, draft):
                draft.add("actors", self.parties.role(one, "light_verb", draft))
            elif one and one.weapon and one.weapon.owner and not draft.get("actors"):
                draft.weapons.append(one.weapon.id)

    def _carrier(self, sentence: Sentence, first: int, stop: int) -> str | None:
        """A model of plane or ship that only one state flies, as the subject: نفذت قاذفات من طراز تو-22 ضربة."""
        for one in sentence.items:
            if first <= one.first < stop and one.weapon and one.weapon.owner and not one.actor:
                return one.weapon.id
        return None

    def is_open(self, sentence: Sentence, at: int) -> bool:
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
        if not sentence.places_of.get("undergo"):
            return
        for i in range(item.first - 1, max(item.first - 10, -1), -1):
            if sentence.marks[i + 1] >= HARD:
                return
            if "undergo" in sentence.cues[i]:
                names = [one for one in sentence.items if i < one.first < item.first]
                if not names:
                    subject = subject_before(sentence, i).item
                    names = [subject] if subject else []
                for one in names:
                    if is_place(one, self.parties.lexicon):
                        draft.add("places", Role(id=one.place.id, span=one.span, basis="target"))  # type: ignore[union-attr]
                    elif one.actor:
                        draft.add("recipients", self.parties.role(one, "undergo", draft))
                draft.pattern = draft.pattern if draft.get("actors") else "undergo"
                return
