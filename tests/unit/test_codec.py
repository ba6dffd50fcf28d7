"""Bytes that are an article, bytes that are none and why, and when an article happened."""

from datetime import UTC, datetime, timedelta

import orjson
import pytest

from streams import ids
from streams.codec import decode_article, encode, instant
from streams.messages import Article, DeadReason, Refusal, TimeBasis

NOON = datetime(2017, 9, 5, 12, tzinfo=UTC)
DEEP = b"[" * 100_000 + b"]" * 100_000
LONG = b"9" * 5000


def article(value: bytes, recorded_at: datetime | None = NOON) -> Article:
    found = decode_article(value, recorded_at=recorded_at)
    assert isinstance(found, Article), found
    return found


def refusal(value: bytes | None, content_type: str | None = None) -> Refusal:
    found = decode_article(value, recorded_at=NOON, content_type=content_type)
    assert isinstance(found, Refusal), found
    return found


def dated(published_at: object, recorded_at: datetime | None = NOON) -> Article:
    return article(orjson.dumps({"text": "قصف", "published_at": published_at}), recorded_at)


@pytest.mark.parametrize("text", ["قصفت طائرات روسية", "Russian warplanes", "российские самолёты", "🙂", "\u0000x"])
def test_a_text_is_enough(text: str) -> None:
    found = article(orjson.dumps({"text": text}))
    assert found == Article(
        id=ids.article_id(None, None, text), text=text, event_time=NOON, time_basis=TimeBasis.RECORD
    )


def test_all_fields_are_kept_as_received() -> None:
    value = (
        '{"text": " قصف ", "title": "", "url": "https://example.org/1", "source": "sana", "language": "ar", '
        '"published_at": "2017-09-05T09:30:00+03:00", "id": "n-1", "added": {"a": [1]}}'
    )
    assert article(value.encode()) == Article(
        id="n-1",
        text=" قصف ",
        title="",
        url="https://example.org/1",
        source="sana",
        language="ar",
        published_at=datetime(2017, 9, 5, 6, 30, tzinfo=UTC),
        event_time=datetime(2017, 9, 5, 6, 30, tzinfo=UTC),
        time_basis=TimeBasis.PUBLISHED,
    )


def test_without_an_id_url_title_and_text_make_it() -> None:
    one = article(b'{"text":"a","title":"t","url":"u","source":"s"}')
    assert one.id == ids.article_id("u", "t", "a") == article(b'{"url":"u","text":"a","title":"t"}').id
    assert len({one.id, article(b'{"text":"a"}').id, article(b'{"text":"a","title":""}').id}) == 3


def test_null_is_as_good_as_absent() -> None:
    value = b'{"text":"a","title":null,"url":null,"source":null,"language":null,"published_at":null,"id":null}'
    assert article(value) == article(b'{"text":"a"}')


@pytest.mark.parametrize("wrong", [b"1", b"true", b"[]", b'{"a":1}', b"1.5", LONG])
@pytest.mark.parametrize("name", ["title", "url", "source", "language", "published_at", "id"])
def test_an_optional_field_of_another_type_is_dropped_and_named(name: str, wrong: bytes) -> None:
    found = article(b'{"text":"a","%s":%s}' % (name.encode(), wrong))
    assert found.dropped == (name,)
    assert found == Article(
        id=ids.article_id(None, None, "a"),
        text="a",
        event_time=NOON,
        time_basis=TimeBasis.RECORD,
        dropped=(name,),
    )


def test_one_wrong_field_costs_no_other() -> None:
    found = article(b'{"id":7,"text":"a","source":"sana","title":[],"published_at":"2017-09-05"}')
    assert (found.source, found.published_at) == ("sana", datetime(2017, 9, 5, tzinfo=UTC))
    assert sorted(found.dropped) == ["id", "title"]


@pytest.mark.parametrize(
    ("name", "most"), [("id", 256), ("source", 256), ("language", 64), ("url", 8192), ("published_at", 64)]
)
def test_a_name_that_is_too_long_is_dropped(name: str, most: int) -> None:
    assert article(orjson.dumps({"text": "a", name: "ق" * (most + 1)})).dropped == (name,)
    if name != "published_at":
        assert article(orjson.dumps({"text": "a", name: "ق" * most})).dropped == ()


def test_an_empty_id_is_none() -> None:
    found = article(b'{"text":"a","id":""}')
    assert (found.id, found.dropped) == (ids.article_id(None, None, "a"), ("id",))


