"""`marsad doctor` names what is wrong, where, why and what to do; each check alone, and the whole of it."""

import resource
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import orjson
import pytest
from aiohttp import web
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, codec
from aiokafka.admin import AIOKafkaAdminClient

from agents.broker.errors import BrokerError
from agents.broker.readiness import free_port
from agents.clock import now_ms
from agents.connection import connection, reach
from agents.doctor import clock, groups, machine, port, rules, topics
from agents.doctor import settings as settings_check
from agents.doctor.examine import cluster
from agents.doctor.finding import Finding, Level
from agents.provision import apply_topics
from agents.settings import Settings, load_settings
from tests.integration.command import marsad
from tests.integration.given_topics import make_topic
from tests.integration.locked_kafka import GUEST, LockedKafka

PACK = "- {id: bridge, title: The bridge, severity: low, when: {any: [bridge]}}\n"


@pytest.fixture
def env(kafka: str, prefix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An installation of the test's own, in the environment, as doctor reads it."""
    (tmp_path / "pack.yaml").write_text(PACK)
    told = {
        "KAFKA_BOOTSTRAP_SERVERS": kafka,
        "MARSAD_PREFIX": prefix,
        "MARSAD_HTTP": "off",
        "MARSAD_RULES": str(tmp_path / "pack.yaml"),
        "MARSAD_STATE": str(tmp_path / "state"),
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return told


@pytest.fixture
async def admin(env: dict[str, str]) -> AsyncIterator[AIOKafkaAdminClient]:
    client = await reach(load_settings())
    yield client
    await client.close()


@pytest.fixture
async def consumer(env: dict[str, str]) -> AsyncIterator[AIOKafkaConsumer]:
    async with AIOKafkaConsumer(**connection(load_settings())) as client:
        yield client


def bad(findings: list[Finding]) -> list[Finding]:
    """What is not well; each says what, why and what to do."""
    worse = [finding for finding in findings if finding.level in {Level.WARN, Level.FAIL}]
    assert all(finding.what and finding.why and finding.next for finding in worse)
    return worse


# ---------------------------------------------------------------- the whole of it


async def test_all_is_well(env: dict[str, str]) -> None:
    await apply_topics(load_settings())
    code, out, said = marsad("doctor", **env)
    assert (code, said) == (0, "")
    assert {line.split()[0] for line in out.splitlines()[:-1]} == {"ok"}
    assert [line.split()[1] for line in out.splitlines()[:-1]] == [
        *("settings", "versions", "codecs", "java", "disk", "files", "rules", "port"),
        *("dns", "tcp", "kafka", "brokers", "topics", "groups", "groups", "clock"),
    ]
    assert out.splitlines()[-1] == "all is well"


def test_nothing_is_there(env: dict[str, str]) -> None:
    where = f"127.0.0.1:{free_port()}"
    code, out, said = marsad("doctor", **(env | {"KAFKA_BOOTSTRAP_SERVERS": where}))
    assert (code, said) == (3, "")
    assert (
        "fail  tcp       no connection\n"
        f"          where {where}\n"
        "            why nobody listens on this port\n"
        "           next start one with `marsad broker` in another terminal, or set KAFKA_BOOTSTRAP_SERVERS\n"
        "skip  topics    not looked at: no broker that lets us in\n"
    ) in out
    assert out.splitlines()[-1].startswith(f"1 problem, 0 warnings; first mend tcp at {where}: no connection: nobody")


async def test_settings_that_cannot_be_used(env: dict[str, str]) -> None:
    code, out, _ = marsad("doctor", "--json", **(env | {"MARSAD_PARTITIONS": "many", "MARSAD_HTPP": "off"}))
    assert code == 3
    told = orjson.loads(out)
    assert (told["problems"], told["warnings"]) == (1, 1)
    problem, warning, *others = told["findings"]
    assert (problem["check"], problem["level"], problem["where"]) == ("settings", "fail", "MARSAD_PARTITIONS")
    assert problem["why"].startswith("'many': input should be a valid integer")
    assert (warning["level"], warning["where"]) == ("warn", "MARSAD_HTPP")
    assert warning["next"] == "did you mean MARSAD_HTTP?"
    assert {row["level"] for row in others} == {"ok", "skip"}


# ---------------------------------------------------------------- topics, groups, clock


async def test_topics_that_are_missing(admin: AIOKafkaAdminClient) -> None:
    [finding] = await topics.examine(admin, load_settings())
    assert (finding.level, finding.what) == (Level.WARN, "9 of 9 are missing")
    assert "marsad topics apply" in finding.next


async def test_topics_that_somebody_made_otherwise(env: dict[str, str], admin: AIOKafkaAdminClient) -> None:
    prefix = env["MARSAD_PREFIX"]
    for name, partitions, config in (
        ("articles", 6, {"max.message.bytes": "1000", "retention.ms": "1000"}),
        ("classified", 6, {"max.message.bytes": "99999999", "retention.ms": "-1"}),
        ("app-alert-changelog", 4, {"cleanup.policy": "compact"}),
    ):
        await make_topic(admin, prefix + name, partitions, config)
    told = {
        (finding.level, finding.where.removeprefix(prefix), finding.what.split(",")[0])
        for finding in bad(await topics.examine(admin, load_settings()))
        if "missing" not in finding.what
    }
    assert {row for row in told if row[0] == Level.FAIL} == {
        (Level.FAIL, "articles", "max.message.bytes is 1000"),
        (Level.FAIL, "app-alert-changelog", "4 partitions do not fit"),
        (Level.FAIL, "app-alert-changelog", "max.message.bytes is 1048588"),
    }
    assert (Level.WARN, "articles", "retention.ms is 1000") in told
    assert (Level.WARN, "classified", "retention.ms is -1") in told


async def test_articles_wait_and_nobody_reads(admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer) -> None:
    settings = load_settings()
    await apply_topics(settings)
    async with AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap)) as producer:
        for _ in range(3):
            await producer.send_and_wait(f"{settings.prefix}articles", b"{}")
    waiting, idle = await groups.examine(admin, consumer, settings)
    assert (waiting.level, waiting.where) == (Level.WARN, f"{settings.prefix}classify")
    assert waiting.what == "no reader yet, 3 records unread"
    assert "marsad run" in waiting.next
    assert (idle.level, idle.what) == (Level.OK, "no reader yet, 0 records unread")


