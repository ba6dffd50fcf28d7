"""Topics that grow under running workers."""

import asyncio
import time

from aiokafka.admin import NewPartitions

from tests.chaos.row import Row, Seen, check
from tests.chaos.site import Site

CONSUMED_S = 60


async def partitions(site: Site) -> Seen:
    """news.articles grows from six to twelve partitions while articles flow."""
    async with site.working() as (station, _, load):
        name = station.topic("articles")
        async with load.running(metadata_max_age_ms=2000):
            await asyncio.sleep(2)
            async with station.admin() as admin:
                before = len((await admin.describe_topics([name]))[0]["partitions"])
                await admin.create_partitions({name: NewPartitions(2 * before)})
            begun = time.monotonic()
            fresh = set(range(before, 2 * before))
            while not fresh <= {part for part, offset in (await load.read_up_to()).items() if offset}:
                assert time.monotonic() - begun < CONSUMED_S, f"new partitions not read in {CONSUMED_S} s"
                await asyncio.sleep(0.5)
            took = time.monotonic() - begun
        account = check(await load.account())
    return Seen(account=account, recovery_s=took, note=f"{before} to {2 * before}")


ROWS = (
    Row(id="F21", fault="6 to 12 partitions while running", must="read in 60 s, lost 0", run=partitions, is_short=True),
)
