"""Classification: what was found in one readable article; the message on news.classified."""

import dataclasses
from dataclasses import dataclass

from streams.messages.article import ArticleRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A known actor, place or weapon found in the text; span as in Hit, without proclitic, '#' or outer quotes."""

    kind: str  # actor place weapon target quantity
    id: str
    name: str
    field: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """The same event told again further down in its article."""

    field: str
    start: int
    end: int
    text: str
    stance: str = "asserted"
    claimants: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
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
    basis: dict[str, str] = dataclasses.field(default_factory=dict)
    field: str = "text"
    start: int
    end: int
    text: str
    also: tuple[Retelling, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
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
    errors: dict[str, str] = dataclasses.field(default_factory=dict)
    replayed: str | None = None
