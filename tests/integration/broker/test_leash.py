"""Whatever ends us ends the child: a clean end, kill -9, also while the child is frozen; and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from agents.broker.leash import Leash
from agents.broker.readiness import is_ready

HOLDER = """
import sys, time
from pathlib import Path
from agents.broker.leash import Leash
folder = Path(sys.argv[1])
leash = Leash(["sleep", "1000"], output=folder / "out", pidfile=folder / "pid", scratch=folder)
print(leash.pid, flush=True)
time.sleep(1000)
"""

BROKER_HOLDER = """
import time
from agents.broker import Kafka
kafka = Kafka().start()
print(kafka.pid, kafka.port, kafka.folder, flush=True)
time.sleep(1000)
"""


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "never came true"
        time.sleep(0.05)


def is_gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def start(code: str, *arguments: str) -> tuple[subprocess.Popen[str], list[str]]:
    holder = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    with holder.stdout:
        return holder, holder.stdout.readline().split()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("is_frozen", [False, True])
def test_the_child_and_its_scratch_folder_go_with_the_holder(
    tmp_path: Path, number: signal.Signals, is_frozen: bool
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    holder, (child,) = start(HOLDER, str(scratch))
    if is_frozen:
        os.kill(int(child), signal.SIGSTOP)
    holder.send_signal(number)
    holder.wait()
    until(lambda: is_gone(int(child)))
    until(lambda: not scratch.exists())


def test_a_kafka_goes_with_its_holder_after_kill_9() -> None:
    holder, (jvm, port, folder) = start(BROKER_HOLDER)
    assert is_ready(int(port))
    holder.kill()
    holder.wait()
    until(lambda: is_gone(int(jvm)))
    until(lambda: not Path(folder).exists())
    assert not is_ready(int(port))


def test_release_ends_the_child_and_keeps_the_folder(tmp_path: Path) -> None:
    leash = Leash(["sleep", "1000"], output=tmp_path / "out", pidfile=tmp_path / "pid", scratch=tmp_path)
    child = leash.pid
    assert leash.exit_code is None
    leash.release(10)
    assert is_gone(child)
    assert leash.exit_code == 128 + signal.SIGTERM
    assert tmp_path.exists()


def test_release_without_keep_removes_the_folder(tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    leash = Leash(["sleep", "1000"], output=scratch / "out", pidfile=scratch / "pid", scratch=scratch)
    child = leash.pid
    leash.release(10, keep=False)
    assert is_gone(child)
    assert not scratch.exists()


def test_a_child_deaf_to_sigterm_is_ended_by_force(tmp_path: Path) -> None:
    deaf = "trap '' TERM; echo deaf; while :; do sleep 0.1; done"
    leash = Leash(["sh", "-c", deaf], output=tmp_path / "out", pidfile=tmp_path / "pid", scratch=None)
    child = leash.pid
    until(lambda: (tmp_path / "out").read_text() == "deaf\n")
    leash.release(0.5)
    until(lambda: is_gone(child))


def test_the_child_s_own_end_is_told(tmp_path: Path) -> None:
    leash = Leash(["sh", "-c", "exit 7"], output=tmp_path / "out", pidfile=tmp_path / "pid", scratch=tmp_path)
    assert leash.wait(10) == 7
    leash.release(10)
    assert tmp_path.exists()


def test_a_signal_to_the_shell_ends_the_child_in_order(tmp_path: Path) -> None:
    leash = Leash(["sleep", "1000"], output=tmp_path / "out", pidfile=tmp_path / "pid", scratch=tmp_path)
    child = leash.pid
    leash.shell.terminate()
    assert leash.wait(10) == 128 + signal.SIGTERM
    assert is_gone(child)
    leash.release(10)
