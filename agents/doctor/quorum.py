"""The controllers' own time: DescribeQuorum tells when the leader was last caught up with itself, which is now.

aiokafka has no such request; this is its first version that tells times (KIP-836, Kafka 3.3), of which we read one
number. https://kafka.apache.org/protocol#The_Messages_DescribeQuorum
"""

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import IncompatibleBrokerVersion
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactString, Int16, Int32, Int64, Schema, TaggedFields

_METADATA, _PARTITION = "__cluster_metadata", 0
_REPLICAS = CompactArray(
    ("replica", Int32), ("end", Int64), ("last_fetch_at", Int64), ("last_caught_up_at", Int64), ("tags", TaggedFields)
)


class _Answer(Response):  # type: ignore[misc]
    API_KEY, API_VERSION = 55, 1
    SCHEMA = Schema(
        ("error", Int16),
        (
            "topics",
            CompactArray(
                ("name", CompactString("utf-8")),
                (
                    "partitions",
                    CompactArray(
                        ("partition", Int32),
                        ("error", Int16),
                        ("leader", Int32),
                        ("epoch", Int32),
                        ("high_watermark", Int64),
                        ("voters", _REPLICAS),
                        ("observers", _REPLICAS),
                        ("tags", TaggedFields),
                    ),
                ),
                ("tags", TaggedFields),
            ),
        ),
        ("tags", TaggedFields),
    )


class _Question(RequestStruct):  # type: ignore[misc]
    FLEXIBLE_VERSION = True
    API_KEY, API_VERSION, RESPONSE_TYPE = 55, 1, _Answer
    SCHEMA = Schema(
        (
            "topics",
            CompactArray(
                ("name", CompactString("utf-8")),
                ("partitions", CompactArray(("partition", Int32), ("tags", TaggedFields))),
                ("tags", TaggedFields),
            ),
        ),
        ("tags", TaggedFields),
    )


class _DescribeQuorum(Request[_Question]):  # type: ignore[misc]
    API_KEY = 55

    def build(self, request_struct_class: type[_Question]) -> _Question:
        return request_struct_class([(_METADATA, [(_PARTITION, {})], {})], {})


async def controller_time_ms(admin: AIOKafkaAdminClient) -> int | None:
    """Milliseconds since 1970 by the clock of the leading controller; None if we may not ask, or it does not tell."""
    try:
        answer = await admin._send_request(_DescribeQuorum())  # noqa: SLF001 - the client has no door for it
    except (IncompatibleBrokerVersion, NotImplementedError):
        return None  # ZooKeeper, or before 3.3
    if answer.error:
        return None  # no right to Describe the cluster
    for _, partitions, _ in answer.topics:
        for _, error, leader, _, _, voters, _, _ in partitions:
            times = [caught_up_at for replica, _, _, caught_up_at, _ in voters if replica == leader]
            if not error and times and times[0] > 0:
                return int(times[0])
    return None
