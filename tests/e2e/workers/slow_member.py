"""A member of the consumer group sys.argv[3] that lets the others wait for half a minute at each rebalance."""

import asyncio
import sys

from aiokafka import AIOKafkaConsumer
from aiokafka.abc import ConsumerRebalanceListener


class Slow(ConsumerRebalanceListener):
    async def on_partitions_revoked(self, revoked: object) -> None:
        if revoked:
            await asyncio.sleep(30)

    async def on_partitions_assigned(self, assigned: object) -> None:
        if assigned:
            print("assigned", flush=True)  # noqa: T201 - the test reads it


async def main(bootstrap: str, topic: str, group: str) -> None:
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, group_id=group, session_timeout_ms=30_000)
    consumer.subscribe([topic], listener=Slow())
    await consumer.start()
    await asyncio.sleep(300)


asyncio.run(main(*sys.argv[1:]))
