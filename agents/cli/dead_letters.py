"""`marsad dead-letters`: what could not be read, why, and where it came from."""

import asyncio
import sys
from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer
from rich.table import Table
from rich.text import Text

from agents.cli.show import console, one_line, visible
from streams.errors import MarsadError
from streams.topics import DEAD_LETTERS

if TYPE_CHECKING:
    from agents.settings import Settings

dead_letters = typer.Typer(help="Messages that could not be processed.", no_args_is_help=True)
Letter = Annotated[str, typer.Argument(metavar="PARTITION@OFFSET", help="Its address, as `list` prints it.")]


@dead_letters.command("list")
def list_() -> None:
    """One line a dead letter: address, reason, detail, where it came from.

    Examples:

        marsad dead-letters list
    """
    from agents.settings import load_settings

    settings = load_settings()
    rows = asyncio.run(_read(settings))
    if not sys.stdout.isatty():
        for record in rows:
            sys.stdout.buffer.write(orjson.dumps(_facts(record)) + b"\n")
        return
    table = Table("address", "reason", "from", "bytes", "detail", box=None)
    for record in rows:
        facts = _facts(record)
        origin = f"{facts.get('topic')} {facts.get('origin')}"
        table.add_row(facts["address"], facts["reason"], origin, f"{facts['bytes']:,}", one_line(facts["detail"], 60))
    screen = console()
    if rows:
        screen.print(table)
    counts = Counter(_facts(record)["reason"] for record in rows)
    summary = ", ".join(f"{count} {reason}" for reason, count in counts.most_common())
    screen.print(Text(f"{len(rows)} dead letters" + (f": {summary}" if rows else ""), style="dim"))


@dead_letters.command()
def show(letter: Letter) -> None:
    """Print one dead letter: its headers on stderr, its bytes, exactly as received, on stdout.

    Examples:

        marsad dead-letters show 3@17

        marsad dead-letters show 3@17 > refused.bin
    """
    from agents.settings import load_settings

    settings = load_settings()
    found = [record for record in asyncio.run(_read(settings)) if _facts(record)["address"] == letter]
    if not found:
        raise MarsadError(
            f"there is no dead letter {letter}",
            where=settings.topic(DEAD_LETTERS),
            remedy="`marsad dead-letters list` prints the addresses",
        )
    for name, value in _facts(found[0]).items():
        sys.stderr.write(f"{name}: {visible(str(value))}\n")
    payload = found[0].value or b""
    if sys.stdout.isatty():
        sys.stdout.write(visible(payload.decode("utf-8", "backslashreplace")) + "\n")
    else:
        sys.stdout.buffer.write(payload)


async def _read(settings: "Settings") -> list[Any]:
    from agents.cli.kafka import consumer, records

    async with consumer(settings) as client:
        rows = [record async for record in records(client, settings.topic(DEAD_LETTERS), settings)]
    return sorted((row for row in rows if row is not None), key=lambda row: (row.timestamp, row.partition, row.offset))


def _facts(record: Any) -> dict[str, Any]:
    headers = {name: value.decode("utf-8", "backslashreplace") for name, value in record.headers}
    return {
        "address": f"{record.partition}@{record.offset}",
        "reason": headers.get("marsad-reason", "?"),
        "detail": headers.get("marsad-detail", ""),
        "step": headers.get("marsad-step"),
        "topic": headers.get("marsad-topic"),
        "origin": f"{headers.get('marsad-partition')}@{headers.get('marsad-offset')}",
        "timestamp": headers.get("marsad-timestamp"),
        "key": None if record.key is None else record.key.decode("utf-8", "backslashreplace"),
        "bytes": len(record.value or b""),
    }
