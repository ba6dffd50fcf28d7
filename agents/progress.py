"""How far each partition is done: what a commit may say, whatever order its records are done in.

Faust's own book (0.15.3) does not hold when partitions move: it counts records as done that it skipped or threw out
of a queue, and forgets what was done before the last commit of a rebalance.
"""

from faust.types import TP


class Stretch:
    """What was read of one partition since it was last assigned to us."""

    def __init__(self) -> None:
        self._open: dict[int, None] = {}  # offsets in the order they were read
        self._next = 0

    def begin(self, offset: int) -> None:
        """The record at *offset* was read; those of a partition come in order."""
        self._open[offset] = None
        self._next = offset + 1

    def done(self, offset: int) -> None:
        """All that the record at *offset* caused is acknowledged."""
        del self._open[offset]

    @property
    def reached(self) -> int:
        """The offset to commit: every record before it is done."""
        return next(iter(self._open), self._next)


class Progress:
    """The stretches of every partition that we have."""

    def __init__(self) -> None:
        self._stretches: dict[TP, Stretch] = {}

    def of(self, partition: TP) -> Stretch:
        """The stretch that is under way; a new one if there is none."""
        return self._stretches.setdefault(partition, Stretch())

    def reached(self, partition: TP) -> int | None:
        """The offset to commit; None: nothing was read since the partition came."""
        stretch = self._stretches.get(partition)
        return None if stretch is None else stretch.reached

    def forget(self) -> None:
        """Partitions move: all is read again from what is committed. Records in hand keep the stretch they began in."""
        self._stretches.clear()
