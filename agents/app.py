"""Every agent of a worker, attached in the order in which an article meets them: the pipeline in one place."""

import asyncio
from contextlib import suppress
from time import monotonic
from typing import Any

import faust
from faust.types import AgentT
from faust.types.auth import CredentialsT
from faust.types.transports import ConsumerT

from agents import alert, classify, measure
from agents.clock import now_ms
from agents.connection import HEARTBEAT_S, METADATA_AGE_S, PRODUCER_BATCH_BYTES, SESSION_TIMEOUT_S
from agents.consumer import Consumer
from agents.health import Health
from agents.keyed import Keyed
from agents.loop import BatchLoop
from agents.reader import Reader
from agents.rulebook import read_rulebook
from agents.settings import Settings
from agents.telemetry import Telemetry
from agents.tls import ssl_context
from streams.rulebook import Rulebook
from streams.topics import MATCHES, MAX_RECORD_BYTES

LAST_COMMIT_S = 3.0  # when another worker leaves too; a process has 7 s to end


class Marsad(faust.App):
    """The Faust app of one worker, with what stands beside it: loops, numbers and health."""

    settings: Settings
    rulebook: Rulebook
    telemetry: Telemetry
    health: Health
    loops: list[BatchLoop]
    keyed: list[Keyed]
    reader: Reader
    _ended: asyncio.Event | None = None

    def _new_consumer(self) -> ConsumerT:
        transport: Any = self.transport
        transport.Consumer = Consumer
        return super()._new_consumer()

    async def _stop_consumer(self) -> None:
        self._ended = asyncio.Event()
        try:
            await super()._stop_consumer()
        finally:
            self._ended.set()

    async def ended(self) -> None:
        """We are ending: wait for the last commit, at most LAST_COMMIT_S."""
        if self._ended is not None:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), LAST_COMMIT_S)

    async def _on_agent_error(self, _agent: AgentT[bytes], fault: BaseException) -> None:
        # Faust would restart the agent behind the record that failed, and commit past it.
        await self.crash(fault)


def build_app(settings: Settings, rulebook: Rulebook | None = None) -> Marsad:
    """The app that a worker runs. Raises LoadError or MarsadError for rules that can't be loaded."""
    started = monotonic()
    rules = rulebook or read_rulebook(settings.rules)
    load_seconds = monotonic() - started
    app = Marsad(
        f"{settings.prefix}app",
        broker=[f"kafka://{address}" for address in settings.bootstrap],
        broker_credentials=credentials(settings),
        broker_client_id=settings.client_id or f"{settings.prefix}app-{settings.worker}",
        autodiscover=False,
        # Every setting below held under kill -9, rolling restarts and a lost broker; their defaults did not all.
        value_serializer="raw",
        key_serializer="raw",
        topic_disable_leader=True,
        topic_partitions=settings.partitions,
        web_enabled=False,  # it would bind 0.0.0.0 and serve what the tables hold
        worker_redirect_stdouts=False,
        store="rocksdb://?driver=rocksdict",
        stream_wait_empty=True,
        table_standby_replicas=0,
        consumer_auto_offset_reset="earliest",
        consumer_metadata_max_age_ms=METADATA_AGE_S * 1000,
        producer_acks=-1,
        producer_linger=0.0,  # measured: 5 ms gains no throughput here, and costs each alert 5 ms
        producer_max_batch_size=PRODUCER_BATCH_BYTES,
        producer_max_request_size=MAX_RECORD_BYTES,
        broker_session_timeout=SESSION_TIMEOUT_S,
        broker_heartbeat_interval=HEARTBEAT_S,
        broker_commit_interval=1.0,
        Worker="agents.process:Worker",
        TableManager="agents.recovery:Tables",
    )
    app.settings, app.rulebook, app.health = settings, rules, Health()
    app.telemetry = Telemetry(
        agents=settings.agents,
        prefix=settings.prefix,
        rulebook=rules,
        restarts=settings.restarts,
        health=app.health,
    )
    app.telemetry.loaded_at, app.telemetry.load_seconds = now_ms() / 1000, load_seconds
    app.loops, app.keyed = [], []

    if "classify" in settings.agents:
        app.loops.append(classify.build(settings, rules, app.telemetry, app.health))
    if "alert" in settings.agents:
        app.keyed.append(alert.build(settings, app.telemetry, app.health))
    if "measure" in settings.agents:
        app.keyed.append(measure.build(settings, app.telemetry, app.health))

    for agent in app.keyed:
        agent.attach(app)
    if app.keyed:
        app.reader = Reader(app, settings.topic(MATCHES), app.keyed)
        _count_rebalances(app, app.reader.group)
    return app


def _count_rebalances(app: Marsad, group: str) -> None:
    def assigned(_app: object, partitions: set[object], **_signal: Any) -> None:
        app.telemetry.rebalances[group, "assigned"] += bool(partitions)

    def revoked(_app: object, partitions: set[object], **_signal: Any) -> None:
        app.telemetry.rebalances[group, "revoked"] += bool(partitions)

    signals: Any = app  # Faust's types leave no room for what it sends
    signals.on_partitions_assigned.connect(assigned)
    signals.on_partitions_revoked.connect(revoked)


def credentials(settings: Settings) -> CredentialsT | None:
    """How Faust is told who we are; None for plaintext."""
    context = ssl_context(settings) if settings.security_protocol.endswith("SSL") else None
    if settings.security_protocol.startswith("SASL"):
        return faust.SASLCredentials(
            username=settings.sasl_username,
            password=settings.sasl_password.get_secret_value(),
            ssl_context=context,
            mechanism=settings.sasl_mechanism,
        )
    # Not SSLCredentials(cafile=...): it can't build a context of its own.
    return faust.SSLCredentials(context) if context is not None else None
