"""Knocking at one address, step by step, until a step fails; and then in a person's words why.

connection(settings), "host:port" -> **knock** -> Knock -> the sentence of BrokerAway, and `marsad doctor`

aiokafka says only "unable to bootstrap". Here each step (name, port, TLS, login, Kafka) is taken alone, and where one
fails the door is tried the other way round: does it speak plaintext, TLS, SASL? Nothing secret is sent then.
"""

import asyncio
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiokafka.conn import AIOKafkaConnection
from aiokafka.errors import (
    IllegalSaslStateError,
    KafkaError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)
from aiokafka.protocol.admin import SaslHandShakeRequest
from aiokafka.protocol.metadata import MetadataRequest

from agents import refusals
from agents.clock import now_ms
from agents.refusals import Fault

STEP_S = 3.0
_GARBLED = (OSError, EOFError, ValueError, AssertionError, KafkaError)  # what the answer of no Kafka gives


@dataclass(slots=True, kw_only=True)
class Knock:
    """What was learnt at `address`: the steps that went well (step -> what was seen), and the one that did not."""

    address: str
    passed: dict[str, str] = field(default_factory=dict)
    failed: str = ""
    fault: Fault | None = None
    brokers: list[tuple[int, str]] = field(default_factory=list)  # id and address, as the cluster tells them
    days: int | None = None  # that its certificate is still valid


async def knock(address: str, given: Mapping[str, Any], step_s: float = STEP_S) -> Knock:
    """Knock at *address* with the arguments of `connection`. A step takes at most *step_s* seconds."""
    door, found = _Door(address, given, step_s), Knock(address=address)
    for step in (door.name, door.port, *((door.tls,) if door.is_tls else ()), door.kafka):
        told = await step()
        if isinstance(told, Fault):
            found.failed, found.fault = told.step or step.__name__, told
            break
        found.passed[step.__name__] = told
    found.brokers, found.days = door.brokers, door.days
    return found


