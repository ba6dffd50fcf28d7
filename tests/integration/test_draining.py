"""What Faust's consumer may commit, by our books: nothing that is not done, and all that is.

The rest of `agents/draining.py` shows under load: rows F1, F2, F4 and F5 of `python -m tests.chaos`.
"""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from agents.draining import Draining

PART = TP("matches", 0)


@pytest.fixture
async def consumer() -> AsyncIterator[Any]:
    """The consumer of an app that is not started."""
    consumer: Any = Draining("app", broker="kafka://127.0.0.1:1", autodiscover=False).consumer
    yield consumer
    consumer._thread.thread_loop.close()  # of a thread that was never started


def acked(consumer: Any, *offsets: int, committed: int | None = 39) -> None:
    consumer._committed_offset[PART] = committed
    consumer._acked[PART].extend(offsets)
    consumer._acked_index[PART].update(offsets)


def in_hand(consumer: Any, offset: int) -> Any:
    """A record that an agent works on; held by the caller, as the consumer does not hold it."""

    class Message(SimpleNamespace):
        __hash__ = object.__hash__

    message = Message(tp=PART, offset=offset, acked=False)
    consumer._unacked_messages.add(message)
    return message


async def test_what_is_done_in_a_row_is_committed(consumer: Any) -> None:
    acked(consumer, 40, 39, 42)
    assert consumer._new_offset(PART) == 41
    assert consumer._acked[PART] == [42]


async def test_nothing_is_committed_past_a_record_that_is_not_done(consumer: Any) -> None:
    acked(consumer, 40, 41)
    assert consumer._new_offset(PART) is None


async def test_records_that_came_before_a_seek_are_counted_once(consumer: Any) -> None:
    # 40 to 43 came, then the seek to 39, then 44: Faust takes 40 to 43 for a gap, and had each of them twice
    await consumer._add_gap(PART, 40, 44)
    acked(consumer, 39, *range(40, 60))
    assert consumer._new_offset(PART) == 60
    assert consumer._new_offset(PART) is None


async def test_a_gap_may_be_in_the_hands_of_an_agent(consumer: Any) -> None:
    await consumer._add_gap(PART, 40, 44)
    acked(consumer, 39, 40, 44)
    held = in_hand(consumer, 41)
    assert consumer._new_offset(PART) == 41
    held.acked = True
    acked(consumer, 41, committed=41)
    assert consumer._new_offset(PART) == 45


async def test_records_that_the_broker_dropped_hold_up_nothing(consumer: Any) -> None:
    # retention took 39 to 499 while we were away
    consumer._committed_offset[PART] = 39
    await consumer._add_gap(PART, 40, 499)
    acked(consumer, 500, 501)
    assert consumer._new_offset(PART) == 502


async def test_without_a_commit_the_first_record_begins_the_row(consumer: Any) -> None:
    acked(consumer, 0, 1, committed=None)
    assert consumer._new_offset(PART) == 2
