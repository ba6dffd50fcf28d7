"""What the endpoints tell: every series from the start, reasons in words, and logs that stay few."""

import logging

import orjson
import pytest
from prometheus_client.parser import text_string_to_metric_families

from agents.health import Health
from agents.logs import Hold
from agents.telemetry import Laps, Places, RuleClock, Telemetry, laps
from streams.codec import decode_article
from streams.judge import judge
from streams.messages import Article, ArticleRef, DeadReason, Event, Match, Reason, Severity
from streams.rulebook import Rulebook
from tests.shipped import RULEBOOK

AGENTS = ("classify", "alert", "measure")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return RULEBOOK


def samples(telemetry: Telemetry) -> dict[tuple[str, tuple[str, ...]], float]:
    families = text_string_to_metric_families(telemetry.exposition().decode())
    return {
        (sample.name, tuple(value for name, value in sorted(sample.labels.items()) if name != "le")): sample.value
        for family in families
        for sample in family.samples
    }


def test_every_series_is_there_at_zero(rulebook: Rulebook) -> None:
    found = samples(Telemetry(agents=AGENTS, prefix="news.", rulebook=rulebook))
    for rule in rulebook.rules.values():
        for name in ("matches", "rule_candidates", "rule_seconds", "rule_errors"):
            assert found[f"marsad_{name}_total", (rule.id,)] == 0
        for severity in {rule.severity, *(step.to for step in rule.raises)}:
            assert found["marsad_alerts_opened_total", (rule.id, severity)] == 0
    assert all(found["marsad_alerts_total", (reason,)] == 0 for reason in Reason)
    assert all(found["marsad_articles_total", (language,)] == 0 for language in ("ar", "en", "ru", "other"))
    assert found["marsad_rules_loaded", (rulebook.id,)] == len(rulebook.rules) > 0
    assert found["marsad_rulebook_last_load_successful", ()] == 1
    for place in ("syria", "syria.deir-ez-zor", "russia", "other", "none"):
        assert found["marsad_place_matches_total", (place,)] == 0
        assert found["marsad_place_alerts_opened_total", (place,)] == 0
    for agent in AGENTS:
        assert found["marsad_latency_seconds_count", (agent,)] == 0
        assert all(found["marsad_dead_letters_total", (agent, reason)] == 0 for reason in DeadReason)
    for group in ("news.classify", "news.app"):
        assert found["marsad_lag_messages", (group,)] == found["marsad_lag_seconds", (group,)] == 0
        assert found["marsad_rebalances_total", ("assigned", group)] == 0
    for table in ("alert", "measure"):
        assert found["marsad_table_entries", (table,)] == found["marsad_table_evicted_total", (table,)] == 0
    for stage in ("decode", "rules", "classify.step", "classify.commit", "alert.produce"):
        assert found["marsad_stage_seconds_count", (stage,)] == 0
    assert found["process_open_fds", ()] > 0


def test_an_agent_alone_tells_of_no_other() -> None:
    found = samples(Telemetry(agents=("classify",), prefix="p."))
    assert {labels for name, labels in found if name == "marsad_lag_messages"} == {("p.classify",)}
    assert not any(name.startswith("marsad_table") for name, _ in found)
    assert found["marsad_rulebook_last_load_successful", ()] == 0


def test_a_stranger_makes_no_series() -> None:
    telemetry = Telemetry(agents=AGENTS)
    for number in range(1000):
        telemetry.add(telemetry.articles, f"language {number}")
    assert telemetry.articles == {"ar": 0, "en": 0, "ru": 0, "other": 1000}


def test_readiness_is_a_number_too() -> None:
    health = Health()
    telemetry = Telemetry(health=health)
    assert samples(telemetry)["marsad_ready", ()] == 1
    health.hinder("broker", "no answer")
    assert samples(telemetry)["marsad_ready", ()] == 0


def test_lag_is_of_the_partitions_in_hand() -> None:
    telemetry = Telemetry(agents=("classify", "alert"), prefix="p.")
    telemetry.lag("p.app", {1: 4, 3: 0}, 2.5)
    telemetry.lag("p.classify", {0: 1, 1: 1}, 0.5)
    telemetry.lag("p.classify", {1: 7}, 9.0)
    found = samples(telemetry)
    assert found["marsad_lag_messages", ("p.classify",)] == 7
    assert found["marsad_lag_seconds", ("p.classify",)] == 9
    assert found["marsad_partitions_assigned", ("p.app",)] == 2
    parts = {labels: lag for (name, labels), lag in found.items() if name == "marsad_partition_lag_messages"}
    assert parts == {("p.app", "1"): 4, ("p.app", "3"): 0, ("p.classify", "1"): 7}, "a partition that went is gone"


