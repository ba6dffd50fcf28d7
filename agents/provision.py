"""Topics as declared in `streams/topics.py`, onto the cluster: created where missing, never deleted, never changed.

(Policies of topics that exist are changed by hand alone: see plan.py.)

`marsad topics apply`, and every worker before it starts -> `apply_topics` -> what was done, a row a topic.
"""

import asyncio
from dataclasses import dataclass

from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import (
    ClusterAuthorizationFailedError,
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
    for_code,
)

from agents.connection import reach, why
from agents.settings import Settings
from streams.errors import MarsadError
from streams.topics import MATCHES, MAX_RECORD_BYTES, TOPICS

TABLES = ("alert", "measure")  # the agents that keep one
REPLICAS = 3
SETTLE_S = 15
CHANGELOG = {
    "cleanup.policy": "compact",
    "max.message.bytes": str(MAX_RECORD_BYTES),  # the state of an alert with many matches is large
}
_EXISTS = 36
_DENIED = (TopicAuthorizationFailedError, ClusterAuthorizationFailedError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One topic after `apply_topics`."""

    name: str
    partitions: int
    created: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """What a worker must know of the cluster before it starts."""

    id: str
    topics: tuple[Applied, ...]
    is_new: bool  # nobody has read news.matches yet: what a disk holds of its tables is of an earlier life


def changelog(settings: Settings, table: str) -> str:
    """Name of the topic that holds the state of a table; Faust's custom."""
    return f"{settings.prefix}app-{table}-changelog"


def declared(settings: Settings) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """Name -> config of every topic as it should be: those that people read, and the tables' changelogs."""
    return (
        {settings.topic(topic): dict(topic.config) for topic in TOPICS},
        {changelog(settings, table): CHANGELOG for table in TABLES},
    )


def denied(settings: Settings, what: str) -> MarsadError:
    """The broker lets us in, but not do *what*: an ACL is missing."""
    who = f"the user {settings.sasl_username!r}" if settings.sasl_username else "we"
    return MarsadError(
        f"{who} may not {what}",
        where=",".join(settings.bootstrap),
        remedy=f"let whoever runs Kafka grant it (ACLs on topics and groups with the prefix {settings.prefix!r})",
    )


async def apply_topics(settings: Settings) -> Cluster:
    """Create what is missing and check what must agree.

    Raises BrokerAway if nobody answers; MarsadError if a topic can't be created, or the tables and news.matches
    have not the same number of partitions.
    """
    admin = await reach(settings)
    try:
        about = await admin.describe_cluster()
        replicas = min(REPLICAS, len(about["brokers"]))
        rows, tables = declared(settings)
        after, created = await _ensure(admin, settings, rows, settings.partitions, replicas)
        # Tables must have the partitions of news.matches, also where that was created by hand: so they come second.
        kept, new = await _ensure(admin, settings, tables, after[settings.topic(MATCHES)], replicas)
        is_new = bool(new) or await _is_unread(admin, settings, f"{settings.prefix}app")
    except KafkaError as error:
        raise await why(settings, error) from error
    finally:
        await admin.close()
    after, created = after | kept, created | new
    _check(settings, after)
    return Cluster(
        id=str(about["cluster_id"]),
        topics=tuple(Applied(name=name, partitions=after[name], created=name in created) for name in after),
        is_new=is_new,
    )


async def _is_unread(admin: AIOKafkaAdminClient, settings: Settings, group: str) -> bool:
    try:
        offsets = await admin.list_consumer_group_offsets(group)
    except GroupAuthorizationFailedError:
        raise denied(settings, f"use the consumer group {group}") from None
    except KafkaError:
        return False  # its coordinator has just started; the tables are checked once more when they are read
    return not any(offset.offset > 0 for offset in offsets.values())


async def _ensure(
    admin: AIOKafkaAdminClient, settings: Settings, rows: dict[str, dict[str, str]], partitions: int, replicas: int
) -> tuple[dict[str, int], set[str]]:
    """Partitions of every topic of *rows* (name -> config), and the names of those that were created."""
    described = await admin.describe_topics(list(rows))
    for row in described:
        if row["error_code"] == TopicAuthorizationFailedError.errno:
            raise denied(settings, f"see the topic {row['topic']}")
    known = {row["topic"]: len(row["partitions"]) for row in described if row["error_code"] == 0}
    missing = [
        NewTopic(name, num_partitions=partitions, replication_factor=replicas, topic_configs=config)
        for name, config in rows.items()
        if name not in known
    ]
    if not missing:
        return {name: known[name] for name in rows}, set()
    created = await _create(admin, settings, missing)
    settled = await _settled(admin, list(rows))
    return {name: settled[name] for name in rows}, created


async def _create(admin: AIOKafkaAdminClient, settings: Settings, topics: list[NewTopic]) -> set[str]:
    """Names of those that were created; another worker may have been quicker with the others."""
    answer = await admin.create_topics(topics)
    created = set()
    # It does not raise: each topic has its own error code.
    for name, code, *words in answer.topic_errors:
        if code == 0:
            created.add(name)
        elif for_code(code) in _DENIED:
            raise denied(settings, f"create the topic {name}")
        elif code != _EXISTS:
            reason = next((text for text in words if text), for_code(code).__name__)
            raise MarsadError(f"topic {name} can't be created: {reason}", remedy="create it by hand, or allow us to")
    return created


async def _settled(admin: AIOKafkaAdminClient, names: list[str]) -> dict[str, int]:
    """Partitions of *names*, once brokers know them and they have leaders: that is a little after their creation."""
    for _ in range(SETTLE_S * 10):
        described = await admin.describe_topics(names)
        if all(row["error_code"] == 0 and all(part["leader"] >= 0 for part in row["partitions"]) for row in described):
            return {row["topic"]: len(row["partitions"]) for row in described}
        await asyncio.sleep(0.1)
    raise MarsadError(f"topics have no leaders after {SETTLE_S} s", remedy="see the broker's log")


def _check(settings: Settings, partitions: dict[str, int]) -> None:
    matches = settings.topic(MATCHES)
    for table in TABLES:
        name = changelog(settings, table)
        if partitions[name] != partitions[matches]:
            raise MarsadError(
                f"{matches} has {partitions[matches]} partitions and {name} {partitions[name]}: "
                "state would lie where nobody looks for it",
                remedy="use another MARSAD_PREFIX: their number is frozen with the first state",
            )
