"""The messages on the topics, byte for byte; old ones still decode; the schemas of docs/ describe them."""

from pathlib import Path

import msgspec
import orjson
import pytest
from jsonschema import Draft202012Validator

from streams import cloudevents
from streams.codec import decode, decode_article, encode
from streams.messages import Alert, Article, Event, Match, TimeBasis
from tests.contract.messages import AT, FEWEST, MATCH, MESSAGES, TEXT
from tests.contract.write_schemas import FOLDER, TYPES, written

GOLDEN = Path(__file__).parent / "golden"
KINDS = sorted(MESSAGES)
OLD = sorted(GOLDEN.glob("*/*.json"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_we_write_is_the_golden_message_byte_for_byte(kind: str) -> None:
    assert encode(MESSAGES[kind]) == (GOLDEN / "v2" / f"{kind}.json").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_we_write_comes_back_equal(kind: str) -> None:
    assert decode(encode(MESSAGES[kind]), TYPES[kind]) == MESSAGES[kind]


@pytest.mark.parametrize("path", OLD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_version_that_was_ever_written_still_decodes(path: Path) -> None:
    value = path.read_bytes()
    if path.stem == "article":
        assert isinstance(decode_article(value), Article)
    else:
        assert isinstance(decode(value, TYPES[path.stem]), TYPES[path.stem])


def test_the_golden_article_is_read_as_it_is_written() -> None:
    assert decode_article((GOLDEN / "v2" / "article.json").read_bytes()) == Article(
        id="example-1",
        text=TEXT,
        title="قصف على الجفرة",
        url="https://example.org/1",
        source="example",
        language="ar",
        published_at=AT,
        event_time=AT,
        time_basis=TimeBasis.PUBLISHED,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_with_the_fewest_fields_decodes(kind: str) -> None:
    assert isinstance(decode(FEWEST[kind], TYPES[kind]), TYPES[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_fields_are_ignored(kind: str) -> None:
    newer = orjson.loads(encode(MESSAGES[kind])) | {"added_later": {"deep": [1, None, "x"]}}
    assert decode(orjson.dumps(newer), TYPES[kind]) == MESSAGES[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_required_field_is_missed_by_name(kind: str) -> None:
    fewest = orjson.loads(FEWEST[kind])
    for name in fewest:
        value = orjson.dumps({key: part for key, part in fewest.items() if key != name})
        with pytest.raises(msgspec.ValidationError, match=f"`{name}`"):
            decode(value, TYPES[kind])


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_the_schemas_in_docs_are_current(kind: str) -> None:
    told = "run `python -m tests.contract.write_schemas`"
    assert (FOLDER / f"{kind}.json").read_bytes() == written(kind), told


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_messages_validate_against_the_schemas_in_docs_and_broken_ones_do_not(kind: str) -> None:
    schema = orjson.loads((FOLDER / f"{kind}.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    message = orjson.loads((GOLDEN / "v2" / f"{kind}.json").read_bytes())
    assert validator.is_valid(message)
    assert validator.is_valid(message | {"added_later": 1})
    for name in schema["required"]:
        assert not validator.is_valid(message | {name: {"of another": "type"} if name != "article" else 1})
        assert not validator.is_valid({key: part for key, part in message.items() if key != name})


def test_a_schema_tells_an_empty_text_and_an_overlong_id() -> None:
    validator = Draft202012Validator(orjson.loads((FOLDER / "article.json").read_bytes()))
    assert validator.is_valid({"text": "قصف"})
    assert validator.is_valid({"text": "قصف", "title": None})
    assert not validator.is_valid({"text": ""})
    assert not validator.is_valid({"text": "قصف", "id": ""})
    assert not validator.is_valid({"text": "قصف", "id": "x" * 257})


def test_a_time_without_a_zone_is_no_time_of_ours() -> None:
    with pytest.raises(msgspec.ValidationError, match="window_start"):
        decode(FEWEST["metric"].replace(b"00Z", b"00"), TYPES["metric"])


def test_the_headers_are_those_of_cloudevents_in_binary_mode() -> None:
    alert = MESSAGES["alert"]
    assert isinstance(alert, Alert)
    assert cloudevents.headers("alert", cloudevents.alert_event_id(alert), alert.last_event_at, "alert") == [
        ("ce_specversion", b"1.0"),
        ("ce_id", b"a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1/2"),
        ("ce_source", b"/marsad/alert"),
        ("ce_type", b"marsad.alert"),
        ("content-type", b"application/json"),
        ("ce_time", b"2017-09-05T07:00:00.500000Z"),
    ]


def test_a_record_without_a_time_has_no_time_header() -> None:
    names = [name for name, _ in cloudevents.headers("classification", "قصف", None, "classify")]
    assert "ce_time" not in names
    assert dict(cloudevents.headers("classification", "قصف", None, "classify"))["ce_id"].decode() == "قصف"


def test_a_match_holds_its_event_and_the_stance_survives() -> None:
    match = decode(encode(MATCH), Match)
    assert isinstance(match.event, Event)
    assert (match.event.stance, match.event.also[0].text) == ("claimed", "قصف")
