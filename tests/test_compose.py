"""docker-compose.yml and Dockerfile, read by compose and hadolint, without an engine: valid, hardened, fit the code."""

import os
import re
import subprocess
import sysconfig
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from agents.broker.pins import KAFKA_VERSION

HOUSE = Path(__file__).parents[1]
# The binary itself: the console script of the same wheel always exits with 0.
COMPOSE = Path(sysconfig.get_path("platlib"), "compose", "docker-compose")
WORKERS = ("worker-1", "worker-2")
OURS = ("topics", *WORKERS)
DOCKERFILE = (HOUSE / "Dockerfile").read_text("utf-8")
HADOLINT = Path(sysconfig.get_path("scripts"), "hadolint")


def config(path: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GRAFANA_")}
    return subprocess.run(
        [COMPOSE, "-f", path, "config", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=path.parent,
        env=clean | environment,
    )


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    answer = config(HOUSE / "docker-compose.yml", "--format", "json")
    assert answer.returncode == 0, answer.stderr
    project: dict[str, Any] = msgspec.json.decode(answer.stdout)
    return project


@pytest.fixture(scope="module")
def services(project: dict[str, Any]) -> dict[str, dict[str, Any]]:
    services: dict[str, dict[str, Any]] = project["services"]
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


def test_kafka_its_topics_two_workers_and_who_watches_them(services: dict[str, dict[str, Any]]) -> None:
    assert set(services) == {"kafka", *OURS, "prometheus", "grafana"}
    for name, service in services.items():
        if name not in OURS:
            assert re.search(r":v?\d+\.\d+\.\d+$", service["image"]), "one version, not whatever is newest"
    assert services["kafka"]["image"] == f"apache/kafka:{KAFKA_VERSION}"
    assert services["topics"]["command"] == ["topics", "apply"]
    assert services["topics"]["depends_on"]["kafka"]["condition"] == "service_healthy"
    for worker in WORKERS:
        assert services[worker]["command"] == ["run"]
        assert services[worker]["depends_on"]["topics"]["condition"] == "service_completed_successfully"


def test_nothing_has_rights_that_it_does_not_need(services: dict[str, dict[str, Any]]) -> None:
    for service in services.values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service
        assert all(port["host_ip"] == "127.0.0.1" for port in service.get("ports", []))
        assert not service["user"].startswith(("0", "root"))
        assert service["restart"] in {"unless-stopped", "on-failure"}
    [user] = re.findall(r"^USER (.*)$", DOCKERFILE, re.MULTILINE)
    assert {services[name]["user"] for name in OURS} == {user}


def test_whoever_runs_on_is_asked_for_its_health(services: dict[str, dict[str, Any]]) -> None:
    asked = {name: service["healthcheck"]["test"] for name, service in services.items() if name != "topics"}
    assert "19092" in asked["kafka"][-1]
    assert asked["prometheus"][-1].endswith(":9090/-/ready")
    assert asked["grafana"][-1].endswith(":3000/api/health")
    for worker in WORKERS:
        assert "/readyz" in asked[worker][-1]
    for name, service in services.items():
        for before, how in service.get("depends_on", {}).items():
            wanted = "service_completed_successfully" if before == "topics" else "service_healthy"
            assert how["condition"] == wanted, name


def test_the_workers_find_kafka_and_keep_their_state_apart(services: dict[str, dict[str, Any]]) -> None:
    advertised = services["kafka"]["environment"]["KAFKA_ADVERTISED_LISTENERS"]
    for name in OURS:
        assert f"INSIDE://{services[name]['environment']['KAFKA_BOOTSTRAP_SERVERS']}," in advertised
    [state] = re.findall(r"MARSAD_STATE=(\S+)", DOCKERFILE)
    volumes = [volume for name in OURS for volume in services[name].get("volumes", [])]
    assert [volume["target"] for volume in volumes] == [state, state]
    assert len({volume["source"] for volume in volumes}) == 2


def test_the_image_gets_what_the_wheel_needs() -> None:
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.MULTILINE)
    names = {name for row in copied for name in row.split()}
    allowed = re.findall(r"^!(.*)$", (HOUSE / ".dockerignore").read_text(), re.MULTILINE)
    assert names == set(allowed)
    assert all((HOUSE / name).exists() for name in names)


def test_the_image_starts_a_command_that_the_wheel_has() -> None:
    scripts = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    [entry] = re.findall(r"^ENTRYPOINT (.*)$", DOCKERFILE, re.MULTILINE)
    assert scripts.keys() == set(msgspec.json.decode(entry))
    [uv] = re.findall(r" uv==(\S+) ", DOCKERFILE)
    assert f"\nuv=={uv} " in (HOUSE / "requirements-dev.lock").read_text("utf-8")


def test_hadolint_finds_nothing() -> None:
    answer = subprocess.run([HADOLINT, HOUSE / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


def test_every_mount_is_there_and_what_is_ours_stays_as_it_is(project: dict[str, Any]) -> None:
    for service in project["services"].values():
        for mount in service.get("volumes", []):
            if mount["type"] == "bind":
                assert Path(mount["source"]).exists(), mount["source"]
                assert mount["read_only"] is True
            else:
                assert mount["source"] in project["volumes"]
    [secret] = project["secrets"].values()
    assert Path(secret["file"]).read_bytes() == b"", "whoever sets no password gets no administrator"


def test_prometheus_scrapes_the_workers_where_nobody_else_is(project: dict[str, Any]) -> None:
    services = project["services"]
    [group] = msgspec.yaml.decode((HOUSE / "monitoring" / "compose-targets.yaml").read_bytes())
    ports = {name: services[name]["environment"]["MARSAD_HTTP"].rpartition(":")[2] for name in WORKERS}
    assert group["targets"] == [f"{name}:{port}" for name, port in ports.items()]
    assert all("ports" not in services[name] for name in OURS)
    assert {name for name, service in services.items() if "watch" in service["networks"]} == {
        *WORKERS,
        "prometheus",
        "grafana",
    }
    assert all("stream" not in services[name]["networks"] for name in ("prometheus", "grafana"))


def test_prometheus_finds_its_files_where_they_are_mounted(services: dict[str, dict[str, Any]]) -> None:
    prometheus = services["prometheus"]
    mounts = {mount["target"]: mount["source"] for mount in prometheus["volumes"]}
    options = dict(option.removeprefix("--").split("=") for option in prometheus["command"])
    home = Path(options["config.file"]).parent
    ours = msgspec.yaml.decode(Path(mounts[options["config.file"]]).read_bytes())
    wanted = [*ours["rule_files"], *ours["scrape_configs"][0]["file_sd_configs"][0]["files"]]
    assert [(home / pattern).match(f"{home}/*/*.yaml") for pattern in wanted] == [True] * 2
    assert {str((home / pattern).parent) for pattern in wanted} == {f"{home}/rules", f"{home}/targets"}
    assert {f"{home}/rules", f"{home}/targets/compose.yaml", options["storage.tsdb.path"]} < mounts.keys()


def test_grafana_finds_its_prometheus_and_its_dashboard(services: dict[str, dict[str, Any]]) -> None:
    grafana = services["grafana"]
    mounts = {mount["target"]: Path(mount["source"]) for mount in grafana["volumes"]}
    provisioning = mounts["/etc/grafana/provisioning"]
    [source] = msgspec.yaml.decode((provisioning / "datasources" / "prometheus.yaml").read_bytes())["datasources"]
    assert source["url"] == "http://prometheus:9090"
    [provider] = msgspec.yaml.decode((provisioning / "dashboards" / "marsad.yaml").read_bytes())["providers"]
    folder = provider["options"]["path"]
    home = Path(grafana["environment"]["GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"])
    assert (str(home.parent), (mounts[folder] / home.name).is_file()) == (folder, True)


def test_who_looks_on_can_change_nothing(services: dict[str, dict[str, Any]]) -> None:
    told = services["grafana"]["environment"]
    assert (told["GF_AUTH_ANONYMOUS_ENABLED"], told["GF_AUTH_ANONYMOUS_ORG_ROLE"]) == ("true", "Viewer")
    assert told["GF_USERS_ALLOW_SIGN_UP"] == "false"
    assert not any("PASSWORD" in name for name in told), "`docker inspect` would show it"


@pytest.mark.parametrize(
    ("password", "wanted"),
    [
        ("", {"GF_SECURITY_DISABLE_INITIAL_ADMIN_CREATION": "true"}),
        ("secret", {"GF_SECURITY_ADMIN_PASSWORD__FILE": "SECRET"}),
    ],
)
def test_an_administrator_only_with_a_password(
    services: dict[str, dict[str, Any]], tmp_path: Path, password: str, wanted: dict[str, str]
) -> None:
    secret = tmp_path / "secret"
    secret.write_text(password)
    *shell, script = services["grafana"]["entrypoint"]
    for there, here in (("/run/secrets/grafana-admin", str(secret)), ("exec /run.sh", "exec env")):
        assert there in script
        script = script.replace(there, here)
    answer = subprocess.run([*shell, script], capture_output=True, text=True, check=True, env={"PATH": os.defpath})
    found = dict(line.split("=", 1) for line in answer.stdout.splitlines() if line.startswith("GF_"))
    assert found == {name: value.replace("SECRET", str(secret)) for name, value in wanted.items()}


def test_a_password_comes_from_the_file_that_is_named(tmp_path: Path) -> None:
    answer = config(HOUSE / "docker-compose.yml", "--format", "json", GRAFANA_ADMIN_PASSWORD_FILE=str(tmp_path / "pw"))
    assert msgspec.json.decode(answer.stdout)["secrets"]["grafana-admin"]["file"] == str(tmp_path / "pw")
