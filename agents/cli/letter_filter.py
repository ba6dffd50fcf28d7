"""Which dead letters a person means: the options that `dead-letters list` and `dead-letters replay` share."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import typer

from agents.cli.moment import moment
from agents.replay.letters import Letter
from streams.messages import DeadReason

Reasons = Annotated[list[DeadReason] | None, typer.Option("--reason", help="Only letters of this reason (repeatable).")]
Since = Annotated[
    datetime | None, typer.Option(parser=moment, metavar="TIME", help="Only letters written since (24h, 2017-09-05).")
]
FromTopic = Annotated[
    str | None, typer.Option("--topic", help="Only records that came from this topic: articles, news.articles, ...")
]
FromPartition = Annotated[int | None, typer.Option("--partition", min=0, help="... from this partition of it.")]
FromOffset = Annotated[int | None, typer.Option("--offset", min=0, help="... from this offset of that partition.")]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a letter must be; None and () for anything. `topic` is a full name."""

    addresses: Sequence[str] = ()
    reasons: Sequence[DeadReason] = ()
    topic: str | None = None
    partition: int | None = None
    offset: int | None = None
    since: datetime | None = None

    def __call__(self, letter: Letter) -> bool:
        return (
            (not self.addresses or letter.address in self.addresses)
            and (not self.reasons or letter.reason in self.reasons)
            and self.topic in {None, letter.topic}
            and self.partition in {None, letter.from_partition}
            and self.offset in {None, letter.from_offset}
            and (self.since is None or letter.written_ms >= self.since.timestamp() * 1000)
        )
