"""The partitions of our topics, as the cluster has them now."""

from collections.abc import Iterable

from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient


async def partitions(admin: AIOKafkaAdminClient, names: Iterable[str]) -> list[TopicPartition]:
    """Every partition of the topics *names*; of one that is missing there are none."""
    described = await admin.describe_topics(list(names))
    return [TopicPartition(row["topic"], part["partition"]) for row in described for part in row["partitions"]]
