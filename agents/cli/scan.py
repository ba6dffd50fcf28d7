"""`marsad scan`: the decisions of the classify agent on files, without Kafka."""

import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agents.cli import articles
from agents.cli.articles import Given, Trouble
from agents.cli.moment import as_of_option
from agents.cli.show import visible
from streams.messages import Article, Classification, Match, Refusal

if TYPE_CHECKING:
    from streams.rulebook import Rulebook

PROBLEMS = 3
STAGES = ("decode", "clean", "fold", "mentions", "events", "rules", "write")


class Laps:
    """CPU time by stage, in seconds."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)
        self.last = time.process_time()

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        self.spent[stage] = self.spent.get(stage, 0.0) + now - self.last
        self.last = now

    def skip(self) -> None:
        """What passed since the last lap is nobody's (reading the file)."""
        self.last = time.process_time()


def scan(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files or folders; - reads JSON lines.")],
    rules: Annotated[list[Path] | None, typer.Option(help="Packs to use instead of the shipped ones.")] = None,
    as_of: Annotated[datetime | None, as_of_option("Time of articles that have none.")] = None,
    stats: Annotated[bool, typer.Option(help="CPU time an article by stage, as JSON on stderr.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON line an article, also on a terminal.")] = False,
) -> None:
    """Show what the rules find in articles, and where. No Kafka, no Java.

    A card on a terminal; one JSON line an article when piped.

    Examples:

        marsad scan article.txt

        marsad scan archive.jsonl.gz --rules my-rules/ | jq .matches

        echo '{"text": "Russian jets bombed Mayadin"}' | marsad scan -
    """
    from agents.cli.card import show_card
    from agents.rulebook import read_rulebook
    from streams.codec import decode_article, encode
    from streams.judge import judge

    started = time.process_time()
    rulebook = read_rulebook(rules or [])
    load_ms = (time.process_time() - started) * 1000
    as_card = sys.stdout.isatty() and not json
    laps, count, characters, troubles = Laps(), 0, 0, 0
    for given in articles.read(articles.files(paths)):
        laps.skip()
        article = _article(given, decode_article(given.value) if isinstance(given, Given) else None, as_of)
        laps("decode")
        if isinstance(article, Trouble):
            sys.stderr.write(visible(str(article)) + "\n")
            troubles += 1
            continue
        judgement = judge(article, rulebook, lap=laps)
        count, characters = count + 1, characters + len(article.text)
        if as_card:
            show_card(article, judgement, rulebook)
        else:
            sys.stdout.buffer.write(encode(scan_row(judgement.classification, judgement.matches)) + b"\n")
        laps("write")
    sys.stdout.flush()
    if stats:
        sys.stderr.buffer.write(encode(_stats(laps, count, characters, rulebook, load_ms)) + b"\n")
    if troubles:
        raise typer.Exit(PROBLEMS)


def _article(given: Given | Trouble, decoded: Article | Refusal | None, as_of: datetime | None) -> Article | Trouble:
    from msgspec.structs import replace

    match given, decoded:
        case Trouble(), _:
            return given
        case _, Refusal(reason=reason, detail=detail):
            return Trouble(given.where, f"{reason}: {detail}", 'one JSON object a line, as {"text": "..."}')
        case _, Article(event_time=None):
            return replace(decoded, event_time=as_of)
        case _, Article():
            return decoded
    raise AssertionError


def scan_row(found: Classification, matches: tuple[Match, ...]) -> dict[str, object]:
    """One line of `marsad scan`: other tools rely on its keys."""
    ref = found.article
    return {
        "article": {
            "id": ref.id,
            "title": ref.title,
            "source": ref.source,
            "language": ref.language,
            "published_at": ref.published_at,
            "url": ref.url,
            "body": found.body,
        },
        "mentions": found.mentions,
        "events": found.events,
        "matches": [
            {
                "rule": match.rule,
                "rule_version": match.rule_version,
                "severity": match.severity,
                "alert_id": match.alert_id,
                "group": match.group,
                "labels": match.labels,
                "hits": match.hits,
                "event": match.event,
            }
            for match in matches
        ],
    }


def _stats(laps: Laps, count: int, characters: int, rulebook: "Rulebook", load_ms: float) -> dict[str, object]:
    spent = {stage: round(seconds * 1e6 / max(count, 1), 1) for stage, seconds in laps.spent.items()}
    return {
        "articles": count,
        "characters": characters,
        "rules": len(rulebook.rules),
        "terms": rulebook.term_count,
        "load_ms": round(load_ms, 1),
        "cpu_us_per_article": spent | {"all": round(sum(spent.values()), 1)},
    }
