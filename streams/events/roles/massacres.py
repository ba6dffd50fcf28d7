"""Massacres: a Russian massacre is one by Russia: مجزرة روسية; a state that kills abroad strikes.

draft -> **is_massacre_by**, **kills_abroad** -> heads, support.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties, root


def is_massacre_by(draft: Draft, owner: Role, parties: Parties) -> bool:
    """The draft's noun is a massacre that *owner*'s adjective stands beside, or that *owner* committed."""
    text = parties.document.text[draft.item.span[0] : draft.item.span[1]]
    return owner.basis in ("adjective", "light_verb") and text in parties.actions.lists["massacre"]


def kills_abroad(draft: Draft, parties: Parties) -> bool:
    """The state itself, or its forces by adjective, kill in a country that is not theirs: `Russia killed hundreds`."""
    for role in draft.get("actors"):
        is_state = "." not in role.id and role.basis == "stated" and parties.lexicon.actor_kind(role.id) == "state"
        named = is_state or is_massacre_by(draft, role, parties)
        if named and not any(root(place.id) == root(role.id) for place in draft.get("places")):
            return bool(draft.get("places"))
    return False
