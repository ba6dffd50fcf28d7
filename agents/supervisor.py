"""`marsad run`: N workers as child processes, started again when one dies, ended when we end, however that happens.

They hold the reading end of a pipe of which only the supervisor has the other end: after kill -9 of it they read an
end of file, and go.
"""

import asyncio
import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

import msgspec

from agents.logs import log_of
from agents.settings import Settings

BAD_CONFIGURATION = 78  # exit code of a worker (sysexits' EX_CONFIG): starting it again would not help
WORKER = (sys.executable, "-m", "agents.worker")
BACKOFF_S = (0.5, 1.0, 2.0, 5.0, 10.0)
GOOD_RUN_S = 30.0  # a worker that lived so long starts again without delay
STOP_S = 8.5  # after that a worker is killed; it ends itself after 7 s


@dataclass
class Summary:
    """What the workers did, as they told when they ended; one that was killed could not tell."""

    seconds: float = 0.0
    restarts: int = 0
    totals: Counter[str] = field(default_factory=Counter)


class Supervisor:
    """Runs *workers* workers with *settings*. `failed` is the exit code of one that is not worth starting again."""

    def __init__(self, settings: Settings, workers: int = 1, *, command: Sequence[str] = WORKER) -> None:
        self.settings, self.workers = settings, workers
        self.summary = Summary()
        self.failed = 0
        self.interrupted = False  # by Ctrl-C
        self.processes: dict[int, asyncio.subprocess.Process] = {}  # running ones, by worker
        self._command = tuple(command)
        self._ending = asyncio.Event()
        self._log = log_of("supervisor")

    def end(self) -> None:
        """Ask the workers to end. A second call kills them."""
        number = signal.SIGKILL if self._ending.is_set() else signal.SIGTERM
        self._ending.set()
        for process in self.processes.values():
            _send(process, number)

    def _interrupt(self) -> None:
        self.interrupted = True
        self.end()

    async def run(self, *, signals: bool = True) -> Summary:
        """Until `end`, SIGTERM or Ctrl-C, or a worker that can't be helped (`failed`)."""
        loop, started = asyncio.get_running_loop(), monotonic()
        if signals:
            loop.add_signal_handler(signal.SIGTERM, self.end)
            loop.add_signal_handler(signal.SIGINT, self._interrupt)
        held_by_workers, ours = os.pipe()
        try:
            async with asyncio.TaskGroup() as group:
                for index in range(self.workers):
                    group.create_task(self._keep(index, held_by_workers))
                group.create_task(self._hurry())
        finally:
            os.close(ours)
            os.close(held_by_workers)
            if signals:
                for number in (signal.SIGTERM, signal.SIGINT):
                    loop.remove_signal_handler(number)
        self.summary.seconds = monotonic() - started
        return self.summary

    async def _keep(self, index: int, pipe: int) -> None:
        """Worker *index*: start it, and start it again."""
        fast_deaths = restarts = 0
        while not self._ending.is_set():
            started = monotonic()
            code = await self._once(index, restarts, pipe)
            if self._ending.is_set():
                return
            if code == BAD_CONFIGURATION or (self.settings.fail_fast and code != 0):
                self.failed = code
                self.end()
                return
            self.summary.restarts += 1
            restarts += 1
            fast_deaths = 0 if monotonic() - started > GOOD_RUN_S else fast_deaths + 1
            delay = BACKOFF_S[min(fast_deaths, len(BACKOFF_S) - 1)]
            self._log.warning("a worker ended; starting it again", worker=index, ended=_words(code), in_s=delay)
            try:
                await asyncio.wait_for(self._ending.wait(), delay)
            except TimeoutError:
                continue

    async def _once(self, index: int, restarts: int, pipe: int) -> int:
        own = {"worker": index, "restarts": restarts, "parent_fd": pipe}
        given = self.settings.model_copy(update=own).environment()
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            env={**os.environ, **given},
            pass_fds=(pipe,),
            start_new_session=True,  # Ctrl-C of the terminal comes to us alone; we tell them
        )
        self.processes[index] = process
        if self._ending.is_set():
            _send(process, signal.SIGTERM)
        said, _ = await process.communicate()
        del self.processes[index]
        self._add_up(said)
        return process.returncode or 0

    def _add_up(self, said: bytes) -> None:
        for line in said.splitlines():
            try:
                self.summary.totals.update(msgspec.json.decode(line, type=dict[str, int]))
            except msgspec.DecodeError:
                continue  # something a library printed

    async def _hurry(self) -> None:
        """Whoever is still there some time after `end` is killed."""
        await self._ending.wait()
        until = monotonic() + STOP_S
        while self.processes and monotonic() < until:  # noqa: ASYNC110 - they end one by one, and nobody tells the last
            await asyncio.sleep(0.05)
        for process in self.processes.values():
            _send(process, signal.SIGKILL)


def _send(process: asyncio.subprocess.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except ProcessLookupError:
        return  # it ended in this moment


def _words(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
