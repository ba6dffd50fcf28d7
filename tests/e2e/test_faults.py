"""Bad input and bad steps: each becomes a dead letter, byte-exact, and stops nobody else."""

import signal
import sys
from pathlib import Path

import orjson
import pytest
from aiokafka import ConsumerRecord
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from agents.guard import STEP_LIMIT_S
from streams.messages import DeadReason
from tests.e2e.station import Station, article, articles, ended, ids, until

WORKERS = Path(__file__).parent / "workers"
FAULTY, SUPERVISED = str(WORKERS / "faulty.py"), str(WORKERS / "supervised.py")
pytestmark = pytest.mark.slow

POISON: list[tuple[bytes | None, list[tuple[str, bytes]], DeadReason]] = [
    (b'{"text": "cut o', [], DeadReason.INVALID_JSON),
    (b'{"text": "\xff\xfe"}', [], DeadReason.INVALID_UTF8),
    (b'["text"]', [], DeadReason.NOT_AN_OBJECT),
    (None, [], DeadReason.NOT_AN_OBJECT),
    (b'{"title": "no text"}', [], DeadReason.MISSING_TEXT),
    (b'{"text": 5}', [], DeadReason.MISSING_TEXT),
    (b'{"text": " \\n "}', [], DeadReason.MISSING_TEXT),
    (b"\x00\x00\x00\x00\x07\x02\x0aavro", [("trace", b"\x01\x02")], DeadReason.INVALID_JSON),
    (b"<article/>", [("content-type", b"text/xml")], DeadReason.UNKNOWN_CONTENT_TYPE),
    (b'{"text": "' + b"x" * (10 << 20) + b'"}', [], DeadReason.TOO_LARGE),
]


def headers(record: ConsumerRecord) -> dict[str, str]:
    return {name: value.decode("utf-8", "replace") for name, value in record.headers}


async def test_ten_kinds_of_poison(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, "-m", "agents.worker")
    await station.ready()
    for number, (value, own, _) in enumerate(POISON):
        # The next article of the same partition comes right behind it.
        await station.publish([(b"k%d" % number, value, own), *articles([number])], partition=number % 6)
    await station.settled(2 * len(POISON))

    assert sorted(ids(await station.read("classified"))) == sorted(f"a{number}" for number in range(len(POISON)))
    dead = {record.key: record for record in await station.read("dead-letters")}
    assert len(dead) == len(POISON) == await station.ends("dead-letters")
    for number, (value, own, reason) in enumerate(POISON):
        letter = dead[b"k%d" % number]
        assert letter.value == value
        assert set(own) <= set(letter.headers)
        about = headers(letter)
        assert about["marsad-reason"] == reason
        assert about["marsad-detail"]
        assert about["marsad-step"] == "classify"
        assert about["marsad-topic"] == station.topic("articles")
        assert about["marsad-partition"] == str(number % 6)
        assert int(about["marsad-offset"]) >= 0
        assert int(about["marsad-timestamp"]) > 1_500_000_000_000
        assert about["ce_type"] == "marsad.dead-letter"
    told = await station.metric("marsad_dead_letters_total")
    assert told == len(POISON)
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0


async def test_every_codec_is_read_and_a_record_that_grew_is_cut(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, "-m", "agents.worker")
    await station.ready()
    for number, codec in enumerate(("gzip", "snappy", "lz4", "zstd")):
        async with station.producer(compression_type=codec) as producer:
            key, value, _ = articles([number])[0]
            await producer.send_and_wait(station.topic("articles"), value, key)
    async with station.producer(compression_type="zstd", max_request_size=64 << 20) as producer:
        huge = b'{"text": "' + b"x" * (20 << 20) + b'"}'  # a few kB on the wire, more than a dead letter may have
        await producer.send_and_wait(station.topic("articles"), huge, b"huge")
    await station.settled(5)
    assert sorted(ids(await station.read("alerts"))) == sorted(set(ids(await station.read("matches"))))
    assert sorted(ids(await station.read("classified"))) == ["a0", "a1", "a2", "a3"]
    (letter,) = await station.read("dead-letters")
    assert huge.startswith(letter.value)
    assert headers(letter)["marsad-reason"] == DeadReason.TOO_LARGE
    assert headers(letter)["marsad-cut-from-bytes"] == str(len(huge))
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0