@pytest.mark.parametrize(
    ("places", "group", "labels"),
    [
        (("syria.deir-ez-zor.city", "syria.deir-ez-zor.airport"), {}, ("syria.deir-ez-zor",)),
        (("syria.deir-ez-zor.city", "iraq"), {}, ("syria.deir-ez-zor", "iraq")),
        (("syria.eastern",), {}, ("syria",)),
        (("atlantis",), {}, ("other",)),
        ((), {"place.governorate": "syria.homs", "platform": "air"}, ("syria.homs",)),
        ((), {"place": None}, ("none",)),
    ],
)
def test_a_place_is_told_by_its_governorate_or_country(
    rulebook: Rulebook, places: tuple[str, ...], group: dict[str, str | None], labels: tuple[str, ...]
) -> None:
    event = Event(type="strike", places=places, start=0, end=1, text="x") if places else None
    match = Match(
        id="m", alert_id="a", rule="r", rule_version="1", rulebook="b", title="t",
        severity=Severity.LOW, article=ArticleRef(id="1"), group=group, event=event,
    )  # fmt: skip
    assert Places(rulebook.lexicon).of(match) == labels
    assert {*labels} <= {*Places(rulebook.lexicon).labels}


def test_latency_is_a_histogram() -> None:
    telemetry = Telemetry(agents=("alert",))
    for seconds in (0.004, 0.02, 0.02, 400.0, -1.0):
        telemetry.latency["alert"].add(seconds)
    assert samples(telemetry)["marsad_latency_seconds_count", ("alert",)] == 5
    buckets = dict(telemetry.latency["alert"].buckets())
    assert (buckets["0.001"], buckets["0.005"], buckets["0.025"], buckets["300.0"], buckets["+Inf"]) == (1, 2, 4, 4, 5)


def test_each_rule_is_timed_also_when_it_raises(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    strike = decode_article(orjson.dumps({"text": "قصفت طائرات حربية روسية مدينة دير الزور صباح اليوم الثلاثاء."}))
    assert isinstance(strike, Article)
    telemetry, clock = Telemetry(agents=("classify",), rulebook=rulebook), RuleClock()
    found = judge(strike, rulebook, run=clock)
    assert found == judge(strike, rulebook), "the clock changes nothing"
    monkeypatch.setattr(laps, "match_rule", lambda *_: 1 // 0)
    broken = judge(strike, rulebook, run=clock)
    assert len(broken.classification.errors) == broken.rules_run == found.rules_run > 0
    clock.pour(telemetry)
    clock.pour(telemetry)
    assert sum(telemetry.candidates.values()) == 2 * found.rules_run
    ran = {rule for rule, seconds in telemetry.rule_seconds.items() if seconds > 0}
    assert ran == {*broken.classification.errors}


def test_laps_are_poured_by_stage() -> None:
    telemetry, watch = Telemetry(), Laps()
    for _ in range(3):
        watch.start()
        watch("fold")
        watch("rules")
    watch.pour(telemetry)
    watch.pour(telemetry)
    assert telemetry.stages["fold"][0] == telemetry.stages["rules"][0] == 3
    assert all(seconds >= 0 for _, seconds in telemetry.stages.values())


def test_health_gives_reasons_and_grants_grace() -> None:
    health = Health()
    assert health.reasons() == []
    health.hinder("broker", "no answer from b:9092")
    health.hinder("classify output", "not acknowledged", grace_s=60)
    assert health.reasons() == ["broker: no answer from b:9092"]
    health.hinder("classify output", "can't be written")
    assert health.reasons() == ["broker: no answer from b:9092", "classify output: can't be written"]
    health.clear("broker")
    health.clear("classify output")
    assert health.reasons() == []


def record(name: str, words: str) -> logging.LogRecord:
    return logging.LogRecord(name, logging.WARNING, "", 0, words, None, None)


def test_a_library_that_storms_is_held_down() -> None:
    hold = Hold(window_s=3600, lines=5)
    passed = [hold.filter(record("aiokafka.client", "Unable to connect to %s")) for _ in range(1500)]
    assert passed.count(True) == 1
    others = [hold.filter(record("faust.app", f"{word} failed")) for word in "abcdefghij"]
    assert others.count(True) == 4
    assert all(hold.filter(record("marsad.broker", "no answer")) for _ in range(100)), "ours are few: none is held"
