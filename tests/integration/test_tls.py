"""Files for TLS that can't be used are named, with what to do; OpenSSL never asks for a password on the terminal."""

from pathlib import Path

import pytest
import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from agents.settings import Settings
from agents.tls import ssl_context
from streams.errors import MarsadError


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    ca = trustme.CA()
    ours, other = ca.issue_cert("marsad.example"), ca.issue_cert("other.example")
    ca.cert_pem.write_to_path(folder / "ca.pem")
    ours.cert_chain_pems[0].write_to_path(folder / "ours.pem")
    ours.private_key_and_cert_chain_pem.write_to_path(folder / "together.pem")
    other.private_key_pem.write_to_path(folder / "other-key.pem")
    key = load_pem_private_key(ours.private_key_pem.bytes(), None)
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"open sesame"))
    (folder / "locked-key.pem").write_bytes(locked)
    (folder / "text").write_text("no PEM")
    return folder


def settings(files: Path, **names: str) -> Settings:
    paths = {name: value if name == "ssl_key_password" else files / value for name, value in names.items()}
    return Settings(security_protocol="SSL", **paths)


@pytest.mark.parametrize(
    "names",
    [
        {},
        {"ssl_ca": "ca.pem"},
        {"ssl_ca": "ca.pem", "ssl_certificate": "together.pem"},
        {"ssl_certificate": "ours.pem", "ssl_key": "locked-key.pem", "ssl_key_password": "open sesame"},
    ],
)
def test_good_ones(files: Path, names: dict[str, str]) -> None:
    context = ssl_context(settings(files, **names))
    assert context.check_hostname
    assert bool(names.get("ssl_ca")) is (len(context.get_ca_certs()) == 1)


def test_any_host_name_will_do_if_that_is_wanted(files: Path) -> None:
    context = ssl_context(Settings(security_protocol="SSL", ssl_endpoint="none", ssl_ca=files / "ca.pem"))
    assert not context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"  # who signed it is looked at all the same


@pytest.mark.parametrize(
    ("names", "variable", "what", "remedy"),
    [
        ({"ssl_ca": "text"}, "KAFKA_SSL_CA_LOCATION", "holds no certificate in PEM form", "the CA that signed"),
        ({"ssl_certificate": "text"}, "KAFKA_SSL_CERTIFICATE_LOCATION", "holds no certificate", "-----BEGIN"),
        ({"ssl_certificate": "ours.pem"}, "KAFKA_SSL_CERTIFICATE_LOCATION", "no private key", "KAFKA_SSL_KEY_LOCATION"),
        ({"ssl_certificate": "ours.pem", "ssl_key": "text"}, "KAFKA_SSL_KEY_LOCATION", "no private key", "-----BEGIN"),
        (
            {"ssl_certificate": "ours.pem", "ssl_key": "other-key.pem"},
            "KAFKA_SSL_KEY_LOCATION",
            "is not the key of",
            "the key that the certificate was made for",
        ),
        (
            {"ssl_certificate": "ours.pem", "ssl_key": "locked-key.pem"},
            "KAFKA_SSL_KEY_LOCATION",
            "KAFKA_SSL_KEY_PASSWORD is not set",
            "KAFKA_SSL_KEY_PASSWORD_FILE",
        ),
        (
            {"ssl_certificate": "ours.pem", "ssl_key": "locked-key.pem", "ssl_key_password": "wrong"},
            "KAFKA_SSL_KEY_LOCATION",
            "KAFKA_SSL_KEY_PASSWORD is not the right one",
            "KAFKA_SSL_KEY_PASSWORD_FILE",
        ),
    ],
)
def test_bad_ones(files: Path, names: dict[str, str], variable: str, what: str, remedy: str) -> None:
    with pytest.raises(MarsadError) as refused:
        ssl_context(settings(files, **names))
    assert refused.value.where.startswith(f"{variable}={files}")
    assert what in refused.value.what
    assert remedy in refused.value.remedy
