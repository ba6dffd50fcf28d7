"""What an error at the broker's door means, in a person's words, and what to do.

knock.py -> here -> Fault
"""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass

START_ONE = "start one with `marsad broker` in another terminal, or set KAFKA_BOOTSTRAP_SERVERS"
_FROM_FETCH = {18: "4.1", 16: "3.7", 15: "3.5", 13: "3.1", 12: "2.7", 11: "2.3"}  # its highest version -> since


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a step failed, as the end of a sentence about "it", the broker; and what to do."""

    what: str
    remedy: str
    step: str = ""  # of which it is, where the one that failed has several


NOBODY = Fault(what="nobody listens on this port", remedy=START_ONE)
SPEAKS_TLS = Fault(
    what="it speaks TLS on this port, and we do not",
    remedy="set KAFKA_SECURITY_PROTOCOL to SSL or SASL_SSL",
)
SPEAKS_PLAINTEXT = Fault(
    what="it does not speak TLS on this port",
    remedy="set KAFKA_SECURITY_PROTOCOL to PLAINTEXT or SASL_PLAINTEXT, or take its port for TLS",
)
NO_KAFKA = Fault(
    what="it closed the connection; whoever answers there is no Kafka that we understand",
    remedy="check the port, and KAFKA_SECURITY_PROTOCOL",
)


def unknown_name(host: str, why: str) -> Fault:
    return Fault(
        what=f"its name {host} is not known here ({why})",
        remedy="check the name in KAFKA_BOOTSTRAP_SERVERS, and DNS or /etc/hosts on this machine",
    )


def no_answer(seconds: float) -> Fault:
    return Fault(
        what=f"no answer to a connection in {seconds:g} s",
        remedy="check host and port, and whether a firewall stands between",
    )


def silent(seconds: float) -> Fault:
    return Fault(
        what=f"it takes the connection, and then no answer in {seconds:g} s",
        remedy="see to the broker: it may be starting, frozen or overloaded; or another program has this port",
    )


def distrust(error: ssl.SSLCertVerificationError, host: str) -> Fault:
    """Why we do not believe its certificate; the codes are OpenSSL's X509_V_ERR_*."""
    match error.verify_code:
        case 10:
            return Fault(
                what="its certificate has expired",
                remedy="whoever runs it must renew the certificate; check this machine's clock, too",
            )
        case 9:
            return Fault(what="its certificate is not valid yet", remedy="check the clock of this machine")
        case 62 | 64:
            return Fault(
                what=f"its certificate is made for another host than {host}",
                remedy="use a name from the certificate in KAFKA_BOOTSTRAP_SERVERS, or set "
                "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM=none to take any name",
            )
    return Fault(
        what=f"its certificate is signed by a CA that we do not trust ({error.verify_message})",
        remedy="set KAFKA_SSL_CA_LOCATION to the PEM file of the CA that signed it",
    )


def alert(error: BaseException | None) -> Fault | None:
    """What the other side objects to in our TLS, wherever in the chain of causes it stands."""
    reason = ""
    while error is not None and "ALERT" not in (reason := str(getattr(error, "reason", ""))):
        error = error.__cause__
    if error is None:
        return None
    if reason.endswith("CERTIFICATE_REQUIRED"):
        return Fault(
            what="it asks for a certificate of ours (mutual TLS)",
            remedy="set KAFKA_SSL_CERTIFICATE_LOCATION and KAFKA_SSL_KEY_LOCATION",
        )
    if "CERTIFICATE" in reason or "UNKNOWN_CA" in reason:
        return Fault(
            what="it wants a certificate of ours, and got none that it accepts",
            remedy="KAFKA_SSL_CERTIFICATE_LOCATION must name one, not expired, of a CA that the broker trusts",
        )
    return Fault(what=f"it refuses our TLS ({reason})", remedy="compare the TLS versions and ciphers of both sides")


def wrong_password(user: str, mechanism: str) -> Fault:
    return Fault(
        step="sasl",
        what=f"it refuses the user {user!r} or the password ({mechanism}; a broker never says which of both)",
        remedy="check KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD, and that the user exists for this mechanism",
    )


def no_sasl(protocol: str) -> Fault:
    return Fault(
        step="sasl",
        what="it asks for no user on this port (no SASL)",
        remedy=f"set KAFKA_SECURITY_PROTOCOL to {protocol.removeprefix('SASL_')}, or take its port for SASL",
    )


def other_mechanism(wanted: str, offered: list[str]) -> Fault:
    return Fault(
        step="sasl",
        what=f"it does not offer {wanted}, but {', '.join(offered)}",
        remedy="set KAFKA_SASL_MECHANISM to one that it offers",
    )


def wants_sasl(protocol: str, offered: list[str]) -> Fault:
    return Fault(
        step="sasl",
        what=f"it wants to know who we are (SASL: {', '.join(offered)})",
        remedy=f"set KAFKA_SECURITY_PROTOCOL to SASL_{protocol}, and "
        "KAFKA_SASL_MECHANISM, KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD",
    )


def sent_on(address: str, fault: Fault) -> Fault:
    """The first broker is fine, but tells clients an address of itself or another that does not work from here."""
    return Fault(
        what=f"it sends us on to {address}: {fault.what}",
        remedy="set advertised.listeners of that broker to an address that works from here, or mend the way to it",
    )


def version(ranges: Mapping[int, tuple[int, int]]) -> str:
    """No broker tells its version; what requests it knows does, roughly (https://kafka.apache.org/protocol)."""
    fetch, oldest_produce = ranges.get(1, (0, 0))[1], ranges.get(0, (0, 0))[0]
    since = next((since for known, since in _FROM_FETCH.items() if fetch >= known), "0.11")
    if oldest_produce >= 3 and since < "4":
        since = "4.0"
    return f"Kafka {since} or later"
