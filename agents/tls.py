"""TLS as the settings want it: whom we trust, who we are, and whether a host's name must be its own."""

import ssl
from pathlib import Path

from agents.settings import Settings
from streams.errors import MarsadError

_BEGINS = "a PEM file begins with -----BEGIN"


def ssl_context(settings: Settings) -> ssl.SSLContext:
    """For every connection of this process. Raises MarsadError for a file that holds no certificate or no key."""
    try:
        context = ssl.create_default_context(cafile=settings.ssl_ca)
    except OSError as error:
        raise MarsadError(
            f"holds no certificate in PEM form that can be read ({_words(error)})",
            where=f"KAFKA_SSL_CA_LOCATION={settings.ssl_ca}",
            remedy="give the PEM file of the CA that signed the broker's certificate",
        ) from None
    context.check_hostname = settings.ssl_endpoint == "https"
    if settings.ssl_certificate is not None:
        _show_ourselves(context, settings)
    return context


def _show_ourselves(context: ssl.SSLContext, settings: Settings) -> None:
    """Mutual TLS: the certificate and key that we answer with when a broker asks."""
    certificate, key = settings.ssl_certificate, settings.ssl_key or settings.ssl_certificate
    if certificate is None or key is None:
        return
    by_certificate = f"KAFKA_SSL_CERTIFICATE_LOCATION={certificate}"
    by_key = f"KAFKA_SSL_KEY_LOCATION={key}" if settings.ssl_key else by_certificate
    if "-----BEGIN CERTIFICATE" not in _text(certificate, by_certificate):
        raise MarsadError("holds no certificate in PEM form", where=by_certificate, remedy=_BEGINS)
    if "PRIVATE KEY-----" not in (text := _text(key, by_key)):
        raise MarsadError(
            "holds no private key in PEM form", where=by_key, remedy=f"{_BEGINS}; a key has KAFKA_SSL_KEY_LOCATION"
        )
    # A function, always: without a password OpenSSL would ask for one on the terminal.
    password = settings.ssl_key_password.get_secret_value
    try:
        context.load_cert_chain(certificate, key, password)
    except OSError as error:
        if getattr(error, "reason", None) == "KEY_VALUES_MISMATCH":
            what, remedy = f"is not the key of {certificate}", "give the key that the certificate was made for"
        elif "ENCRYPTED" in text:
            what = f"needs a password, and KAFKA_SSL_KEY_PASSWORD is {'not the right one' if password() else 'not set'}"
            remedy = "set it, or let KAFKA_SSL_KEY_PASSWORD_FILE name a file with it"
        else:
            what, remedy = f"can't be used: {_words(error)}", "check the file with `openssl pkey -noout -in FILE`"
        raise MarsadError(what, where=by_key, remedy=remedy) from None


def _text(path: Path, where: str) -> str:
    try:
        return path.read_text("ascii", "replace")
    except OSError as error:
        raise MarsadError(f"can't be read: {error.strerror}", where=where, remedy="check who may read it") from None


def _words(error: OSError) -> str:
    return str(getattr(error, "reason", "") or error.strerror or type(error).__name__)
