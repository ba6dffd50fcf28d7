"""A child process that ends together with us, whatever ends us. Not PDEATHSIG: that fires when a mere thread ends."""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

SCRIPT = Path(__file__).with_name("leash.sh")


class Leash:
    """*command* under a shell (leash.sh) that holds the other end of a pipe of ours.

    Args:
        command: what to run; its standard input is empty.
        output: where its standard output and error are appended.
        pidfile: where the shell writes the command's process id.
        scratch: a folder to be removed if we are gone without a word.
    """

    def __init__(self, command: Sequence[str], *, output: Path, pidfile: Path, scratch: Path | None) -> None:
        self.pidfile = pidfile
        pidfile.unlink(missing_ok=True)
        with output.open("ab") as out:
            self.shell = subprocess.Popen(
                ["/bin/sh", str(SCRIPT), str(pidfile), str(scratch or ""), *command],
                stdin=subprocess.PIPE,
                bufsize=0,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C is ours to pass on, after the workers have ended
                env={**os.environ, "MALLOC_ARENA_MAX": "2"},
            )

    @property
    def pid(self) -> int:
        """The command's own process id."""
        deadline = time.monotonic() + 5
        while not self.pidfile.exists():
            if time.monotonic() > deadline:
                raise TimeoutError(f"no process id in {self.pidfile}")
            time.sleep(0.005)
        return int(self.pidfile.read_text())

    @property
    def exit_code(self) -> int | None:
        """As a shell tells it (128 + signal), or None while the command runs."""
        return self.shell.poll()

    def send(self, number: signal.Signals) -> None:
        """Signal the command itself, if it still runs."""
        if self.exit_code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def wait(self, seconds: float) -> int:
        return self.shell.wait(seconds)

    def release(self, seconds: float, *, keep: bool = True) -> None:
        """End the command in order, within *seconds*; by force after that. The shell removes scratch unless *keep*."""
        self.send(signal.SIGCONT)  # a frozen process can't obey
        if self.shell.stdin is not None and not self.shell.stdin.closed:
            with self.shell.stdin as pipe, suppress(BrokenPipeError):
                if keep:
                    pipe.write(b"keep\n")
        try:
            self.shell.wait(seconds)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(self.shell.pid, signal.SIGKILL)
            self.shell.wait()
