"""Consumer groups: is anybody reading, and how much is unread?"""

import asyncio

from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import GroupAuthorizationFailedError, GroupCoordinatorNotAvailableError, KafkaError

from agents.doctor.finding import Finding, problem, warning, well
from agents.doctor.partitions import partitions
from agents.settings import Settings
from streams.topics import ARTICLES, MATCHES, Topic

CHECK = "groups"
COORDINATOR_S = 5
READS: dict[str, Topic] = {"classify": ARTICLES, "app": MATCHES}  # group -> what it commits


async def examine(admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, settings: Settings) -> list[Finding]:
    return [await _one(admin, consumer, settings, name, topic) for name, topic in READS.items()]


async def _one(
    admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, settings: Settings, name: str, topic: Topic
) -> Finding:
    group = f"{settings.prefix}{name}"
    try:
        await _coordinator(admin, group)
        [answer] = await admin.describe_consumer_groups([group])
        state, members = answer.groups[0][2], len(answer.groups[0][5])
        if answer.groups[0][0] == GroupAuthorizationFailedError.errno:
            raise GroupAuthorizationFailedError  # noqa: TRY301 - told like one that was raised
        done = await admin.list_consumer_group_offsets(group)
    except GroupAuthorizationFailedError:
        return problem(
            CHECK,
            "we may not use it",
            where=group,
            why=f"no ACL lets {settings.sasl_username or 'us'} read it",
            remedy=f"grant Read on groups with the prefix {settings.prefix}",
        )
    except KafkaError as error:
        why = f"{type(error).__name__}: its coordinator does not answer"
        return warning(CHECK, "can't be asked", where=group, why=why, remedy="try again; else see the broker's log")
    parts = await partitions(admin, [settings.topic(topic)])
    ends, begins = await consumer.end_offsets(parts), await consumer.beginning_offsets(parts)
    unread = sum(max(ends[part] - max(done[part].offset if part in done else 0, begins[part]), 0) for part in parts)
    readers = f"{members} {'member' if members == 1 else 'members'} ({state})"
    told = (
        f"{'no reader yet' if state == 'Dead' else readers}, {unread:,} records unread"  # Dead: there is no such group
    )
    if unread and not members:
        return warning(CHECK, told, where=group, why="no worker runs", remedy="start one: `marsad run`")
    return well(CHECK, told, group)


async def _coordinator(admin: AIOKafkaAdminClient, group: str) -> None:
    """Wait for it: on a new cluster the first question has the topic of all groups made."""
    for _ in range(COORDINATOR_S * 5):
        try:
            await admin.find_coordinator(group)
        except GroupCoordinatorNotAvailableError:
            await asyncio.sleep(0.2)
        else:
            return
