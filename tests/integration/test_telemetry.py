"""What the endpoints tell: every series from the start, reasons in words, and logs that stay few."""

import logging

from prometheus_client.parser import text_string_to_metric_families

from agents.health import Health
from agents.logs import Hold
from agents.telemetry import Laps, Telemetry
from streams.messages import DeadReason, Reason


def samples(telemetry: Telemetry) -> dict[tuple[str, tuple[str, ...]], float]:
    families = text_string_to_metric_families(telemetry.exposition().decode())
    return {
        (sample.name, tuple(value for name, value in sorted(sample.labels.items()) if name != "le")): sample.value
        for family in families
        for sample in family.samples
    }


def test_every_rule_and_every_reason_is_there_at_zero() -> None:
    found = samples(Telemetry(agents=("classify", "alert"), rules=("r1", "r2"), rulebook="abc"))
    assert all(found["marsad_matches_total", (rule,)] == 0 for rule in ("r1", "r2"))
    assert all(found["marsad_alerts_total", (reason,)] == 0 for reason in Reason)
    assert all(found["marsad_dead_letters_total", (reason,)] == 0 for reason in DeadReason)
    assert found["marsad_articles_total", ()] == 0
    assert found["marsad_rules_loaded", ("abc",)] == 2
    for agent in ("classify", "alert"):
        assert found["marsad_lag_messages", (agent,)] == 0
        assert found["marsad_lag_seconds", (agent,)] == 0
        assert found["marsad_latency_seconds_count", (agent,)] == 0
    assert any(name == "marsad_build_info" for name, _ in found)


def test_latency_is_a_histogram() -> None:
    telemetry = Telemetry(agents=("alert",))
    for seconds in (0.004, 0.02, 0.02, 400.0, -1.0):
        telemetry.latency["alert"].add(seconds)
    assert samples(telemetry)["marsad_latency_seconds_count", ("alert",)] == 5
    buckets = dict(telemetry.latency["alert"].buckets())
    assert (buckets["0.001"], buckets["0.005"], buckets["0.025"], buckets["300.0"], buckets["+Inf"]) == (1, 2, 4, 4, 5)


def test_laps_are_poured_by_stage() -> None:
    telemetry, laps = Telemetry(), Laps()
    for _ in range(3):
        laps.start()
        laps("fold")
        laps("rules")
    laps.pour(telemetry)
    laps.pour(telemetry)
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
