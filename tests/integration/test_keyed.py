"""What a keyed agent says of itself while its output is on the way."""

import asyncio

import pytest

from agents import keyed as module
from agents.alert import build
from agents.health import Health
from agents.keyed import Taken, Written, _InFlight
from agents.settings import Settings
from agents.telemetry import Telemetry


class Acked:
    """A stream that takes acknowledgements; it needs no broker for that."""

    async def ack(self, _event: object) -> bool:
        return True


class Event:
    class message:  # noqa: N801 - Faust's name
        tp = ("news.matches", 0)


async def test_two_that_settle_in_one_turn_leave_no_reason_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "UNWRITABLE_GRACE_S", 0.0)
    health, room = Health(), asyncio.Semaphore(500)
    telemetry = Telemetry(agents=("alert",), prefix="news.")
    agent = build(Settings(), telemetry, health)
    written: list[asyncio.Future[None]] = []
    for offset in range(3):
        await room.acquire()
        agent._await_acknowledgement()
        written.append(asyncio.get_running_loop().create_future())
        record = Taken("news.matches", 0, offset, 1_500_000_000_000, None, b"", ())
        task = asyncio.create_task(agent._settle(_InFlight(Event(), record, Written(), [written[-1]]), Acked(), room))
        agent._settling.add(task)
        task.add_done_callback(agent._settled)
    waits = ["alert output: not acknowledged by the broker"]
    assert health.reasons() == waits
    written[0].set_result(None)
    await asyncio.sleep(0.01)
    assert (health.reasons(), len(agent._settling)) == (waits, 2), "two are still on the way"
    for future in written[1:]:
        future.set_result(None)
    await asyncio.sleep(0.01)
    assert (health.reasons(), telemetry.in_flight["alert"]) == ([], 0)
    assert agent._done[Event.message.tp] == (3, 1_500_000_000_000)
