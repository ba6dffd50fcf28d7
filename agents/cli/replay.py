"""`marsad replay`: articles from files into news.articles, and on from where the last one was stopped."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agents.cli import articles
from agents.cli.articles import Given
from agents.cli.moment import as_of_option
from streams.codec import decode_article
from streams.errors import MarsadError
from streams.messages import Article
from streams.topics import ARTICLES

if TYPE_CHECKING:
    from agents.replay.bookmark import Shelf
    from agents.settings import Settings

PROBLEMS = 3


def replay(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders; - reads JSON lines.")],
    rate: Annotated[
        float | None, typer.Option(min=0.001, help="Articles a second; as fast as possible if absent.")
    ] = None,
    as_of: Annotated[
        datetime | None, as_of_option("Shift every published_at so that the newest is at TIME (now, 2017-09-05, 24h).")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where the last replay of these paths stopped.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, send nothing.")] = False,
) -> None:
    """Send articles into news.articles, marked as a replay.

    What they give is marked too: sinks page nobody for it unless asked. Ids come from content: twice gives the alerts
    of once. Stopped half way, by Ctrl-C or kill -9, `--resume` goes on there: at least once, a few articles come twice.

    Examples:

        marsad replay seeds/

        marsad replay archive.jsonl.gz --rate 50 --as-of now

        marsad replay archive.jsonl.gz --rate 50 --as-of now --resume
    """
    from agents.replay.bookmark import Shelf
    from agents.settings import load_settings

    settings = load_settings()
    files = articles.files(paths)
    topic = settings.topic(ARTICLES)
    shelf = None
    if dry_run or articles.STDIN in files:
        if resume:
            raise MarsadError("--resume goes on in files, when they are sent", remedy="leave it out here")
    else:
        shelf = Shelf(settings.state, settings.bootstrap, topic, paths)
        _tell_of_the_last(shelf, resume=resume)
    try:
        sent, troubles = asyncio.run(
            send(settings, files, rate=rate, as_of=as_of, dry_run=dry_run, shelf=shelf, resume=resume)
        )
    except (MarsadError, KeyboardInterrupt):
        if shelf is not None and (last := shelf.read()) is not None:
            sys.stderr.write(
                f"stopped: {topic} has {last.articles:,} articles, the last from {last.where}; "
                "the same command with --resume goes on there\n"
            )
        raise
    verb = "would go" if dry_run else "went"
    sys.stderr.write(f"{sent:,} articles {verb} to {topic}")
    sys.stderr.write(f", {troubles:,} lines could not be read\n" if troubles else "\n")
    if troubles:
        raise typer.Exit(PROBLEMS)


def _tell_of_the_last(shelf: "Shelf", *, resume: bool) -> None:
    last = shelf.read()
    if last is None and resume:
        sys.stderr.write("no replay of these was stopped: this one begins at the beginning\n")
    elif last is not None:
        how = "this one goes on behind it" if resume else "this one begins anew (--resume goes on behind it)"
        sys.stderr.write(f"the replay of {last.at:%Y-%m-%d %H:%M}Z stopped at {last.where}: {how}\n")


async def send(
    settings: "Settings",
    files: list[Path],
    *,
    rate: float | None = None,
    as_of: datetime | None = None,
    dry_run: bool = False,
    quiet: bool = False,
    shelf: "Shelf | None" = None,
    resume: bool = False,
) -> tuple[int, int]:
    """Send every article of *files*; how many went, and how many lines gave none (each told on stderr).

    With *shelf*, how far it got is written down, and with *resume* it goes on there; the figures are then of both.
    """
    from agents.cli.replaying import Replaying, check_all

    last = shelf.read() if shelf is not None and resume else None
    if last is not None and (last.shift_s is None) != (as_of is None):
        had = "had no --as-of" if last.shift_s is None else "had --as-of, and its articles are shifted"
        raise MarsadError(f"the replay that stopped {had}", where=last.where, remedy="give --resume the same options")
    shift_s = _shift(files, as_of) if as_of is not None and last is None else None
    if last is not None:
        shift_s = last.shift_s  # not measured again: both halves stay on one axis of time
    if dry_run:
        return check_all(files, shift_s)
    return await Replaying(settings, files, shift_s=shift_s, shelf=shelf, last=last, quiet=quiet).run(rate)


def _shift(files: list[Path], as_of: datetime) -> float:
    """Seconds from the newest published_at of *files* to *as_of*: everything is read once for it."""
    if articles.STDIN in files:
        raise MarsadError(
            "--as-of must read everything first", where="-", remedy="write the lines to a file and name it"
        )
    newest = None
    for given in articles.read(files):
        article = decode_article(given.value) if isinstance(given, Given) else None
        if isinstance(article, Article) and article.published_at is not None:
            newest = max(newest or article.published_at, article.published_at)
    return (as_of - newest).total_seconds() if newest is not None else 0.0
