"""The classify step: what becomes of one record, and what it does with a match that no topic would take."""

from collections.abc import Callable
from dataclasses import dataclass, field

import orjson
import pytest
from msgspec.structs import replace

from agents import classify as module
from agents.classify import MAX_MATCH_BYTES, Classify
from agents.envelope import Outgoing
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.judge import Judgement, judge
from streams.messages import DeadReason, Hit, Refusal
from tests.shipped import RULEBOOK

STRIKE = "قصفت طائرات حربية روسية مدينة دير الزور صباح اليوم الثلاثاء."


@dataclass
class Given:
    value: bytes | None
    topic: str = "news.articles"
    partition: int = 0
    offset: int = 0
    timestamp: int = 1_504_591_200_000
    key: bytes | None = None
    headers: list[tuple[str, bytes]] = field(default_factory=list)


@pytest.fixture(scope="module")
def step() -> Classify:
    return Classify(Settings(), RULEBOOK, Telemetry(agents=("classify",), rulebook=RULEBOOK))


def records(step: Classify, given: Given) -> list[Outgoing]:
    found = step.step(given)
    assert not isinstance(found, Refusal), found
    return list(found)


def changed(monkeypatch: pytest.MonkeyPatch, change: Callable[[Judgement], Judgement]) -> None:
    monkeypatch.setattr(module, "judge", lambda *given, **named: change(judge(*given, **named)))


def test_a_classification_and_a_record_for_each_match(step: Classify) -> None:
    first, *matches = records(step, Given(orjson.dumps({"text": STRIKE, "source": "one", "id": "a1"})))
    assert (first.topic, first.key, first.counts_as) == ("news.classified", b"a1", "ar")
    assert matches
    for record in matches:
        match = orjson.loads(record.value or b"")
        assert record.topic == "news.matches"
        assert record.key == match["alert_id"].encode()
        assert record.counts_as == match["rule"]
        assert record.places == ("syria.deir-ez-zor",)
        assert dict(record.headers)["ce_id"] == match["id"].encode()
        assert dict(record.headers)["marsad-article-at"] == b"1504591200000"
    assert orjson.loads(first.value or b"")["rules"] == sorted({record.counts_as for record in matches})


def test_an_unmatched_article_has_a_classification_too(step: Classify) -> None:
    (only,) = records(step, Given(orjson.dumps({"text": "The harvest was good this year.", "title": 7})))
    assert orjson.loads(only.value or b"")["rules"] == []


def test_a_replay_stays_marked(step: Classify) -> None:
    given = Given(orjson.dumps({"text": STRIKE}), headers=[("marsad-replay", b"r1")])
    for record in records(step, given):
        assert dict(record.headers)["marsad-replay"] == b"r1"
        assert orjson.loads(record.value or b"")["replayed"] == "r1"


def test_a_match_that_is_too_large_loses_its_longest_evidence(step: Classify, monkeypatch: pytest.MonkeyPatch) -> None:
    long = Hit(field="text", start=0, end=2_000_000, text="x" * 2_000_000)

    def grow(judgement: Judgement) -> Judgement:
        return replace(judgement, matches=tuple(replace(m, hits=(*m.hits, long)) for m in judgement.matches))

    _, *before = records(step, Given(orjson.dumps({"text": STRIKE})))
    changed(monkeypatch, grow)
    _, *matches = records(step, Given(orjson.dumps({"text": STRIKE})))
    assert [record.key for record in matches] == [record.key for record in before]
    for record in matches:
        assert len(record.value or b"") <= MAX_MATCH_BYTES
        assert orjson.loads(record.value or b"")["hits"]


def test_what_cannot_be_made_to_fit_is_refused_and_not_lost(step: Classify, monkeypatch: pytest.MonkeyPatch) -> None:
    changed(
        monkeypatch,
        lambda judgement: replace(
            judgement, matches=tuple(replace(m, labels={"l": "x" * 1_000_000}) for m in judgement.matches)
        ),
    )
    refused = step.step(Given(orjson.dumps({"text": STRIKE})))
    assert isinstance(refused, Refusal)
    assert refused.reason == DeadReason.STEP_FAILED
    assert "news.matches takes 900,000" in refused.detail


def test_a_rule_that_fails_is_counted(step: Classify, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(judgement: Judgement) -> Judgement:
        return replace(judgement, classification=replace(judgement.classification, errors={"r": "ValueError: x"}))

    changed(monkeypatch, fail)
    (first, *_) = records(step, Given(orjson.dumps({"text": STRIKE})))
    assert orjson.loads(first.value or b"")["errors"] == {"r": "ValueError: x"}
    assert step._telemetry.rule_errors["other"] == 1, "no text makes a series: no such rule is loaded"
