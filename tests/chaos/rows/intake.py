"""What comes in: far too large, three times over and out of order, at impossible times."""

import random
from contextlib import AsyncExitStack

import orjson
from aiokafka import ConsumerRecord

from tests.chaos.load import tally
from tests.chaos.row import Row, Seen, check
from tests.chaos.site import Site
from tests.e2e.station import Station, article, articles

VOLATILE = ("match_id", "reason")  # of the record that came last; which one that is depends on the order
SHUFFLE = 1000
DATES = ("1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z", None, "yesterday", "2017-09-05T06:00:00Z", "1969-12-31")


def final(records: list[ConsumerRecord]) -> dict[str, dict[str, object]]:
    """The last record of each alert, without what depends on the order of its matches."""
    last = {}
    for record in sorted(records, key=lambda record: record.offset):
        alert = orjson.loads(record.value)
        last[record.key.decode()] = {name: value for name, value in alert.items() if name not in VOLATILE}
    return last


async def too_large(site: Site) -> Seen:
    """An article of 10 MB, and an alert whose evidence is over the broker's limit."""
    async with site.working() as (station, _, _load):
        huge = orjson.dumps({"id": "huge", "text": "x" * (10 << 20)})
        long = article(1, id="long", source="s" * 200, title="t" * 200_000, url="https://example.org/" + "u" * 300_000)
        await station.publish([(b"huge", huge, []), (b"long", long, []), *articles(range(10))])
        await station.settled(12)
        account = check(await tally(station))
        (letter,) = await station.read("dead-letters")
        assert letter.value == huge, "the dead letter is not byte-exact"
        alerts = await station.read("alerts")
        assert len({record.key for record in alerts}) == 11, "an alert was dropped"
        size = max(len(record.value) for record in alerts)
    return Seen(account=account, note=f"a dead letter; the largest alert has {size:,} bytes")


async def shuffled(site: Site) -> Seen:
    """Each article three times, up to 1,000 places from where it belongs: the alerts of one clean run."""
    count = int(site.lasting(3000, 1500))
    given = _from_sources(count, 200)
    chance = random.Random(18)
    mixed = sorted(range(3 * count), key=lambda at: at / 3 + chance.uniform(-SHUFFLE, SHUFFLE))
    async with AsyncExitStack() as leaving:
        clean = await leaving.enter_async_context(site.working(1))
        await clean[0].publish(given)
        await clean[0].settled(count)
        thrice = await leaving.enter_async_context(site.working(1))
        await thrice[0].publish([given[at // 3] for at in mixed])
        await thrice[0].settled(3 * count)
        once, again = final(await clean[0].read("alerts")), final(await thrice[0].read("alerts"))
        account = check(await tally(thrice[0]))
    different = sum(once.get(key) != alert for key, alert in again.items()) + len(once.keys() - again.keys())
    assert not different, f"{different} of {len(once)} alerts differ"
    return Seen(account=account, note=f"{len(once)} alerts, the same as of one clean run")


def _from_sources(count: int, sources: int) -> list[tuple[bytes, bytes, list[tuple[str, bytes]]]]:
    return [
        (f"a{number}".encode(), article(number, source=f"source-{number % sources}"), []) for number in range(count)
    ]


async def out_of_time(site: Site) -> Seen:
    """1970, 2099, undated, unreadable, before the epoch, in any order: windows stay bounded, nobody crashes."""
    async with site.working() as (station, run, _load):
        pids = {worker.pid for worker in station.workers(run)}
        await station.publish(
            [(f"a{number}".encode(), article(number, published_at=DATES[number % 6]), []) for number in range(600)]
        )
        await station.settled(600)
        account = check(await tally(station))
        alerts = [orjson.loads(record.value) for record in await station.read("alerts")]
        years = {alert["first_event_at"][:4] for alert in alerts}
        assert {"1970", "2017"} <= years, years
        assert "2099" not in years, "a date far ahead was believed"
        assert {worker.pid for worker in station.workers(run)} == pids, "a worker died"
    return Seen(account=account, note=f"event times of {', '.join(sorted(years))}")


async def twice(site: Site) -> Seen:
    """The same articles replayed twice, by one worker and by three: the same final alerts."""
    count = int(site.lasting(2000, 900))
    given = _from_sources(count, 150)
    found: list[dict[str, dict[str, object]]] = []
    stations: list[Station] = []
    for workers in (1, 3):
        async with site.working(workers) as (station, _, _load):
            for _ in range(2):
                await station.publish(given)
            await station.settled(2 * count)
            found.append(final(await station.read("alerts")))
            stations.append(station)
    account = check(await tally(stations[-1]))
    assert found[0] == found[1], "the alerts differ"
    return Seen(account=account, note=f"{len(found[0])} alerts, the same by 1 and by 3 workers")


ROWS = (
    Row(
        id="F16",
        fault="10 MB article; alert over the limit",
        must="a dead letter; the alert is shortened",
        run=too_large,
    ),
    Row(id="F18", fault="each article 3x, shuffled", must="the alerts of one clean run", run=shuffled),
    Row(
        id="F19",
        fault="1970, 2099, undated, out of order",
        must="windows bounded, no crash",
        run=out_of_time,
    ),
    Row(id="F20", fault="replayed twice, by 1 and by 3 workers", must="the same final alerts", run=twice),
)
