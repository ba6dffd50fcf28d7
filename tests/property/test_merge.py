"""Laws of the alert: any order and any repetition of the same matches give the same alert and the same counts."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from streams import ids
from streams.alerts import evidence, keyset
from streams.alerts.measure import tally
from streams.alerts.merge import AlertState, decode_state, encode_state, merge
from streams.messages import Alert, ArticleRef, Event, Hit, Match, Quote, Reason, Severity

NOON = datetime(2017, 9, 5, 12, tzinfo=UTC)
ALERT = ids.alert_id("russian-strikes", {"place": "syria.deir-ez-zor"}, NOON, timedelta(days=1))
WORDS = ("قصفت طائرات روسية", "Russian warplanes struck", "российская авиация нанесла удар", "")

events = st.none() | st.builds(
    Event,
    type=st.just("strike"),
    stance=st.sampled_from(["asserted", "claimed", "denied"]),
    claimants=st.sampled_from([(), ("russia",), ("sohr",)]),
    quantity=st.none() | st.integers(0, 20),
    start=st.just(0),
    end=st.just(4),
    text=st.just("قصفت"),
)


@st.composite
def matches(draw: st.DrawFn, article: str | None = None) -> Match:
    name = article or draw(st.integers(0, 10**6).map(str))
    words = draw(st.sampled_from(WORDS))
    return Match(
        id=ids.match_id(name, ALERT),
        alert_id=ALERT,
        previous=draw(st.sampled_from([None, "a" * 32])),
        rule="russian-strikes",
        rule_version=draw(st.sampled_from(["v1", "v2"])),
        rulebook="b",
        title=draw(st.sampled_from(["ضربات روسية", "Russian strikes"])),
        severity=draw(st.sampled_from(Severity)),
        group={"place": "syria.deir-ez-zor"},
        labels=draw(st.sampled_from([{}, {"platform": "air"}])),
        article=ArticleRef(id=name, url=draw(st.none() | st.just("https://example.org/1")), language="ar"),
        outlet=draw(st.sampled_from(["enab baladi", "sana", "реутерс", "unknown"])),
        event_time=NOON + timedelta(minutes=draw(st.integers(-5, 5))),
        hits=(Hit(field="text", start=0, end=4, text=words[:4]),),
        quotes=(Quote(field="text", start=0, end=len(words), text=words),),
        event=draw(events),
        replayed=draw(st.sampled_from([None, "run-1"])),
    )


days = st.lists(matches(), min_size=1, max_size=90, unique_by=lambda match: match.id)


def merged(sequence: Sequence[Match]) -> tuple[AlertState, list[Alert]]:
    state, told = None, []
    for match in sequence:
        state, alert = merge(decode_state(encode_state(state)) if state is not None else None, match)
        told.append(alert)
    assert state is not None
    return state, told


def settled(alert: Alert) -> Alert:
    """*alert* apart from what tells of its last record only."""
    return replace(alert, reason=Reason.NOTHING_NEW, match_id="")


@given(day=days, data=st.data())
def test_any_order_and_any_repetition_give_the_same_alert(day: list[Match], data: st.DataObject) -> None:
    again = data.draw(st.permutations(day + data.draw(st.lists(st.sampled_from(day), max_size=20))))
    state, told = merged(day)
    state_again, told_again = merged(again)
    assert settled(told[-1]) == settled(told_again[-1])
    assert told[-1].revision == len(day)
    assert replace(state, matches=b"") == replace(state_again, matches=b"")  # these hold the reasons, told by order
    assert len(state.matches) == len(state_again.matches)


@given(day=days)
def test_a_match_delivered_again_at_once_gives_the_same_record_and_leaves_the_state(day: list[Match]) -> None:
    state = None
    for match in day:
        state, alert = merge(state, match)
        assert merge(state, match) == (state, alert)


@given(day=days, data=st.data())
def test_a_match_delivered_again_later_keeps_the_reason_of_its_first_time(
    day: list[Match], data: st.DataObject
) -> None:
    state, told = merged(day)
    place = data.draw(st.integers(0, len(day) - 1))
    again, alert = merge(state, day[place])
    assert again == state
    assert (alert.match_id, alert.reason) == (told[place].match_id, told[place].reason)
    assert settled(alert) == settled(told[-1])


@given(twins=st.lists(matches(article="one"), min_size=1, max_size=6), data=st.data())
def test_one_match_that_was_sent_with_different_contents_still_gives_one_alert(
    twins: list[Match], data: st.DataObject
) -> None:
    _, told = merged(twins)
    _, told_again = merged(data.draw(st.permutations(twins * 2)))
    assert settled(told[-1]) == settled(told_again[-1])
    assert told[-1].revision == 1


@given(day=days)
def test_the_state_survives_the_table(day: list[Match]) -> None:
    state, _ = merged(day)
    assert decode_state(encode_state(state)) == state


@given(day=days)
def test_the_sources_shown_are_the_earliest_of_each_voice_then_the_earliest(day: list[Match]) -> None:
    """Against the whole day sorted at once, which is what the definition says and no table could keep."""
    state, _ = merged(day)
    all_kept = [evidence.kept(match, match.id or "", match.event_time or NOON) for match in day]
    all_kept.sort(key=lambda each: (each.event_at, each.match_id))
    voices = [(each.source.source, each.source.stance) for each in all_kept]
    ranked = sorted(range(len(all_kept)), key=lambda at: (voices[at] in voices[:at], at))
    assert state.sources == tuple(all_kept[at] for at in sorted(ranked[: evidence.MAX_SOURCES]))


@given(names=st.lists(st.text(), min_size=1), data=st.data())
def test_a_tally_counts_each_match_once_in_any_order(names: list[str], data: st.DataObject) -> None:
    state: bytes | None = None
    count = 0
    for name in data.draw(st.permutations(names * 2)):
        state, count = tally(state, name)
    assert state is not None
    assert count == len(set(names)) == keyset.count(state)
