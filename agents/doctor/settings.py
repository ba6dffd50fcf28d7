"""Settings: can they be read, is one misspelt, is one without effect, does one give a secret away?"""

from collections.abc import Iterator

from agents.connection import connection
from agents.doctor.finding import Finding, problem, warning, well
from agents.origins import Origin, idle, rows, strangers
from agents.settings import Settings, load_settings
from streams.errors import MarsadError

CHECK = "settings"


def read() -> tuple[Settings | None, list[Finding]]:
    """The settings, None if they can't be used; and what is to be said of them."""
    try:
        settings = load_settings()
    except MarsadError as error:
        return None, [*_faults(str(error)), *_unread()]
    found = [*_faults_of(settings), *_unread(), *_warnings(settings)]
    return settings, found or [well(CHECK, _told(settings))]


def _faults(text: str) -> Iterator[Finding]:
    for line in text.splitlines():
        name, _, why = line.partition(": ")
        what, where = ("can't be used", name) if why else ("can't be used", "")
        yield problem(
            CHECK, what, where=where, why=why or line, remedy="`marsad config show` tells where each came from"
        )


def _faults_of(settings: Settings) -> Iterator[Finding]:
    try:
        connection(settings)
    except MarsadError as error:
        yield problem(CHECK, "can't be used", where=error.where, why=error.what, remedy=error.remedy)


def _unread() -> Iterator[Finding]:
    for name, near in strangers():
        yield warning(
            CHECK,
            "a variable that nobody reads",
            where=name,
            why="it is no setting of Marsad",
            remedy=f"did you mean {near}?" if near else "unset it, or see `marsad config show` for those there are",
        )


def _warnings(settings: Settings) -> Iterator[Finding]:
    for sentence in idle(settings):
        yield warning(
            CHECK, "a setting without effect", why=sentence, remedy="set KAFKA_SECURITY_PROTOCOL, or unset it"
        )
    if settings.security_protocol == "SASL_PLAINTEXT" and settings.sasl_mechanism == "PLAIN":
        yield warning(
            CHECK,
            "the password goes over the network in the clear",
            where="KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT, KAFKA_SASL_MECHANISM=PLAIN",
            why="PLAIN without TLS hides nothing",
            remedy="use SASL_SSL, or a SCRAM mechanism",
        )
    if settings.security_protocol.endswith("SSL") and settings.ssl_endpoint == "none":
        yield warning(
            CHECK,
            "a broker's name is not checked",
            where="KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM=none",
            why="whoever has any certificate of this CA can pass for it",
            remedy="use the names that stand in the certificates, and unset it",
        )


def _told(settings: Settings) -> str:
    given = [row.name for row in rows(settings, {}) if row.origin is not Origin.DEFAULT]
    who = f" as {settings.sasl_username!r}" if settings.security_protocol.startswith("SASL") else ""
    where = f"{','.join(settings.bootstrap)} by {settings.security_protocol}{who}, topics {settings.prefix}*"
    return f"{where}; set: {', '.join(given) or 'nothing, all are defaults'}"
