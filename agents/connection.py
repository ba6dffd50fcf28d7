"""How every client of this process reaches the broker, and in what words it tells that nobody answers."""

import logging
import ssl
from typing import Any, Self

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.helpers import create_ssl_context

from agents.settings import Settings
from streams.errors import MarsadError

SESSION_TIMEOUT_S = (
    8  # longer than the limit of a step (5 s), during which no heartbeat leaves; a takeover takes as long
)
HEARTBEAT_S = 1
METADATA_AGE_S = 30  # new partitions are seen, and consumed, within this time
PRODUCER_BATCH_BYTES = 131_072  # measured: larger gains nothing, the default of 16 kB costs a fifth
ANSWER_S = 5  # how long one question to the broker may take

_CAUSES = (  # what aiokafka only tells its log -> the cause and the remedy, in words
    (
        "SaslAuthenticationFailed",
        "it refuses the user or the password",
        "check KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD",
    ),
    ("UnsupportedSaslMechanism", "it does not offer this SASL mechanism", "check KAFKA_SASL_MECHANISM"),
    ("CERTIFICATE_VERIFY_FAILED", "its certificate is not trusted", "set KAFKA_SSL_CA_LOCATION to the CA's PEM file"),
    ("WRONG_VERSION_NUMBER", "it does not speak TLS on this port", "check KAFKA_SECURITY_PROTOCOL and the port"),
    ("Connection closed", "it closed the connection", "if it expects TLS or SASL, set KAFKA_SECURITY_PROTOCOL"),
    ("KafkaConnectionError: Connection at", "it closed the connection", "check the port, and KAFKA_SECURITY_PROTOCOL"),
)


class BrokerAway(MarsadError):  # noqa: N818 - it may pass: no error yet
    """Nobody answers, or nobody who lets us in. It may pass."""


def connection(settings: Settings) -> dict[str, Any]:
    """Keyword arguments that any aiokafka client takes."""
    given: dict[str, Any] = {
        "bootstrap_servers": list(settings.bootstrap),
        "security_protocol": settings.security_protocol,
    }
    if settings.security_protocol.endswith("SSL"):
        given["ssl_context"] = ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        given["sasl_mechanism"] = settings.sasl_mechanism
        given["sasl_plain_username"] = settings.sasl_username
        given["sasl_plain_password"] = settings.sasl_password.get_secret_value()
    return given


def ssl_context(settings: Settings) -> ssl.SSLContext:
    """TLS that trusts the CA of the settings, or else the system's."""
    context: ssl.SSLContext = create_ssl_context(cafile=str(settings.ssl_ca) if settings.ssl_ca else None)
    return context


async def reach(settings: Settings) -> AIOKafkaAdminClient:
    """An admin client, started. Raises BrokerAway with the cause, as far as it can be known."""
    admin = AIOKafkaAdminClient(request_timeout_ms=ANSWER_S * 1000, **connection(settings))
    with _Overheard() as overheard:
        try:
            await admin.start()
        except (KafkaError, OSError) as error:
            await admin.close()
            raise away(settings, overheard.cause(error)) from error
    return admin


def away(settings: Settings, cause: tuple[str, str] = ("", "")) -> BrokerAway:
    """The fault that nobody answers, in a person's words."""
    what, remedy = cause
    return BrokerAway(
        f"no Kafka that we can use{f': {what}' if what else ' answers'}",
        where=",".join(settings.bootstrap),
        remedy=remedy or "start one with `marsad broker` in another terminal, or set KAFKA_BOOTSTRAP_SERVERS",
    )


class _Overheard(logging.Handler):
    """Listens to aiokafka's log: every failure to connect is one exception there, its cause stands only in the log."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self._lines) < 100:
            self._lines.append(record.getMessage())

    def cause(self, error: BaseException) -> tuple[str, str]:
        """(what, remedy); ("", "") if it is just not there."""
        heard = "\n".join([*self._lines, str(error)])
        for mark, what, remedy in _CAUSES:
            if mark in heard:
                return what, remedy
        return "", ""

    def __enter__(self) -> Self:
        logging.getLogger("aiokafka").addHandler(self)
        return self

    def __exit__(self, *_exc: object) -> None:
        logging.getLogger("aiokafka").removeHandler(self)
