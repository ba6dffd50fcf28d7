"""Alert and recording rules without a server: promtool takes and tests them, each has its runbook and its tests."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer.main

from agents.cli.main import app, register
from agents.telemetry.catalogue import METRICS

HOUSE = Path(__file__).parents[2]
RULES, TESTS = HOUSE / "monitoring" / "rules", HOUSE / "monitoring" / "tests"
RUNBOOKS = HOUSE / "docs" / "runbooks.md"


def read(path: Path) -> Any:
    return msgspec.yaml.decode(path.read_bytes())


def rules(name: str) -> list[dict[str, Any]]:
    return [rule for group in read(RULES / name)["groups"] for rule in group["rules"]]


ALERTS = [rule for rule in rules("alerts.yaml") if "alert" in rule]
RECORDS = [rule["record"] for rule in rules("recording.yaml")]


def cases() -> Iterator[tuple[str, str | None]]:
    """(alert, severity) of each that a promtool test expects to fire, (alert, None) where it expects that none does."""
    for path in TESTS.glob("*.yaml"):
        for test in read(path)["tests"]:
            title = test["name"].split()[0].rstrip(",")
            for case in test.get("alert_rule_test", ()):
                yield from ((case["alertname"], a["exp_labels"]["severity"]) for a in case["exp_alerts"])
                if not case["exp_alerts"]:
                    yield case["alertname"], None
            for case in test.get("promql_expr_test", ()):
                told = " ".join(sample["labels"] for sample in case["exp_samples"])
                for labels in re.findall(r"ALERTS\{([^}]*)\}", told):
                    found = dict(re.findall(r'(\w+)="([^"]*)"', labels))
                    yield found["alertname"], found["severity"]
                if not case["exp_samples"]:
                    asked = re.search(r'alertname="(\w+)"', case["expr"])
                    yield asked[1] if asked else title, None


def named(text: str) -> set[str]:
    """Every metric of ours, and every recorded series, that a text names."""
    return set(re.findall(r"\bmarsad_\w+|\b[a-z_]+:marsad_\w+:\w+|\bmarsad:\w+:\w+", text))


def known(name: str) -> bool:
    base = re.sub(r"_(bucket|sum|count)$", "", name)
    kinds = {row.name: row.kind for row in METRICS}
    return name in kinds or name in RECORDS or (base != name and kinds.get(base) in {"histogram", "summary"})


def test_promtool_takes_the_rules_and_the_configuration(tool: Callable[[str], str]) -> None:
    checks = (
        ("check", "rules", *sorted(RULES.glob("*.yaml"))),
        ("check", "config", HOUSE / "monitoring" / "prometheus.yml"),
    )
    for check in checks:
        answer = subprocess.run([tool("promtool"), *check], capture_output=True, text=True, check=False)
        assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout
        assert "SUCCESS" in answer.stdout


def test_alerts_fire_when_they_should_and_not_before(tool: Callable[[str], str]) -> None:
    command = [tool("promtool"), "test", "rules", *sorted(TESTS.glob("*.yaml"))]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_every_alert_is_seen_to_fire_and_to_be_silent() -> None:
    seen = {*cases()}
    wanted = {(rule["alert"], rule["labels"]["severity"]) for rule in ALERTS}
    assert {case for case in seen if case[1] is not None} == wanted
    assert {alert for alert, severity in seen if severity is None} == {rule["alert"] for rule in ALERTS}


@pytest.mark.parametrize("rule", ALERTS, ids=lambda rule: f"{rule['alert']}-{rule['labels']['severity']}")
def test_an_alert_says_what_where_and_what_next(rule: dict[str, Any]) -> None:
    assert re.fullmatch(r"Marsad[A-Z]\w+", rule["alert"])
    assert rule["labels"].keys() == {"severity"}
    assert rule["labels"]["severity"] in {"critical", "warning", "info"}
    annotations = rule["annotations"]
    assert annotations.keys() == {"summary", "description", "runbook_url"}
    assert len(annotations["summary"]) <= 100
    assert annotations["runbook_url"] == f"docs/runbooks.md#{rule['alert'].lower()}"
    assert "for" in rule or re.search(r"\[\d+[mh]\]", rule["expr"]), "one bad scrape is no alert"


def test_every_alert_has_its_runbook_and_every_runbook_its_alert() -> None:
    text = RUNBOOKS.read_text("utf-8")
    sections = re.findall(r"^## (\w+)\n\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert [name for name, _ in sections] == list(dict.fromkeys(rule["alert"] for rule in ALERTS))
    for name, body in sections:
        assert re.findall(r"^\*\*(\w+)\.\*\* \S", body, re.MULTILINE) == ["Means", "Look", "Do"], name
    anchors = {title.lower() for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= anchors
    assert {
        path for path in re.findall(r"\]\(([\w./-]+\.md)\)", text) if not (RUNBOOKS.parent / path).exists()
    } == set()


@pytest.mark.parametrize("path", [RULES / "alerts.yaml", RULES / "recording.yaml", RUNBOOKS, *TESTS.glob("*.yaml")])
def test_only_metrics_that_exist_are_named(path: Path) -> None:
    found = named(path.read_text("utf-8"))
    assert found
    assert {name for name in found if not known(name)} == set()


def test_every_command_of_the_runbooks_exists() -> None:
    register()
    main: Any = typer.main.get_command(app)
    text = re.sub(r"#.*", "", RUNBOOKS.read_text("utf-8"))
    named = re.findall(r"\bmarsad ((?:[a-z-]+)(?: [^`\n]*)?)", text)
    lines = [words.split() for words in named if words.split()[0] in main.commands]
    assert {words[0] for words in lines} >= {"run", "doctor", "rules", "dead-letters", "topics", "replay", "alerts"}
    for words in lines:
        command = main.commands[words.pop(0)]
        if hasattr(command, "commands"):
            assert words[0] in command.commands, words
            command = command.commands[words.pop(0)]
        options = {option for param in command.params for option in param.opts}
        assert {word for word in words if word.startswith("--")} <= options, words


def test_recorded_series_say_what_they_are() -> None:
    assert len({*RECORDS}) == len(RECORDS)
    for name in RECORDS:
        assert re.fullmatch(r"[a-z_]+:marsad_\w+:\w+|marsad:\w+:\w+", name), name
