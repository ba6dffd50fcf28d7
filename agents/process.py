"""The process around an app: waits for the broker, serves the endpoints, ends within its deadline whatever happens.

`python -m agents.worker` and `faust -A agents.worker worker` both run it.
"""

import asyncio
import gc
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, NoReturn, cast

import faust
import orjson
from faust.exceptions import ConsistencyError
from mode import ServiceT

from agents.app import Marsad
from agents.connection import BrokerAway
from agents.guard import Note
from agents.lag import Lag
from agents.logs import log_of, set_up_logs
from agents.provision import apply_topics
from agents.pulse import Pulse
from agents.slot import Slot
from agents.supervisor import BAD_CONFIGURATION
from agents.web import Endpoints
from streams.errors import MarsadError

DEADLINE_S = 7.0  # from the wish to end until we end the hard way; the supervisor waits a little longer
RETRY_S = (0.5, 1.0, 2.0, 3.0)
LOOK_EVERY_S = 5.0
_ENDING = {signal.SIGTERM, signal.SIGINT}


class Worker(faust.Worker):
    """Starts the endpoints, waits for broker and topics, then starts the loops and, if it has agents, the Faust app."""

    app: Marsad

    def __init__(self, app: Marsad, *services: ServiceT, **more: Any) -> None:
        super().__init__(app, *services, **{**more, "quiet": True})
        self.spinner = None
        self._settings = app.settings
        self._log = log_of("worker")
        self._endpoints: Endpoints | None = None
        self._slot: Slot | None = None
        self._note: Note | None = None
        self._chores: list[asyncio.Task[None]] = []

    def execute_from_commandline(self) -> NoReturn:
        """Run until told to end. Exit code 0 if that was asked for, 78 for a fault in the settings, 1 otherwise."""
        self._listen_to_signals()
        if self._settings.parent_fd is not None:
            threading.Thread(target=self._await_parent, name="parent", daemon=True).start()
        code = self._run()
        if self._settings.parent_fd is not None:
            with suppress(OSError):  # the supervisor may be gone
                os.write(sys.stdout.fileno(), orjson.dumps(self.app.telemetry.totals()) + b"\n")
        sys.stderr.flush()
        # Not sys.exit: threads of C that never end must not hold up a process that has nothing left to do.
        os._exit(code)

    def _run(self) -> int:
        self._starting_fut = asyncio.ensure_future(self.start(), loop=self.loop)
        self.loop.run_until_complete(asyncio.wait({self._starting_fut}))
        fault = None if self._starting_fut.cancelled() else self._starting_fut.exception() or self.crash_reason
        self.crash_reason = None  # told here, once; mode would raise it again at the very end
        code = self._tell(fault)
        if not self._signal_stop_time:
            _end_by_force_after(DEADLINE_S, code)
        self.stop_and_shutdown()
        return code

    def _tell(self, fault: BaseException | None) -> int:
        """What ended us, in one line; the exit code for it."""
        if fault is None or self._signal_stop_time:
            return 0  # as asked
        if isinstance(fault, MarsadError):
            self._log.critical(str(fault))
            return 1 if isinstance(fault, BrokerAway) else BAD_CONFIGURATION
        if isinstance(fault, ConsistencyError) and self._slot is not None:
            self._log.critical(
                "the tables on this disk are of other topics; the next start reads the changelogs", error=str(fault)
            )
            self._slot.clear()
            return 1
        self._log.critical("the worker failed", error=repr(fault), exc_info=fault)
        return 1

    def on_init_dependencies(self) -> Iterable[ServiceT]:
        """Loops first: they need not wait until the tables are recovered. Without keyed agents, no Faust app."""
        app = cast("list[ServiceT]", list(super().on_init_dependencies()))
        for loop in self.app.loops:
            loop.beacon.reattach(self.beacon)
        return [*self.app.loops, *(app if self.app.keyed else app[:-1])]

    async def on_first_start(self) -> None:
        """Endpoints, then broker and topics; the agents start when this returns."""
        set_up_logs(self._settings)
        health = self.app.health
        health.hinder("worker", "starting")
        if (address := self._settings.http_address()) is not None:
            token = self._settings.http_token.get_secret_value()
            self._endpoints = Endpoints(address, self.app.telemetry, health, token)
            await self._endpoints.start()
        await self._await_broker()
        if self.app.keyed:
            health.hinder("tables", f"joining the consumer group {self._settings.prefix}app")
        else:
            await self.on_startup_finished()
        for chore in (self._pulse().run(), self._lag().run(), self._look()):
            self._chores.append(asyncio.create_task(chore))

    def _pulse(self) -> Pulse:
        return Pulse(self._settings, self.app.telemetry, self.app.health)

    def _lag(self) -> Lag:
        lag = Lag(self._settings, self.app.telemetry)
        for loop in self.app.loops:
            lag.watch(loop.group, loop.topic, loop.standing)
        if self.app.keyed:
            lag.watch(self.app.reader.group, self.app.reader.topic, self.app.reader.standing)
        return lag

    async def _await_broker(self) -> None:
        pulse = self._pulse()
        for attempt in range(sys.maxsize):
            try:
                cluster = await apply_topics(self._settings)
            except BrokerAway as error:
                if self._settings.fail_fast:
                    raise
                self.app.health.hinder("broker", str(error))
                pulse.tell(str(error))
                await asyncio.sleep(RETRY_S[min(attempt, len(RETRY_S) - 1)])
            else:
                break
        self.app.health.clear("broker")
        self.app.telemetry.broker_up = 1
        self._slot = Slot(self._settings, cluster.id)
        if cluster.is_new:
            self._slot.clear()
        self.app.conf.datadir = self._slot.folder
        if self.app.loops:
            self._note = Note(self._slot.folder)
            for loop in self.app.loops:
                loop.remember(self._note)

    async def on_startup_finished(self) -> None:
        """The tables are recovered, the agents read."""
        self.app.health.clear("worker")
        self.app.health.clear("tables")
        # What is here now (rules, lexicon) stays: the collector need not look through it again in the middle of work.
        gc.collect()
        gc.freeze()
        self._log.info("running", agents=",".join(self._settings.agents), rules=len(self.app.rulebook.rules))

    async def _look(self) -> None:
        """What nobody tells by itself: whether the tables can be used, how full they and their disk are."""
        telemetry = self.app.telemetry
        while True:
            with suppress(OSError):  # no disk, no figures
                usage = shutil.disk_usage(self._settings.state)
                telemetry.disk_free, telemetry.disk_size = usage.free, usage.total
            await asyncio.sleep(LOOK_EVERY_S)
            if self.app.keyed and self.app.rebalancing:
                self.app.health.hinder("tables", f"rebalancing the consumer group {self._settings.prefix}app")
            elif self.app.keyed and self.app.in_recovery:
                self.app.health.hinder("tables", "reading the changelogs")
            elif not self._starting():
                self.app.health.clear("tables")
                for agent in self.app.keyed:
                    agent.tell_table()

    def _starting(self) -> bool:
        return any(reason.startswith("worker:") for reason in self.app.health.reasons())

    async def on_shutdown(self) -> None:
        """Everything has stopped but what is ours."""
        for chore in self._chores:
            chore.cancel()
        if self._endpoints is not None:
            await self._endpoints.stop()
        if self._note is not None:
            self._note.close()
        if self._slot is not None:
            self._slot.close()

    def install_signal_handlers(self) -> None:
        """None in the event loop: it may be busy when the signal comes. See `_await_signal`."""

    def _listen_to_signals(self) -> None:
        """A thread hears of them through a pipe that C writes to: at once, also while the main thread is in a step.

        (Blocking them for sigwait would not do: numpy has threads since its import, and one of those would be hit.)
        """
        hears, speaks = os.pipe()
        os.set_blocking(speaks, False)
        signal.set_wakeup_fd(speaks, warn_on_full_buffer=False)
        for number in _ENDING:
            signal.signal(number, lambda *_: None)
        threading.Thread(target=self._await_signal, args=(hears,), name="signals", daemon=True).start()

    def _await_signal(self, pipe: int) -> None:
        asked = 0
        while True:
            number = os.read(pipe, 1)[0]
            if number in _ENDING:
                asked += 1
                if asked > 1:
                    os._exit(1)  # asked twice: somebody is in a hurry
                self._end_soon(number)

    def _await_parent(self) -> None:
        with suppress(OSError):
            os.read(cast("int", self._settings.parent_fd), 1)  # returns when the supervisor is gone
        self._end_soon(signal.SIGTERM)

    def _end_soon(self, number: int) -> None:
        _end_by_force_after(DEADLINE_S, 0)
        self.app.health.hinder("worker", "ending")
        with suppress(RuntimeError):  # the loop may be closed already
            self.loop.call_soon_threadsafe(self._schedule_shutdown, signal.Signals(number))

    async def _sentinel_task(self) -> None:
        """Nothing to wait for (mode would sleep a second here)."""

    def _setup_logging(self) -> None:
        """See logs.py."""


def _end_by_force_after(seconds: float, code: int) -> None:
    def end() -> None:
        time.sleep(seconds)
        sys.stderr.write(
            f"marsad: still not ended after {seconds:g} s: ended by force; what was not committed will come again\n"
        )
        sys.stderr.flush()
        os._exit(code)

    threading.Thread(target=end, name="deadline", daemon=True).start()
