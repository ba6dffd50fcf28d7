"""Every way into a Kafka opens with the right settings; each wrong one is told in a sentence, with what to do (S5)."""

from typing import Any

import pytest
from aiokafka.errors import NodeNotReadyError

from agents.app import credentials
from agents.broker.readiness import free_port
from agents.cli.main import _explained
from agents.connection import BrokerAway, connection, reach
from agents.doctor import broker
from agents.doctor.finding import Level
from agents.provision import apply_topics
from agents.settings import load_settings
from streams.errors import MarsadError
from tests.integration.locked_kafka import GUEST, LockedKafka

MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
RIGHT = [
    *(("password", {"mechanism": mechanism}) for mechanism in MECHANISMS),
    *(("both", {"mechanism": mechanism}) for mechanism in MECHANISMS),
    ("scramonly", {"mechanism": "SCRAM-SHA-512"}),
    ("tls", {}),
    ("mutual", {}),
    ("elsewhere", {"ssl_endpoint": "none"}),
]

# door, what is set wrongly, the step that fails, why, and a word of the remedy
PLAIN = {"security_protocol": "PLAINTEXT"}
WRONG: list[tuple[str, str, dict[str, Any], str, str, str]] = [
    ("unknown CA", "tls", {"ssl_ca": None}, "tls", "signed by a CA that we do not trust", "KAFKA_SSL_CA_LOCATION"),
    ("other CA", "tls", {"ssl_ca": "other-ca.pem"}, "tls", "signed by a CA that we do not trust",
     "KAFKA_SSL_CA_LOCATION"),
    ("wrong host", "elsewhere", {}, "tls", "made for another host than 127.0.0.1", "KAFKA_SSL_ENDPOINT_IDENTIFICATION"),
    ("expired", "expired", {}, "tls", "its certificate has expired", "must renew"),
    ("TLS to a plaintext port", "password", {"security_protocol": "SASL_SSL"}, "tls", "does not speak TLS on this port",
     "KAFKA_SECURITY_PROTOCOL"),
    ("plaintext to a TLS port", "tls", PLAIN, "kafka", "speaks TLS on this port, and we do not", "SSL or SASL_SSL"),
    ("SASL in plaintext to a TLS port", "both", {"security_protocol": "SASL_PLAINTEXT"}, "kafka",
     "speaks TLS on this port, and we do not", "SSL or SASL_SSL"),
    ("no certificate of ours", "mutual", {"ssl_certificate": None, "ssl_key": None}, "kafka",
     "asks for a certificate of ours", "KAFKA_SSL_CERTIFICATE_LOCATION"),
    ("a certificate of another CA", "mutual", {"ssl_certificate": "stranger.pem", "ssl_key": "stranger-key.pem"},
     "kafka", "got none that it accepts", "KAFKA_SSL_CERTIFICATE_LOCATION"),
    ("wrong password", "password", {"sasl_password": "wrong"}, "sasl",
     "refuses the user 'alice' or the password (PLAIN", "KAFKA_SASL_PASSWORD"),
    ("wrong password, SCRAM", "both", {"mechanism": "SCRAM-SHA-256", "sasl_password": "wrong"}, "sasl",
     "refuses the user 'alice' or the password (SCRAM-SHA-256", "KAFKA_SASL_PASSWORD"),
    ("unknown user", "password", {"sasl_username": "nobody"}, "sasl", "refuses the user 'nobody' or the password",
     "KAFKA_SASL_USERNAME"),
    ("mechanism not offered", "scramonly", {}, "sasl", "does not offer PLAIN, but SCRAM-SHA-512",
     "KAFKA_SASL_MECHANISM"),
    ("no login where one is asked for", "password", PLAIN, "sasl", "wants to know who we are (SASL: ",
     "set KAFKA_SECURITY_PROTOCOL to SASL_PLAINTEXT"),
    ("no login over TLS where one is asked for", "both", {"security_protocol": "SSL"}, "sasl",
     "wants to know who we are (SASL: ", "set KAFKA_SECURITY_PROTOCOL to SASL_SSL"),
    ("a login where none is asked for", "tls", {"security_protocol": "SASL_SSL", "sasl_username": "alice",
     "sasl_password": "any"}, "sasl", "asks for no user on this port", "set KAFKA_SECURITY_PROTOCOL to SSL"),
]  # fmt: skip


