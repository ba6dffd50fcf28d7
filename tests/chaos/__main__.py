"""`make chaos`: the fault table on screen, row by row.

    python -m tests.chaos [--short] [--only F4,F6] [--rate 200]

Exit 0 if every row holds, 1 if one does not: something was lost, or what must be observed was not.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

from rich.console import Console

from tests.chaos.row import Row, Seen
from tests.chaos.rows import ALL
from tests.chaos.site import Site

ROW_LIMIT_S = 180
HEAD = f"{'row':4} {'fault':46} {'in':>6} {'out':>6} {'lost':>4} {'twice':>5} {'back':>7}  seen"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--short", action="store_true", help="the rows that `make test` runs, shorter")
    parser.add_argument("--only", default="", help="rows by id, by comma; F6 is F6a and what follows it")
    parser.add_argument("--rate", type=int, default=200, help="articles a second")
    given = parser.parse_args()
    rows = [row for row in ALL if row.is_short or not given.short]
    if wanted := [part.strip().upper() for part in given.only.split(",") if part.strip()]:
        rows = [row for row in rows if {row.id.upper(), row.id.upper().rstrip("ABC")} & {*wanted}]
    if not rows:
        parser.error(f"no such row; rows are {', '.join(row.id for row in ALL)}")
    sys.exit(asyncio.run(table(rows, rate=given.rate, is_short=given.short)))


async def table(rows: list[Row], *, rate: int, is_short: bool) -> int:
    """Run *rows* one after the other; the exit code."""
    out, begun, failed = Console(highlight=False, soft_wrap=True), time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="marsad-chaos-") as folder:
        site = Site.make(Path(folder), rate=rate, is_short=is_short)
        try:
            await asyncio.to_thread(site.kafka.start)
            out.print(f"Kafka {site.kafka.bootstrap}, {rate} articles a second, two workers a row", style="dim")
            out.print(HEAD, style="bold")
            for row in rows:
                failed += not await show(row, site, out)
        finally:
            await asyncio.to_thread(site.kafka.close)
    out.print(f"{len(rows)} rows in {time.monotonic() - begun:.0f} s: {len(rows) - failed} hold, {failed} do not")
    return 1 if failed else 0


async def show(row: Row, site: Site, out: Console) -> bool:
    """Run one row and print its line; whether it holds."""
    with out.status(f"{row.id}: {row.fault}; must be: {row.must}"):
        limit = asyncio.timeout(ROW_LIMIT_S)
        try:
            async with limit:
                seen = await row.run(site)
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - a client that is cut off may cancel, too
            late = f"not done after {ROW_LIMIT_S} s, at load {os.getloadavg()[0]:.1f}" if limit.expired() else ""
            why = late or " ".join((str(error) or _line_of(error)).split())
            out.print(f"{row.id:4} {row.fault:46} [red]FAILED[/red]  {_plain(why[:400])} (must be: {row.must})")
            return False
    out.print(line(row, seen))
    return True


def line(row: Row, seen: Seen) -> str:
    """One row of the table."""
    account = seen.account
    counts = (
        f"{account.taken:6} {account.out:6} {account.lost:4} {account.repeated + account.repeated_alerts:5}"
        if account
        else f"{'-':>6} {'-':>6} {'-':>4} {'-':>5}"
    )
    back = f"{seen.recovery_s:5.1f} s" if seen.recovery_s is not None else f"{'-':>7}"
    return f"{row.id:4} {row.fault:46} {counts} {back}  {_plain(seen.note or row.must)}"


def _line_of(error: BaseException) -> str:
    """The source line that failed, for an assertion without words."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}: {frames[-1].line}"


def _plain(text: str) -> str:
    return text.replace("[", r"\[")


if __name__ == "__main__":
    main()
