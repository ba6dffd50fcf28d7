"""Dead letters on their way back: news.dead-letters -> `verdict` -> the topic they came from, each at most so often.

A record that is sent back carries how often (marsad-attempts) and where it lay first (marsad-origin). If it is refused
again, its new dead letter still has both, so it is known as the same record however often it comes round.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from agents.envelope import Headers, header
from agents.guard import Record

ATTEMPTS, ORIGIN = "marsad-attempts", "marsad-origin"
_ABOUT = frozenset(
    f"marsad-{name}"
    for name in ("reason", "detail", "step", "topic", "partition", "offset", "timestamp", "cut-from-bytes")
)


class Verdict(StrEnum):
    """Why a dead letter is sent back, or is not."""

    SENT = "sent"
    SENT_BEFORE = "sent_before"  # and did not come back: it was read, or will be
    CAME_BACK = "came_back"  # after as many attempts as it has
    OLDER = "older"  # a later dead letter is of the same record
    CUT = "cut"  # the bytes here are not all of it
    FOREIGN = "foreign"  # no agent reads the topic that it names


class Letter(Struct, frozen=True, kw_only=True):
    """A dead letter without its bytes. `origin` is where its record lay first: (topic, partition, offset)."""

    partition: int
    offset: int
    written_ms: int
    reason: str
    detail: str
    step: str
    topic: str
    from_partition: int
    from_offset: int
    timestamp_ms: int | None
    key: bytes | None
    size: int
    attempts: int
    origin: tuple[str, int, int]
    is_cut: bool

    @property
    def address(self) -> str:
        return f"{self.partition}@{self.offset}"


def read_letter(record: Record) -> Letter:
    """What the headers of a dead letter say; a stranger's record gives empty fields and -1."""
    told = {name: header(record.headers, f"marsad-{name}") for name in ("reason", "detail", "step", "topic")}
    partition, offset = (_number(record, f"marsad-{name}", -1) for name in ("partition", "offset"))
    timestamp_ms = _number(record, "marsad-timestamp", -1)
    first = (header(record.headers, ORIGIN) or "").rsplit("/", 2)
    known = len(first) == 3 and first[1].isdecimal() and first[2].isdecimal()
    topic = told["topic"] or ""
    return Letter(
        partition=record.partition,
        offset=record.offset,
        written_ms=record.timestamp,
        reason=told["reason"] or "?",
        detail=told["detail"] or "",
        step=told["step"] or "",
        topic=topic,
        from_partition=partition,
        from_offset=offset,
        timestamp_ms=timestamp_ms if timestamp_ms >= 0 else None,
        key=record.key,
        size=len(record.value or b""),
        attempts=_number(record, ATTEMPTS, 0),
        origin=(first[0], int(first[1]), int(first[2])) if known else (topic, partition, offset),
        is_cut=header(record.headers, "marsad-cut-from-bytes") is not None,
    )


def latest(letters: Iterable[Letter]) -> dict[tuple[str, int, int], Letter]:
    """The last dead letter of each record, by its origin: two agents may have refused it, or one twice."""
    found: dict[tuple[str, int, int], Letter] = {}
    for letter in letters:
        other = found.get(letter.origin)
        if other is None or _age(letter) > _age(other):
            found[letter.origin] = letter
    return found


def verdict(letter: Letter, newest: Letter, sent: int, topics: Sequence[str], *, limit: int, again: bool) -> Verdict:
    """What becomes of *letter*, whose record was *sent* back so often and has *newest* as its last dead letter.

    *limit* is how often a record may come back to be sent once more; *again* lifts it. *topics* are what agents read.
    """
    if letter.topic not in topics or letter.from_offset < 0:
        return Verdict.FOREIGN
    if letter.is_cut:
        return Verdict.CUT
    if letter is not newest:
        return Verdict.OLDER
    if again:
        return Verdict.SENT
    if sent > letter.attempts:
        return Verdict.SENT_BEFORE
    return Verdict.CAME_BACK if letter.attempts >= limit else Verdict.SENT


def headers_back(record: Record, letter: Letter, attempts: int) -> Headers:
    """The headers that the record had, and those that tell of its way."""
    ours = header(record.headers, "ce_type") == "marsad.dead-letter"  # the guard's envelope, where it had none
    own = [
        (name, value)
        for name, value in record.headers
        if name not in _ABOUT and name not in {ATTEMPTS, ORIGIN} and not (ours and name.startswith("ce_"))
    ]
    origin = "/".join(map(str, letter.origin))
    return [*own, (ATTEMPTS, str(attempts).encode()), (ORIGIN, origin.encode())]


def _age(letter: Letter) -> tuple[int, int, int]:
    return (letter.attempts, letter.from_offset, letter.offset)


def _number(record: Any, name: str, otherwise: int) -> int:
    text = header(record.headers, name)
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) < 19 else otherwise
