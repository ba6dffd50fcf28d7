"""`marsad dead-letters`: what could not be read, why, where it came from; and back there, once it can be."""

import asyncio
import sys
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer
from rich.table import Table
from rich.text import Text

from agents.cli.letter_filter import Filter, FromOffset, FromPartition, FromTopic, Reasons, Since
from agents.cli.show import console, one_line, visible
from agents.replay.letters import Letter, Verdict, read_letter
from streams.errors import MarsadError
from streams.topics import DEAD_LETTERS

if TYPE_CHECKING:
    from agents.settings import Settings

dead_letters = typer.Typer(help="Messages that could not be processed.", no_args_is_help=True)
Address = Annotated[str, typer.Argument(metavar="PARTITION@OFFSET", help="Its address, as `list` prints it.")]
Addresses = Annotated[
    list[str] | None, typer.Argument(metavar="[PARTITION@OFFSET]...", help="These letters, as `list` prints them.")
]


@dead_letters.command("list")
def list_(
    reason: Reasons = None,
    since: Since = None,
    topic: FromTopic = None,
    partition: FromPartition = None,
    offset: FromOffset = None,
) -> None:
    """One line a dead letter: address, reason, detail, where it came from.

    Examples:

        marsad dead-letters list

        marsad dead-letters list --reason step_failed --since 24h
    """
    from agents.settings import load_settings

    settings = load_settings()
    wanted = Filter((), reason or (), _full(topic, settings), partition, offset, since)
    rows = asyncio.run(_list(settings, wanted))
    if not sys.stdout.isatty():
        for letter in rows:
            sys.stdout.buffer.write(orjson.dumps(facts(letter)) + b"\n")
        return
    table = Table("address", "reason", "from", "bytes", "sent back", "detail", box=None)
    for letter in rows:
        origin = f"{letter.topic} {letter.from_partition}@{letter.from_offset}"
        attempts = str(letter.attempts or "")
        table.add_row(
            letter.address, letter.reason, visible(origin), f"{letter.size:,}", attempts, one_line(letter.detail, 60)
        )
    screen = console()
    if rows:
        screen.print(table)
    counts = Counter(letter.reason for letter in rows)
    summary = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    screen.print(Text(f"{len(rows)} dead letters" + (f": {visible(summary)}" if rows else ""), style="dim"))


@dead_letters.command()
def show(letter: Address) -> None:
    """Print one dead letter: its headers on stderr, its bytes, exactly as received, on stdout.

    Examples:

        marsad dead-letters show 3@17

        marsad dead-letters show 3@17 > refused.bin
    """
    from agents.settings import load_settings

    settings = load_settings()
    record = asyncio.run(_find(settings, letter))
    if record is None:
        raise MarsadError(
            f"there is no dead letter {letter}",
            where=settings.topic(DEAD_LETTERS),
            remedy="`marsad dead-letters list` prints the addresses",
        )
    for name, value in facts(read_letter(record)).items():
        sys.stderr.write(f"{name}: {visible(str(value))}\n")
    payload = record.value or b""
    if sys.stdout.isatty():
        sys.stdout.write(visible(payload.decode("utf-8", "backslashreplace")) + "\n")
    else:
        sys.stdout.buffer.write(payload)


@dead_letters.command()
def replay(
    letters: Addresses = None,
    every: Annotated[bool, typer.Option("--all", help="Every letter; without it something must be named.")] = False,
    reason: Reasons = None,
    since: Since = None,
    topic: FromTopic = None,
    partition: FromPartition = None,
    offset: FromOffset = None,
    attempts: Annotated[int, typer.Option(min=1, help="How often a record is sent back that comes back.")] = 1,
    again: Annotated[bool, typer.Option("--again", help="Also what was sent back before.")] = False,
    rate: Annotated[float | None, typer.Option(min=0.001, help="Records a second.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, send nothing.")] = False,
) -> None:
    """Send dead letters back to the topic they came from: bytes, key, headers and time as they were.

    For after the mending: of a rule, a codec, a bug. Each record goes back once: what was sent is remembered on
    news.dead-letters-replayed, by where it first lay, and what comes back again stays (--attempts, --again).
    At least once: a replay that is killed sends at most one record twice, and ids make a copy harmless.

    Examples:

        marsad dead-letters replay --reason step_failed --since 24h --dry-run

        marsad dead-letters replay 3@17

        marsad dead-letters replay --all --rate 50
    """
    from agents.cli.going_back import Going
    from agents.settings import load_settings

    settings = load_settings()
    if not (letters or every or reason or since or topic) and partition is None and offset is None:
        raise MarsadError("which dead letters?", remedy="name addresses, --reason, --since, --topic, or --all")
    wanted = Filter(letters or (), reason or (), _full(topic, settings), partition, offset, since)
    going = Going(settings, limit=attempts, again=again)
    done = asyncio.run(going.send(wanted, _tell, rate=rate, dry_run=dry_run))
    verb = "would go" if dry_run else "went"
    kept = ", ".join(f"{count:,} {verdict}" for verdict, count in done.items() if verdict is not Verdict.SENT)
    sys.stderr.write(f"{done[Verdict.SENT]:,} {verb} back" + (f"; not: {kept}" if kept else "") + "\n")


def _tell(letter: Letter, verdict: Verdict) -> None:
    if not sys.stdout.isatty():
        sys.stdout.buffer.write(orjson.dumps(facts(letter) | {"verdict": verdict}) + b"\n")
        return
    to = f" -> {letter.topic}" if verdict is Verdict.SENT else ""
    sys.stdout.write(visible(f"{letter.address:>10}  {verdict:<12} {letter.reason}{to}") + "\n")


def facts(letter: Letter) -> dict[str, Any]:
    """One letter as a JSON object: other tools rely on its keys."""
    return {
        "address": letter.address,
        "reason": letter.reason,
        "detail": letter.detail,
        "step": letter.step,
        "topic": letter.topic,
        "origin": f"{letter.from_partition}@{letter.from_offset}",
        "timestamp": letter.timestamp_ms,
        "attempts": letter.attempts,
        "key": None if letter.key is None else letter.key.decode("utf-8", "backslashreplace"),
        "bytes": letter.size,
    }


def _full(topic: str | None, settings: "Settings") -> str | None:
    from agents.cli.kafka import full_name

    return None if topic is None else full_name(topic, settings)


async def _list(settings: "Settings", wanted: Filter) -> list[Letter]:
    found = [letter async for record in _records(settings) if wanted(letter := read_letter(record))]
    return sorted(found, key=lambda letter: (letter.written_ms, letter.partition, letter.offset))


async def _find(settings: "Settings", address: str) -> Any:
    async with aclosing(_records(settings)) as found:
        async for record in found:
            if f"{record.partition}@{record.offset}" == address:
                return record
    return None


async def _records(settings: "Settings") -> AsyncGenerator[Any, None]:
    from agents.cli.kafka import consumer, records

    async with consumer(settings) as client:
        async for record in records(client, settings.topic(DEAD_LETTERS), settings):
            if record is not None:
                yield record
