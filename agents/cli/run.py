"""`marsad run`: the workers, until Ctrl-C."""

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from agents.settings import Settings
    from agents.supervisor import Summary
    from streams.rulebook import Rulebook

FAILED, INTERRUPTED = 1, 130


def run(
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes, one core each.")] = 1,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="AGENT", help="Run this agent alone: classify, alert or measure. Repeatable."),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="A pack, or a folder of packs, instead of the shipped ones."),
    ] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="End at once if no broker answers.")] = False,
) -> None:
    """Read articles from Kafka, publish what they mean: classifications, matches, alerts, metrics.

    Runs until Ctrl-C, starts a worker again that dies, and loses nothing that was accepted. Topics are created where
    they are missing. Kafka is where KAFKA_BOOTSTRAP_SERVERS says.

    Examples:

        marsad run

        marsad run --workers 4 --rules my-rules/

        marsad run --only classify --fail-fast
    """
    from agents.logs import set_up_logs
    from agents.rulebook import read_rulebook
    from agents.settings import load_settings
    from agents.supervisor import Supervisor

    given = {"only": tuple(only or ()), "rules": tuple(rules or ()), "fail_fast": fail_fast}
    settings = load_settings(**{name: value for name, value in given.items() if value})
    rulebook = read_rulebook(settings.rules)  # every fault at once, before a process is started
    set_up_logs(settings)
    sys.stderr.write(greeting(settings, rulebook, workers))

    supervisor = Supervisor(settings, workers)
    sys.stderr.write(closing(asyncio.run(supervisor.run())))
    if supervisor.failed or supervisor.interrupted:
        raise typer.Exit(FAILED if supervisor.failed else INTERRUPTED)


def greeting(settings: "Settings", rulebook: "Rulebook", workers: int) -> str:
    """What it listens to, what it writes, which rules, and where its numbers are."""
    from streams.topics import ALERTS, ARTICLES, CLASSIFIED, DEAD_LETTERS, MATCHES, METRICS

    written = " ".join(settings.topic(topic) for topic in (CLASSIFIED, MATCHES, ALERTS, METRICS, DEAD_LETTERS))
    addresses = [settings.http_address(worker) for worker in range(workers)]
    metrics = " ".join(f"http://{address[0]}:{address[1]}/metrics" for address in addresses if address) or "off"
    origin = ", ".join(map(str, settings.rules)) or "the shipped packs"
    rows = {
        "broker": ",".join(settings.bootstrap),
        "agents": f"{' '.join(settings.agents)} in {workers} {'worker' if workers == 1 else 'workers'}",
        "reads": settings.topic(ARTICLES),
        "writes": written,
        "rules": f"{len(rulebook.rules):,} of {origin} (rulebook {rulebook.id[:8]})",
        "metrics": metrics,
    }
    lines = [f"  {name:<8} {value}" for name, value in rows.items()]
    return "\n".join(["marsad run", *lines, "  Ctrl-C ends it; `marsad alerts --follow` shows the alerts", ""])


def closing(summary: "Summary") -> str:
    """What was done, in one line."""
    told = summary.totals
    parts = [
        _counted(told["articles"], "article", "articles"),
        _counted(told["matches"], "match", "matches"),
        _counted(told["alerts"], "alert record", "alert records"),
        _counted(told["dead_letters"], "dead letter", "dead letters"),
    ]
    minutes, seconds = divmod(round(summary.seconds), 60)
    took = f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
    died = (
        f"; {_counted(summary.restarts, 'restart', 'restarts')}, what they had done is not counted"
        if summary.restarts
        else ""
    )
    return f"marsad run: {', '.join(parts)} in {took}{died}\n"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
