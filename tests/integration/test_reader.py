"""What the reader says of itself while the output of its agents is on the way."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest
from faust.types import TP

from agents import keyed
from agents.app import Marsad, build_app
from agents.keyed import Sent, Taken, Written
from agents.settings import Settings
from tests.shipped import RULEBOOK

PART = TP("news.matches", 0)


class Acked:
    """A stream that takes acknowledgements; it needs no broker for that."""

    async def ack(self, _event: object) -> bool:
        return True


@pytest.fixture
async def app() -> AsyncIterator[Marsad]:
    """An app that is not started."""
    app = build_app(Settings(only=("alert", "measure")), RULEBOOK)
    yield app
    consumer: Any = app.consumer
    consumer._thread.thread_loop.close()  # of a thread that was never started


async def on_the_way(app: Marsad, count: int) -> list[list[asyncio.Future[None]]]:
    """*count* records, each with an output of the first and one of the second agent."""
    reader, loop = app.reader, asyncio.get_running_loop()
    written = []
    for offset in range(count):
        futures = [loop.create_future() for _ in app.keyed]
        record = Taken(*PART, offset, 1_500_000_000_000, None, b"", ())
        sent = [Sent(record, Written(), [future]) for future in futures]
        event: Any = SimpleNamespace(message=SimpleNamespace(tp=PART, offset=offset))
        stretch = reader.progress.of(PART)
        stretch.begin(offset)
        task = asyncio.create_task(reader._settle(event, sent, Acked(), stretch))
        reader._settling.add(task)
        task.add_done_callback(reader._settled)
        for agent in app.keyed:
            agent.wait()
        written.append(futures)
    return written


async def test_two_that_settle_in_one_turn_leave_no_reason_behind(app: Marsad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyed, "UNWRITABLE_GRACE_S", 0.0)
    written = await on_the_way(app, 3)
    waits = ["alert output: not acknowledged by the broker", "measure output: not acknowledged by the broker"]
    assert app.health.reasons() == waits
    for future in written[0]:
        future.set_result(None)
    await asyncio.sleep(0.01)
    assert (app.health.reasons(), len(app.reader._settling)) == (waits, 2), "two are still on the way"
    for futures in written[1:]:
        for future in futures:
            future.set_result(None)
    await asyncio.sleep(0.01)
    assert (app.health.reasons(), app.telemetry.in_flight) == ([], {"alert": 0, "measure": 0})
    assert app.reader._done[PART] == (3, 1_500_000_000_000)


async def test_a_record_is_done_when_the_broker_has_what_both_agents_sent(app: Marsad) -> None:
    consumer: Any = app.consumer
    [[alert, metric]] = await on_the_way(app, 1)
    alert.set_result(None)
    await asyncio.sleep(0.01)
    assert consumer._new_offset(PART) == 0
    metric.set_result(None)
    await asyncio.sleep(0.01)
    assert consumer._new_offset(PART) == 1
