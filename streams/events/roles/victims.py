"""Victims: who was hurt, and by what: the raid they died in, the mines that somebody left."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family, is_force
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import Item, Sentence
from streams.events.sentence.argument import Argument
from streams.events.sentence.arguments import arguments_after

NEAR = 14  # words from what killed to who died

BY = 12  # words from the dead to by whom a part of them died


class Victims:
    """Looks for the dead and for what killed them."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def people(self, sentence: Sentence, draft: Draft) -> None:
        """People, children, residents: civilians, unless somebody else is said to be hurt."""
        if draft.get("recipients") or sentence.places_of.keys().isdisjoint(("armed", "civilian")):
            return
        at, stop = draft.item.first, max(draft.arguments.stop, draft.item.last + 1)
        near = (*range(draft.item.last + 1, min(stop, draft.item.last + 8)), *range(at - 1, max(at - 8, -1), -1), at)
        for i in near:
            if "armed" in sentence.cues[i] and "civilian" not in sentence.cues[i]:
                self._soldiers(sentence, draft, i)
                return
            if "civilian" in sentence.cues[i]:
                id_ = sentence.cues[i]["civilian"][0]
                if self.parties.lexicon.has("actor", id_):
                    span = (sentence.starts[i], sentence.end(i))
                    draft.add("recipients", Role(id=id_, span=span, basis="people"))
                return

    def _soldiers(self, sentence: Sentence, draft: Draft, at: int) -> None:
        """A Russian pilot, مرتزقة روس; and whose own dead are admitted."""
        nisba = self.parties.actions.words[draft.trigger.language].nisba
        beside = at + 1 if draft.trigger.language == "ar" else at - 1
        owner = nisba.get(sentence.words[beside]) if 0 <= beside < len(sentence) else None
        noun = self.parties.nouns.force_noun(None)
        if owner and noun:
            span = (sentence.starts[min(at, beside)], sentence.end(max(at, beside)))
            draft.add("recipients", Role(id=self.parties.lexicon.actor_id(owner, noun), span=span, basis="adjective"))
            return
        for report in self.parties.told:
            if report.kind == "admit" and report.covers(draft.item.first):
                draft.add("recipients", *(self.parties.forces(role, draft, "claimant") for role in report.claimants))

    def cause(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> None:
        """The agent of the raid, blast or attack that they died in; who kills in a raid, raids."""
        if draft.get("actors"):
            cause = None if draft.is_noun else _raid_after(sentence, draft, coded)
            if cause and not cause.get("actors"):
                cause.dropped = False
                cause.add("actors", *(self.parties.forces(role, cause, "cause") for role in draft.get("actors")))
            return
        if draft.trigger.language == "en" and (one := _part_by(sentence, draft)) and self.parties.may_act(one, draft):
            draft.add("actors", self.parties.role(one, "by", draft))
            return
        event = _beyond_harm(sentence, draft)
        cause = coded.get(event.item.first) if event else None
        cause = cause or _told_before(draft, coded)
        if cause and FAMILY.get(cause.type) is Family.HIT:
            cause.dropped = False  # who dies in it makes it one
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
            if after and is_force(self.parties.lexicon, after[0].actor.id):  # type: ignore[union-attr]
                role = self.parties.role(after[0], "weapon_owner", draft)
                draft.roles["recipients"] = [one for one in draft.get("recipients") if one.id != role.id]
                draft.add("actors", role)


def _told_before(draft: Draft, coded: dict[int, Draft]) -> Draft | None:
    """The raid or blast told right before; the noun, where its verb was told with it."""
    before = [one for at, one in coded.items() if at < draft.item.first and not one.awaits]
    if not before or FAMILY.get(before[-1].type) is not Family.HIT or draft.item.first - before[-1].item.last >= NEAR:
        return None
    return next((one for one in reversed(before) if not one.is_absorbed), None)


def _raid_after(sentence: Sentence, draft: Draft, coded: dict[int, Draft]) -> Draft | None:
    """The raid that they killed in: what the verb's arguments end with, or the first noun of one after `in`."""
    there = draft.arguments.event
    if there and there.slot in ("in", "with", "cause", "by"):
        at = there.item.first
    else:
        later = (one for one in sentence.triggers if one.first > draft.item.last)
        raid = next(later, None)
        is_in = raid is not None and any(sentence.slot(i) == "in" for i in range(max(raid.first - 3, 0), raid.first))
        at = raid.first if raid is not None and is_in and draft.trigger.language == "en" else -1
    cause = coded.get(at)
    return cause if cause is not None and cause.is_noun and FAMILY.get(cause.type) is Family.HIT else None


def _part_by(sentence: Sentence, draft: Draft) -> Item | None:
    """`20 killed, nine of them by Russian planes`."""
    for i in range(draft.item.last + 2, min(draft.item.last + BY, len(sentence) - 1)):
        if sentence.slot(i) == "by" and (sentence.words[i - 1] == "them" or _counts(sentence, i - 1)):
            there = sentence.owner[i + 1]
            return there if there is not None and there.actor else None
    return None


def _counts(sentence: Sentence, at: int) -> bool:
    is_number = sentence.words[at].isdigit() or sentence.has(at, "number") or sentence.has(at, "tens")
    return is_number or sentence.words[at] in ("most", "mostly")


def _beyond_harm(sentence: Sentence, draft: Draft) -> Argument | None:
    """The event after the dead, and after others hurt that are told with them: مقتل مدني وإصابة آخرين بقصف."""
    event = draft.arguments.event
    while event and all(FAMILY.get(sense.trigger.type) is Family.HARM for sense in event.item.senses):
        event = arguments_after(sentence, event.item).event
    return event
