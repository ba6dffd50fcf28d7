"""`marsad demo`: a real Kafka, workers and a day of news, and what comes of it; nothing is left behind."""

import asyncio
import signal
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from agents.cli import articles
from agents.cli.alert_lines import show_alert
from agents.cli.show import console, one_line
from streams.errors import MarsadError
from streams.messages import Alert, Article, Classification, Reason
from streams.topics import ALERTS, CLASSIFIED

if TYPE_CHECKING:
    import aiohttp

    from agents.broker import Kafka
    from agents.settings import Settings
    from agents.supervisor import Summary, Supervisor
    from streams.rulebook import Rulebook

READY_SECONDS = 60
BROKER_PORT, HTTP_PORT = 9092, 9464


def demo(
    workers: Annotated[int, typer.Option(min=1, max=16, help="Processes that share the work.")] = 2,
    rate: Annotated[float, typer.Option(min=0.1, help="Articles a second.")] = 8,
    once: Annotated[
        bool, typer.Option("--once", help="End when every article is decided, instead of at Ctrl-C.")
    ] = False,
) -> None:
    """See it work: articles through a real Kafka, alerts as they come, and why the others alert nobody.

    Starts the embedded Kafka (none if KAFKA_BOOTSTRAP_SERVERS is set), workers, and replays the shipped seeds.

    Examples:

        marsad demo

        marsad demo --workers 1 --once
    """
    import os

    from agents.settings import load_settings

    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="marsad-demo-") as scratch:
        # error: while Kafka starts, the workers' news that none answers is no news
        given: dict[str, object] = {"log_level": "error", "state": Path(scratch)}
        broker = None
        if "KAFKA_BOOTSTRAP_SERVERS" not in os.environ:
            from agents.broker import Kafka
            from agents.broker.readiness import free_port, port_is_free

            broker = Kafka(port=BROKER_PORT if port_is_free(BROKER_PORT) else free_port())
            http = HTTP_PORT if all(port_is_free(HTTP_PORT + index) for index in range(workers)) else 0
            given |= {"bootstrap": (broker.bootstrap,), "http": f"127.0.0.1:{http}"}
        shown = Demo(load_settings(**given), console(), workers, rate, started)
        asyncio.run(shown.show(broker, once=once))


