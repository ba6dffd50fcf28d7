"""The Kafka with a lock on every door, one for all tests that need it."""

from collections.abc import Iterator

import pytest

from agents.broker import BrokerError
from tests.integration.locked_kafka import LockedKafka


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LockedKafka]:
    made = start(tmp_path_factory)
    yield made
    made.kafka.close()


def start(tmp_path_factory: pytest.TempPathFactory) -> LockedKafka:
    """It wants nine ports, and somebody may take one between our choice and Java's start: then with nine others."""
    for tries_left in (2, 1, 0):
        made = LockedKafka(tmp_path_factory.mktemp("locked"))
        try:
            made.kafka.start()
        except BrokerError:
            if not tries_left:
                raise
        else:
            made.await_doors()
            return made
    raise AssertionError
