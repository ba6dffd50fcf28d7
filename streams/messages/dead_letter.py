"""DeadLetter: a message that could not be processed, byte-exact, with its address; on news.dead-letters."""

from enum import StrEnum

from msgspec import Struct


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
