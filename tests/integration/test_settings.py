"""Settings say what is wrong with a value, in a line of its own, and keep secrets."""

from pathlib import Path

import pytest

from agents.connection import connection
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


@pytest.mark.parametrize("address", ["0.0.0.0:9464", "[::]:9464", "10.0.0.5:9464", "marsad.example:9464"])
def test_nobody_listens_beyond_loopback_without_a_token_or_a_word(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("MARSAD_HTTP", address)
    with pytest.raises(MarsadError, match=r"is open to the network .*; set MARSAD_HTTP_TOKEN_FILE, or keep to 127"):
        load_settings()
    for name, value in {"MARSAD_HTTP_TOKEN": "canary-7f3a", "MARSAD_HTTP_OPEN": "true"}.items():
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert load_settings().http == address


@pytest.mark.parametrize("address", ["127.0.0.1:9464", "127.1.2.3:9464", "[::1]:9464", "localhost:9464", "off"])
def test_on_loopback_no_token_is_needed(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("MARSAD_HTTP", address)
    assert load_settings().http == address


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


@pytest.mark.parametrize("name", ["KAFKA_SASL_PASSWORD", "KAFKA_SSL_KEY_PASSWORD"])
def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    file = tmp_path / "secret"
    file.write_text("pass wörd \n")
    monkeypatch.setenv(f"{name}_FILE", str(file))
    settings = load_settings()
    secret = settings.sasl_password if "SASL" in name else settings.ssl_key_password
    assert secret.get_secret_value() == "pass wörd "  # a space may belong to it, the end of the line does not
    assert name not in settings.environment(), "a child reads the file itself"
    assert load_settings() == settings

    monkeypatch.setenv(name, "again")
    with pytest.raises(MarsadError, match=f"{name}: is given twice; keep either {name} or {name}_FILE"):
        load_settings()
    monkeypatch.setenv(name, "")  # as a compose file leaves it
    assert load_settings() == settings

    file.write_text("\n")
    with pytest.raises(MarsadError, match=f"{name}_FILE: '{file}': is empty"):
        load_settings()
    monkeypatch.setenv(f"{name}_FILE", str(tmp_path))
    with pytest.raises(MarsadError, match=f"{name}_FILE: '{tmp_path}': can't be read: Is a directory"):
        load_settings()


def test_of_kafkas_variables_an_empty_one_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        if variable(field).startswith("KAFKA_"):
            monkeypatch.setenv(variable(field), "")
    assert load_settings() == Settings()


def test_a_key_needs_its_certificate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "key.pem").touch()
    monkeypatch.setenv("KAFKA_SSL_KEY_LOCATION", str(tmp_path / "key.pem"))
    with pytest.raises(MarsadError, match="KAFKA_SSL_KEY_LOCATION: a key needs its certificate"):
        load_settings()


@pytest.mark.parametrize("name", ["KAFKA_SASL_MECHANISM", "KAFKA_SASL_MECHANISMS"])
def test_librdkafka_has_two_names_for_the_mechanism(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "scram-sha-512")
    assert load_settings().sasl_mechanism == "SCRAM-SHA-512"
    other = {"KAFKA_SASL_MECHANISM", "KAFKA_SASL_MECHANISMS"} - {name}
    monkeypatch.setenv(other.pop(), "PLAIN")
    with pytest.raises(MarsadError, match="KAFKA_SASL_MECHANISM and KAFKA_SASL_MECHANISMS: say two things"):
        load_settings()


def test_every_client_may_have_one_name() -> None:
    assert connection(Settings())["client_id"] == "marsad"
    assert connection(Settings(), "news.classify-0")["client_id"] == "news.classify-0"
    assert connection(Settings(client_id="team-7"), "news.classify-0")["client_id"] == "team-7"


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
    assert variable("sasl_mechanism") == "KAFKA_SASL_MECHANISM"
    assert variable("ssl_ca") == "KAFKA_SSL_CA_LOCATION"
    assert variable("ssl_certificate") == "KAFKA_SSL_CERTIFICATE_LOCATION"
    assert variable("ssl_key") == "KAFKA_SSL_KEY_LOCATION"
    assert variable("ssl_endpoint") == "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM"
    assert variable("client_id") == "KAFKA_CLIENT_ID"
    assert variable("prefix") == "MARSAD_PREFIX"
