"""`marsad replay`: articles from files into news.articles."""

import asyncio
import sys
import time
from collections.abc import Awaitable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import orjson
import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from agents.cli import articles
from agents.cli.articles import Given, Trouble
from agents.cli.moment import as_of_option
from agents.cli.show import console, visible
from agents.clock import now
from streams.codec import decode_article
from streams.errors import MarsadError
from streams.messages import Article, Refusal
from streams.topics import ARTICLES

if TYPE_CHECKING:
    from aiokafka import AIOKafkaProducer

    from agents.settings import Settings

IN_FLIGHT = 1_000
PROBLEMS = 3


def replay(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders; - reads JSON lines.")],
    rate: Annotated[
        float | None, typer.Option(min=0.001, help="Articles a second; as fast as possible if absent.")
    ] = None,
    as_of: Annotated[
        datetime | None, as_of_option("Shift every published_at so that the newest is at TIME (now, 2017-09-05, 24h).")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, send nothing.")] = False,
) -> None:
    """Send articles into news.articles, marked as a replay.

    What they give is marked too: sinks page nobody for it unless asked. Ids come from content: twice gives the alerts
    of once.

    Examples:

        marsad replay seeds/

        marsad replay archive.jsonl.gz --rate 50 --as-of now
    """
    from agents.settings import load_settings

    settings = load_settings()
    sent, troubles = asyncio.run(send(settings, articles.files(paths), rate=rate, as_of=as_of, dry_run=dry_run))
    verb = "would go" if dry_run else "went"
    sys.stderr.write(f"{sent:,} articles {verb} to {settings.topic(ARTICLES)}")
    sys.stderr.write(f", {troubles:,} lines could not be read\n" if troubles else "\n")
    if troubles:
        raise typer.Exit(PROBLEMS)


async def send(
    settings: "Settings",
    files: list[Path],
    *,
    rate: float | None = None,
    as_of: datetime | None = None,
    dry_run: bool = False,
    quiet: bool = False,
) -> tuple[int, int]:
    """Send every article of *files*; how many went, and how many lines gave none (each told on stderr)."""
    total, newest = _survey(files)
    if as_of is not None and articles.STDIN in files:
        raise MarsadError(
            "--as-of must read everything first", where="-", remedy="write the lines to a file and name it"
        )
    shift = as_of - newest if as_of is not None and newest is not None else timedelta()
    bar = Progress(
        TextColumn("replay"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console(stderr=True),
        disable=quiet or not sys.stderr.isatty(),
    )
    if dry_run:
        good = [_checked(given, shift) for given in articles.read(files)]
        return sum(not isinstance(g, Trouble) for g in good), _told(good)
    from agents.cli.kafka import producer

    async with producer(settings) as client:
        await _topic_exists(client, settings)
        with bar:
            task = bar.add_task("replay", total=total)
            read = (_checked(given, shift) for given in bar.track(articles.read(files), task_id=task))
            return await _send_all(client, settings, read, rate)


async def _topic_exists(client: "AIOKafkaProducer", settings: "Settings") -> None:
    from aiokafka.errors import KafkaError

    topic = settings.topic(ARTICLES)
    try:
        await client.partitions_for(topic)
    except KafkaError as error:
        where = ",".join(settings.bootstrap)
        raise MarsadError(f"there is no topic {topic}", where=where, remedy="run `marsad topics apply`") from error


async def _send_all(
    client: "AIOKafkaProducer", settings: "Settings", read: Iterable[tuple[bytes, bytes] | Trouble], rate: float | None
) -> tuple[int, int]:
    from aiokafka.errors import KafkaError

    topic = settings.topic(ARTICLES)
    run = f"{now():%Y%m%dT%H%M%SZ}"
    headers = [("marsad-replay", run.encode()), ("content-type", b"application/json")]
    sent, troubles, begun = 0, 0, time.monotonic()
    flying: list[Awaitable[object]] = []
    try:
        for checked in read:
            if isinstance(checked, Trouble):
                troubles += _told([checked])
                continue
            if rate:
                await asyncio.sleep(max(0.0, begun + sent / rate - time.monotonic()))
            key, value = checked
            flying.append(await client.send(topic, value, key=key, headers=headers))
            sent += 1
            if len(flying) >= IN_FLIGHT:
                await asyncio.gather(*flying)
                flying.clear()
        await asyncio.gather(*flying)
    except KafkaError as error:
        raise MarsadError(
            f"the broker took {sent - len(flying):,} articles and then no more: {error}",
            where=",".join(settings.bootstrap),
            remedy="see to the broker and replay again: an article that comes twice changes nothing",
        ) from error
    return sent, troubles


def _survey(files: list[Path]) -> tuple[int | None, datetime | None]:
    """How many articles there are, and the newest published_at; stdin can be read only once and gives None."""
    if articles.STDIN in files:
        return None, None
    count, newest = 0, None
    for given in articles.read(files):
        count += 1
        if isinstance(given, Given):
            article = decode_article(given.value)
            at = article.published_at if isinstance(article, Article) else None
            newest = max(newest, at) if newest and at else newest or at
    return count, newest


def _checked(given: Given | Trouble, shift: timedelta) -> tuple[bytes, bytes] | Trouble:
    """Key and value of the record, or why there is none."""
    if isinstance(given, Trouble):
        return given
    article = decode_article(given.value)
    if isinstance(article, Refusal):
        return Trouble(given.where, f"{article.reason}: {article.detail}", 'one JSON object a line, as {"text": "..."}')
    value = given.value
    if shift and article.published_at:
        fields = msgspec.json.decode(value, type=dict[str, object])
        value = orjson.dumps(fields | {"published_at": article.published_at + shift})
    return article.id.encode("utf-8", "surrogatepass"), value


def _told(rows: list[Any]) -> int:
    troubles = [row for row in rows if isinstance(row, Trouble)]
    for trouble in troubles:
        sys.stderr.write(visible(str(trouble)) + "\n")
    return len(troubles)
