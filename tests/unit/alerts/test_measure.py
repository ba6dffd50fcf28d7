"""Counts per series and hour, each match once."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from streams.alerts.measure import metric_key, series, tally
from streams.messages import ArticleRef, Match, Severity

SIX = datetime(2017, 9, 5, 6, tzinfo=UTC)
MATCH = Match(
    id="4f" * 16,
    alert_id="a1" * 16,
    rule="russian-strikes",
    rule_version="v",
    rulebook="b",
    title="t",
    severity=Severity.HIGH,
    article=ArticleRef(id="1"),
)


@pytest.mark.parametrize(
    ("group", "outlet", "language", "names"),
    [
        ({}, "unknown", None, ("source:unknown",)),
        ({}, "عنب بلدي", "ar", ("source:عنب بلدي", "language:ar")),
        ({"actor": "russia"}, "bbc.com", "en", ("actor:russia", "source:bbc.com", "language:en")),
        (
            {"place.governorate": "syria.deir-ez-zor", "place": "syria.deir-ez-zor.city", "platform": "air"},
            "тасс",
            "ru",
            ("place:syria.deir-ez-zor", "place:syria.deir-ez-zor.city", "source:тасс", "language:ru"),
        ),
        ({"place": "syria", "place.country": "syria"}, "x", None, ("place:syria", "source:x")),
        ({"actor": None, "place": None, "recipient": "sdf", "source": "x"}, "x", None, ("source:x",)),
    ],
)
def test_a_match_counts_for_its_rule_actor_place_source_and_language(
    group: dict[str, str | None], outlet: str, language: str | None, names: tuple[str, ...]
) -> None:
    match = replace(MATCH, group=group, outlet=outlet, article=ArticleRef(id="1", language=language))
    assert series(match) == ("rule:russian-strikes", *names)


def test_the_name_of_a_source_is_cut_to_what_a_key_can_hold() -> None:
    assert series(replace(MATCH, outlet="x" * 1000))[-1] == "source:" + "x" * 256


def test_the_key_names_series_window_and_partition() -> None:
    assert metric_key("rule:russian-strikes", SIX, 3) == b"rule:russian-strikes@2017-09-05T06:00:00Z/3"
    damascus = timezone(timedelta(hours=3))
    assert metric_key("x", SIX.astimezone(damascus), 0) == metric_key("x", SIX, 0)
    assert metric_key("source:тасс", SIX, 0).decode() == "source:тасс@2017-09-05T06:00:00Z/0"


def test_each_match_counts_once() -> None:
    state, count = tally(None, "4f" * 16)
    assert (len(state), count) == (16, 1)
    assert tally(state, "4f" * 16) == (state, 1)
    state, count = tally(state, "50" * 16)
    assert (len(state), count) == (32, 2)


def test_a_full_window_stays_small_and_goes_on_counting() -> None:
    state: bytes | None = None
    for number in range(5000):
        state, count = tally(state, f"match {number}")
    assert state is not None
    assert len(state) < 70_000
    assert abs(count - 5000) < 300
    assert tally(state, "match 7") == (state, count)


def test_beyond_1024_matches_the_count_is_an_estimate_and_the_state_stays_small() -> None:
    state, counts = None, []
    for number in range(5000):
        state, count = tally(state, f"match-{number}")
        counts.append(count)
    assert counts[:1024] == list(range(1, 1025))
    assert counts == sorted(counts)
    assert abs(counts[-1] - 5000) < 3 * 0.032 * 5000
    assert state is not None
    assert len(state) == 16 * 1025
    assert tally(state, "match-17") == (state, counts[-1])
