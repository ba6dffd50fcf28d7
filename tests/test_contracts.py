"""The contracts of pyproject.toml bite: each break is told with its module and line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
LINT = Path(sys.executable).with_name("lint-imports")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    for package in ("streams", "agents"):
        shutil.copytree(HOUSE / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOUSE / "pyproject.toml", folder)
    return folder


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        ("streams/ids.py", "import asyncio", "streams.ids -> asyncio (l.{})"),
        ("streams/judge.py", "import structlog", "streams.judge -> structlog (l.{})"),
        ("streams/text/fold.py", "from pathlib import Path", "streams.text.fold -> pathlib (l.{})"),
        ("streams/topics.py", "import agents.settings", "streams.topics -> agents.settings (l.{})"),
        ("streams/errors.py", "import streams.yaml", "streams.errors -> streams.yaml (l.{})"),
        ("streams/text/fold.py", "import streams.judge", "streams.text.fold -> streams.judge (l.{})"),
        ("agents/classify.py", "import agents.alert", "agents.classify -> agents.alert (l.{})"),
        ("agents/measure.py", "import agents.classify", "agents.measure -> agents.classify (l.{})"),
    ],
)
def test_a_break_is_told_with_module_and_line(copy: Path, module: str, line: str, told: str) -> None:
    path = copy / module
    whole = path.read_text()
    path.write_text(f"{whole}\n{line}\n")
    try:
        answer = subprocess.run([LINT, "--no-cache"], capture_output=True, text=True, check=False, cwd=copy)
    finally:
        path.write_text(whole)
    assert answer.returncode == 1
    assert told.format(whole.count("\n") + 2) in " ".join(answer.stdout.split())
