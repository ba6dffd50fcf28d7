"""What `marsad topics apply` would do to the cluster, row by row, and the doing of what a person asked for.

streams/topics.py + the cluster -> **plan** -> Steps, told as a diff by `marsad topics plan` -> `carry_out`

Nothing is ever deleted, neither a topic nor a record: where the declared policy would let records go that are still
there (a shorter retention, deletion where there was none), the cluster's stays, and the row says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from aiokafka.admin import AIOKafkaAdminClient, NewPartitions
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError, TopicAuthorizationFailedError, for_code

from agents.provision import declared, denied
from agents.settings import Settings
from streams.errors import MarsadError
from streams.topics import ARTICLES, CLASSIFIED, DEAD_LETTERS, MATCHES

GROWING = (ARTICLES, CLASSIFIED, DEAD_LETTERS)  # what no table and no compaction ties to a number of partitions
_OF_THE_TOPIC = 1  # config_source of DescribeConfigs: set on the topic, not inherited


class Verb(StrEnum):
    """What happens to a topic."""

    CREATE = "create"
    CHANGE = "change"
    GROW = "grow"  # only where a person asks for it
    KEEP = "keep"  # differs from what is declared, and stays
    CLASH = "clash"  # nothing that we may do would mend it
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the plan. `config` is what would be set, `before` what is there now."""

    verb: Verb
    topic: str
    partitions: int
    config: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A topic as it is: `set_here` is what the topic itself sets, `config` all that holds for it."""

    partitions: int
    config: dict[str, str]
    set_here: dict[str, str]


async def plan_topics(admin: AIOKafkaAdminClient, settings: Settings) -> list[Step]:
    """Every step, topics in the order of the flow. Raises MarsadError where we may not look."""
    rows, tables = declared(settings)
    standing = await look(admin, settings, [*rows, *tables])
    return list(steps(settings, standing))


def steps(settings: Settings, standing: dict[str, Standing]) -> Iterator[Step]:
    """Declared against *standing* (name -> topic, without those that are missing)."""
    rows, tables = declared(settings)
    matches = settings.topic(MATCHES)
    of_tables = standing[matches].partitions if matches in standing else settings.partitions
    for name, config in (rows | tables).items():
        wanted = of_tables if name in tables else settings.partitions
        if name not in standing:
            yield Step(verb=Verb.CREATE, topic=name, partitions=wanted, config=config)
            continue
        found = [*_policies(name, config, standing[name]), *_partitions(settings, name, wanted, standing[name], tables)]
        yield from found or [Step(verb=Verb.NOTHING, topic=name, partitions=standing[name].partitions)]


def _policies(name: str, config: dict[str, str], now: Standing) -> Iterator[Step]:
    change: dict[str, str] = {}
    for key, value in config.items():
        have = now.config.get(key, "")
        if _same(key, have, value):
            continue
        if kept := _would_lose(key, have, value):
            yield Step(
                verb=Verb.KEEP, topic=name, partitions=now.partitions, config={key: value}, before={key: have}, why=kept
            )
        else:
            change[key] = value
    if change:
        before = {key: now.config.get(key, "") for key in change}
        yield Step(verb=Verb.CHANGE, topic=name, partitions=now.partitions, config=change, before=before)


def _same(key: str, have: str, want: str) -> bool:
    if key == "cleanup.policy":
        return set(have.split(",")) == set(want.split(","))
    if key == "max.message.bytes":
        return have.isdecimal() and int(have) >= int(want)  # more does no harm
    return have == want


def _would_lose(key: str, have: str, want: str) -> str:
    """Why we do not set *want*; empty if no record goes for it."""
    if key == "retention.ms" and (have == "-1" or (have.isdecimal() and int(have) > int(want))):
        return "a shorter retention deletes records"
    if key == "cleanup.policy" and "delete" in want.split(",") and "delete" not in have.split(","):
        return "deletion by age deletes records"
    return ""


def _partitions(
    settings: Settings, name: str, wanted: int, now: Standing, tables: dict[str, dict[str, str]]
) -> Iterator[Step]:
    has = now.partitions
    if has == wanted:
        return
    if name in tables:
        matches = settings.topic(MATCHES)
        why = f"{matches} has {wanted} partitions: state would lie where nobody looks for it; use another MARSAD_PREFIX"
        yield Step(verb=Verb.CLASH, topic=name, partitions=has, why=why)
    elif has > wanted:
        why = f"MARSAD_PARTITIONS={wanted} is for topics that are created; Kafka takes no partition away"
        yield Step(verb=Verb.KEEP, topic=name, partitions=has, why=why)
    elif name in map(settings.topic, GROWING):
        yield Step(verb=Verb.GROW, topic=name, partitions=wanted, before={"partitions": str(has)})
    else:
        why = f"not {wanted}: with another number a key lies elsewhere than its past (state, compaction)"
        yield Step(verb=Verb.KEEP, topic=name, partitions=has, why=why)


# ---------------------------------------------------------------- the cluster


async def look(admin: AIOKafkaAdminClient, settings: Settings, names: list[str]) -> dict[str, Standing]:
    """Topics of *names* as they are; the missing are left out."""
    described = await admin.describe_topics(names)
    for row in described:
        if row["error_code"] == TopicAuthorizationFailedError.errno:
            raise denied(settings, f"see the topic {row['topic']}")
    counts = {row["topic"]: len(row["partitions"]) for row in described if row["error_code"] == 0}
    if not counts:
        return {}
    asked = [ConfigResource(ConfigResourceType.TOPIC, name) for name in counts]
    found: dict[str, Standing] = {}
    for answer in await admin.describe_configs(asked):
        for code, why, _, name, entries in answer.resources:
            if code == TopicAuthorizationFailedError.errno:
                raise denied(settings, f"see the policies of the topic {name}")
            if code:
                raise MarsadError(f"its policies can't be read: {why or for_code(code).__name__}", where=name)
            found[name] = Standing(
                partitions=counts[name],
                config={entry[0]: entry[1] or "" for entry in entries},
                set_here={entry[0]: entry[1] or "" for entry in entries if entry[3] == _OF_THE_TOPIC},
            )
    return found


async def carry_out(admin: AIOKafkaAdminClient, settings: Settings, todo: list[Step], *, grow: bool = False) -> None:
    """Change the policies that *todo* names, and add partitions if *grow*. Topics are created by `apply_topics`."""
    for step in todo:
        try:
            if step.verb is Verb.CHANGE:
                await _set(admin, settings, step)
            elif step.verb is Verb.GROW and grow:
                await admin.create_partitions({step.topic: NewPartitions(step.partitions)})
        except KafkaError as error:
            raise MarsadError(f"can't be changed: {error}", where=step.topic, remedy="change it by hand") from error


async def _set(admin: AIOKafkaAdminClient, settings: Settings, step: Step) -> None:
    # AlterConfigs resets what it does not name: so all that the topic sets goes with it.
    now = (await look(admin, settings, [step.topic]))[step.topic]
    told = ConfigResource(ConfigResourceType.TOPIC, step.topic, now.set_here | step.config)
    for answer in await admin.alter_configs([told]):
        for code, why, *_ in answer.resources:
            if code == TopicAuthorizationFailedError.errno:
                raise denied(settings, f"change the topic {step.topic}")
            if code:
                raise MarsadError(f"can't be changed: {why or for_code(code).__name__}", where=step.topic)
