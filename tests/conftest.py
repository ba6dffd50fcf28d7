"""What every test may ask for: a real Kafka, and a corner of it that is the test's own."""

import os
import secrets
import shutil
import signal
from collections.abc import Callable, Iterator

import hypothesis
import pytest

from agents.broker import Kafka

# What the person who runs the tests has set for a cluster of theirs is no setting of ours.
GIVEN = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(("KAFKA_", "MARSAD_"))}
CLUSTER = GIVEN.get("MARSAD_TEST_KAFKA")
TOOLS_REQUIRED = GIVEN.get("MARSAD_TEST_TOOLS") == "required"
PACKAGES = {"promtool": "prometheus"}  # of programs whose package has another name

# What a shell starts in the background is deaf to Ctrl-C, and so would be whatever tests start to press it on.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A loaded machine is slow, not wrong.
hypothesis.settings.register_profile("marsad", deadline=None, print_blob=True)
hypothesis.settings.load_profile("marsad")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    """The processes of `make test` are given what this one was given, and one Kafka for them all."""
    os.environ.update(GIVEN)
    if not CLUSTER:
        broker = Kafka().start()
        config.add_cleanup(broker.close)
        os.environ["MARSAD_TEST_KAFKA"] = broker.bootstrap


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What may take longest begins first, or one process would end long after the others; all else stays shuffled."""
    items.sort(key=patience, reverse=True)


def patience(item: pytest.Item) -> tuple[float, bool]:
    """The seconds that a test has been allowed beyond the usual, and whether it is slow."""
    limit = item.get_closest_marker("timeout")
    return limit.args[0] if limit else 0, item.get_closest_marker("slow") is not None


@pytest.fixture(scope="session")
def kafka() -> Iterator[str]:
    """Address of the Kafka that all tests share: the embedded one, or the cluster that MARSAD_TEST_KAFKA names."""
    if CLUSTER:
        yield CLUSTER
    else:
        with Kafka() as broker:
            yield broker.bootstrap


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """`tool("promtool")`: the path of a program that Debian packages, or the test is skipped, saying which package.

    With MARSAD_TEST_TOOLS=required, as .ci/run sets it, a missing one is a failure.
    """

    def find(name: str) -> str:
        if (path := shutil.which(name)) is not None:
            return path
        say = f"{name} is not installed: apt-get install {PACKAGES.get(name, name)}"
        if TOOLS_REQUIRED:
            pytest.fail(say)
        pytest.skip(say)

    return find


@pytest.fixture
def own_kafka() -> Iterator[Kafka]:
    """An embedded Kafka, not started, for one test that breaks it."""
    broker = Kafka()
    yield broker
    broker.close()


@pytest.fixture
def prefix() -> str:
    """A prefix of topics, groups and app id that no other test has: "t1a2b3c4d."."""
    return f"t{secrets.token_hex(4)}."
