"""AlertState: what the alert agent's table keeps for one alert; grows with each match, never forgets an effect.

Everything in it is a maximum, a minimum, a union or a choice by a total order, so that any order and any repetition
of the same matches gives the same state. Limits: 50 sources of at most 12 kB each; the keys of 4,096 matches (with the
reason each was told for) and of 4,096 outlets, beyond which counts are estimates (`keyset`). A state is at most about
800 kB and a usual one, of ten sources, 10 kB: below Kafka's 1 MB for a changelog record.
"""

from datetime import datetime

import msgspec

from streams.alerts import keyset
from streams.messages import AlertSource, Quantity, Reason, Severity

# One letter each, for ever: the order of Reason is its meaning and may change, states outlive that.
_LETTERS = {
    Reason.FIRST_MATCH: b"m",
    Reason.FIRST_LIVE: b"l",
    Reason.RAISED_SEVERITY: b"s",
    Reason.NEW_STANCE: b"t",
    Reason.CHANGED_NUMBER: b"n",
    Reason.NEW_SOURCE: b"o",
    Reason.NOTHING_NEW: b"-",
}
_REASONS = {letter: reason for reason, letter in _LETTERS.items()}


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """What the alert shows of its newest match, the latest by event time, then match id."""

    event_at: datetime
    match_id: str
    previous: str | None
    rule_version: str
    title: str
    labels: dict[str, str] = {}


class KeptSource(msgspec.Struct, frozen=True, kw_only=True):
    """One source with what decides its place among the 50."""

    event_at: datetime
    match_id: str
    source: AlertSource


class AlertState(msgspec.Struct, frozen=True, kw_only=True):
    """All matches of one alert, merged. `matches` and `outlets` are key sets; times are aware UTC."""

    id: str
    rule: str
    group: dict[str, str | None]
    face: Face
    severity: Severity
    first_event_at: datetime
    last_event_at: datetime
    quantity: Quantity | None
    stances: tuple[str, ...]
    is_live: bool
    matches: bytes
    outlets: bytes
    sources: tuple[KeptSource, ...]

    def told_as(self, match_id: str) -> Reason | None:
        """The reason kept for this match; None if it is not known."""
        letter = keyset.find(self.matches, keyset.key_of(match_id), 1)
        return None if letter is None else _REASONS[letter]

    def knows_outlet(self, outlet: str) -> bool:
        """True where *outlet* was merged, or where so many were that nobody can tell."""
        return keyset.find(self.outlets, keyset.key_of(outlet)) is not None or keyset.is_full(self.outlets)

    @property
    def match_count(self) -> int:
        """Distinct matches, and so distinct articles: a match id is made of its article and its alert."""
        return keyset.count(self.matches, 1)

    @property
    def outlet_count(self) -> int:
        """Distinct outlets."""
        return keyset.count(self.outlets)


def with_match(matches: bytes, match_id: str, reason: Reason) -> bytes:
    """The key set *matches* with this match, told for *reason*."""
    return keyset.put(matches, keyset.key_of(match_id), _LETTERS[reason])


_decoder = msgspec.msgpack.Decoder(AlertState)
_encoder = msgspec.msgpack.Encoder()


def encode_state(state: AlertState) -> bytes:
    """*state* as MessagePack, for the table."""
    return _encoder.encode(state)


def decode_state(value: bytes) -> AlertState:
    """The state in *value*. Raises msgspec.DecodeError: only `encode_state` writes such values."""
    return _decoder.decode(value)
