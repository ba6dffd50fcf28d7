"""Likely mistakes of a new user: the whole text of what is said, on stderr, and the exit code.

Three of the ten stand elsewhere: no network and a port in use in tests/integration/broker/test_command.py, an old
Python in tests/test_makefile.py.
"""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

MARSAD = Path(sys.executable).with_name("marsad")
GOOD = '{"text": "Russian jets bombed Mayadin."}'


def marsad(*arguments: str, cwd: Path, env: dict[str, str] | None = None, given: str = "") -> tuple[int, str, str]:
    done = subprocess.run(
        [MARSAD, *arguments],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1", **(env or {})},
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def closed_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture
def other_service() -> Iterator[int]:
    """A port where somebody answers who is no Kafka: takes the connection and closes it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    client, _ = listener.accept()
                except OSError:
                    return
                client.close()

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def test_no_broker(tmp_path: Path, closed_port: int) -> None:
    where = f"127.0.0.1:{closed_port}"
    for command in (
        ["alerts"],
        ["tap", "alerts"],
        ["topics", "apply"],
        ["dead-letters", "list"],
        ["run", "--fail-fast"],
    ):
        code, out, said = marsad(*command, cwd=tmp_path, env={"KAFKA_BOOTSTRAP_SERVERS": where, "MARSAD_HTTP": "off"})
        if command[0] == "run":
            assert (
                f"{where}: no Kafka that we can use: nobody listens on this port; start one with `marsad broker`"
                in said
            )
            assert code == 1
            continue
        assert said == (
            "error: no Kafka that we can use: nobody listens on this port\n"
            f"where: {where}\n"
            " next: start one with `marsad broker` in another terminal, or set KAFKA_BOOTSTRAP_SERVERS\n"
        )
        assert (code, out) == (1, "")


def test_wrong_port(tmp_path: Path, other_service: int) -> None:
    where = f"127.0.0.1:{other_service}"
    code, out, said = marsad("alerts", cwd=tmp_path, env={"KAFKA_BOOTSTRAP_SERVERS": where})
    assert said == (
        "error: no Kafka that we can use: it closed the connection; "
        "whoever answers there is no Kafka that we understand\n"
        f"where: {where}\n"
        " next: check the port, and KAFKA_SECURITY_PROTOCOL\n"
    )
    assert (code, out) == (1, "")


def test_missing_file(tmp_path: Path) -> None:
    assert marsad("scan", "artcles.jsonl", cwd=tmp_path) == (
        1,
        "",
        (
            "error: there is no such file or folder\n"
            "where: artcles.jsonl\n"
            " next: check the path; give a .txt, .json, .jsonl or .jsonl.gz file, or a folder of them\n"
        ),
    )


def test_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "notes.yaml").write_text("a: b")
    assert marsad("scan", "news", cwd=tmp_path) == (
        1,
        "",
        (
            "error: the folder holds no articles\n"
            "where: news\n"
            " next: give a .txt, .json, .jsonl or .jsonl.gz file, or a folder of them\n"
        ),
    )


def test_bad_json_line(tmp_path: Path) -> None:
    (tmp_path / "day.jsonl").write_text(
        f'{GOOD}\n{{"text": "no end\n["no", "object"]\n{{"title": "no text"}}\n\n{GOOD}\n'
    )
    code, out, said = marsad("scan", "day.jsonl", cwd=tmp_path)
    assert said == (
        'day.jsonl:2: invalid_json: Input data was truncated; one JSON object a line, as {"text": "..."}\n'
        'day.jsonl:3: not_an_object: the message is JSON but no object; one JSON object a line, as {"text": "..."}\n'
        'day.jsonl:4: missing_text: `text` is missing, empty or no string; one JSON object a line, as {"text": "..."}\n'
    )
    assert code == 3
    assert out.count("\n") == 2  # the others went on


def test_unknown_topic(tmp_path: Path, kafka: str, prefix: str) -> None:
    env = {"KAFKA_BOOTSTRAP_SERVERS": kafka, "MARSAD_PREFIX": prefix}
    assert marsad("topics", "apply", cwd=tmp_path, env=env)[0] == 0
    assert marsad("tap", f"{prefix}alert", cwd=tmp_path, env=env) == (
        1,
        "",
        (
            f"error: there is no topic {prefix}alert\n"
            f"where: {kafka}\n"
            f" next: did you mean {prefix}alerts? Marsad's own are made by `marsad topics apply`\n"
        ),
    )


def test_bad_rule(tmp_path: Path) -> None:
    (tmp_path / "ports.yaml").write_text(
        "- id: port-closure\n  title: Port closure\n  severity: hihg\n  when:\n    nearby: {terms: [port, closed]}\n"
    )
    assert marsad("scan", "-", "--rules", "ports.yaml", cwd=tmp_path, given=GOOD) == (
        3,
        "",
        (
            'ports.yaml:3:13: rule "port-closure": unknown severity "hihg"; did you mean "high"?\n'
            'ports.yaml:5:5: rule "port-closure": unknown operator "nearby"; did you mean "near"?\n'
            "2 faults; nothing was loaded\n"
        ),
    )


def test_bad_setting(tmp_path: Path) -> None:
    env = {"KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:99999", "MARSAD_HTTP": "9464"}
    assert marsad("run", cwd=tmp_path, env=env) == (
        1,
        "",
        (
            "error: KAFKA_BOOTSTRAP_SERVERS: '127.0.0.1:99999': is no list of host:port; "
            "write for example 127.0.0.1:9092\n"
            "MARSAD_HTTP: '9464': is no host:port; write for example 127.0.0.1:9464, or \"off\"\n"
        ),
    )
