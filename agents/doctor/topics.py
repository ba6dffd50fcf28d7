"""Topics: there, with leaders and replicas in sync, with the policies and partitions that are declared."""

from collections.abc import Iterator

from aiokafka.admin import AIOKafkaAdminClient

from agents import plan
from agents.doctor.finding import Finding, problem, warning, well
from agents.plan import Standing, Step, Verb
from agents.provision import REPLICAS, declared
from agents.settings import Settings

CHECK = "topics"
SETTLED = (Verb.NOTHING, Verb.KEEP, Verb.GROW)
# Without these a record is refused, or state is lost; another retention is a matter of taste.
VITAL = ("max.message.bytes", "cleanup.policy")


async def examine(admin: AIOKafkaAdminClient, settings: Settings) -> list[Finding]:
    rows, tables = declared(settings)
    names = [*rows, *tables]
    standing = await plan.look(admin, settings, names)
    steps = list(plan.steps(settings, standing))
    missing = [step.topic for step in steps if step.verb is Verb.CREATE]
    found = [*_missing(missing, len(names)), *(line for step in steps for line in _differing(step))]
    if standing:
        described = await admin.describe_topics(list(standing))
        brokers = len((await admin.describe_cluster())["brokers"])
        for row in described:
            found += _partitions(row, standing[row["topic"]], brokers)
    if not found:
        counts = sorted({topic.partitions for topic in standing.values()})
        partitions = " or ".join(map(str, counts))
        found = [well(CHECK, f"all {len(names)} are there as declared, with {partitions} partitions")]
    return found


def _missing(missing: list[str], of: int) -> Iterator[Finding]:
    if missing:
        yield warning(
            CHECK,
            f"{len(missing)} of {of} are missing",
            where=", ".join(missing),
            why="they were never made under this MARSAD_PREFIX, or somebody deleted them",
            remedy="`marsad topics apply` makes them, and so does `marsad run`",
        )


def _differing(step: Step) -> Iterator[Finding]:
    if step.verb is Verb.CLASH:
        yield problem(CHECK, f"{step.partitions} partitions do not fit", where=step.topic, why=step.why,
                      remedy="set another MARSAD_PREFIX, or delete that changelog while no worker runs")  # fmt: skip
    if step.verb is Verb.CHANGE:
        for key, value in step.config.items():
            report = problem if key in VITAL else warning
            yield report(
                CHECK,
                f"{key} is {step.before[key] or 'not set'}, not {value}",
                where=step.topic,
                why="somebody changed it, or made the topic by hand",
                remedy="`marsad topics plan` shows it, `marsad topics apply` sets it",
            )
    if step.verb is Verb.KEEP and step.config:
        [(key, value)] = step.config.items()
        yield warning(
            CHECK,
            f"{key} is {step.before[key]}, not {value}",
            where=step.topic,
            why=f"it stays, since {step.why}",
            remedy=f"if that is wanted: kafka-configs --alter --topic {step.topic} --add-config {key}=[{value}]",
        )


def _partitions(row: dict[str, object], topic: Standing, brokers: int) -> Iterator[Finding]:
    name, parts = str(row["topic"]), row["partitions"]
    assert isinstance(parts, list)  # noqa: S101 - for mypy
    if leaderless := [part["partition"] for part in parts if part["leader"] < 0]:
        yield problem(CHECK, f"{len(leaderless)} partitions have no leader", where=name,
                      why="the brokers that hold them are away", remedy="start those brokers")  # fmt: skip
    behind = [part["partition"] for part in parts if len(part["isr"]) < len(part["replicas"])]
    if behind:
        yield warning(CHECK, f"{len(behind)} partitions have replicas that are not in sync", where=name,
                      why="a broker is away, or too slow to follow", remedy="see to the brokers")  # fmt: skip
    copies = min((len(part["replicas"]) for part in parts), default=0)
    if copies < min(REPLICAS, brokers):
        yield warning(CHECK, f"{copies} copies of a record, though there are {brokers} brokers", where=name,
                      why="a broker that is lost takes records with it",
                      remedy="add replicas with kafka-reassign-partitions")  # fmt: skip
    least = topic.config.get("min.insync.replicas", "1")
    if copies >= REPLICAS and least == "1":
        yield warning(CHECK, "min.insync.replicas is 1", where=name,
                      why="what only one broker has acknowledged is lost with it",
                      remedy="set it to 2, for the topic or for all brokers")  # fmt: skip
