"""Frame: one event as told in one clause; Role: who or what fills a slot of it, and why.

mentions, trigger hits -> coder -> **Frame** -> typed rules; `streams.events.message` makes the message of it.
"""

from msgspec import Struct

from streams.text.document import Span

STANCES = ("asserted", "claimed", "admitted", "denied", "planned", "conditional", "background", "negated")
TOLD = ("asserted", "claimed", "admitted")  # the stances of news, the surest last
PROMINENCE = ("title", "lead", "body")
TYPES = (
    "strike", "clash", "attack", "advance", "force_entry", "territory_seized", "territory_lost", "territory_held",
    "siege_laid", "siege_tightened", "siege_broken", "siege_ongoing", "route_opened", "casualties", "bombing",
    "bombing_foiled", "air_support", "military_support", "captured", "site_burned", "clearance", "talks", "accusation",
    "denial", "statement", "warning",
)  # fmt: skip


class Role(Struct, frozen=True, kw_only=True, gc=False):
    """*id* (an actor's or a place's) in a slot. `span` is folded, None where nothing in the text names it here.

    `basis` says how it came there: stated, adjective, owner, light_verb, by, inherited, weapon_owner, claimant,
    target, chain, title, ...
    """

    id: str
    span: Span | None
    basis: str


class Frame(Struct, frozen=True, kw_only=True, gc=False):
    """One event. Spans are folded; `span` is the clause, `sentence` the index in `document.sentences`.

    `holder` are actor ids: actors of territory_seized and _held, recipients of territory_lost. `quantity_text` is the
    class of a vague number (tens, hundreds, many) or None. `outcome` is of bombings: detonated, intercepted, cleared.
    `basis` is by slot: "actor" -> how the first one was found. `also` are frames of the same event, told again further
    down. `why` are the guards that stopped a role, one line each, for explain.
    """

    type: str
    trigger: Span
    span: Span
    sentence: int
    actors: tuple[Role, ...] = ()
    recipients: tuple[Role, ...] = ()
    places: tuple[Role, ...] = ()
    origins: tuple[Role, ...] = ()
    claimants: tuple[Role, ...] = ()
    via: tuple[Role, ...] = ()
    holder: tuple[str, ...] = ()
    platform: str | None = None
    weapons: tuple[str, ...] = ()
    quantity: int | None = None
    quantity_text: str | None = None
    stance: str = "asserted"
    prominence: str = "body"
    outcome: str | None = None
    pattern: str = ""
    basis: dict[str, str] = {}
    also: "tuple[Frame, ...]" = ()
    why: tuple[str, ...] = ()