@pytest.mark.parametrize(("ahead_s", "level"), [(60, Level.WARN), (-60, Level.OK), (0, Level.OK)])
async def test_a_record_from_the_future(
    admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, ahead_s: int, level: Level
) -> None:
    settings = load_settings()
    await apply_topics(settings)
    async with AIOKafkaProducer(bootstrap_servers=list(settings.bootstrap)) as producer:
        at = now_ms() + ahead_s * 1000
        await producer.send_and_wait(f"{settings.prefix}classified", b"{}", timestamp_ms=at)
    finding = await clock.examine(admin, consumer, settings)
    assert finding.level == level
    assert bool(bad([finding])) is (level == Level.WARN)
    assert ("in the future" if level == Level.WARN else "no record is from the future") in finding.what


@pytest.mark.parametrize(("off_s", "word"), [(-60, "60 s behind"), (60, "60 s ahead of")])
async def test_a_clock_that_is_wrong(
    admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, monkeypatch: pytest.MonkeyPatch, off_s: int, word: str
) -> None:
    monkeypatch.setattr(clock, "now_ms", lambda: now_ms() + off_s * 1000)
    [finding] = bad([await clock.examine(admin, consumer, load_settings())])
    assert finding.what.startswith("this machine's clock is ")
    assert word in finding.what.replace("59 s", "60 s").replace("61 s", "60 s")


async def test_a_guest_may_not_look(locked: LockedKafka) -> None:
    settings = load_settings(**locked.settings("password", sasl_username=GUEST))
    [finding] = bad([finding async for finding in cluster(settings, connection(settings))])
    assert (finding.check, finding.level, finding.why) == ("topics", Level.FAIL, "an ACL is missing")
    assert finding.what.startswith("the user 'guest' may not see the topic")