@pytest.mark.parametrize(("door", "more"), RIGHT, ids=str)
async def test_the_right_key_opens(locked: LockedKafka, door: str, more: dict[str, Any]) -> None:
    settings = load_settings(**locked.settings(door, **more))
    admin = await reach(settings)
    try:
        assert len((await admin.describe_cluster())["brokers"]) == 1
    finally:
        await admin.close()
    is_there, found = await broker.examine(settings, connection(settings))
    assert is_there
    assert {finding.level for finding in found} == {Level.OK}
    checks = [finding.check for finding in found]
    assert ("tls" in checks) is settings.security_protocol.endswith("SSL")
    assert ("sasl" in checks) is settings.security_protocol.startswith("SASL")


@pytest.mark.parametrize(
    ("door", "wrong", "told"), [(*row[1:3], row[3:]) for row in WRONG], ids=[row[0] for row in WRONG]
)
async def test_a_wrong_key_is_told(
    locked: LockedKafka, door: str, wrong: dict[str, Any], told: tuple[str, str, str]
) -> None:
    step, why, remedy = told
    fields = {key: locked.folder / value if str(value).endswith(".pem") else value for key, value in wrong.items()}
    if wrong.get("security_protocol") == "SASL_SSL":
        fields["ssl_ca"] = locked.ca
    settings = load_settings(**locked.settings(door, **fields))
    with pytest.raises(BrokerAway) as refused:
        await reach(settings)
    assert refused.value.what.startswith("no Kafka that we can use: it")
    assert why in refused.value.what
    assert remedy in refused.value.remedy
    assert refused.value.where == locked.address(door)
    assert "\n" not in str(refused.value)

    is_there, found = await broker.examine(settings, connection(settings))
    assert not is_there
    *before, last = found
    assert {finding.level for finding in before} <= {Level.OK}
    assert (last.check, last.level, last.where) == (step, Level.FAIL, locked.address(door))
    assert why in last.why
    assert remedy in last.next


async def test_one_of_two_addresses_is_enough(locked: LockedKafka) -> None:
    settings = load_settings(**locked.settings("tls", bootstrap=("127.0.0.1:1", locked.address("tls"))))
    await (await reach(settings)).close()
    is_there, found = await broker.examine(settings, connection(settings))
    assert is_there
    assert [(finding.check, finding.level) for finding in found if finding.level != Level.OK] == [("tcp", Level.WARN)]


async def test_an_address_that_the_cluster_tells_and_nobody_can_use(locked: LockedKafka) -> None:
    settings = load_settings(**locked.settings("trap"))
    is_there, found = await broker.examine(settings, connection(settings))
    assert not is_there
    assert found[-1].check == "brokers"
    assert found[-1].where == "127.0.0.1:1"
    assert "advertised.listeners" in found[-1].next
    with pytest.raises(BrokerAway, match=r"it sends us on to 127\.0\.0\.1:1: nobody listens .*advertised\.listeners"):
        await reach(settings)


async def test_a_guest_may_not(locked: LockedKafka, prefix: str) -> None:
    settings = load_settings(**locked.settings("password", sasl_username=GUEST, prefix=prefix))
    with pytest.raises(MarsadError, match=rf"the user 'guest' may not see the topic {prefix}") as refused:
        await apply_topics(settings)
    assert not isinstance(refused.value, BrokerAway)  # it will not pass
    assert "ACLs" in refused.value.remedy


@pytest.mark.parametrize("mechanism", MECHANISMS)
def test_faust_is_told_the_same(locked: LockedKafka, mechanism: str) -> None:
    given = credentials(load_settings(**locked.settings("both", mechanism)))
    ours = connection(load_settings(**locked.settings("both", mechanism)))
    assert given is not None
    assert given.protocol.value == ours["security_protocol"]
    assert given.mechanism.value == ours["sasl_mechanism"]
    assert (given.username, given.password) == (ours["sasl_plain_username"], ours["sasl_plain_password"])
    assert given.ssl_context is not None


def test_a_broker_that_goes_in_the_middle_of_a_command_is_no_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    where = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("KAFKA_BOOTSTRAP_SERVERS", where)
    told = _explained(NodeNotReadyError("node 1"))
    assert (told.what, told.where) == ("no Kafka that we can use: nobody listens on this port", where)
    assert _explained(ValueError("x")).what == "a fault in Marsad itself: ValueError: x"
