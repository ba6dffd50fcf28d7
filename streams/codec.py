"""Bytes to messages and back: msgspec reads and validates, orjson writes. Bad bytes give a Refusal, never a raise.

news.articles (bytes) -> `decode_article` -> Article -> judge -> `encode` -> news.classified, news.matches, ...
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec
import orjson

from streams import ids
from streams.messages import Article, DeadReason, Refusal, TimeBasis
from streams.topics import MAX_ARTICLE_BYTES

JSON_TYPES = frozenset({"application/json", "text/json", "application/cloudevents+json"})
MAX_AHEAD = timedelta(days=1)
T = TypeVar("T")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fields:
    text: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    published_at: str | None = None
    id: str | None = None


_fields = msgspec.json.Decoder(_Fields)
_loose = msgspec.json.Decoder(dict[str, msgspec.Raw])
_string = msgspec.json.Decoder(str)
_instant = msgspec.json.Decoder(datetime)
_OPTIONAL = ("title", "url", "source", "language", "published_at", "id")


def encode(message: object) -> bytes:
    """*message* (a dataclass of `streams.messages`) as UTF-8 JSON; times end in Z."""
    return orjson.dumps(message, option=orjson.OPT_UTC_Z)


def decode(value: bytes, kind: type[T]) -> T:
    """A message of our own topics. Raises msgspec.ValidationError or DecodeError: our producers never write such."""
    return msgspec.json.decode(value, type=kind)


def decode_article(
    value: bytes | None, *, recorded_at: datetime | None = None, content_type: str | None = None
) -> Article | Refusal:
    """The article in *value*, dated by itself or else by *recorded_at* (the record's timestamp, aware UTC)."""
    if content_type is not None and content_type.partition(";")[0].strip().lower() not in JSON_TYPES:
        return Refusal(reason=DeadReason.UNKNOWN_CONTENT_TYPE, detail=f"content-type {content_type!r} is not JSON")
    if value is None:
        return Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="the record has no value")
    if len(value) > MAX_ARTICLE_BYTES:
        detail = f"{len(value):,} bytes; the limit is {MAX_ARTICLE_BYTES:,}"
        return Refusal(reason=DeadReason.TOO_LARGE, detail=detail)
    found = _read(value)
    if isinstance(found, Refusal):
        return found
    fields, dropped = found
    return _article(fields, dropped, recorded_at)


def _read(value: bytes) -> tuple[_Fields, list[str]] | Refusal:
    try:
        return _fields.decode(value), []
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass  # the fast way is for good articles; the slow one finds out what is wrong, or drops what is
    try:
        value.decode("utf-8")
    except UnicodeDecodeError as error:
        return Refusal(reason=DeadReason.INVALID_UTF8, detail=f"byte {error.start}: {error.reason}")
    try:
        raw = _loose.decode(value)
    except msgspec.ValidationError:
        return Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="the message is JSON but no object")
    except RecursionError:
        return Refusal(reason=DeadReason.INVALID_JSON, detail="nested too deeply")
    except msgspec.MsgspecError as error:
        return Refusal(reason=DeadReason.INVALID_JSON, detail=str(error))
    return _salvage(raw)


def _salvage(raw: dict[str, msgspec.Raw]) -> tuple[_Fields, list[str]] | Refusal:
    text = _text_in(raw.get("text"))
    if text is None:
        return Refusal(reason=DeadReason.MISSING_TEXT, detail="`text` is missing or is no string")
    kept: dict[str, Any] = {"text": text}
    dropped = []
    for name in _OPTIONAL:
        part = raw.get(name)
        if part is None or bytes(part) == b"null":
            continue
        value = _text_in(part)
        if value is None:
            dropped.append(name)
        else:
            kept[name] = value
    return _Fields(**kept), dropped


def _text_in(part: msgspec.Raw | None) -> str | None:
    if part is None:
        return None
    try:
        return _string.decode(part)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _article(fields: _Fields, dropped: list[str], recorded_at: datetime | None) -> Article | Refusal:
    if not fields.text.strip():
        return Refusal(reason=DeadReason.MISSING_TEXT, detail="`text` is blank")
    given = fields.id
    if given is not None and not 1 <= len(given) <= 256:
        dropped.append("id")
        given = None
    published = instant(fields.published_at) if fields.published_at else None
    if fields.published_at and published is None:
        dropped.append("published_at")
    if published is not None and (recorded_at is None or published - recorded_at <= MAX_AHEAD):
        basis = TimeBasis.PUBLISHED
    else:
        basis = TimeBasis.RECORD
    return Article(
        id=given or ids.article_id(fields.url, fields.title, fields.text),
        text=fields.text,
        title=fields.title,
        url=fields.url,
        source=fields.source or None,
        language=fields.language or None,
        published_at=published,
        event_time=published if basis is TimeBasis.PUBLISHED else recorded_at,
        time_basis=basis,
        dropped=tuple(dropped),
    )


def instant(written: str) -> datetime | None:
    """RFC 3339, or a date (00:00 UTC), as aware UTC; None if it is neither."""
    if _DATE.fullmatch(written):
        written += "T00:00:00Z"
    try:
        at = _instant.decode(orjson.dumps(written))
        return at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (msgspec.MsgspecError, OverflowError, orjson.JSONEncodeError):
        return None
