"""When our consumer lets records through; the rest of it shows under load: rows F1, F2, F4 and F5 of `make chaos`."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from faust.types import TP

from agents.app import build_app
from agents.settings import Settings
from tests.shipped import RULEBOOK

MATCHES, CHANGELOG = TP("news.matches", 0), TP("news.app-alert-changelog", 0)


@pytest.fixture
async def consumer() -> AsyncIterator[Any]:
    """The consumer of an app that is not started."""
    consumer: Any = build_app(Settings(only=("alert", "measure")), RULEBOOK).consumer
    yield consumer
    consumer._thread.thread_loop.close()  # of a thread that was never started


async def test_changelogs_are_read_at_once_and_our_topic_when_the_recovery_has_sought(consumer: Any) -> None:
    consumer.resume_partitions([CHANGELOG])
    assert consumer.flow_active
    consumer.resume_partitions([MATCHES])
    assert not consumer.flow_active
    consumer.resume_flow()
    assert consumer.flow_active


async def test_a_recovery_that_ends_in_the_middle_of_a_rebalance_lets_nothing_through(consumer: Any) -> None:
    consumer.stop_flow()
    consumer._moves = True
    consumer.resume_flow()
    assert not consumer.flow_active
    consumer._moves = False
    consumer.resume_flow()
    assert consumer.flow_active
