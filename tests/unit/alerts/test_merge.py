"""One more match into its alert: what it shows, why it was written, and what happens at the limits."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from streams import ids
from streams.alerts import evidence
from streams.alerts.merge import AlertState, decode_state, encode_state, merge
from streams.alerts.reasons import reason
from streams.codec import encode
from streams.messages import Alert, ArticleRef, Event, Hit, Match, Quantity, Quote, Reason, Severity

NOON = datetime(2017, 9, 5, 12, tzinfo=UTC)
ALERT = "a1" * 16
WORDS = {
    "ar": "قصفت طائرات روسية قرية الجفرة",
    "en": "Russian warplanes struck Jafra",
    "ru": "российские самолёты нанесли удар по Джафре",
}


def match(
    article: str,
    *,
    minute: int = 0,
    outlet: str = "sana",
    severity: Severity = Severity.HIGH,
    stance: str | None = None,
    quantity: int | None = None,
    replayed: str | None = None,
    language: str = "ar",
) -> Match:
    words = WORDS[language]
    event = None
    if stance is not None or quantity is not None:
        event = Event(type="strike", stance=stance or "asserted", quantity=quantity, start=0, end=4, text=words[:4])
    return Match(
        id=ids.match_id(article, ALERT),
        alert_id=ALERT,
        rule="russian-strikes",
        rule_version="v1",
        rulebook="b",
        title="Russian strikes: Deir ez-Zor",
        severity=severity,
        group={"place.governorate": "syria.deir-ez-zor"},
        labels={"platform": "air"},
        article=ArticleRef(id=article, url=f"https://example.org/{article}", language=language),
        outlet=outlet,
        event_time=NOON + timedelta(minutes=minute),
        hits=(Hit(field="text", start=0, end=4, text=words[:4]),),
        quotes=(Quote(field="text", start=0, end=len(words), text=words),),
        event=event,
        replayed=replayed,
    )


def told(*matches: Match) -> list[Alert]:
    state: AlertState | None = None
    alerts = []
    for each in matches:
        state, alert = merge(decode_state(encode_state(state)) if state is not None else None, each)
        alerts.append(alert)
    return alerts


def reasons(*matches: Match) -> list[str]:
    return [alert.reason.value for alert in told(*matches)]


def test_the_first_match_opens_the_alert_with_its_evidence() -> None:
    first = match("1", stance="claimed", quantity=12)
    (alert,) = told(first)
    assert alert.id == ALERT
    assert (alert.reason, alert.match_id, alert.revision) == (Reason.FIRST_MATCH, first.id, 1)
    assert (alert.state, alert.replayed, alert.severity) == ("open", False, Severity.HIGH)
    assert (alert.rule, alert.group, alert.labels) == (first.rule, first.group, first.labels)
    assert (alert.first_event_at, alert.last_event_at) == (NOON, NOON)
    assert (alert.source_count, alert.article_count, alert.quantity) == (1, 1, Quantity(min=12, max=12))
    (source,) = alert.sources
    assert (source.source, source.article_id, source.stance, source.quote) == ("sana", "1", "claimed", WORDS["ar"])
    assert source.hits == first.hits


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_quotes_travel_in_every_language(language: str) -> None:
    (alert,) = told(match("1", language=language))
    assert alert.sources[0].quote == WORDS[language]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (match("2"), "nothing_new"),
        (match("2", outlet="enab baladi"), "new_source"),
        (match("2", outlet="enab baladi", quantity=30, stance="claimed"), "changed_number"),
        (match("2", quantity=3, stance="claimed"), "changed_number"),
        (match("2", quantity=12, stance="claimed"), "nothing_new"),
        (match("2", outlet="enab baladi", quantity=30, stance="denied"), "new_stance"),
        (match("2", outlet="enab baladi", stance="denied", severity=Severity.CRITICAL), "raised_severity"),
        (match("2", severity=Severity.LOW), "nothing_new"),
        (match("2", replayed="run-1"), "nothing_new"),
    ],
)
def test_the_first_reason_that_applies_is_given(second: Match, why: str) -> None:
    assert reasons(match("1", stance="claimed", quantity=12), second) == ["first_match", why]


def test_a_number_and_a_stance_are_new_where_none_was_told() -> None:
    assert reasons(match("1"), match("2", stance="claimed"), match("3", stance="claimed", quantity=1)) == [
        "first_match",
        "new_stance",
        "changed_number",
    ]


def test_an_alert_is_replayed_until_one_match_is_live() -> None:
    day = [match("1", replayed="run-1"), match("2", replayed="run-2"), match("3"), match("4", replayed="run-1")]
    alerts = told(*day)
    assert [alert.replayed for alert in alerts] == [True, True, False, False]
    assert [alert.reason.value for alert in alerts] == ["first_match", "nothing_new", "first_live", "nothing_new"]


def test_a_replayed_article_that_arrives_live_is_told_and_told_the_same_when_it_is_delivered_again() -> None:
    alerts = told(match("1", replayed="run-1"), match("1"), match("1"), match("1", replayed="run-1"))
    assert [alert.reason.value for alert in alerts] == ["first_match", "first_live", "first_live", "first_live"]
    assert [alert.replayed for alert in alerts] == [True, False, False, False]
    assert {alert.revision for alert in alerts} == {1}


def test_a_redelivered_match_gives_its_first_record_again() -> None:
    day = [match("1"), match("2", outlet="enab baladi"), match("3", severity=Severity.CRITICAL)]
    alerts = told(*day, *day)
    assert [alert.reason for alert in alerts[3:]] == [alert.reason for alert in alerts[:3]]
    assert alerts[5] == alerts[2]


def test_the_alert_shows_its_newest_match_and_its_highest_severity() -> None:
    edited = replace(
        match("2", minute=5), rule_version="v2", title="Strikes: Deir ez-Zor", labels={}, previous="p" * 32
    )
    alert = told(edited, match("1", severity=Severity.CRITICAL))[-1]
    assert (alert.rule_version, alert.title, alert.labels, alert.previous) == ("v2", edited.title, {}, "p" * 32)
    assert alert.severity is Severity.CRITICAL
    assert (alert.first_event_at, alert.last_event_at) == (NOON, NOON + timedelta(minutes=5))
    assert [source.article_id for source in alert.sources] == ["1", "2"]


def test_a_match_without_a_time_is_refused() -> None:
    with pytest.raises(ValueError, match="event time"):
        merge(None, replace(match("1"), event_time=None))


def test_copies_of_one_outlet_crowd_nobody_out() -> None:
    copies = [match(f"copy {n}", minute=n) for n in range(80)]
    late = match("late", minute=500, outlet="реутерс")
    denial = match("denial", minute=600, stance="denied")
    alert = told(*copies, denial, late)[-1]
    assert len(alert.sources) == evidence.MAX_SOURCES
    assert [source.article_id for source in alert.sources[-2:]] == ["late", "denial"]
    assert [source.article_id for source in alert.sources[:48]] == [f"copy {n}" for n in range(48)]
    assert (alert.source_count, alert.article_count, alert.revision) == (2, 82, 82)


def test_an_alert_and_its_state_stay_below_a_megabyte_whatever_the_matches_hold() -> None:
    state: AlertState | None = None
    for n in range(60):
        huge = replace(
            match(f"{n}" + "\x01" * 250, outlet=f"{n}" + "\x01" * 500, minute=n),
            hits=tuple(Hit(field="text", start=0, end=50_000, text="ق" * 50_000) for _ in range(50)),
            quotes=(Quote(field="text", start=0, end=600, text="\x01" * 100_000),),
            article=ArticleRef(id="\x01" * 256, url="https://example.org/" + "\x01" * 8000),
        )
        state, alert = merge(state, huge)
    assert state is not None
    assert len(encode(alert)) < 1_000_000
    assert len(encode_state(state)) < 1_000_000
    assert all(len(encode(source)) <= evidence.MAX_BYTES for source in alert.sources)
    assert (len(alert.sources), alert.revision, alert.source_count) == (50, 60, 60)
    assert alert.sources[0].quote == "\x01" * 600


def test_what_is_long_is_shortened_hits_first_and_the_quote_last() -> None:
    hits = tuple(Hit(field="text", start=n, end=n + 2000, text="x" * 2000) for n in range(20))
    one = replace(match("1"), hits=hits)
    assert told(replace(one, hits=hits[:5]))[0].sources[0].hits == hits[:5]
    assert told(one)[0].sources[0].hits == hits[:1]
    assert told(one)[0].sources[0].quote == WORDS["ar"]
    assert told(one)[0].sources[0].url == "https://example.org/1"


def test_beyond_4096_matches_counts_are_estimates_and_nothing_is_dropped() -> None:
    day = [match(str(n), minute=n % 60, outlet=f"outlet {n % 5000}") for n in range(5000)]
    state: AlertState | None = None
    for each in day:
        state, alert = merge(state, each)
    assert state is not None
    assert abs(alert.revision - 5000) < 300
    assert abs(alert.source_count - 5000) < 300
    assert len(encode_state(state)) < 200_000
    critical = replace(match("late"), severity=Severity.CRITICAL)
    again, alert = merge(state, critical)
    assert (alert.severity, alert.reason) == (Severity.CRITICAL, Reason.RAISED_SEVERITY)
    assert merge(again, day[17])[1].article_count == alert.article_count
    assert reason(again, match("later", outlet="never heard of")) is Reason.NOTHING_NEW


def test_states_of_a_later_version_with_more_fields_are_read() -> None:
    state, _ = merge(None, match("1"))
    value = encode_state(state)
    fields = value[0] & 0x0F  # MessagePack: a map of that many fields, 0xDE and two bytes from 16 on
    assert value[0] & 0xF0 == 0x80
    newer = bytes([0x80 | fields + 1]) + b"\xa5later\xc0" + value[1:]
    assert decode_state(newer) == state