def test_of_a_key_given_twice_the_last_counts() -> None:
    assert article(b'{"text":"a","text":"b"}').text == "b"
    assert article(b'{"text":1,"text":"b"}').text == "b"
    assert article(b'{"text":"a","title":1,"title":"t"}').title == "t"
    assert refusal(b'{"text":"a","text":1}').reason is DeadReason.MISSING_TEXT


@pytest.mark.parametrize("unknown", [LONG, b"1e999", b'"\\ud83d\\ude00"', b"[[[[]]]]"])
def test_whatever_an_unknown_field_holds_is_ignored(unknown: bytes) -> None:
    assert article(b'{"text":"a","more":%s}' % unknown) == article(b'{"text":"a"}')


def test_a_byte_order_mark_is_no_fault() -> None:
    assert article(b'\xef\xbb\xbf{"text":"a"}') == article(b'{"text":"a"}')


@pytest.mark.parametrize(
    ("value", "reason", "detail"),
    [
        (None, DeadReason.NOT_AN_OBJECT, "no value"),
        (b"", DeadReason.INVALID_JSON, "truncated"),
        (b"null", DeadReason.NOT_AN_OBJECT, "no object"),
        (b"[]", DeadReason.NOT_AN_OBJECT, "no object"),
        (b'"text"', DeadReason.NOT_AN_OBJECT, "no object"),
        (LONG, DeadReason.NOT_AN_OBJECT, "no object"),
        (b"[1,", DeadReason.INVALID_JSON, "truncated"),
        (b"plain words", DeadReason.INVALID_JSON, "byte 0"),
        (b'{"text":"a"', DeadReason.INVALID_JSON, "truncated"),
        (b'{"text":"a"}{"text":"b"}', DeadReason.INVALID_JSON, "trailing"),
        (b"{'text':'a'}", DeadReason.INVALID_JSON, "byte 1"),
        (b'{"text":"a\nb"}', DeadReason.INVALID_JSON, "byte 10"),
        (b'{"text":"a","x":NaN}', DeadReason.INVALID_JSON, "byte 16"),
        (b'{"text":NaN}', DeadReason.INVALID_JSON, "byte 8"),
        (b'{"text":"\\ud800"}', DeadReason.INVALID_JSON, "surrogate"),
        (b'{"text":"\\udc00 \\ud83d\\ude00"}', DeadReason.INVALID_JSON, "surrogate"),
        (b'{"text":"\\ud83d\\ude00"', DeadReason.INVALID_JSON, "truncated"),
        (b'{"text":"a","title":"\\ud800"}', DeadReason.INVALID_JSON, "surrogate"),
        (DEEP, DeadReason.INVALID_JSON, "nested"),
        (b'{"text":"a","x":%s}' % DEEP, DeadReason.INVALID_JSON, "nested"),
        (b'{"text":%s}' % DEEP, DeadReason.INVALID_JSON, "nested"),
        (b'{"text":"\xff"}', DeadReason.INVALID_UTF8, "byte 9"),
        ('{"text":"قصف"}'.encode("cp1256"), DeadReason.INVALID_UTF8, "byte 9"),
        ('{"text":"удар"}'.encode("cp1251"), DeadReason.INVALID_UTF8, "byte 9"),
        ('{"text":"a"}'.encode("utf-16"), DeadReason.INVALID_UTF8, "byte 0"),
        (b"\x00\x00\x00\x00\x01\x02a", DeadReason.INVALID_JSON, "byte 0"),  # Avro in its registry's frame
        (b"{}", DeadReason.MISSING_TEXT, "missing"),
        (b'{"title":"a"}', DeadReason.MISSING_TEXT, "missing"),
        (b'{"text":null}', DeadReason.MISSING_TEXT, "missing"),
        (b'{"text":1}', DeadReason.MISSING_TEXT, "no string"),
        (b'{"text":["a"]}', DeadReason.MISSING_TEXT, "no string"),
        (b'{"text":""}', DeadReason.MISSING_TEXT, "empty"),
        (b'{"text":" \\n\\t"}', DeadReason.MISSING_TEXT, "blank"),
        ('{"text":"\u00a0\u200b\ufeff"}'.encode(), DeadReason.MISSING_TEXT, "blank"),
        (b'{"text":"' + b"a" * 1024 * 1024 + b'"}', DeadReason.TOO_LARGE, "1,048,587 bytes; the limit is 1,048,576"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(value: bytes | None, reason: DeadReason, detail: str) -> None:
    found = refusal(value)
    assert found.reason is reason
    assert detail in found.detail


def test_an_article_of_exactly_a_mebibyte_is_read() -> None:
    assert len(article(b'{"text":"' + b"a" * (1024 * 1024 - 11) + b'"}').text) == 1024 * 1024 - 11


@pytest.mark.parametrize(
    "content_type",
    [None, "", "application/json", "Application/JSON; charset=utf-8", " text/json ", "application/json;charset=UTF-8"],
)
def test_json_may_be_named_or_not(content_type: str | None) -> None:
    assert isinstance(decode_article(b'{"text":"a"}', content_type=content_type), Article)


@pytest.mark.parametrize(
    "content_type", ["avro/binary", "text/plain", "application/x-protobuf", "application/cloudevents+json", ";", "json"]
)
def test_another_content_type_is_not_guessed_at(content_type: str) -> None:
    found = refusal(b'{"text":"a"}', content_type)
    assert found.reason is DeadReason.UNKNOWN_CONTENT_TYPE
    assert content_type in found.detail


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2017-09-05", "2017-09-05T00:00:00+00:00"),
        ("2017-09-05T06:30:00Z", "2017-09-05T06:30:00+00:00"),
        ("2017-09-05t06:30:00z", "2017-09-05T06:30:00+00:00"),
        ("2017-09-05 06:30:00Z", "2017-09-05T06:30:00+00:00"),
        ("2017-09-05T09:30:00+03:00", "2017-09-05T06:30:00+00:00"),
        ("2017-09-04T23:30:00-07:00", "2017-09-05T06:30:00+00:00"),
        ("2017-09-05T06:30:00.25Z", "2017-09-05T06:30:00.250000+00:00"),
        ("2017-09-05T06:30:00", "2017-09-05T06:30:00+00:00"),
        ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00+00:00"),
        ("1916-05-16", "1916-05-16T00:00:00+00:00"),
        ("2099-12-31", "2099-12-31T00:00:00+00:00"),
    ],
)
def test_a_time_is_rfc_3339_or_a_date(written: str, meant: str) -> None:
    assert instant(written) == datetime.fromisoformat(meant)
    assert (at := instant(written)) is not None
    assert at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "yesterday",
        "أمس",
        "вчера",
        "05/09/2017",
        "Tue, 05 Sep 2017 06:30:00 GMT",
        "1504593000",
        "2017-13-01",
        "2017-02-30",
        "2017-09",
        "٢٠١٧-٠٩-٠٥",
        "2017-09-05T25:00:00Z",
        "0001-01-01T00:00:00Z",
        "0001-01-01T00:00:00+10:00",
        "9999-12-31T23:59:59-10:00",
        "2017-09-05\n",
        '2017-09-05"',
        "\ud800",
    ],
)
def test_anything_else_is_no_time(written: str) -> None:
    assert instant(written) is None


