"""`marsad config show`: each value, who gave it, and what stands there that nobody reads."""

from pathlib import Path

import orjson
import pytest

from agents.origins import HIDDEN, Origin, Row, idle, rows, strangers
from agents.settings import Settings, load_settings, variable
from tests.integration.command import marsad


def row(name: str, settings: Settings | None, **given: object) -> Row:
    return next(row for row in rows(settings, given) if row.name == name)


def test_where_a_value_comes_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("hunter2\n")
    monkeypatch.setenv("KAFKA_SASL_PASSWORD_FILE", str(tmp_path / "password"))
    monkeypatch.setenv("KAFKA_SASL_MECHANISMS", "plain")
    monkeypatch.setenv("MARSAD_PREFIX", "")
    monkeypatch.setenv("MARSAD_ONLY", "alert")
    settings = load_settings(only=("classify", "alert"))

    assert row("KAFKA_BOOTSTRAP_SERVERS", settings) == Row(
        name="KAFKA_BOOTSTRAP_SERVERS", value="127.0.0.1:9092", origin=Origin.DEFAULT
    )
    mechanism = row("KAFKA_SASL_MECHANISM", settings)
    assert (mechanism.value, mechanism.origin, mechanism.where) == (
        "PLAIN",
        Origin.ENVIRONMENT,
        "KAFKA_SASL_MECHANISMS",
    )
    only = row("MARSAD_ONLY", settings, only=("classify", "alert"))
    assert (only.value, only.origin) == ("classify,alert", Origin.ARGUMENT)
    secret = row("KAFKA_SASL_PASSWORD", settings)
    assert (secret.value, secret.origin) == (HIDDEN, Origin.FILE)
    assert secret.where == f"KAFKA_SASL_PASSWORD_FILE={tmp_path / 'password'}"
    assert row("KAFKA_SSL_KEY_PASSWORD", settings).value == ""
    assert row("MARSAD_PREFIX", settings) == Row(name="MARSAD_PREFIX", value="", origin=Origin.ENVIRONMENT)
    shown = {row.name for row in rows(settings, {})}
    assert shown == {variable(field) for field in Settings.model_fields} - {
        "MARSAD_WORKER",
        "MARSAD_RESTARTS",
        "MARSAD_PARENT_FD",
    }


def test_what_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MARSAD_PREFX", "MARSAD_COLOUR_OF_THE_SKY", "KAFKA_BOOTSTRAP_SERVER", "KAFKA_OPTS", "KAFKA_HEAP_OPTS",
                 "MARSAD_DEBUG", "KAFKA_SASL_PASSWORD_FILE", "KAFKA_SASL_MECHANISMS", "kafka_client_id"):  # fmt: skip
        monkeypatch.setenv(name, "hunter2")
    assert dict(strangers()) == {
        "MARSAD_PREFX": "MARSAD_PREFIX",
        "MARSAD_COLOUR_OF_THE_SKY": "",
        "KAFKA_BOOTSTRAP_SERVER": "KAFKA_BOOTSTRAP_SERVERS",
    }


def test_what_has_no_effect() -> None:
    assert list(idle(Settings(sasl_username="alice"))) == [
        "KAFKA_SASL_USERNAME is set, and KAFKA_SECURITY_PROTOCOL=PLAINTEXT does not use it"
    ]
    assert not list(idle(Settings()))


def test_the_whole_of_it() -> None:
    env = {"KAFKA_SASL_PASSWORD": "hunter2", "MARSAD_HTPP": "off", "MARSAD_LOG": "json"}
    code, out, said = marsad("config", "show", "--only", "alert", **env)
    assert code == 0
    lines = {line.split()[0]: line.split()[1:] for line in out.splitlines()}
    assert lines["KAFKA_SASL_PASSWORD"] == ["********", "environment"]
    assert lines["MARSAD_ONLY"] == ["alert", "argument"]
    assert lines["MARSAD_LOG"] == ["json", "environment"]
    assert lines["MARSAD_PARTITIONS"] == ["6", "default"]
    assert said == (
        "note: MARSAD_HTPP is read by nobody; did you mean MARSAD_HTTP?\n"
        "note: KAFKA_SASL_PASSWORD is set, and KAFKA_SECURITY_PROTOCOL=PLAINTEXT does not use it\n"
    )


def test_settings_that_cannot_be_used_are_shown_all_the_same() -> None:
    env = {"KAFKA_BOOTSTRAP_SERVERS": "localhost", "KAFKA_SASL_PASSWORD": "hunter2"}
    code, out, said = marsad("config", "show", "--json", **env)
    assert code == 1
    told = orjson.loads(out)
    shown = {row["name"]: row for row in told["settings"]}
    assert shown["KAFKA_BOOTSTRAP_SERVERS"]["value"] == "localhost"
    assert shown["KAFKA_BOOTSTRAP_SERVERS"]["origin"] == "environment"
    assert shown["KAFKA_SASL_PASSWORD"]["value"] == "********"
    assert told["faults"] == [
        "KAFKA_BOOTSTRAP_SERVERS: 'localhost': is no list of host:port; write for example 127.0.0.1:9092"
    ]
    assert "hunter2" not in out + said
