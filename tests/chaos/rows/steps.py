"""Steps that raise or never end, and outputs that can't be written: the functions of tests/e2e/test_faults.py."""

from collections.abc import Awaitable, Callable

from tests.chaos.load import tally
from tests.chaos.row import Row, Seen, check
from tests.chaos.site import Site
from tests.e2e import test_faults as faults
from tests.e2e.station import Station


def shared(
    test: Callable[[Station], Awaitable[None]], note: str, *, alerts_run: bool = True
) -> Callable[[Site], Awaitable[Seen]]:
    """A row that is a test: the same function on a station of its own; then all records are counted."""

    async def run(site: Site) -> Seen:
        station = site.station()
        try:
            await test(station)
            return Seen(account=check(await tally(station, alerts_run=alerts_run)), note=note)
        finally:
            station.close()

    return run


ROWS = (
    Row(
        id="F13",
        fault="poison of ten kinds",
        must="a dead letter each, byte-exact, the next one is read",
        run=shared(faults.test_ten_kinds_of_poison, "each once, byte-exact, with its address"),
    ),
    Row(
        id="F14",
        fault="a step raises, sleeps 60 s, holds on in C",
        must="a dead letter, the other partitions go on",
        run=shared(
            faults.test_steps_that_raise_sleep_or_hold_on_stop_nobody_else,
            "5 s an article, then a letter",
            alerts_run=False,
        ),
    ),
    Row(
        id="F15",
        fault="an output topic that can't be written",
        must="waits, /readyz 503, nothing skipped",
        run=shared(faults.test_an_output_that_cannot_be_written_is_waited_for, "300 articles waited"),
    ),
    Row(
        id="F17",
        fault="gzip, snappy, lz4, zstd batches; a record that grows",
        must="all read, 20 MB cut and marked",
        run=shared(faults.test_every_codec_is_read_and_a_record_that_grew_is_cut, "all four read"),
    ),
)
