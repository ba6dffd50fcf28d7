"""Installations for whole-system tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.station import Station


@pytest.fixture
def station(kafka: str, prefix: str, tmp_path: Path) -> Iterator[Station]:
    """An installation of the test's own on the shared Kafka."""
    made = Station(kafka, prefix, tmp_path)
    yield made
    made.close()


@pytest.fixture
def station_on(prefix: str, tmp_path: Path) -> Iterator[Callable[[str], Station]]:
    """The same on a Kafka that the test brings."""
    made: list[Station] = []

    def build(bootstrap: str) -> Station:
        made.append(Station(bootstrap, prefix, tmp_path))
        return made[-1]

    yield build
    for each in made:
        each.close()
