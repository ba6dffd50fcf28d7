"""Dead letters go back: what can be read by now is processed once, and poison does not go round in circles."""

import signal
import sys
from collections import Counter
from pathlib import Path
from subprocess import Popen

import orjson
import pytest

from agents.cli.going_back import Going
from agents.cli.letter_filter import Filter
from agents.replay.letters import Letter, Verdict
from streams.errors import MarsadError
from streams.messages import DeadReason
from tests.e2e.station import WORKER, Station, article, ended, ids, until

FAULTY = str(Path(__file__).parent / "workers" / "faulty.py")
POISON = b'{"text": "cut o'
pytestmark = pytest.mark.slow


async def send_back(
    station: Station, wanted: Filter, *, limit: int = 1, again: bool = False, dry_run: bool = False
) -> Counter[Verdict]:
    told: list[tuple[Letter, Verdict]] = []
    going = Going(station.settings, limit=limit, again=again)
    done = await going.send(wanted, lambda *row: told.append(row), rate=None, dry_run=dry_run)
    assert Counter(verdict for _, verdict in told) == done
    return done


async def dead(station: Station, count: int) -> None:
    """Wait until so many dead letters lie there, and everything is read."""

    async def are_there() -> bool:
        return await station.ends("dead-letters") >= count and await station.unread("classify", "articles") == 0

    await until(are_there, 60, station.log, every=0.3)
    assert await station.ends("dead-letters") == count


async def end(worker: Popen[bytes]) -> None:
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0


async def test_what_is_mended_is_processed_once_and_poison_goes_back_once(station: Station) -> None:
    await station.create_topics()
    broken = station.start(sys.executable, FAULTY)
    await station.ready()
    undated = orjson.dumps({"id": "undated", "text": "RAISE: a bridge", "source": "s"})
    own = [("trace", b"\x00\xff"), ("marsad-replay", b"run-7")]
    await station.publish([(b"mended", article(1, id="mended", text="RAISE جسر"), own), (b"undated", undated, [])])
    await station.publish([(b"poison", POISON, [])])
    await dead(station, 3)
    await end(broken)

    mended = Filter(reasons=(DeadReason.STEP_FAILED,))
    assert await send_back(station, mended, dry_run=True) == {Verdict.SENT: 2}
    assert await station.ends("articles") == 3, "a dry run sends nothing"
    worker = station.start(*WORKER)
    await station.ready()
    assert await send_back(station, Filter(topic=station.topic("articles"))) == {Verdict.SENT: 3}
    await dead(station, 4)
    await station.settled(3 + 3)
    assert sorted(ids(await station.read("classified"))) == ["mended", "undated"]
    assert len(await station.read("alerts")) == 2
    matches = {
        match["article"]["id"]: match for match in (orjson.loads(r.value) for r in await station.read("matches"))
    }
    assert matches["mended"]["replayed"] == "run-7", "headers of its own come along"
    first, back = [record for record in await station.read("articles") if record.key == b"undated"]
    assert first.timestamp == back.timestamp, "the time of the record dates an article that has no date"
    assert dict(back.headers)["marsad-attempts"] == b"1"

    # All of it once more: nothing goes, and the poison that came back stays where it is.
    assert await send_back(station, Filter()) == {Verdict.SENT_BEFORE: 2, Verdict.OLDER: 1, Verdict.CAME_BACK: 1}
    assert await station.ends("articles") == 6
    # Unless a person insists: then it goes round once for each time they do.
    assert (await send_back(station, Filter(reasons=(DeadReason.INVALID_JSON,)), limit=2))[Verdict.SENT] == 1
    await dead(station, 5)
    assert (await send_back(station, Filter(reasons=(DeadReason.INVALID_JSON,)), limit=2))[Verdict.SENT] == 0
    assert (await send_back(station, Filter(reasons=(DeadReason.INVALID_JSON,)), again=True))[Verdict.SENT] == 1
    await dead(station, 6)
    attempts = [dict(letter.headers).get("marsad-attempts") for letter in await station.read("dead-letters")]
    assert sorted(filter(None, attempts)) == [b"1", b"2", b"3"]
    assert len(await station.read("classified")) == 2
    with pytest.raises(MarsadError, match=r"there is no dead letter 7@7; nothing was sent"):
        await send_back(station, Filter(addresses=("7@7",)))
    await end(worker)
