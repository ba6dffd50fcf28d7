"""Heads: the patterns of event nouns: adjective, owner, light verb, undergo (غارات روسية, قصف النظام, شنت غارات, تعرض لقصف)."""

from streams.events.agents import is_joined, light_verb, subject_before
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family, is_place
from streams.events.model import Role
from streams.events.parties import Parties
from streams.events.platforms import platform_near
from streams.events.sentence import HARD, Item, Sentence


class Heads:
    """Codes event nouns."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def fill(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        family = FAMILY.get(draft.type, Family.HIT)
        item = draft.item
        if item.actor is not None:  # Russian air cover is a name
            draft.add("actors", self.parties.role(item, "adjective", draft))
            draft.pattern = "adjective"
            return
        owners = (
            self.parties.nouns.owners(sentence, item, draft.platform or platform_near(sentence, item))
            if family.has_owner
            else []
        )
        if owners:
            slot = family.owner
            for role in owners:
                draft.add(slot, role)
            draft.pattern = owners[0].basis
        possessed = self.parties.nouns.is_possessed(item)
        if (
            not possessed
            and not owners
            and (whose := self.parties.nouns.genitive(sentence, item, draft.arguments.found))
        ):
            for one in self.parties.group(sentence, whose):
                if self.parties.may_act(one, draft):
                    draft.add(family.owner, self.parties.role(one, "owner", draft))
                    draft.pattern = "owner"
            if draft.pattern == "owner":
                names = {one.first for one in self.parties.group(sentence, whose)}
                draft.arguments.found = [arg for arg in draft.arguments.found if arg.item.first not in names]
        if possessed:
            self.parties.inherit(draft, "inherited")
        light = light_verb(sentence, item)
        if light and not draft.get("actors") and draft.type != "talks":
            self._light(sentence, draft, *light)
        self._undergo(sentence, draft)

    def _light(self, sentence: Sentence, draft: Draft, at: int, length: int) -> None:
        """`carried out strikes`, `شنت الطائرات الروسية غارات`: its subject is the agent."""
        between = [
            one
            for one in sentence.items
            if at + length <= one.first < draft.item.first
            and one.actor
            and not one.before.startswith(self.parties.nouns.in_)
        ]
        subject: Item | None = between[0] if between and draft.trigger.language != "en" else None
        if subject is None:
            subject = subject_before(sentence, at, joined=is_joined(sentence, at, "light")).item
        if subject and subject.actor and self.parties.may_act(subject, draft):
            for one in self.parties.group(sentence, subject):
                if self.parties.may_act(one, draft):
                    draft.add("actors", self.parties.role(one, "light_verb", draft))
            draft.pattern = "light"
        elif subject is None and self.is_open(sentence, at):
            self.parties.inherit(draft, "inherited")
            draft.pattern = "light" if draft.get("actors") else draft.pattern
        elif subject and subject.weapon:
            draft.weapons.append(subject.weapon.id)

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
