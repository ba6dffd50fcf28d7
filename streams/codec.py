"""Bytes to messages and back: msgspec reads, validates and writes. Bad bytes give a Refusal, never a raise.

news.articles (bytes) -> `decode_article` -> Article -> judge -> `encode` -> news.classified, news.matches, ...
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar, get_type_hints

import msgspec
import orjson

from streams import ids
from streams.messages import Article, ArticleFields, DeadReason, Refusal, TimeBasis
from streams.topics import MAX_ARTICLE_BYTES

JSON_TYPES = frozenset({"application/json", "text/json"})  # a structured CloudEvent is none: its article lies in `data`
MAX_AHEAD = timedelta(days=1)
FIRST_YEAR = 1000  # 0001-01-01 is how some programs write "no date"; a window before it would have no name
T = TypeVar("T")

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_fields = msgspec.json.Decoder(ArticleFields)
_loose = msgspec.json.Decoder(dict[str, msgspec.Raw])
_any = msgspec.json.Decoder(msgspec.Raw)
_decoders: dict[type, msgspec.json.Decoder[Any]] = {}
_encode = msgspec.json.Encoder().encode
_instant = msgspec.json.Decoder(datetime)
_types = get_type_hints(ArticleFields, include_extras=True)
_text = msgspec.json.Decoder(_types.pop("text"))
_optional = {name: msgspec.json.Decoder(kind) for name, kind in _types.items()}
_BOM = b"\xef\xbb\xbf"
_HALF = re.compile(rb"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]")


def encode(message: object) -> bytes:
    """*message* (of `streams.messages`) as UTF-8 JSON; times in UTC end in Z."""
    return _encode(message)


def decode(value: bytes, kind: type[T]) -> T:
    """A message of our own topics. Raises msgspec.ValidationError or DecodeError: our producers never write such."""
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    message: T = _decoders[kind].decode(value)
    return message


def decode_article(
    value: bytes | None, *, recorded_at: datetime | None = None, content_type: str | None = None
) -> Article | Refusal:
    """The article in *value*, dated by itself or else by *recorded_at* (the record's timestamp, aware UTC)."""
    if content_type and content_type.partition(";")[0].strip().lower() not in JSON_TYPES:
        return Refusal(reason=DeadReason.UNKNOWN_CONTENT_TYPE, detail=f"content-type {content_type!r} is not JSON")
    if value is None:
        return Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="the record has no value")
    if len(value) > MAX_ARTICLE_BYTES:
        detail = f"{len(value):,} bytes; the limit is {MAX_ARTICLE_BYTES:,}"
        return Refusal(reason=DeadReason.TOO_LARGE, detail=detail)
    found = _read(value.removeprefix(_BOM))
    if isinstance(found, Refusal):
        return found
    fields, dropped = found
    return _article(fields, dropped, recorded_at)


def _read(value: bytes) -> tuple[ArticleFields, list[str]] | Refusal:
    try:
        return _fields.decode(value), []
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        pass  # the fast way is for good articles; the slow one finds out what is wrong, or drops what is
    try:
        value.decode("utf-8")
        _any.decode(value)
        return _salvage(_loose.decode(value))
    except UnicodeDecodeError as error:
        return Refusal(reason=DeadReason.INVALID_UTF8, detail=f"byte {error.start}: {error.reason}")
    except RecursionError:
        return Refusal(reason=DeadReason.INVALID_JSON, detail="nested too deeply")
    except msgspec.ValidationError:
        return Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="the message is JSON but no object")
    except msgspec.MsgspecError as error:
        detail = "half of a surrogate pair (\\ud800 to \\udfff) is no character"
        return Refusal(reason=DeadReason.INVALID_JSON, detail=detail if _HALF.search(value) else str(error))


def _salvage(raw: dict[str, msgspec.Raw]) -> tuple[ArticleFields, list[str]] | Refusal:
    kept: dict[str, Any] = {}
    dropped = []
    try:
        kept["text"] = _text.decode(raw["text"])
    except (KeyError, msgspec.MsgspecError):
        return Refusal(reason=DeadReason.MISSING_TEXT, detail="`text` is missing, empty or no string")
    for name, decoder in _optional.items():
        try:
            kept[name] = decoder.decode(raw.get(name, b"null"))
        except (msgspec.MsgspecError, RecursionError):
            dropped.append(name)
    return ArticleFields(**kept), dropped


def _article(fields: ArticleFields, dropped: list[str], recorded_at: datetime | None) -> Article | Refusal:
    if not any(letter.isprintable() and not letter.isspace() for letter in fields.text):
        return Refusal(reason=DeadReason.MISSING_TEXT, detail="`text` is blank")
    published = instant(fields.published_at) if fields.published_at else None
    if fields.published_at and published is None:
        dropped.append("published_at")
    if published is not None and (recorded_at is None or published - recorded_at <= MAX_AHEAD):
        basis = TimeBasis.PUBLISHED
    else:
        basis = TimeBasis.RECORD
    return Article(
        id=fields.id or ids.article_id(fields.url, fields.title, fields.text),
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
    """RFC 3339 (without an offset: UTC), or a date (00:00 UTC), as aware UTC; None if it is neither."""
    if _DATE.fullmatch(written):
        written += "T00:00:00Z"
    try:
        at = _instant.decode(orjson.dumps(written))
        at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (msgspec.MsgspecError, OverflowError, orjson.JSONEncodeError):
        return None
    return at if at.year >= FIRST_YEAR else None
