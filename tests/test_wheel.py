"""The wheel outside the checkout: the same commands, the same rules and seeds."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import msgspec
import pytest

HOUSE = Path(__file__).parents[1]
SEED = "000_6b714176f946d910.txt"


def run(*command: str | Path, cwd: Path) -> str:
    answer = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env={"PATH": os.defpath})
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "uv", "build", "--wheel", "--no-build-isolation", "--out-dir", folder, HOUSE, cwd=folder)
    [wheel] = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def elsewhere(wheel: Path) -> Path:
    """An environment with the wheel and our dependencies, but without the checkout."""
    folder = wheel.parent / "elsewhere"
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    run(sys.executable, "-m", "uv", "pip", "install", "--no-deps", "--python", python, wheel, cwd=folder)
    [packages] = (folder / "lib").glob("python*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    home = run(python, "-c", "import agents, streams; print(agents.__file__); print(streams.__file__)", cwd=folder)
    assert all(Path(line).is_relative_to(packages) for line in home.splitlines())
    return folder


def test_rules_seeds_and_all_that_is_no_python_are_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for data in ("rules", "seeds"):
        files = [path for path in (HOUSE / data).rglob("*") if path.is_file()]
        assert files
        assert {f"agents/_data/{path.relative_to(HOUSE)}" for path in files} <= names
    assert {"agents/broker/jars.lock", "agents/broker/leash.sh"} <= names
    assert not [name for name in names if name.startswith(("tests", "bench"))]


def test_it_says_its_version(elsewhere: Path) -> None:
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["version"]
    assert run(elsewhere / "bin" / "marsad", "--version", cwd=elsewhere) == f"marsad {version}\n"


def test_it_scans_a_shipped_seed(elsewhere: Path) -> None:
    [seed] = elsewhere.glob(f"lib/python*/site-packages/agents/_data/seeds/{SEED}")
    card = msgspec.json.decode(run(elsewhere / "bin" / "marsad", "scan", seed, cwd=elsewhere))
    assert set(card) == {"article", "mentions", "events", "matches"}
    assert {match["rule"] for match in card["matches"]} >= {"russian-strikes", "deir-ez-zor-offensive"}
