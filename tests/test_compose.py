"""docker-compose.yml, read by compose itself, without an engine: it is valid, hardened, and fits the code."""

import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import msgspec
import pytest

from agents.broker.pins import KAFKA_VERSION

HOUSE = Path(__file__).parents[1]
# The binary itself: the console script of the same wheel always exits with 0.
COMPOSE = Path(sysconfig.get_path("platlib"), "compose", "docker-compose")
OURS = ("topics", "worker-1", "worker-2")


def config(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMPOSE, "-f", path, "config", *arguments], capture_output=True, text=True, check=False, cwd=path.parent
    )


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, Any]]:
    answer = config(HOUSE / "docker-compose.yml", "--format", "json")
    assert answer.returncode == 0, answer.stderr
    services: dict[str, dict[str, Any]] = msgspec.json.decode(answer.stdout)["services"]
    return services


def test_compose_takes_the_file_without_a_word() -> None:
    answer = config(HOUSE / "docker-compose.yml", "-q")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_compose_refuses_a_wrong_one(tmp_path: Path) -> None:
    wrong = (HOUSE / "docker-compose.yml").read_text().replace("healthcheck:", "health-check:", 1)
    (tmp_path / "docker-compose.yml").write_text(wrong)
    answer = config(tmp_path / "docker-compose.yml", "-q")
    assert answer.returncode != 0
    assert "health-check" in answer.stderr


def test_kafka_its_topics_and_two_workers(services: dict[str, dict[str, Any]]) -> None:
    assert set(services) == {"kafka", *OURS}
    assert services["kafka"]["image"] == f"apache/kafka:{KAFKA_VERSION}"
    assert services["topics"]["command"] == ["topics", "apply"]
    assert services["topics"]["depends_on"]["kafka"]["condition"] == "service_healthy"
    for worker in ("worker-1", "worker-2"):
        assert services[worker]["command"] == ["run"]
        assert services[worker]["depends_on"]["topics"]["condition"] == "service_completed_successfully"


def test_nothing_has_rights_that_it_does_not_need(services: dict[str, dict[str, Any]]) -> None:
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service
        assert all(port["host_ip"] == "127.0.0.1" for port in service.get("ports", []))
    assert services["kafka"]["user"] == "1000:1000"
    users = re.findall(r"^USER (.*)$", (HOUSE / "Dockerfile").read_text(), re.MULTILINE)
    assert users == ["10001"]


def test_whoever_runs_on_is_asked_for_its_health(services: dict[str, dict[str, Any]]) -> None:
    assert "19092" in services["kafka"]["healthcheck"]["test"][-1]
    for worker in ("worker-1", "worker-2"):
        assert "/readyz" in services[worker]["healthcheck"]["test"][-1]


def test_the_workers_find_kafka_and_keep_their_state_apart(services: dict[str, dict[str, Any]]) -> None:
    advertised = services["kafka"]["environment"]["KAFKA_ADVERTISED_LISTENERS"]
    for name in OURS:
        assert f"INSIDE://{services[name]['environment']['KAFKA_BOOTSTRAP_SERVERS']}," in advertised
    [state] = re.findall(r"MARSAD_STATE=(\S+)", (HOUSE / "Dockerfile").read_text())
    volumes = [volume for name in OURS for volume in services[name].get("volumes", [])]
    assert [volume["target"] for volume in volumes] == [state, state]
    assert len({volume["source"] for volume in volumes}) == 2


def test_the_image_gets_what_the_wheel_needs() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", (HOUSE / "Dockerfile").read_text(), re.MULTILINE)
    names = {name for row in copied for name in row.split()}
    allowed = re.findall(r"^!(.*)$", (HOUSE / ".dockerignore").read_text(), re.MULTILINE)
    assert names == set(allowed)
    assert all((HOUSE / name).exists() for name in names)
