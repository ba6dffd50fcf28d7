"""Which dead letters were sent back, and how often: news.dead-letters-replayed, compacted, so that everybody knows."""

from datetime import datetime

import msgspec

from agents.envelope import Outgoing, envelope
from agents.replay.letters import Letter
from streams.codec import decode, encode
from streams.messages import Replayed

Origin = tuple[str, int, int]


class Memory:
    """How often each record was sent back, by its origin."""

    def __init__(self) -> None:
        self._times: dict[Origin, int] = {}

    def learn(self, value: bytes | None) -> None:
        """Take in a record of the topic; one that is none of ours tells nothing."""
        try:
            told = decode(value or b"", Replayed)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return
        origin = (told.topic, told.partition, told.offset)
        self._times[origin] = max(self.times(origin), told.attempts)

    def times(self, origin: Origin) -> int:
        return self._times.get(origin, 0)


def remembered(letter: Letter, attempts: int, now: datetime, topic: str) -> Outgoing:
    """The record for *topic* that says that *letter* was sent back."""
    first, partition, offset = letter.origin
    told = Replayed(topic=first, partition=partition, offset=offset, attempts=attempts, letter=letter.address, at=now)
    key = f"{first}/{partition}/{offset}"
    return Outgoing(topic, key.encode(), encode(told), envelope("replayed", f"{key}/{attempts}", now, "replay"))
