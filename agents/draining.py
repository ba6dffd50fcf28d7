"""The Faust app gives partitions back clean: what its agents have taken is finished and committed before they go.

As Faust is (0.15.3), much of it would be done twice by the next worker: up to 623 of 5,000 alerts came twice when two
workers under load were told to end together. Its causes, each measured:

- What waits in the agents' queues is thrown away. Two agents read the same records, each at its own pace: a record that
  one has done and the other has not begun is not committed. We throw away what nobody has begun, and finish the rest.
- What a rebalance takes away is forgotten before the last commit is made, and an app that is ending closes its
  connection as soon as another worker leaves the group.
- Records that arrive while it seeks to the committed offset, at the end of a recovery, are thrown away out of one queue
  and not out of another, and leave a gap in its books; from there on a commit goes forward by one record.
"""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from time import monotonic
from typing import Any

import faust
from faust.exceptions import ConsumerNotStarted
from faust.transport.drivers.aiokafka import Consumer
from faust.types import TP, AgentT
from faust.types.transports import ConsumerT

from agents.keyed import Keyed
from agents.logs import log_of
from agents.loop import BatchLoop

QUEUE_RECORDS = 500  # an agent's queue, and so how far one may be ahead of another: more gains no throughput
DRAIN_S = 3.0  # so long may it take; the process has 7 s to end, a rebalance the session timeout of 8 s
LOOK_S = 0.01


class Draining(faust.App):
    """A Faust app that drains its agents' queues when it ends and when partitions are taken away."""

    loops: list[BatchLoop]
    keyed: list[Keyed]
    _ended: asyncio.Event | None = None

    def _new_consumer(self) -> ConsumerT:
        transport: Any = self.transport
        transport.Consumer = _Consumer
        return super()._new_consumer()

    async def _stop_consumer(self) -> None:
        self._ended = asyncio.Event()
        try:
            await asyncio.gather(
                *(loop.stop() for loop in self.loops)
            )  # what they would still do costs the others time
            await self.drain()
            await super()._stop_consumer()
        finally:
            self._ended.set()

    async def drain(self) -> None:
        """Read no more, let the agents finish what one of them has begun, and commit it."""
        consumer: Any = self._consumer
        try:
            assignment = consumer.assignment() if consumer else ()
        except ConsumerNotStarted:
            return
        if not assignment:
            return
        consumer.stop_flow()
        consumer.pause_partitions(assignment)
        self._forget()
        until = monotonic() + DRAIN_S
        while (left := self._waiting()) and monotonic() < until:  # noqa: ASYNC110 - nobody tells when the last is done
            await asyncio.sleep(LOOK_S)
        await consumer.commit()
        if left:
            log_of("worker").warning("not all that was read is done; it will come again", records=left)

    async def ended(self) -> None:
        """If we are ending: the last commit is made, or DRAIN_S are over."""
        if self._ended is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), DRAIN_S)

    def _forget(self) -> None:
        """Take out of the agents' queues what none of them has begun; whoever gets the partition reads it."""
        queues: Any = self.flow_control._queues  # noqa: SLF001 - they are told nowhere else
        for queue in queues:
            begun = [event for event in queue._queue if any(agent.has_begun(event) for agent in self.keyed)]  # noqa: SLF001
            queue.clear()
            for event in begun:
                queue.put_nowait(event)

    def _waiting(self) -> int:
        """Records in the agents' queues and in their hands."""
        queued = sum(queue.qsize() for queue in self.flow_control._queues)  # noqa: SLF001 - it is told nowhere else
        return queued + sum(not message.acked for message in self.consumer.unacked)

    async def _on_agent_error(self, _agent: AgentT[bytes], fault: BaseException) -> None:
        # Faust would restart the agent behind the record that failed, and commit past it.
        await self.crash(fault)


class _Consumer(Consumer):
    """Faust's consumer, to which no record comes in the middle of a seek, and whose books would hold if one did."""

    app: Draining

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Drain, then forget them: Faust does the second first."""
        if revoked:
            await (self.app.ended() if self.app.should_stop else self.app.drain())
        await super().on_partitions_revoked(revoked)

    def resume_partitions(self, tps: Iterable[TP]) -> None:
        """Read of *tps* again; of ours, as opposed to changelogs, once the recovery has sought and resumes the flow."""
        wanted = set(tps)
        if any(not self._is_changelog_tp(tp) for tp in wanted):
            self.stop_flow()
        super().resume_partitions(wanted)

    def _new_offset(self, tp: TP) -> int | None:
        """The offset to commit: everything before it is done. None: nothing new is.

        `_gap` holds offsets that never came, or came before a seek and then may be in the agents' hands.
        """
        acked = self._acked[tp]
        if not acked:
            return None
        # the one before a gap is done, in somebody's hands, or where we were told to begin, and gone
        gone = (range(gap.begin - 1, gap.end) for gap in self._gap[tp].overlap(0, max(acked)))
        done = {*acked}.union(*gone)
        in_hand = {message.offset for message in self._unacked_messages if message.tp == tp and not message.acked}
        done -= in_hand
        begin = end = self._committed_offset[tp] or min(done | in_hand, default=0)
        while end in done:
            end += 1
        if end == begin:
            return None
        acked[:] = sorted(offset for offset in {*acked} if offset >= end)
        self._acked_index[tp].intersection_update(acked)
        self._gap[tp].chop(0, end)
        return end
