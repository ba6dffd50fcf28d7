"""What the alert agent counts when the broker has an alert: why, which rule, where, and how old the news was."""

from datetime import timedelta

import pytest

from agents.alert import AlertStep
from agents.keyed import Taken
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.codec import encode
from streams.messages import ArticleRef, Event, Match, Severity, TimeBasis
from streams.rulebook import Rulebook
from streams.windows import EPOCH
from tests.shipped import RULEBOOK

AT = EPOCH + timedelta(days=10_000)
NOW_MS = 864_000_000_000 + 7_200_000  # two hours later
AGENTS = ("classify", "alert", "measure")


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return RULEBOOK


def tell(telemetry: Telemetry, known: dict[bytes, bytes], number: int = 1, **fields: object) -> None:
    """One match through the step, and its records acknowledged at NOW_MS."""
    whole: dict[str, object] = {
        "id": f"m{number}", "alert_id": "a1", "rule": "russian-strikes", "rule_version": "1", "rulebook": "b",
        "title": "t", "severity": Severity.HIGH, "article": ArticleRef(id=f"article {number}"), "event_time": AT,
        "event": Event(type="strike", places=("syria.deir-ez-zor.city",), start=0, end=1, text="x"),
    }  # fmt: skip
    value = encode(Match(**{**whole, **fields}))  # type: ignore[arg-type]
    taken = Taken("news.matches", 0, number, NOW_MS, b"a1", value, ())
    written = AlertStep(Settings(), telemetry).step(taken, known.get)
    known.update({key: state for key, (_, state) in written.states.items()})
    written.on_delivered(NOW_MS)


def fresh(rulebook: Rulebook) -> Telemetry:
    return Telemetry(agents=AGENTS, prefix="news.", rulebook=rulebook)


def test_only_the_first_match_opens_an_alert(rulebook: Rulebook) -> None:
    telemetry, known = fresh(rulebook), dict[bytes, bytes]()
    tell(telemetry, known)
    tell(telemetry, known, 2)
    assert telemetry.alerts["first_match"] == 1
    assert sum(telemetry.alerts.values()) == 2
    assert {key: n for key, n in telemetry.opened.items() if n} == {("russian-strikes", "high"): 1}
    assert {place: n for place, n in telemetry.place_opened.items() if n} == {"syria.deir-ez-zor": 1}


def test_a_rule_that_only_another_worker_knows_is_other(rulebook: Rulebook) -> None:
    telemetry = fresh(rulebook)
    tell(telemetry, {}, rule="theirs")
    assert {key: n for key, n in telemetry.opened.items() if n} == {("other", "high"): 1}


def test_delay_is_of_dated_articles_and_replays_stand_apart(rulebook: Rulebook) -> None:
    telemetry = fresh(rulebook)
    tell(telemetry, {})
    tell(telemetry, {}, replayed="r1")
    tell(telemetry, {}, time_basis=TimeBasis.RECORD)
    live, replayed = telemetry.event_delay["false"], telemetry.event_delay["true"]
    assert (sum(live.counts), live.total) == (1, 7200)
    assert (sum(replayed.counts), replayed.total) == (1, 7200)


def test_the_last_event_time_goes_forward_and_not_into_the_future(rulebook: Rulebook) -> None:
    telemetry = fresh(rulebook)
    tell(telemetry, {})
    assert telemetry.last_event["alert"] == AT.timestamp()
    tell(telemetry, {}, event_time=AT - timedelta(days=3))
    tell(telemetry, {}, event_time=AT + timedelta(days=3))
    tell(telemetry, {}, event_time=AT + timedelta(hours=1), replayed="r1")
    assert telemetry.last_event["alert"] == AT.timestamp()
    tell(telemetry, {}, event_time=AT + timedelta(hours=1))
    assert telemetry.last_event["alert"] == AT.timestamp() + 3600
