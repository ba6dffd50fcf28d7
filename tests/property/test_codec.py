"""Laws of the codec: no bytes raise, nothing is lost on the way out and back, whatever a field may hold."""

from datetime import UTC, datetime
from typing import Any

import orjson
from hypothesis import given
from hypothesis import strategies as st

from streams.codec import decode, decode_article, encode
from streams.messages import (
    Alert,
    AlertSource,
    Article,
    ArticleRef,
    Classification,
    Event,
    Hit,
    Match,
    Mention,
    Metric,
    Quantity,
    Quote,
    Reason,
    Refusal,
    Retelling,
    Severity,
    TimeBasis,
)

NOON = datetime(2017, 9, 5, 12, tzinfo=UTC)
FIELDS = ("text", "title", "url", "source", "language", "published_at", "id")
OPTIONAL = FIELDS[1:]

names = st.text(max_size=6) | st.sampled_from(["قصف", "strike", "удар", "🙂", "\u0000", "\u2028", '"\\'])
times = st.datetimes(timezones=st.just(UTC))
counts = st.integers(0, 2**53)
values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(st.sampled_from(FIELDS) | names, values, max_size=9)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


spans = {"field": st.sampled_from(["text", "title"]), "start": counts, "end": counts, "text": names}
hits = st.builds(Hit, **spans)
retellings = st.builds(Retelling, **spans, stance=names, claimants=some(names), via=some(names))
events = st.builds(
    Event,
    type=names,
    actors=some(names),
    platform=st.none() | names,
    stance=names,
    claimants=some(names),
    quantity=st.none() | counts,
    basis=st.dictionaries(names, names, max_size=2),
    also=some(retellings),
    **spans,
)
refs = st.builds(
    ArticleRef,
    id=names,
    url=st.none() | names,
    title=st.none() | names,
    source=st.none() | names,
    language=st.none() | names,
    published_at=st.none() | times,
)
groups = st.dictionaries(names, st.none() | names, max_size=3)
labels = st.dictionaries(names, names, max_size=3)
matches = st.builds(
    Match,
    id=st.none() | names,
    alert_id=st.none() | names,
    previous=st.none() | names,
    rule=names,
    rule_version=names,
    rulebook=names,
    title=names,
    severity=st.sampled_from(Severity),
    group=groups,
    labels=labels,
    article=refs,
    outlet=names,
    event_time=st.none() | times,
    time_basis=st.sampled_from(TimeBasis),
    hits=some(hits),
    quotes=some(st.builds(Quote, **spans)),
    event=st.none() | events,
    replayed=st.none() | names,
)
alerts = st.builds(
    Alert,
    id=names,
    previous=st.none() | names,
    revision=counts,
    rule=names,
    rule_version=names,
    severity=st.sampled_from(Severity),
    group=groups,
    labels=labels,
    title=names,
    first_event_at=times,
    last_event_at=times,
    sources=some(
        st.builds(
            AlertSource,
            source=names,
            article_id=names,
            url=st.none() | names,
            published_at=st.none() | times,
            stance=st.none() | names,
            claimants=some(names),
            quote=names,
            hits=some(hits),
        )
    ),
    source_count=counts,
    article_count=counts,
    quantity=st.none() | st.builds(Quantity, min=counts, max=counts),
    match_id=names,
    reason=st.sampled_from(Reason),
    replayed=st.booleans(),
)
classifications = st.builds(
    Classification,
    article=refs,
    language=st.none() | names,
    body=st.tuples(counts, counts),
    mentions=some(st.builds(Mention, kind=names, id=names, name=names, **spans)),
    events=some(events),
    rules=some(names),
    rulebook=names,
    errors=labels,
    replayed=st.none() | names,
)
metrics = st.builds(Metric, series=names, window_start=times, window_seconds=counts, partition=counts, count=counts)


@given(matches | alerts | classifications | metrics)
def test_a_message_comes_back_equal(message: object) -> None:
    assert decode(encode(message), type(message)) == message


@given(
    st.binary()
    | st.text(alphabet=st.characters(), max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass"))
    | st.text(alphabet='{}[]",:\\ud8dc0text1e+-nultrfasNI', max_size=60).map(str.encode)
    | objects.map(orjson.dumps)
)
def test_no_bytes_raise(value: bytes) -> None:
    assert isinstance(decode_article(value, recorded_at=NOON), Article | Refusal)


@given(objects.map(orjson.dumps), st.data())
def test_an_article_cut_short_or_with_one_byte_changed_never_raises(value: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(value) - 1))
    changed = value[:at] + bytes([data.draw(st.integers(0, 255))]) + value[at + 1 :]
    assert isinstance(decode_article(changed, recorded_at=NOON), Article | Refusal)
    assert isinstance(decode_article(value[:at], recorded_at=NOON), Refusal)


@given(objects, st.sampled_from(["قصفت طائرات روسية", "Russian warplanes", "российские самолёты"]))
def test_any_object_with_a_text_is_an_article_and_what_is_no_string_is_named(fields: dict[str, Any], text: str) -> None:
    found = decode_article(orjson.dumps(fields | {"text": text}), recorded_at=NOON)
    assert isinstance(found, Article)
    assert found.text == text
    for name in OPTIONAL:
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            assert name in found.dropped
        elif value is None:
            assert name not in found.dropped
    assert set(found.dropped) <= set(OPTIONAL)
    assert len(set(found.dropped)) == len(found.dropped)


@given(objects, objects)
def test_the_id_is_made_of_what_is_known_whatever_else_comes_along_in_any_order(
    fields: dict[str, Any], more: dict[str, Any]
) -> None:
    known = {"text": "قصف"} | {name: value for name, value in fields.items() if name in OPTIONAL}
    unknown = {f"x{name}": value for name, value in more.items()}
    plain = decode_article(orjson.dumps(known), recorded_at=NOON)
    mixed = decode_article(orjson.dumps(unknown | dict(reversed(known.items()))), recorded_at=NOON)
    assert isinstance(plain, Article)
    assert mixed == plain
