"""The tables of a worker come back: what its disk lacks is read from the changelogs, in batches.

assigned partitions -> read from what the disk has to the end -> store -> Faust finds nothing left to recover

Faust reads changelogs a record at a time through the queues of its agents: 100 us each, 21 s for 100,000 alerts
(`python bench/recovery.py`). What should be missing after our reading, it still reads.
"""

from collections import Counter
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from aiokafka import AIOKafkaConsumer, TopicPartition
from faust.tables import TableManager
from faust.tables.recovery import Recovery as FaustRecovery
from faust.types import TP
from faust.types.transports import ConsumerT

from agents.connection import connection

if TYPE_CHECKING:
    from agents.app import Marsad

FETCH_BYTES = 8 << 20
SILENCE_MS = 3000  # nothing came for so long: the rest is left to Faust


class Recovery(FaustRecovery):
    """Faust's recovery, with our reading before it."""

    app: "Marsad"

    async def _build_offsets(self, consumer: ConsumerT, tps: set[TP], destination: "Counter[TP]", title: str) -> None:
        await super()._build_offsets(consumer, tps, destination, title)
        if title == "active":
            await self._read(destination)

    async def _read(self, reached: "Counter[TP]") -> None:
        """Bring the stores from *reached* (partition -> offset of the last change they have) to the ends."""
        ends = self.active_highwaters  # of the last change
        behind = {tp for tp, offset in reached.items() if offset < ends[tp]}
        if not behind:
            return
        async with AIOKafkaConsumer(
            enable_auto_commit=False,
            fetch_max_bytes=FETCH_BYTES,
            **connection(self.app.settings, f"{self.app.conf.id}-recovery-{self.app.settings.worker}"),
        ) as reader:
            reader.assign([TopicPartition(*tp) for tp in behind])
            for tp in behind:
                reader.seek(TopicPartition(*tp), reached[tp] + 1)
            while behind and (found := await reader.getmany(timeout_ms=SILENCE_MS)):
                for part, records in found.items():
                    tp = TP(*part)
                    changes: Any = [SimpleNamespace(message=_Change(tp, record)) for record in records]
                    self.tp_to_table[tp].apply_changelog_batch(changes)
                    reached[tp] = records[-1].offset
                    if reached[tp] >= ends[tp]:
                        behind.discard(tp)
                        reader.pause(part)


class _Change:
    """A record of a changelog, as Faust's stores take it."""

    __slots__ = ("key", "offset", "partition", "tp", "value")

    def __init__(self, tp: TP, record: Any) -> None:
        self.tp, self.partition = tp, tp.partition
        self.offset, self.key, self.value = record.offset, record.key, record.value


class Tables(TableManager):
    """Faust's table manager, with our recovery."""

    @property
    def recovery(self) -> FaustRecovery:
        """The service that brings the tables back."""
        if self._recovery is None:
            self._recovery = Recovery(self.app, self, beacon=self.beacon, loop=self.loop)
        return self._recovery
