"""Classification: what was found in one readable article; the message on news.classified."""

from msgspec import Struct

from streams.messages.article import ArticleRef


class Mention(Struct, frozen=True, kw_only=True, gc=False):
    """A known actor, place or weapon found in the text; span as in Hit, without proclitic, '#' or outer quotes."""

    kind: str  # actor place weapon target quantity
    id: str
    name: str
    field: str
    start: int
    end: int
    text: str


class Retelling(Struct, frozen=True, kw_only=True, gc=False):
    """The same event told again further down in its article."""

    field: str
    start: int
    end: int
    text: str
    stance: str = "asserted"
    claimants: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """Who did what to whom, where, and who says so.

    `holder` has the place now, where ground was taken, lost or held. `quantity_text` is the class of a vague number
    (tens, hundreds, thousands, many). `outcome` is of bombings: detonated, intercepted, cleared.
    """

    type: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    platform: str | None = None
    weapons: tuple[str, ...] = ()
    stance: str = "asserted"
    claimants: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    holder: tuple[str, ...] = ()
    quantity: int | None = None
    quantity_text: str | None = None
    outcome: str | None = None
    prominence: str = "body"
    basis: dict[str, str] = {}
    field: str = "text"
    start: int
    end: int
    text: str
    also: tuple[Retelling, ...] = ()


class Classification(Struct, frozen=True, kw_only=True, gc=False):
    """One a readable article, matched or not. `body` is the kept span of the text; `rules` are the ids that matched.

    `errors` names rules that raised on this article, with the fault: a rule that blows up stops no other.
    """

    article: ArticleRef
    language: str | None
    body: tuple[int, int]
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    rules: tuple[str, ...] = ()
    rulebook: str
    errors: dict[str, str] = {}
    replayed: str | None = None
