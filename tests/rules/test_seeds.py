"""The seeds give the alerts of seeds/expected.yaml, written by hand, in any order and however often they are read."""

import random
from pathlib import Path

import pytest

from agents.cli import articles
from streams import yaml
from streams.alerts.merge import AlertState, merge
from streams.codec import decode_article, instant
from streams.judge import judge
from streams.messages import Alert, Article, Match
from streams.rules.model import Status
from tests.shipped import RULEBOOK

SEEDS = Path(__file__).parents[2] / "seeds"
SEED = "000_6b714176f946d910.txt"


def told(node: yaml.Node) -> object:
    match node:
        case yaml.Mapping():
            return {key.text: told(value) for key, value in node.entries}
        case yaml.Sequence():
            return [told(item) for item in node.items]
    return node.value


EXPECTED = told(yaml.parse((SEEDS / "expected.yaml").read_text(encoding="utf-8"), "expected.yaml"))
assert isinstance(EXPECTED, dict)


def read() -> dict[str | int, Article]:
    found: dict[str | int, Article] = {}
    for given in articles.read(articles.files([SEEDS])):
        assert isinstance(given, articles.Given), given
        article = decode_article(given.value)
        assert isinstance(article, Article), (given.where, article)
        name = Path(given.where).name
        found["seed" if name == SEED else int(name.partition(":")[2])] = article
    return found


ARTICLES = read()
# incubating rules run in shadow: they page nobody, and the list does not name them
MATCHES: dict[str | int, tuple[Match, ...]] = {
    line: tuple(
        match for match in judge(article, RULEBOOK).matches if RULEBOOK.rules[match.rule].status is Status.STABLE
    )
    for line, article in ARTICLES.items()
}


def merged(matches: list[Match]) -> dict[str, Alert]:
    states: dict[str, AlertState] = {}
    alerts: dict[str, Alert] = {}
    for match in matches:
        assert match.alert_id
        states[match.alert_id], alerts[match.alert_id] = merge(states.get(match.alert_id), match)
    return alerts


def row(alert: Alert) -> tuple[object, ...]:
    lines = {line for line, matches in MATCHES.items() if any(match.alert_id == alert.id for match in matches)}
    return (
        alert.rule,
        tuple(sorted(alert.group.items())),
        str(alert.severity),
        alert.article_count,
        alert.source_count,
        alert.first_event_at,
        alert.last_event_at,
        frozenset(lines),
    )


def wanted(alert: dict[str, object]) -> tuple[object, ...]:
    group, lines = alert["group"], alert["lines"]
    assert isinstance(group, dict)
    assert isinstance(lines, list)
    first, last = instant(str(alert["first"])), instant(str(alert["last"]))
    counts = (alert["severity"], alert["articles"], alert["sources"])
    return (alert["rule"], tuple(sorted(group.items())), *counts, first, last, frozenset(lines))


@pytest.mark.parametrize("order", range(3))
def test_the_seeds_give_the_expected_alerts_in_any_order_and_twice(order: int) -> None:
    matches = [match for found in MATCHES.values() for match in found]
    twice = [*matches, *matches]
    random.Random(order).shuffle(twice)
    given = sorted(map(row, merged(twice if order else matches).values()), key=repr)
    assert given == sorted(map(wanted, EXPECTED["alerts"]), key=repr)


@pytest.mark.parametrize("quiet", EXPECTED["quiet"], ids=lambda quiet: f"line-{quiet['line']}")
def test_an_article_that_alerts_nobody(quiet: dict[str, object]) -> None:
    assert [match.rule for match in MATCHES[quiet["line"]]] == [], quiet["why"]  # type: ignore[index]


def test_every_article_is_accounted_for() -> None:
    in_alerts = {line for alert in EXPECTED["alerts"] for line in alert["lines"]}
    quiet = {row["line"] for row in EXPECTED["quiet"]}
    assert in_alerts | quiet == ARTICLES.keys()
    assert not in_alerts & quiet


def test_the_seed_fires_what_it_tells_and_nothing_after_the_byline() -> None:
    matches = MATCHES["seed"]
    text = ARTICLES["seed"].text
    assert {match.rule for match in matches} >= {"deir-ez-zor-offensive", "russian-strikes", "sea-launched-missiles"}
    assert not {match.rule for match in matches} & {"civilian-harm", "russia-coalition-friction"}
    for match in matches:
        for hit in match.hits:
            assert text[hit.start : hit.end] == hit.text
            assert hit.end <= 2111


@pytest.mark.parametrize("line", ARTICLES)
def test_a_match_carries_one_of_its_articles_events_and_shows_its_words(line: str | int) -> None:
    told = judge(ARTICLES[line], RULEBOOK).classification.events
    for match in MATCHES[line]:
        assert match.event in told
        assert any(
            match.event.start <= hit.start < match.event.end for hit in match.hits if hit.field == match.event.field
        )
        assert match.quotes
