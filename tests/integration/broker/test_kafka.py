"""The embedded Kafka is a real one: it takes what we send, keeps it, and comes back after what a fault test does."""

import asyncio
import os
import signal
import socket
from pathlib import Path

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from agents.broker import BrokerError, Kafka
from agents.broker.readiness import free_port, is_ready

MIB = 1024 * 1024


async def make_topic(bootstrap: str, name: str) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        answer = await admin.create_topics([NewTopic(name, 1, 1, topic_configs={"max.message.bytes": str(16 * MIB)})])
        assert [error[1] for error in answer.topic_errors] == [0]
    finally:
        await admin.close()


async def send(bootstrap: str, topic: str, value: bytes) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all", max_request_size=16 * MIB)
    await producer.start()
    try:
        await producer.send_and_wait(topic, value)
    finally:
        await producer.stop()


async def read(bootstrap: str, topic: str, count: int) -> list[bytes]:
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    await consumer.start()
    try:
        return [(await asyncio.wait_for(consumer.getone(), 30)).value for _ in range(count)]
    finally:
        await consumer.stop()


async def test_takes_a_message_of_15_mib(kafka: str, prefix: str) -> None:
    topic, article = f"{prefix}articles", os.urandom(15 * MIB)
    await make_topic(kafka, topic)
    await send(kafka, topic, article)
    assert await read(kafka, topic, 1) == [article]


async def test_keeps_port_and_topics_over_stop_and_over_kill(own_kafka: Kafka, prefix: str) -> None:
    topic = f"{prefix}articles"
    bootstrap = own_kafka.start().bootstrap
    await make_topic(bootstrap, topic)
    await send(bootstrap, topic, "دير الزور".encode())

    own_kafka.stop()
    assert own_kafka.start().bootstrap == bootstrap
    await send(bootstrap, topic, b"Deir ez-Zor")

    own_kafka.kill()
    assert own_kafka.exit_code == 128 + signal.SIGKILL
    assert own_kafka.start().bootstrap == bootstrap
    await send(bootstrap, topic, "Дейр-эз-Зор".encode())

    assert [value.decode() for value in await read(bootstrap, topic, 3)] == ["دير الزور", "Deir ez-Zor", "Дейр-эз-Зор"]

    own_kafka.freeze()
    for _ in range(20):  # a JVM with many threads stops a moment after the signal
        if not is_ready(own_kafka.port):
            break
    else:
        pytest.fail("still answers")
    own_kafka.thaw()
    assert is_ready(own_kafka.port)

    folder = own_kafka.folder
    own_kafka.close()
    assert not folder.exists()


async def test_kept_data_serve_the_next_run_on_another_port_and_beside_another_listener(
    tmp_path: Path, prefix: str
) -> None:
    topic = f"{prefix}articles"
    with Kafka(data=tmp_path) as first:
        await make_topic(first.bootstrap, topic)
        await send(first.bootstrap, topic, b"kept")
        with pytest.raises(BrokerError) as refusal:
            Kafka(data=tmp_path).start()
    assert str(refusal.value) == (
        f"{tmp_path}: another Kafka uses this folder; end it, or name another folder with --data"
    )
    beside = free_port()
    second = Kafka(
        data=tmp_path,
        listeners=[f"EXTRA://127.0.0.1:{beside}"],
        properties={"listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,EXTRA:PLAINTEXT"},
    )
    with second:
        assert second.port != first.port
        assert await read(f"127.0.0.1:{beside}", topic, 1) == [b"kept"]


def test_a_port_in_use_is_named_before_java_starts() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(BrokerError) as refusal:
            Kafka(port=port).start()
    assert str(refusal.value) == (
        f"127.0.0.1:{port}: this port is in use by another program; "
        f"take another with --port; if it is a Kafka, set KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:{port}"
    )


def test_what_kafka_dislikes_is_told_in_its_own_words() -> None:
    broker = Kafka(properties={"num.io.threads": "none"})
    with pytest.raises(BrokerError, match=r"Kafka ended with code 1: .*num\.io\.threads") as refusal:
        broker.start()
    assert "\n" not in str(refusal.value)
    assert not broker.folder.exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BrokerError) as refusal:
        Kafka(data=tmp_path / "file").start()
    assert str(refusal.value) == (
        f"{tmp_path / 'file'}: can't keep Kafka's data: Not a directory; name a folder that can be written with --data"
    )
