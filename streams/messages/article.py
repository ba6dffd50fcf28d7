"""Article: one text with its origin and time; the message on news.articles."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from msgspec import Meta, Struct

MAX_TITLE = 1000  # a match must stay below the broker's 1 MB, and a longer title is no title


Instant = Annotated[datetime, Meta(tz=True)]  # aware, and UTC where we wrote it


class TimeBasis(StrEnum):
    """Where an event time comes from: the article's own date, or the Kafka record that carried it."""

    PUBLISHED = "published"
    RECORD = "record"


class ArticleFields(Struct, frozen=True, kw_only=True, gc=False):
    """An article as it is written on news.articles; null is as good as absent, unknown fields are ignored.

    Only `text` must be there. A field of another type, or longer than it may be, is dropped: names stand in groups,
    titles and keys of what follows.
    """

    text: Annotated[str, Meta(min_length=1)]
    title: str | None = None
    url: Annotated[str, Meta(max_length=8192)] | None = None
    source: Annotated[str, Meta(max_length=256)] | None = None
    language: Annotated[str, Meta(max_length=64)] | None = None
    published_at: Annotated[str, Meta(max_length=64, description="RFC 3339, or a date (00:00 UTC)")] | None = None
    id: Annotated[str, Meta(min_length=1, max_length=256)] | None = None


class ArticleRef(Struct, frozen=True, kw_only=True, gc=False):
    """What classifications, matches and alerts say of their article: all but its text. `title`: 1,000 letters of it."""

    id: str
    url: str | None = None
    title: str | None = None
    source: str | None = None
    language: str | None = None
    published_at: Instant | None = None


class Article(Struct, frozen=True, kw_only=True, gc=False):
    """One readable article.

    `id` is as given, else a hash of url, title and text. `event_time` is aware UTC, or None where neither
    the article nor a record dates it (`marsad scan`). `dropped` names the optional fields that could not be used.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    published_at: Instant | None = None
    event_time: Instant | None = None
    time_basis: TimeBasis = TimeBasis.PUBLISHED
    dropped: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        """The source, else the url's host, else "unknown": what counts as one independent source."""
        return self.source or (_host(self.url) if self.url else "") or "unknown"

    def ref(self, language: str | None = None) -> ArticleRef:
        """The article without its text; *language* fills in what was found where none was given."""
        return ArticleRef(
            id=self.id,
            url=self.url,
            title=self.title[:MAX_TITLE] if self.title is not None else None,
            source=self.source,
            language=self.language or language,
            published_at=self.published_at,
        )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # such as an unclosed IPv6 bracket: the world's fault, and only the name of a source
        return ""