def test_an_article_happened_when_it_says() -> None:
    found = dated("2017-09-04")
    assert (found.event_time, found.time_basis) == (datetime(2017, 9, 4, tzinfo=UTC), TimeBasis.PUBLISHED)


@pytest.mark.parametrize("published_at", [None, "yesterday", 1504593000, "0001-01-01T00:00:00Z", {"at": 1}])
def test_an_undated_article_happened_when_it_was_recorded(published_at: object) -> None:
    found = dated(published_at)
    assert (found.published_at, found.event_time, found.time_basis) == (None, NOON, TimeBasis.RECORD)
    assert found.dropped == (() if published_at is None else ("published_at",))


def test_more_than_a_day_ahead_is_not_believed_but_kept() -> None:
    edge = dated("2017-09-06T12:00:00Z")
    assert (edge.event_time, edge.time_basis) == (NOON + timedelta(days=1), TimeBasis.PUBLISHED)
    for ahead in ("2017-09-06T12:00:00.000001Z", "2099-01-01", "9999-12-31T23:59:59Z"):
        found = dated(ahead)
        assert (found.event_time, found.time_basis) == (NOON, TimeBasis.RECORD)
        assert found.published_at == instant(ahead)
        assert found.dropped == ()


def test_1970_is_a_time_like_any_other() -> None:
    assert dated("1970-01-01").event_time == datetime(1970, 1, 1, tzinfo=UTC)


def test_without_a_record_the_articles_word_is_taken_and_none_is_made_up() -> None:
    assert dated("2099-01-01", None).event_time == datetime(2099, 1, 1, tzinfo=UTC)
    found = dated(None, None)
    assert (found.event_time, found.time_basis) == (None, TimeBasis.RECORD)


def test_times_are_written_with_z() -> None:
    assert encode({"at": NOON}) == b'{"at":"2017-09-05T12:00:00Z"}'
