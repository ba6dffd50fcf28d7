"""The first command of a newcomer, before there is any environment."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]


def make(folder: Path, path: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(HOUSE / name, folder)
    found = shutil.which("make")
    assert found
    return subprocess.run(
        [found, *arguments], capture_output=True, text=True, check=False, cwd=folder, env={"PATH": path}
    )


@pytest.fixture
def old(tmp_path: Path) -> str:
    """A PATH on which the only Python is an old one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "rm"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    python = folder / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit\nexit 1\n')
    python.chmod(0o755)
    return str(folder)


def test_bare_make_names_every_command(tmp_path: Path) -> None:
    answer = make(tmp_path, os.defpath)
    assert answer.returncode == 0
    named = re.findall(r"^  make (\w+) ", answer.stdout, re.MULTILINE)
    assert named == ["help", "run", "check", "test", "chaos", "bench", "lock", "clean"]


def test_an_old_python_is_named_and_a_new_one_asked_for(tmp_path: Path, old: str) -> None:
    answer = make(tmp_path, old, "run")
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[:2] == [
        "error: Marsad needs Python 3.11 or newer, and python3 is Python 3.9.2",
        " next: install one, or name it: make PYTHON=/path/to/python3.12 run",
    ]


def test_a_python_that_is_not_there(tmp_path: Path, old: str) -> None:
    answer = make(tmp_path, old, "PYTHON=python9", "test")
    assert answer.stderr.splitlines()[:2] == [
        "error: Marsad needs Python 3.11 or newer, and python9 is missing",
        " next: install one, or name it: make PYTHON=/path/to/python3.12 test",
    ]
