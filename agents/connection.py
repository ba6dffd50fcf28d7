"""How every client of this process reaches the broker, and in what words it tells that nobody answers."""

import logging
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from agents import refusals
from agents.knock import Knock, knock
from agents.refusals import START_ONE, Fault
from agents.settings import Settings
from agents.tls import ssl_context
from streams.errors import MarsadError
from streams.topics import ARTICLES

SESSION_TIMEOUT_S = (
    8  # longer than the limit of a step (5 s), during which no heartbeat leaves; a takeover takes as long
)
HEARTBEAT_S = 1
METADATA_AGE_S = 30  # new partitions are seen, and consumed, within this time
PRODUCER_BATCH_BYTES = 131_072  # measured: larger gains nothing, the default of 16 kB costs a fifth
ANSWER_S = 5  # how long one question to the broker may take

# Where no log is set up (a command), aiokafka's lines would only repeat what an error says once.
logging.getLogger("aiokafka").addHandler(logging.NullHandler())


def _is_no_secret(record: logging.LogRecord) -> bool:
    """At level debug aiokafka writes every request out: also the one with the password in it."""
    given = record.args if isinstance(record.args, tuple) else ()
    return not any(type(one).__name__.startswith("SaslAuthenticate") for one in given)


logging.getLogger("aiokafka.conn").addFilter(_is_no_secret)


class BrokerAway(MarsadError):  # noqa: N818 - it may pass: no error yet
    """Nobody answers, or nobody who lets us in. It may pass."""


def connection(settings: Settings, client: str = "marsad") -> dict[str, Any]:
    """Keyword arguments that any aiokafka client takes; it is called *client* unless KAFKA_CLIENT_ID names all.

    Raises MarsadError for certificates or keys that can't be used.
    """
    given: dict[str, Any] = {
        "bootstrap_servers": list(settings.bootstrap),
        "client_id": settings.client_id or client,
        "security_protocol": settings.security_protocol,
    }
    if settings.security_protocol.endswith("SSL"):
        given["ssl_context"] = ssl_context(settings)
    if settings.security_protocol.startswith("SASL"):
        given["sasl_mechanism"] = settings.sasl_mechanism
        given["sasl_plain_username"] = settings.sasl_username
        given["sasl_plain_password"] = settings.sasl_password.get_secret_value()
    return given


async def reach(settings: Settings) -> AIOKafkaAdminClient:
    """An admin client, started. Raises BrokerAway with the cause in one sentence."""
    given = connection(settings, "marsad-admin")
    admin = AIOKafkaAdminClient(request_timeout_ms=ANSWER_S * 1000, **given)
    try:
        await admin.start()
        # The first broker let us in. Are the brokers also where it says they are? Some clients would ask for ever.
        await admin.describe_topics([settings.topic(ARTICLES)])
    except (KafkaError, OSError) as error:
        await admin.close()
        raise await why(settings, error) from error
    return admin


def away(settings: Settings, fault: Fault | None = None, where: str = "") -> BrokerAway:
    """The fault that nobody answers, in a person's words."""
    return BrokerAway(
        f"no Kafka that we can use{f': {fault.what}' if fault else ' answers'}",
        where=where or ",".join(settings.bootstrap),
        remedy=fault.remedy if fault else START_ONE,
    )


async def why(settings: Settings, error: BaseException) -> BrokerAway:
    """What really stands behind *error*: knocks at every address, and at those that the cluster itself tells.

    Of several that fail the one that came farthest is told: it says more than nobody's silence.
    """
    given = connection(settings, "marsad-admin")
    found: list[Knock] = [await knock(address, given) for address in settings.bootstrap]
    inside = next((each for each in found if each.fault is None), None)
    if inside is None:
        farthest = max(found, key=lambda each: len(each.passed))
        return away(settings, farthest.fault, farthest.address)
    told = {address for _, address in inside.brokers if address not in settings.bootstrap}
    for address in sorted(told):
        if (fault := (await knock(address, given)).fault) is not None:
            return away(settings, refusals.sent_on(address, fault), inside.address)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    return away(settings, Fault(what=said, remedy="try again; `marsad doctor` looks at more"))