class _Door:
    """The steps; each gives what was seen, or a Fault."""

    def __init__(self, address: str, given: Mapping[str, Any], step_s: float) -> None:
        host, _, port = address.rpartition(":")
        self.host, self.number = host.strip("[]"), int(port)
        self.brokers: list[tuple[int, str]] = []
        self.days: int | None = None
        self._given = {key: value for key, value in given.items() if key != "bootstrap_servers"}
        self._step_s = step_s
        self._protocol: str = given["security_protocol"]
        self._context: ssl.SSLContext | None = given.get("ssl_context")
        self.is_tls = self._context is not None

    async def name(self) -> str | Fault:
        try:
            async with asyncio.timeout(self._step_s):
                found = await asyncio.get_running_loop().getaddrinfo(self.host, self.number)
        except (OSError, UnicodeError) as error:  # a time that is up is an OSError, too
            why = "no answer from DNS" if isinstance(error, TimeoutError) else getattr(error, "strerror", None)
            return refusals.unknown_name(self.host, why or "no such name can be")
        return ", ".join(dict.fromkeys(str(row[4][0]) for row in found))

    async def port(self) -> str | Fault:
        try:
            async with asyncio.timeout(self._step_s):
                _, writer = await asyncio.open_connection(self.host, self.number)
        except TimeoutError:
            return refusals.no_answer(self._step_s)
        except OSError as error:
            # With several addresses of one name asyncio makes one error of all, without a number.
            if isinstance(error, ConnectionRefusedError) or "refused" in str(error):
                return refusals.NOBODY
            return Fault(what=f"no way to it ({error.strerror or error})", remedy="check host, port and network")
        peer = writer.get_extra_info("peername")
        await _hang_up(writer)
        return f"{peer[0]} answers" if peer else "answers"

    async def tls(self) -> str | Fault:
        try:
            return await self._handshake(self._context)
        except ssl.SSLCertVerificationError as error:
            return refusals.distrust(error, self.host)
        except (OSError, EOFError) as error:
            if await self._speaks_plaintext():
                return refusals.SPEAKS_PLAINTEXT
            if isinstance(error, TimeoutError):
                return refusals.silent(self._step_s)
            return refusals.alert(error) or Fault(
                what=f"no TLS could be agreed on ({getattr(error, 'reason', None) or type(error).__name__})",
                remedy="check the port, and KAFKA_SECURITY_PROTOCOL",
            )

    async def kafka(self) -> str | Fault:
        connection = self._connection(**self._given)
        try:
            await connection.connect()
            about = await connection.send(MetadataRequest([]))
        except SaslAuthenticationFailed:
            return refusals.wrong_password(self._given["sasl_plain_username"], self._given["sasl_mechanism"])
        except (UnsupportedSaslMechanismError, IllegalSaslStateError):
            offered = await self._mechanisms()
            mechanism = self._given["sasl_mechanism"]
            return refusals.other_mechanism(mechanism, offered) if offered else refusals.no_sasl(self._protocol)
        except TimeoutError:
            return refusals.silent(self._step_s)
        except _GARBLED as error:
            return refusals.alert(error) or await self._hung_up()
        finally:
            await _let_go(connection)
        self.brokers = [(broker[0], f"{broker[1]}:{broker[2]}") for broker in about.brokers]
        return refusals.version(connection._versions)  # noqa: SLF001 - nobody else tells

    # ---------------------------------------------------------------- the door, tried otherwise

    async def _hung_up(self) -> Fault:
        """It closed the connection without a word."""
        if not self.is_tls and await self._speaks_tls():
            return refusals.SPEAKS_TLS
        if not self._protocol.startswith("SASL") and (offered := await self._mechanisms()):
            return refusals.wants_sasl(self._protocol, offered)
        return refusals.NO_KAFKA

    async def _handshake(self, context: ssl.SSLContext | None) -> str:
        async with asyncio.timeout(self._step_s):
            _, writer = await asyncio.open_connection(self.host, self.number, ssl=context)
        session = writer.get_extra_info("ssl_object")
        until = str((session.getpeercert() or {}).get("notAfter", ""))
        await _hang_up(writer)
        if until:
            self.days = int(ssl.cert_time_to_seconds(until) - now_ms() / 1000) // 86_400
        return f"{session.version()}, its certificate is valid until {until}"

    async def _speaks_plaintext(self) -> bool:
        connection = self._connection()
        try:
            await connection.connect()
        except _GARBLED:
            return False
        finally:
            await _let_go(connection)
        return True

    async def _speaks_tls(self) -> bool:
        # Only to see whether it answers: nothing is sent to whom we have not checked.
        context = ssl._create_unverified_context()  # noqa: S323, SLF001
        try:
            await self._handshake(context)
        except ssl.SSLError as error:
            return "ALERT" in str(error.reason)  # it understood us well enough to object
        except (OSError, EOFError):
            return False
        return True

    async def _mechanisms(self) -> list[str]:
        """The SASL mechanisms that it offers; empty if it knows no SASL here."""
        connection = self._connection(
            security_protocol="SSL" if self.is_tls else "PLAINTEXT", ssl_context=self._context
        )
        try:
            await connection.connect()
            answer = await connection.send(SaslHandShakeRequest("?"))
        except _GARBLED:
            return []
        finally:
            await _let_go(connection)
        return list(answer.enabled_mechanisms or [])

    def _connection(self, **given: Any) -> AIOKafkaConnection:
        return AIOKafkaConnection(self.host, self.number, request_timeout_ms=round(self._step_s * 1000), **given)


async def _let_go(connection: AIOKafkaConnection) -> None:
    """Close it, and wait until it is closed: a loop that ends before leaves its socket open."""
    closed = connection.close()
    if closed is not None and connection._protocol is not None:  # noqa: SLF001 - else there never was one
        await asyncio.wait({closed}, timeout=1)


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    try:
        async with asyncio.timeout(1):
            await writer.wait_closed()
    except OSError:
        pass  # it is of no use any more
