"""docs/operations.md, "Producers in other languages": what kcat, that is librdkafka, does with keys."""

import subprocess
from collections.abc import Callable

import pytest
from aiokafka.partitioner import DefaultPartitioner

from agents.provision import apply_topics
from agents.settings import load_settings
from tests.docs.pages import HOUSE

KEYS = [f"a{number}" for number in range(20)] + [f"خبر {number}" for number in range(10)] + ["новость", "x" * 200]
PARTITIONS = list(range(6))
SETTING = "partitioner=murmur2_random"


@pytest.fixture
async def topic(kafka: str, prefix: str) -> str:
    await apply_topics(load_settings(bootstrap=(kafka,), prefix=prefix))
    return f"{prefix}articles"


def partitions(kcat: str, kafka: str, topic: str, *options: str) -> dict[str, int]:
    """Where kcat, with *options*, puts each of KEYS."""
    lines = "".join(f"{key}|{{}}\n" for key in KEYS)
    to = ("-b", kafka, "-t", topic)
    subprocess.run([kcat, "-P", *to, "-K", "|", *options], input=lines, text=True, check=True, timeout=30)
    read = [kcat, "-C", "-e", "-q", *to, "-f", "%p %k\n"]
    done = subprocess.run(read, capture_output=True, text=True, check=True, timeout=30)
    rows = (row.partition(" ") for row in done.stdout.splitlines())
    return {key: int(number) for number, _, key in rows}


def ours(key: str) -> int:
    where: int = DefaultPartitioner()(key.encode(), PARTITIONS, PARTITIONS)
    return where


def test_with_the_setting_keys_lie_where_ours_do(tool: Callable[[str], str], kafka: str, topic: str) -> None:
    assert SETTING in (HOUSE / "docs" / "operations.md").read_text("utf-8")
    assert partitions(tool("kcat"), kafka, topic, "-X", SETTING) == {key: ours(key) for key in KEYS}


def test_without_it_most_lie_elsewhere(tool: Callable[[str], str], kafka: str, topic: str) -> None:
    found = partitions(tool("kcat"), kafka, topic)
    assert sum(found[key] != ours(key) for key in KEYS) > len(KEYS) / 2
