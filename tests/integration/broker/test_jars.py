"""The jars: fetched once, over a real connection to a local copy of the repository; held against their pins."""

import functools
import hashlib
import http.server
import io
import multiprocessing
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import jgo.maven._core
import pytest
from rich.console import Console

from agents.broker import BrokerError, jars
from agents.broker.pins import Pin, pins

CONTENT = {"one": b"1" * 100_000, "two": b"2" * 200_000}
PINS = tuple(
    Pin(
        group="org.example",
        artifact=name,
        version="1.0",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    for name, content in CONTENT.items()
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None: ...


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that jgo takes for Maven Central, behind a web server on loopback; the pins are two small files."""
    folder = tmp_path / "central"
    for pin in PINS:
        path = pin.path(folder)
        path.parent.mkdir(parents=True)
        path.write_bytes(CONTENT[pin.artifact])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setattr(jgo.maven._core, "DEFAULT_REMOTE_REPOS", {"central": address})
    monkeypatch.setattr(jars, "pins", lambda: PINS)
    for proxy in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(proxy, raising=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield folder
    server.shutdown()
    thread.join()
    server.server_close()


def heard() -> Console:
    return Console(file=io.StringIO(), width=80)


def words(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def contents(paths: list[Path]) -> list[bytes]:
    return [path.read_bytes() for path in paths]


def test_fetches_once_and_says_so(repository: Path, tmp_path: Path) -> None:
    folder, console = tmp_path / "jars", heard()
    first = jars.class_path(folder, console)
    assert contents(first) == list(CONTENT.values())
    assert words(console) == f"fetching Apache Kafka 4.4.0, once: 2 jars, 0 MB, into {folder}\n"

    shutil.rmtree(repository)
    assert jars.class_path(folder, console) == first
    assert words(console).count("\n") == 1


@pytest.mark.parametrize("damage", [b"", b"1" * 99_999, b"x" * 100_000])
def test_a_damaged_jar_is_fetched_again(repository: Path, tmp_path: Path, damage: bytes) -> None:
    first, _ = jars.class_path(tmp_path / "jars", heard())
    first.write_bytes(damage)
    assert contents(jars.class_path(tmp_path / "jars", heard())) == list(CONTENT.values())


def test_a_jar_that_differs_from_its_pin_is_refused_and_removed(repository: Path, tmp_path: Path) -> None:
    PINS[1].path(repository).write_bytes(b"3" * 200_000)
    with pytest.raises(BrokerError) as refusal:
        jars.class_path(tmp_path / "jars", heard())
    assert str(refusal.value) == (
        "org.example:two:1.0: not the file that was pinned (its SHA-256 differs); something on the way changes "
        "downloads: try another network, or set KAFKA_BOOTSTRAP_SERVERS=host:port to use a Kafka that you already have"
    )
    assert not PINS[1].path(tmp_path / "jars").exists()


def test_without_a_network_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(BrokerError) as refusal:
        jars.class_path(tmp_path / "jars", heard())
    assert str(refusal.value) == (
        "can't fetch kafka_2.13 4.4.0 from Maven Central; Kafka's 45 jars (45 MB) are fetched once: try again with a "
        "network (HTTPS_PROXY is honoured), or set KAFKA_BOOTSTRAP_SERVERS=host:port to use a Kafka that you already "
        "have"
    )


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BrokerError) as refusal:
        jars.class_path(tmp_path / "file" / "jars", heard())
    assert str(refusal.value) == (
        f"{tmp_path / 'file' / 'jars'}: can't keep Kafka's jars: Not a directory; free some space, or set "
        "XDG_CACHE_HOME to a folder that can be written"
    )


def test_two_first_runs_at_once_both_get_whole_jars(repository: Path, tmp_path: Path) -> None:
    # forked, so that they see the local repository
    context = multiprocessing.get_context("fork")
    runs = [context.Process(target=jars.class_path, args=(tmp_path / "jars", heard())) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0, 0, 0]
    assert contents([pin.path(tmp_path / "jars") for pin in PINS]) == list(CONTENT.values())


def test_the_real_pins_name_one_kafka() -> None:
    rows = pins()
    assert {pin.version for pin in rows if pin.group == "org.apache.kafka"} == {"4.4.0"}
    assert len({(pin.group, pin.artifact) for pin in rows}) == len(rows)
    assert all(len(pin.sha256) == 64 and pin.size > 0 for pin in rows)
