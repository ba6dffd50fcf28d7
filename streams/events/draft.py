"""Draft: a frame while its slots are being filled."""

from collections.abc import Sequence

from msgspec import Struct, field

from streams.events.actions import Trigger
from streams.events.model import Frame, Role
from streams.events.sentence import Item
from streams.events.sentence.argument import Arguments
from streams.text.document import Span


class Draft(Struct, gc=False):
    """As Frame. `item` is the trigger's; `is_noun`: it is coded as a noun."""

    type: str
    item: Item
    trigger: Trigger
    sentence: int
    is_noun: bool
    tense: str = "noun"
    roles: dict[str, list[Role]] = {}
    arguments: Arguments = field(default_factory=Arguments)
    span: Span = (0, 0)
    platform: str | None = None
    weapons: list[str] = []
    quantity: int | None = None
    quantity_text: str | None = None
    stance: str = "asserted"
    prominence: str = "body"
    outcome: str | None = None
    pattern: str = "bare"
    why: list[str] = []
    armed: bool = False  # an unnamed force does it
    by_arms: bool = False  # missiles, bombers of nobody named
    dropped: bool = False
    is_deed_elsewhere: bool = False  # of an accusation: what was done is told before it
    awaits: bool = False  # dropped for want of who did it, who may be told later
    is_absorbed: bool = False  # told by its subject: raids hit
    object_at: int | None = None  # the word of its object, if that is a trigger too

    def add(self, slot: str, *roles: Role) -> None:
        there = self.roles.setdefault(slot, [])
        if there:
            known = {role.id for role in there}
            there += [role for role in roles if role.id not in known]
        else:
            there += roles

    def get(self, slot: str) -> Sequence[Role]:
        """The roles in *slot*; not a copy."""
        return self.roles.get(slot, ())

    def frame(self) -> Frame:
        whose = {"territory_seized": "actors", "territory_held": "actors", "territory_lost": "recipients"}.get(
            self.type
        )
        roles = self.roles
        return Frame(
            type=self.type,
            trigger=self.item.span,
            span=self.span,
            sentence=self.sentence,
            actors=tuple(roles.get("actors", ())),
            recipients=tuple(roles.get("recipients", ())),
            places=tuple(roles.get("places", ())),
            origins=tuple(roles.get("origins", ())),
            claimants=tuple(roles.get("claimants", ())),
            via=tuple(roles.get("via", ())),
            holder=tuple(role.id for role in self.get(whose)) if whose else (),
            platform=self.platform,
            weapons=tuple(dict.fromkeys(self.weapons)),
            quantity=self.quantity,
            quantity_text=self.quantity_text,
            stance=self.stance,
            prominence=self.prominence,
            outcome=self.outcome,
            pattern=self.pattern,
            basis={slot.removesuffix("s"): roles[0].basis for slot, roles in self.roles.items() if roles},
            why=tuple(self.why),
        )
