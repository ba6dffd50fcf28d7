"""Knocking at what is no Kafka: nobody, a name that nobody knows, a program that is silent, hangs up or talks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from agents.broker.readiness import free_port
from agents.connection import connection
from agents.knock import Knock, knock
from agents.settings import Settings

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def program(talk: Talk) -> AsyncIterator[str]:
    """Some program on a port of its own, which says *talk* to whoever comes."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await talk(reader, writer)
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    while await reader.read(1024):
        pass


async def hangs_up(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    return


async def web(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(4)
    writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
    await writer.drain()


async def garbage(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read(4)
    writer.write(b"\0\0\0\x08\0\0\0\x01\xff\xff\xff\xff")
    await writer.drain()
    await silent(reader, writer)


async def at(address: str, step_s: float = 0.3, **fields: Any) -> Knock:
    return await knock(address, connection(Settings(bootstrap=(address,), **fields)), step_s)


@pytest.mark.parametrize("protocol", ["PLAINTEXT", "SSL"])
@pytest.mark.parametrize(
    ("talk", "what"),
    [(silent, "takes the connection, and then no answer in 0.3 s"), (hangs_up, ""), (web, ""), (garbage, "")],
)
async def test_a_program_that_is_no_kafka(protocol: str, talk: Talk, what: str) -> None:
    async with program(talk) as address:
        found = await at(address, security_protocol=protocol)
    assert list(found.passed) == ["name", "port"]
    assert found.failed == ("tls" if protocol == "SSL" else "kafka")
    assert found.fault is not None
    assert what in found.fault.what
    assert "port" in found.fault.remedy


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
async def test_nobody(host: str) -> None:
    found = await at(f"{host}:{free_port()}", 30)
    assert found.failed == "port"
    assert found.fault is not None
    assert found.fault.what in {"nobody listens on this port", "no way to it (Cannot assign requested address)"}
    assert found.fault.remedy


async def test_a_name_that_nobody_knows() -> None:
    found = await at("kafka.invalid:9092")
    assert (found.failed, found.passed) == ("name", {})
    assert found.fault is not None
    assert found.fault.what.startswith("its name kafka.invalid is not known here (")
    assert "KAFKA_BOOTSTRAP_SERVERS" in found.fault.remedy


async def test_a_kafka(kafka: str) -> None:
    found = await at(kafka, 30)
    assert (found.failed, found.fault) == ("", None)
    assert list(found.passed) == ["name", "port", "kafka"]
    assert found.passed["kafka"].startswith("Kafka ")
    assert [address for _, address in found.brokers] == [kafka]