class Demo:
    """One run: what is shown, and what was counted for the last line."""

    def __init__(self, settings: "Settings", out: Console, workers: int, rate: float, started: float) -> None:
        self.settings, self.out, self.workers, self.rate, self.started = settings, out, workers, rate, started
        self.articles: dict[str, Article] = {}  # by id, as replayed
        self.decided: set[str] = set()
        self.alerts: dict[str, Alert] = {}
        self.first_alert_s: float | None = None
        self.all_decided = asyncio.Event()

    async def show(self, broker: "Kafka | None", *, once: bool) -> None:
        """Until Ctrl-C, or with *once* until every article is decided. *broker* starts while the workers load rules."""
        from agents.cli.replay import send
        from agents.provision import apply_topics
        from agents.rulebook import read_rulebook, shipped_folder
        from agents.supervisor import Supervisor

        ended = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        supervisor = Supervisor(self.settings, self.workers)
        async with AsyncExitStack() as leaving:
            if broker is not None:
                self._say("Kafka and workers start…")
                leaving.callback(broker.close)
            running = asyncio.create_task(supervisor.run(signals=False))
            leaving.push_async_callback(self._end, supervisor, running)
            if broker is not None:
                await asyncio.to_thread(broker.start)
            await apply_topics(self.settings)
            self._say(f"Kafka {','.join(self.settings.bootstrap)} after {self._seconds()}")
            rulebook = await asyncio.to_thread(read_rulebook, self.settings.rules)
            await self._ready(running, ended)
            if ended.is_set():
                return
            self._introduce(rulebook)
            watching = [asyncio.create_task(self._watch_alerts()), asyncio.create_task(self._watch_articles(rulebook))]
            seeds = articles.files([Path(str(shipped_folder("seeds")))])
            self._remember(seeds)
            replaying = asyncio.create_task(send(self.settings, seeds, rate=self.rate, quiet=True))
            try:
                await self._until(ended, replaying, running, *watching)
                self._sum_up()
                if not once:
                    self._say("Still running: try it from another terminal. Ctrl-C ends all.")
                    await self._until_ended(ended, running, *watching)
            finally:
                for task in (*watching, replaying):
                    task.cancel()
                await asyncio.gather(*watching, replaying, return_exceptions=True)

    async def _end(self, supervisor: "Supervisor", running: "asyncio.Task[Summary]") -> None:
        supervisor.end()
        with suppress(asyncio.CancelledError):
            summary = await running
        self._say(
            f"ended after {self._seconds()}: {len(self.decided)} articles, {len(self.alerts)} alerts, "
            f"{summary.restarts} restarts of workers; Kafka and its data are gone with it"
        )

    async def _ready(self, running: "asyncio.Task[Summary]", ended: asyncio.Event) -> None:
        address = self.settings.http_address()
        if address is None or address[1] == 0:
            return  # no endpoints to ask; the articles wait in the topic
        import aiohttp

        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
            for index in range(self.workers):
                host, port = address[0], address[1] + index
                until = time.monotonic() + READY_SECONDS
                while not await _answers(session, f"http://{host}:{port}/readyz"):
                    if ended.is_set():
                        return
                    if running.done() or time.monotonic() > until:
                        raise MarsadError(
                            "the workers are not ready",
                            where=f"http://{host}:{port}/readyz",
                            remedy="their last lines stand above",
                        )
                    await asyncio.sleep(0.1)

    def _introduce(self, rulebook: "Rulebook") -> None:
        bootstrap = ",".join(self.settings.bootstrap)
        self._say(
            f"{self.workers} workers ready after {self._seconds()}; {len(rulebook.rules)} rules (marsad rules list)"
        )
        address = self.settings.http_address()
        if address and address[1]:
            self._say(f"metrics: http://{address[0]}:{address[1]}/metrics")
        prefix = "" if bootstrap == "127.0.0.1:9092" else f"KAFKA_BOOTSTRAP_SERVERS={bootstrap} "
        self._say(f"from another terminal: {prefix}marsad alerts --follow    {prefix}marsad replay FILE")
        self.out.print()

    def _remember(self, seeds: list[Path]) -> None:
        from streams.codec import decode_article

        for given in articles.read(seeds):
            article = decode_article(given.value) if isinstance(given, articles.Given) else None
            if isinstance(article, Article):
                self.articles[article.id] = article

    async def _watch_alerts(self) -> None:
        from agents.cli.kafka import consumer, records
        from streams.codec import decode

        async with consumer(self.settings) as client:
            async for record in records(client, self.settings.topic(ALERTS), self.settings, follow=True):
                if record is None or record.value is None:
                    continue
                alert = decode(record.value, Alert)
                self.alerts[alert.id] = alert
                self.first_alert_s = self.first_alert_s or time.monotonic() - self.started
                if alert.reason is not Reason.NOTHING_NEW:
                    show_alert(self.out, alert)

    async def _watch_articles(self, rulebook: "Rulebook") -> None:
        from agents.cli.kafka import consumer, records
        from agents.cli.why import why_quiet
        from streams.codec import decode

        async with consumer(self.settings) as client:
            async for record in records(client, self.settings.topic(CLASSIFIED), self.settings, follow=True):
                if record is None or record.value is None:
                    continue
                found = decode(record.value, Classification)
                article = self.articles.get(found.article.id)
                if article is not None and not found.rules and found.article.id not in self.decided:
                    heading = one_line(article.title or article.text, 60)
                    line = Text.assemble((f"○ {heading}", ""), (f"  {why_quiet(article, rulebook)}", "dim"))
                    self.out.print(line, soft_wrap=True)
                self.decided.add(found.article.id)
                if self.articles and self.decided >= self.articles.keys():
                    self.all_decided.set()

    async def _until(self, ended: asyncio.Event, *tasks: "asyncio.Task[object]") -> None:
        """Every article decided and a moment for the last alerts, or *ended*; a task that fails raises."""
        done = asyncio.create_task(self.all_decided.wait())
        stop = asyncio.create_task(ended.wait())
        waiting = {done, stop, *tasks}
        try:
            while not (done.done() or stop.done()):
                finished, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                for task in finished:
                    task.result()
            if not stop.done():
                await asyncio.wait({stop}, timeout=1.5)
        finally:
            done.cancel()
            stop.cancel()

    async def _until_ended(self, ended: asyncio.Event, *tasks: "asyncio.Task[object]") -> None:
        stop = asyncio.create_task(ended.wait())
        finished, _ = await asyncio.wait({stop, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        for task in finished:
            task.result()

    def _sum_up(self) -> None:
        matched = sum(len(alert.sources) for alert in self.alerts.values())
        first = f"; the first alert after {self.first_alert_s:.1f} s" if self.first_alert_s else ""
        self.out.print()
        self._say(
            f"{len(self.decided)} articles gave {len(self.alerts)} alerts with {matched} pieces of evidence{first}"
        )

    def _seconds(self) -> str:
        return f"{time.monotonic() - self.started:.1f} s"

    def _say(self, line: str) -> None:
        self.out.print(Text(line, style="dim"), soft_wrap=True)


async def _answers(session: "aiohttp.ClientSession", url: str) -> bool:
    import aiohttp

    try:
        async with session.get(url) as response:
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError):
        return False
