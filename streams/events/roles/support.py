"""Helpers: strikes that are support for others, and forces that kill without the word strike."""

from itertools import pairwise

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.roles.downed import is_downed
from streams.events.roles.massacres import kills_abroad
from streams.events.roles.parties import Parties
from streams.events.sentence import Sentence
from streams.events.sentence.listed import actor_after

ERRAND = 3  # words from what planes bring to who was hurt


class Helpers:
    """Turns drafts into those that they are told for."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def support(self, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        """`backed by Russian strikes`: the strike is support, and a strike too only where ground was taken with it."""
        added: list[Draft] = []
        if not sentence.places_of.get("support"):
            return added
        has_ground = any(
            FAMILY.get(one.type) in (Family.HOLD, Family.MOVE, Family.CLASH) or one.type == "attack" for one in drafts
        )
        for draft in drafts:
            if draft.type != "strike" or not draft.is_noun:
                continue
            at = draft.item.first
            near = next((i for i in range(at - 1, max(at - 8, -1), -1) if sentence.has(i, "support")), None)
            if near is None or any(sentence.owner[i] and not sentence.owner[i].is_name for i in range(near + 1, at)):  # type: ignore[union-attr]
                continue
            if has_ground or draft.armed:  # ... strikes, 40 of which hit the town
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
                    role for role in self.parties.running if role.id not in {one.id for one in draft.get("actors")}
                ]
                added.append(help_)
            else:
                draft.type, draft.pattern, draft.platform = "air_support", "support", None
        return added

    def kills(self, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
        """A force of the air, sea or guns that kills is a strike without the word; one that brings the hurt is none."""
        added: list[Draft] = []
        for draft in drafts:
            actors = draft.get("actors")
            if draft.type != "casualties" or not actors:
                continue
            if sentence.has_in(draft.item.first - ERRAND, draft.item.first, "errand"):
                continue  # evacuated wounded soldiers
            by_arms = draft.by_arms and not draft.is_noun  # Russian missiles killed six
            if any(is_downed(sentence, one) for one in sentence.items if one.span in {role.span for role in actors}):
                del draft.roles["actors"]
                continue
            abroad = kills_abroad(draft, self.parties)
            if not by_arms and not abroad and actors[0].basis not in ("stated", "by", "light_verb", "accused"):
                continue
            if (by_arms or abroad or any(self.parties.lexicon.platform_of(role.id) for role in actors)) and not any(
                one.type == "strike" and {role.id for role in one.get("actors")} & {role.id for role in actors}
                for one in drafts
            ):
                strike = Draft("strike", draft.item, draft.trigger, draft.sentence, False, draft.tense, pattern="kills")
                strike.roles = {slot: list(draft.get(slot)) for slot in ("recipients", "places")}
                strike.add("actors", *(self.parties.forces(role, strike, role.basis) for role in actors))
                strike.arguments = draft.arguments
                added.append(strike)
        return added

    def places_of_kills(self, drafts: list[Draft]) -> None:
        """Raids that killed ten *in the town* were there, whatever place stands nearer to their noun."""
        for strike, harm in pairwise(drafts):
            if strike.type != "strike" or not strike.is_noun or strike.get("places"):
                continue
            if {role.basis for role in harm.get("actors")} == {"event_subject"}:
                stated = (role for role in harm.get("places") if role.basis in ("stated", "target"))
                strike.add("places", *stated)

    def alike(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """`The regime bombed the town and so did the Russians`: they act in the event that is told last before."""
        for at in sentence.places_of.get("alike", ()):
            told = [one for one in drafts if one.item.last < at and FAMILY.get(one.type) is Family.HIT]
            who = actor_after(sentence, at + sentence.cues[at]["alike"][1], 2)
            if told and who is not None and self.parties.may_act(who, told[-1]):
                told[-1].add("actors", self.parties.role(who, "stated", told[-1]))