async def test_a_stranger_in_news_matches_is_a_dead_letter_too(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, "-m", "agents.worker")
    await station.ready()
    async with station.producer() as producer:
        for key, value in ((b"s0", b"nonsense"), (b"s1", b'{"id": 1}'), (b"s2", None)):
            await producer.send_and_wait(station.topic("matches"), value, key)
    await station.publish(articles(range(20)))
    await station.settled(20)
    dead = await station.read("dead-letters")
    by_step = {(record.key, headers(record)["marsad-step"]) for record in dead}
    assert by_step == {(key, step) for key in (b"s0", b"s1", b"s2") for step in ("alert", "measure")}
    assert len(set(ids(await station.read("alerts")))) == 20
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0


@pytest.mark.timeout(240)
async def test_steps_that_raise_sleep_or_hold_on_stop_nobody_else(station: Station) -> None:
    await station.create_topics()
    run = station.start(sys.executable, SUPERVISED, FAULTY, MARSAD_ONLY="classify")
    await station.ready()
    bad = {
        word: article(number, id=word, text=f"{word} a bridge")
        for number, word in enumerate(("RAISE", "SLEEP", "HOLD"))
    }
    for partition, (word, value) in enumerate(bad.items()):
        await station.publish([(word.encode(), value, []), *articles([partition])], partition=partition)
    others = range(10, 310)
    await station.publish(articles(others))

    async def has_read_all() -> bool:
        return await station.unread("classify", "articles") == 0

    await until(has_read_all, 90, station.log)
    assert set(ids(await station.read("classified"))) == {f"a{number}" for number in [0, 1, 2, *others]}
    dead = {record.key.decode(): record for record in await station.read("dead-letters")}
    assert {word: headers(record)["marsad-reason"] for word, record in dead.items()} == {
        "RAISE": DeadReason.STEP_FAILED,
        "SLEEP": DeadReason.STEP_TIMEOUT,
        "HOLD": DeadReason.STEP_TIMEOUT,
    }
    assert all(record.value == bad[word] for word, record in dead.items())
    assert headers(dead["RAISE"])["marsad-detail"] == "RuntimeError: a fault in a step"
    assert f"{STEP_LIMIT_S:g} s" in headers(dead["SLEEP"])["marsad-detail"]
    run.send_signal(signal.SIGTERM)
    assert await ended(run, 10) == 0


async def test_an_output_that_cannot_be_written_is_waited_for(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, "-m", "agents.worker")
    await station.ready()
    name = station.topic("classified")
    async with station.admin() as admin:
        await limit_to(admin, name, "100")
        await station.publish(articles(range(300)))

        async def says_why() -> bool:
            status, text = await station.get("/readyz")
            return status == 503 and "classify output: can't be written" in text

        await until(says_why, 40, station.log)
        assert await station.ends("classified") == 0
        assert await station.unread("classify", "articles") == 300
        assert await station.metric("marsad_produce_errors_total") > 0

        async def tells_lag() -> bool:
            return await station.metric("marsad_lag_messages") == 300

        await until(tells_lag, 40, station.log)
        await limit_to(admin, name, "1000000")
    await station.settled(300)
    await station.ready()
    assert set(ids(await station.read("classified"))) == {f"a{number}" for number in range(300)}
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0


async def limit_to(admin: AIOKafkaAdminClient, topic: str, size: str) -> None:
    """Records of *topic* may have *size* bytes, and the broker knows it."""
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"max.message.bytes": size})])

    async def is_known() -> bool:
        (answer,) = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
        return ("max.message.bytes", size) in [row[:2] for row in answer.resources[0][4]]

    await until(is_known, 10)


async def test_what_is_published_carries_its_envelope_and_its_replay(station: Station) -> None:
    await station.create_topics()
    worker = station.start(sys.executable, "-m", "agents.worker")
    await station.ready()
    await station.publish([(b"a0", article(0), [("marsad-replay", b"run-7")])])
    await station.settled(1)
    for suffix, kind in (("classified", "classification"), ("matches", "match"), ("alerts", "alert")):
        (record,) = await station.read(suffix)
        about = headers(record)
        assert about["ce_specversion"] == "1.0"
        assert about["ce_type"] == f"marsad.{kind}"
        assert about["content-type"] == "application/json"
        assert about["marsad-replay"] == "run-7"
    alert = orjson.loads(record.value)
    assert alert["replayed"] is True
    assert about["ce_id"] == f"{alert['id']}/1"

    await station.publish([(b"a0", article(0), [])])  # the same article, live
    await station.settled(2)
    live = max(await station.read("alerts"), key=lambda record: record.offset)
    assert orjson.loads(live.value)["replayed"] is False
    assert "marsad-replay" not in headers(live)
    worker.send_signal(signal.SIGTERM)
    assert await ended(worker, 10) == 0
