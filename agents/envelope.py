"""What agents publish: one record with its envelope, CloudEvents headers and the mark of a replay."""

from dataclasses import dataclass
from datetime import datetime

from streams.cloudevents import headers as cloudevents

Headers = list[tuple[str, bytes]]
REPLAY = "marsad-replay"
ARTICLE_AT = "marsad-article-at"  # timestamp (ms) of the article's record, for the latency of what follows from it
CONTENT_TYPE = "content-type"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One record to be published. `counts_as` and `places` are labels that telemetry counts once it is acknowledged."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: Headers
    counts_as: str = ""
    places: tuple[str, ...] = ()


def envelope(kind: str, ident: str, at: datetime | None, source: str, *, replayed: str | None = None) -> Headers:
    """CloudEvents headers of a *kind* ("match") by agent *source*, with its event time, and its replay if it is one."""
    headers = cloudevents(kind, ident, at, source)
    if replayed is not None:
        headers.append((REPLAY, replayed.encode("utf-8", "surrogatepass")))
    return headers


def header(headers: object, name: str) -> str | None:
    """The last value of header *name* as text, or None. Takes what aiokafka (pairs) and Faust (a mapping) give."""
    found = None
    pairs = headers.items() if isinstance(headers, dict) else headers or ()
    for key, value in pairs:  # type: ignore[attr-defined]
        if key == name and value is not None:
            found = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return found
