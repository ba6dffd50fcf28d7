"""Settings say what is wrong with a value, in a line of its own, and keep secrets."""

from pathlib import Path

import pytest

from agents.settings import Settings, load_settings, variable
from streams.errors import MarsadError

BAD = {
    "KAFKA_BOOTSTRAP_SERVERS": "localhost",
    "KAFKA_SECURITY_PROTOCOL": "TLS",
    "KAFKA_SSL_CA_LOCATION": "/nowhere/ca.pem",
    "MARSAD_PREFIX": "news/",
    "MARSAD_HTTP": "9464",
    "MARSAD_ONLY": "classify,judge",
    "MARSAD_PARTITIONS": "many",
    "MARSAD_LOG": "loud",
}


def test_every_bad_value_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in BAD.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(MarsadError) as refused:
        load_settings()
    lines = str(refused.value).splitlines()
    assert [line.split(":")[0] for line in lines] == list(BAD)
    assert all(repr(value.upper() if "PROTOCOL" in name else value) in line or "ONLY" in name
               for line, (name, value) in zip(lines, BAD.items(), strict=True))  # fmt: skip
    assert "names no agent: judge; agents are classify, alert, measure" in lines[5]


def test_a_user_is_needed_where_sasl_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_SECURITY_PROTOCOL", "sasl_ssl")
    with pytest.raises(MarsadError, match="SASL_SSL needs a user; set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD"):
        load_settings()


def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_SASL_PASSWORD", "canary-7f3a")
    settings = load_settings()
    assert "canary" not in repr(settings)
    assert "canary" not in str(settings.model_dump())
    assert settings.environment()["KAFKA_SASL_PASSWORD"] == "canary-7f3a"  # a child must have it
    monkeypatch.setenv("MARSAD_HTTP", "nowhere")
    with pytest.raises(MarsadError) as refused:
        load_settings()
    assert "canary" not in str(refused.value)


def test_a_child_reads_what_its_parent_had(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = load_settings(
        bootstrap=("a:1", "b:2"),
        only=("alert",),
        rules=(tmp_path / "x y", tmp_path),
        prefix="",
        fail_fast=True,
        worker=3,
    )
    for name, value in settings.environment().items():
        monkeypatch.setenv(name, value)
    assert load_settings() == settings


def test_workers_have_neighbouring_ports() -> None:
    settings = Settings(http="127.0.0.1:9464", worker=2)
    assert settings.http_address() == ("127.0.0.1", 9466)
    assert settings.http_address(0) == ("127.0.0.1", 9464)
    assert Settings(http="off").http_address() is None
    assert Settings(http="[::1]:80").http_address() == ("::1", 80)


def test_names_are_those_of_librdkafka_and_ours() -> None:
    assert variable("bootstrap") == "KAFKA_BOOTSTRAP_SERVERS"
    assert variable("ssl_ca") == "KAFKA_SSL_CA_LOCATION"
    assert variable("prefix") == "MARSAD_PREFIX"
