"""Blame: an accusation that names no deed of its own is about the event told last: حمّلوا موسكو مسؤولية المجزرة.

drafts -> **blame** -> merge. Who is accused did it, so it is claimed, and the accuser says so.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties

MAX_EARLIER = 4  # sentences between the event and the accusation
DEEDS = ("strike", "attack", "casualties")
TOLD = ("asserted", "claimed")


def blame(drafts: list[Draft], parties: Parties) -> list[Draft]:
    """*drafts*, the last events by nobody before each accusation given those who are accused; without the nouns that
    only name these again (the massacre).
    """
    again: list[Draft] = []
    for at, accusation in enumerate(drafts):
        if accusation.type != "accusation" or accusation.stance not in TOLD or not accusation.is_deed_elsewhere:
            continue
        accused = [role for role in accusation.get("recipients") if _may_strike(role, parties)]
        beside = [one for one in drafts if one.sentence == accusation.sentence and one.type in DEEDS]
        if not accused or not all(_names_again(one) for one in beside):
            continue
        near = [one for one in drafts[:at] if 0 < accusation.sentence - one.sentence <= MAX_EARLIER]
        open_ = [one for one in near if one.type in DEEDS and one.stance in TOLD and not one.get("actors")]
        again += [one for one in beside if not one.quantity] if open_ else []
        for draft in _last_told(open_):
            draft.type = "strike" if draft.type == "attack" else draft.type
            draft.add("actors", *(parties.forces(role, draft, "accused") for role in accused))
            draft.add("claimants", *accusation.get("actors"))
            draft.pattern, draft.stance = "accused", "claimed"
    return [draft for draft in drafts if not any(draft is one for one in again)] if again else drafts


def _names_again(draft: Draft) -> bool:
    """A noun without a place or a number of its own; who blames for the attack may count the dead of it."""
    own = any(role.basis in ("target", "stated") for role in draft.get("places"))
    return draft.is_noun and not own and (draft.type == "casualties" or not draft.quantity)


def _may_strike(role: Role, parties: Parties) -> bool:
    owner = parties.lexicon.owner_of(role.id)
    return owner is not None and parties.lexicon.is_state(owner)


def _last_told(open_: list[Draft]) -> list[Draft]:
    """The last strike, or else the last event, and what else its sentence tells."""
    if not open_:
        return []
    last = next((one for one in reversed(open_) if one.type == "strike"), open_[-1])
    return [one for one in open_ if one.sentence == last.sentence]
