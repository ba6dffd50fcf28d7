"""`marsad tap`: any topic, decoded, as it is and as it comes."""

import asyncio
import sys
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
import orjson
import typer
from rich.text import Text

from agents.cli.show import console, visible


def tap(
    topic: Annotated[
        str, typer.Argument(help="alerts, matches, classified, articles, metrics, dead-letters, or any name.")
    ],
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on as they come, until Ctrl-C.")] = False,
    last: Annotated[
        int | None, typer.Option(min=0, help="Begin so many records before the end of each partition.")
    ] = None,
) -> None:
    """Print the records of a topic: address, key, headers and value.

    On a terminal as lines to read; piped, one JSON object a record.

    Examples:

        marsad tap matches --last 5

        marsad tap classified --follow | jq .value.rules
    """
    asyncio.run(_tap(topic, follow=follow, last=last))


async def _tap(topic: str, *, follow: bool, last: int | None) -> None:
    from agents.cli.kafka import consumer, full_name, records
    from agents.settings import load_settings

    settings = load_settings()
    screen = console()
    for_person = sys.stdout.isatty()
    async with consumer(settings) as client:
        async for record in records(client, full_name(topic, settings), settings, follow=follow, last=last):
            if record is None:
                continue
            row = _row(record)
            if not for_person:
                sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
                sys.stdout.flush()
                continue
            heading = f"{row['partition']}@{row['offset']}  {row['timestamp']}  {row['key'] or ''}"
            headers = "  ".join(f"{name}={value}" for name, value in row["headers"].items())
            screen.print(Text(visible(f"{heading}  {headers}"), style="dim"), soft_wrap=True)
            screen.print(Text(visible(_written(row["value"]))), soft_wrap=True)


def _row(record: Any) -> dict[str, Any]:
    return {
        "topic": record.topic,
        "partition": record.partition,
        "offset": record.offset,
        "timestamp": f"{datetime.fromtimestamp(record.timestamp / 1000, UTC):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
        "key": None if record.key is None else record.key.decode("utf-8", "backslashreplace"),
        "headers": {name: value.decode("utf-8", "backslashreplace") for name, value in record.headers},
        "value": _value(record.value),
    }


def _value(value: bytes | None) -> object:
    """JSON as it is; other bytes as text with what is no UTF-8 escaped."""
    if value is None:
        return None
    try:
        return msgspec.json.decode(value)
    except (msgspec.MsgspecError, RecursionError):
        return value.decode("utf-8", "backslashreplace")


def _written(value: object) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()
