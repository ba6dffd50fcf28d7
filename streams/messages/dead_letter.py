"""DeadLetter: a message that could not be processed, byte-exact, with its address; on news.dead-letters.

Replayed: it was sent back where it came from; on news.dead-letters-replayed.
"""

from enum import StrEnum

from msgspec import Struct

from streams.messages.article import Instant


class DeadReason(StrEnum):
    """Why a record became a dead letter."""

    INVALID_JSON = "invalid_json"
    INVALID_UTF8 = "invalid_utf8"
    NOT_AN_OBJECT = "not_an_object"
    MISSING_TEXT = "missing_text"
    TOO_LARGE = "too_large"
    UNKNOWN_CONTENT_TYPE = "unknown_content_type"
    STEP_FAILED = "step_failed"
    STEP_TIMEOUT = "step_timeout"


class Refusal(Struct, frozen=True, kw_only=True, gc=False):
    """Why bytes are no article: the reason and one sentence of detail for a person."""

    reason: DeadReason
    detail: str


class DeadLetter(Struct, frozen=True, kw_only=True, gc=False):
    """A refused record: `key` and `payload` are the original bytes, the rest travels as marsad-* headers."""

    reason: DeadReason
    detail: str
    step: str
    topic: str
    partition: int
    offset: int
    timestamp_ms: int
    key: bytes | None
    payload: bytes | None
    headers: tuple[tuple[str, bytes], ...] = ()  # the record's own


class Replayed(Struct, frozen=True, kw_only=True, gc=False):
    """The record that once lay at `topic`, `partition` and `offset` was sent back `attempts` times, last at `at`.

    `letter` is the address of the dead letter that was sent, as PARTITION@OFFSET.
    """

    topic: str
    partition: int
    offset: int
    attempts: int
    letter: str
    at: Instant
