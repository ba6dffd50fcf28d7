"""Every check in its order; each waits only for what it needs."""

from collections.abc import AsyncIterator
from typing import Any

from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from agents.connection import ANSWER_S, connection, reach
from agents.doctor import broker, clock, groups, machine, port, rules, settings, topics
from agents.doctor.finding import Finding, problem
from agents.settings import Settings
from streams.errors import MarsadError


async def examine() -> AsyncIterator[Finding]:
    """Findings as they are made."""
    given, lines = settings.read()
    for line in lines:
        yield line
    for line in machine.examine(given):
        yield line
    if given is None:
        for line in broker.skip_all("the settings can't be used"):
            yield line
        return
    yield rules.examine(given)
    yield await port.examine(given)
    try:
        arguments = connection(given, "marsad-doctor")
    except MarsadError:  # told with the settings
        for line in broker.skip_all("the settings can't be used"):
            yield line
        return
    is_there, lines = await broker.examine(given, arguments)
    for line in [*lines, *([] if is_there else broker.skip_all("no broker that lets us in"))]:
        yield line
    if is_there:
        async for line in cluster(given, arguments):
            yield line


async def cluster(given: Settings, arguments: dict[str, Any]) -> AsyncIterator[Finding]:
    """What only a broker that lets us in can tell; *arguments* as from `connection`."""
    try:
        admin = await reach(given)
    except MarsadError as error:
        yield problem("kafka", "it let us in, and now does not", where=error.where, why=error.what, remedy=error.remedy)
        return
    consumer = AIOKafkaConsumer(**arguments, enable_auto_commit=False, request_timeout_ms=ANSWER_S * 1000)
    try:
        for line in await topics.examine(admin, given):
            yield line
        await consumer.start()
        for line in await groups.examine(admin, consumer, given):
            yield line
        yield await clock.examine(admin, consumer, given)
    except MarsadError as error:
        yield problem("topics", error.what, where=error.where, why="an ACL is missing", remedy=error.remedy)
    except (KafkaError, OSError) as error:
        why = f"{type(error).__name__}: {error}"
        yield problem("kafka", "it stopped to answer", where=",".join(given.bootstrap), why=why, remedy="try again")
    finally:
        await consumer.stop()
        await admin.close()
