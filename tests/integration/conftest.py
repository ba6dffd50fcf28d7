"""The Kafka with a lock on every door, one for all tests that need it."""

from collections.abc import Iterator

import pytest

from tests.integration.locked_kafka import LockedKafka


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LockedKafka]:
    made = LockedKafka(tmp_path_factory.mktemp("locked"))
    with made.kafka:
        yield made
