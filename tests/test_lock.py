"""The lock files name every dependency, a version and hashes for each, and no address of anybody's."""

import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text())
RUNTIME = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["broker"]
DEV = RUNTIME + PROJECT["dependency-groups"]["dev"]


def name(requirement: str) -> str:
    [found] = re.findall(r"^[A-Za-z0-9._-]+", requirement)
    return str(found).lower().replace("_", "-").replace(".", "-")


def pins(lock: str) -> dict[str, str]:
    """Name -> the row's text, hashes included."""
    rows = re.split(r"\n(?=\S)", (HOUSE / lock).read_text())
    return {name(row): row for row in rows if not row.startswith("#")}


@pytest.mark.parametrize(("lock", "wanted"), [("requirements.lock", RUNTIME), ("requirements-dev.lock", DEV)])
def test_every_dependency_is_pinned_with_its_hashes(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    assert {name(requirement) for requirement in wanted} <= set(locked), "run `make lock`"
    assert all(re.match(r"\S+==\S+ .*--hash=sha256:", row, re.DOTALL) for row in locked.values())


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_no_address_and_no_path(lock: str) -> None:
    text = (HOUSE / lock).read_text()
    assert not re.findall(r"://|@ |^-|/\w+/", text, re.MULTILINE)


def test_tools_see_the_versions_that_run() -> None:
    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {key: row.split()[0] for key, row in runtime.items()} == {key: dev[key].split()[0] for key in runtime}
