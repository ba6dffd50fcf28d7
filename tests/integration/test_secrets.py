"""Workers behind TLS and a login: article in, alert out; and no secret of theirs is found anywhere (S4)."""

import logging
import signal
from pathlib import Path

import orjson
import psutil
import pytest

from agents.connection import reach
from agents.settings import load_settings, variable, written
from tests.e2e.station import Station, articles, ended
from tests.integration.command import marsad
from tests.integration.locked_kafka import KEY_PASSWORD, PASSWORD, LockedKafka

CANARY = "canary"


@pytest.fixture
def locks(locked: LockedKafka, tmp_path: Path) -> dict[str, str]:
    """Variables for the door with TLS and login, the password in a file, and a certificate with a locked key."""
    ours = locked.settings("mutual")
    fields = locked.settings("both") | {name: ours[name] for name in ours if name.startswith("ssl_")}
    env = {variable(name): written(value) for name, value in fields.items()}
    assert env.pop("KAFKA_SASL_PASSWORD") == PASSWORD
    assert env["KAFKA_SSL_KEY_PASSWORD"] == KEY_PASSWORD
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    return env | {"KAFKA_SASL_PASSWORD_FILE": str(file)}


@pytest.mark.slow
async def test_article_in_alert_out_and_no_secret_anywhere(
    locked: LockedKafka, locks: dict[str, str], prefix: str, tmp_path: Path
) -> None:
    assert CANARY in PASSWORD
    assert CANARY in KEY_PASSWORD
    seen: dict[str, str] = {}
    station = Station(locked.kafka.bootstrap, prefix, tmp_path)  # the test itself comes in by the back door
    env = {**station.settings.environment(), **locks, "MARSAD_LOG_LEVEL": "debug", "MARSAD_LOG": "json"}
    try:
        run = station.start(**locks, MARSAD_LOG_LEVEL="debug")
        await station.ready()
        await station.publish([*articles(range(9)), (b"bad", b"no article", [])])
        await station.settled(10)
        assert await station.ends("alerts") == 9
        assert await station.ends("dead-letters") == 1
        for path in ("/metrics", "/readyz", "/livez"):
            seen[path] = (await station.get(path))[1]
        for process in (psutil.Process(run.pid), *station.workers(run)):
            seen[f"command line of {process.pid}"] = " ".join(process.cmdline())
            assert PASSWORD not in process.environ().values()  # it stays in its file
        for command in ("config show", "config show --json", "doctor --json", "topics plan"):
            code, out, said = marsad(*command.split(), **env)
            assert code == 0, out + said
            seen[command] = out + said
        told = orjson.loads(seen["doctor --json"].splitlines()[-1])
        assert [row["what"] for row in told["findings"] if row["check"] == "groups"] == [
            "1 member (Stable), 0 records unread"
        ] * 2
        assert {row["level"] for row in told["findings"]} <= {"ok", "warn"}
        run.send_signal(signal.SIGTERM)
        assert await ended(run, 20) == 0
    finally:
        station.close()
    seen["log"] = station.log()
    seen["standard output"] = (tmp_path / "stdout.log").read_text()
    assert "********" in seen["config show"]
    assert f'"origin":"file","where":"KAFKA_SASL_PASSWORD_FILE={tmp_path}/password"' in seen["config show --json"]
    assert seen["log"]

    wrong = env | {"KAFKA_SASL_USERNAME": "nobody"}
    twice = env | {"KAFKA_SASL_PASSWORD": PASSWORD}
    for name, given in {"wrong user": wrong, "given twice": twice}.items():
        code, out, said = marsad("--debug", "alerts", **given)
        assert code == 1
        seen[name] = out + said
    assert "Traceback" in seen["wrong user"]
    assert "KAFKA_SASL_PASSWORD: is given twice" in seen["given twice"]
    assert [name for name, text in seen.items() if CANARY in text] == []


async def test_the_log_of_the_client_has_no_password_either(
    locked: LockedKafka, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "aiokafka")
    await (await reach(load_settings(**locked.settings("both")))).close()
    assert "SaslHandShake" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    ("command", "code"),
    [(("doctor",), 3), (("run", "--fail-fast"), 1), (("replay", "-"), 1), (("topics", "apply"), 1)],
    ids=lambda value: value[0] if isinstance(value, tuple) else str(value),
)
def test_every_command_says_what_is_wrong(
    locked: LockedKafka, command: tuple[str, ...], code: int, prefix: str, tmp_path: Path
) -> None:
    given = locked.settings("password", sasl_password="wrong", prefix=prefix, http="off", state=tmp_path)
    env = {variable(name): written(value) for name, value in given.items()}
    ended_with, out, said = marsad(*command, given='{"text": "bridge"}', **env)
    assert ended_with == code, out + said
    assert "it refuses the user 'alice' or the password (PLAIN; a broker never says which of both)" in out + said
    assert "check KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD" in out + said
    assert "Traceback" not in said
