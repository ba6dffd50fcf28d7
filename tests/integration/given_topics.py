"""Topics as somebody else may have made them."""

import asyncio

from aiokafka.admin import AIOKafkaAdminClient, NewTopic


async def make_topic(admin: AIOKafkaAdminClient, name: str, partitions: int, config: dict[str, str]) -> None:
    """Create it, and wait until the broker knows it: that is a little later."""
    answer = await admin.create_topics([NewTopic(name, partitions, 1, topic_configs=config)])
    assert [error[1] for error in answer.topic_errors] == [0]
    for _ in range(150):
        [row] = await admin.describe_topics([name])
        if row["error_code"] == 0 and len(row["partitions"]) == partitions:
            return
        await asyncio.sleep(0.1)
    raise AssertionError(f"no {name} after 15 s")