# ---------------------------------------------------------------- this machine


def check(name: str, settings: Settings | None = None) -> Finding:
    [finding] = [finding for finding in machine.examine(settings or Settings()) if finding.check == name]
    bad([finding])
    return finding


def test_codecs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert check("codecs").level == Level.OK
    monkeypatch.setattr(codec, "has_zstd", lambda: False)
    assert check("codecs").level == Level.FAIL
    assert "zstd" in check("codecs").what
    assert "pip install" in check("codecs").next


def test_without_java_there_is_only_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_java() -> Path:
        raise BrokerError("the embedded Kafka is not installed")

    monkeypatch.setattr(machine, "java", no_java)
    assert check("java").level == Level.WARN
    assert "with a Kafka elsewhere none is needed" in check("java").why


@pytest.mark.parametrize(("mib", "level"), [(5000, Level.OK), (500, Level.WARN), (50, Level.FAIL)])
def test_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mib: int, level: Level) -> None:
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: machine.shutil._ntuple_diskusage(0, 0, mib << 20))
    finding = check("disk", Settings(state=tmp_path / "not" / "there"))
    assert (finding.level, finding.where) == (level, str(tmp_path / "not" / "there"))


def test_a_file_in_the_way_of_the_state(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    finding = check("disk", Settings(state=tmp_path / "file" / "state"))
    assert (finding.level, finding.where, finding.why) == (Level.FAIL, str(tmp_path / "file"), "it is no folder")


@pytest.mark.parametrize(
    ("soft", "level"), [(65536, Level.OK), (resource.RLIM_INFINITY, Level.OK), (512, Level.WARN), (64, Level.FAIL)]
)
def test_file_descriptors(monkeypatch: pytest.MonkeyPatch, soft: int, level: Level) -> None:
    monkeypatch.setattr(machine.resource, "getrlimit", lambda _: (soft, 1_048_576))
    assert check("files").level == level


def test_rules(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text(PACK)
    pack.write_text("- {id: bridge, title: The bridge, severity: hihg, when: {any: [bridge]}}\n")
    finding = rules.examine(Settings(rules=(pack,)))
    assert finding.level == Level.FAIL
    assert finding.why.startswith(f"{pack}:1:")
    assert 'did you mean "high"' in finding.why
    bad([finding])


async def test_the_port_of_the_endpoints() -> None:
    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(text="marsad_articles_total 1\n")

    free = Settings(http=f"127.0.0.1:{free_port()}")
    assert (await port.examine(free)).level == Level.OK
    assert (await port.examine(Settings(http="off"))).level == Level.OK
    with socket.create_server(("127.0.0.1", 0)) as other:
        finding = await port.examine(Settings(http=f"127.0.0.1:{other.getsockname()[1]}"))
        assert (finding.level, finding.why) == (Level.FAIL, "Address already in use")
        bad([finding])
    app = web.Application()
    app.router.add_get("/metrics", metrics)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        finding = await port.examine(Settings(http=f"127.0.0.1:{runner.addresses[0][1]}"))
        assert (finding.level, finding.what) == (Level.OK, "a worker serves /metrics there")
    finally:
        await runner.cleanup()


def test_settings_that_work_and_are_not_wise(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "KAFKA_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
        "KAFKA_SASL_USERNAME": "alice",
        "KAFKA_SASL_PASSWORD": "hunter2",
        "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM": "none",
    }.items():
        monkeypatch.setenv(name, value)
    _, findings = settings_check.read()
    assert [finding.what for finding in bad(findings)] == ["the password goes over the network in the clear"]
    monkeypatch.setenv("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
    _, findings = settings_check.read()
    assert [finding.what for finding in bad(findings)] == ["a broker's name is not checked"]
    monkeypatch.setenv("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT")
    _, findings = settings_check.read()
    assert [finding.what for finding in bad(findings)] == ["a setting without effect"] * 2
