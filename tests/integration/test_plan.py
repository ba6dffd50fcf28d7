"""`marsad topics plan` shows what `apply` would do, and apply does that and no more: it deletes nothing."""

from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient

from agents.connection import reach
from agents.plan import Standing, Step, Verb, look, plan_topics, steps
from agents.provision import apply_topics, declared
from agents.settings import Settings, load_settings
from tests.integration.command import marsad
from tests.integration.given_topics import make_topic

WEEK, MONTH = str(7 * 86_400_000), str(30 * 86_400_000)


def standing(settings: Settings, **changes: dict[str, Any]) -> dict[str, Standing]:
    """All topics as declared; *changes* by suffix: `partitions`, `missing`, or policies."""
    rows, tables = declared(settings)
    found = {}
    for name, config in (rows | tables).items():
        change = dict(changes.get(name.removeprefix(settings.prefix).replace("-", "_"), {}))
        if change.pop("missing", False):
            continue
        partitions = change.pop("partitions", settings.partitions)
        policies = config | {key.replace("_", "."): value for key, value in change.items()}
        found[name] = Standing(partitions=partitions, config=policies, set_here=policies)
    return found


def planned(settings: Settings, **changes: dict[str, Any]) -> list[Step]:
    """The steps that are something."""
    return [step for step in steps(settings, standing(settings, **changes)) if step.verb is not Verb.NOTHING]


def test_nothing_to_do() -> None:
    assert planned(Settings()) == []


def test_what_is_missing_is_created_as_declared() -> None:
    [step] = planned(Settings(), alerts={"missing": True})
    assert (step.verb, step.topic, step.partitions) == (Verb.CREATE, "news.alerts", 6)
    assert step.config == {"cleanup.policy": "compact,delete", "retention.ms": MONTH}


def test_tables_are_created_with_the_partitions_of_matches() -> None:
    found = planned(Settings(), matches={"partitions": 3}, app_alert_changelog={"missing": True},
                    app_measure_changelog={"partitions": 3})  # fmt: skip
    assert [(step.verb, step.topic, step.partitions) for step in found] == [
        (Verb.KEEP, "news.matches", 3),
        (Verb.CREATE, "news.app-alert-changelog", 3),
    ]


@pytest.mark.parametrize(
    ("change", "verb", "why"),
    [
        ({"retention_ms": "1000"}, Verb.CHANGE, ""),
        ({"retention_ms": str(90 * 86_400_000)}, Verb.KEEP, "a shorter retention deletes records"),
        ({"retention_ms": "-1"}, Verb.KEEP, "a shorter retention deletes records"),
        ({"cleanup_policy": "delete"}, Verb.CHANGE, ""),
        ({"cleanup_policy": "compact"}, Verb.KEEP, "deletion by age deletes records"),
        ({"cleanup_policy": "delete,compact"}, None, ""),
        ({"max_message_bytes": "1000"}, None, ""),  # nothing is declared for alerts
        ({"partitions": 3}, Verb.KEEP, "a key lies elsewhere than its past"),
        ({"partitions": 12}, Verb.KEEP, "Kafka takes no partition away"),
    ],
)
def test_a_change_that_deletes_is_not_made(change: dict[str, Any], verb: Verb | None, why: str) -> None:
    found = planned(Settings(), alerts=change)
    assert [step.verb for step in found] == ([verb] if verb else [])
    assert all(why in step.why for step in found)


def test_records_may_be_larger_than_declared_but_not_smaller() -> None:
    assert planned(Settings(), articles={"max_message_bytes": str(64 << 20)}) == []
    [step] = planned(Settings(), articles={"max_message_bytes": "1048588"})
    assert (step.verb, step.before) == (Verb.CHANGE, {"max.message.bytes": "1048588"})


def test_only_what_holds_no_state_grows() -> None:
    found = planned(Settings(partitions=12), **{
        name: {"partitions": 6} for name in ("articles", "classified", "matches", "alerts", "metrics", "dead_letters",
                                             "dead_letters_replayed", "app_alert_changelog", "app_measure_changelog")
    })  # fmt: skip
    assert {step.topic.removeprefix("news."): step.verb for step in found} == {
        "articles": Verb.GROW,
        "classified": Verb.GROW,
        "matches": Verb.KEEP,
        "alerts": Verb.KEEP,
        "metrics": Verb.KEEP,
        "dead-letters": Verb.GROW,
        "dead-letters-replayed": Verb.KEEP,
    }


def test_tables_that_do_not_fit_are_named() -> None:
    [step] = planned(Settings(), app_alert_changelog={"partitions": 4})
    assert (step.verb, step.partitions) == (Verb.CLASH, 4)
    assert step.why.startswith("news.matches has 6 partitions")


@pytest.fixture
def settings(kafka: str, prefix: str) -> Settings:
    return load_settings(bootstrap=(kafka,), prefix=prefix)


@pytest.fixture
async def admin(settings: Settings) -> AsyncIterator[AIOKafkaAdminClient]:
    client = await reach(settings)
    yield client
    await client.close()


async def test_apply_does_what_plan_shows(settings: Settings, admin: AIOKafkaAdminClient) -> None:
    """One pass over a cluster that somebody else began: created, changed, kept, grown; and then nothing to do."""
    env = settings.environment()
    prefix = settings.prefix
    odd = {"retention.ms": "1000", "segment.bytes": "1048576"}
    await make_topic(admin, f"{prefix}articles", 3, odd)
    await make_topic(admin, f"{prefix}alerts", 6, {"retention.ms": "-1"})

    code, out, _ = marsad("topics", "plan", "--json", **env)
    assert code == 3
    shown = {(row["verb"], row["topic"].removeprefix(prefix)) for row in map(orjson.loads, out.splitlines())}
    assert shown == {
        ("change", "articles"),
        ("grow", "articles"),
        ("keep", "alerts"),
        ("change", "alerts"),
        *(("create", name) for name in ("classified", "matches", "metrics", "dead-letters", "dead-letters-replayed",
                                        "app-alert-changelog", "app-measure-changelog")),
    }  # fmt: skip
    assert set(await look(admin, settings, [f"{prefix}articles", f"{prefix}matches"])) == {f"{prefix}articles"}

    code, out, _ = marsad("topics", "apply", "--grow", **env)
    assert code == 0
    assert f"grown    {prefix}articles  3 -> 6 partitions" in out
    assert f"kept     {prefix}alerts  retention.ms=-1 stays, not {MONTH} (30 days): a shorter retention" in out
    after = await look(admin, settings, [f"{prefix}articles", f"{prefix}alerts"])
    articles, alerts = after[f"{prefix}articles"], after[f"{prefix}alerts"]
    assert articles.partitions == 6
    assert articles.set_here == {
        "retention.ms": WEEK,
        "max.message.bytes": "16777216",
        "segment.bytes": "1048576",  # theirs, and none of our business
    }
    assert alerts.set_here == {"retention.ms": "-1", "cleanup.policy": "compact,delete"}

    code, out, _ = marsad("topics", "plan", **env)
    assert (code, out.splitlines()[-1]) == (0, "0 to create, 0 to change, 1 left as they are")


async def test_a_worker_changes_no_policy(settings: Settings, admin: AIOKafkaAdminClient) -> None:
    name = f"{settings.prefix}articles"
    await make_topic(admin, name, 6, {"retention.ms": "1000"})
    async with AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap)) as producer:
        await producer.send_and_wait(name, b"{}")
    await apply_topics(settings)
    assert (await look(admin, settings, [name]))[name].set_here == {"retention.ms": "1000"}
    assert Verb.CHANGE in {step.verb for step in await plan_topics(admin, settings)}
