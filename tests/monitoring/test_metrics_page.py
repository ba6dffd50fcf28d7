"""docs/metrics.md says of each metric what the catalogue says, and promtool has nothing against any of them."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from agents.telemetry import Telemetry
from agents.telemetry.catalogue import CHAPTERS, LABELS, METRICS, Row
from tests.shipped import RULEBOOK

PAGE = Path(__file__).parents[2] / "docs" / "metrics.md"
AGENTS = ("classify", "alert", "measure")


def line(row: Row) -> str:
    labels = " ".join(f"`{label}`" for label in row.labels)
    return f"| `{row.name}` | {row.kind} | {labels} | {row.unit} | {row.about} |"


def test_the_page_has_every_metric_and_no_other() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    wanted = [line(row) for row in METRICS]
    found = [text for text in lines if text.startswith("| `marsad_")]
    assert found == wanted, "write these rows into docs/metrics.md:\n" + "\n".join(wanted)
    assert [text[3:] for text in lines if text[3:] in CHAPTERS] == list(CHAPTERS), "one chapter each, in this order"


def test_the_page_has_the_bound_of_every_label() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    wanted = [f"| `{label}` | {bound} |" for label, bound in LABELS.items()]
    assert [text for text in lines if re.match(r"\| `(?!marsad_|process_)", text)] == wanted, "\n".join(wanted)
    assert {label for row in METRICS for label in row.labels} == {*LABELS}


def test_what_is_exposed_is_what_the_catalogue_says() -> None:
    exposition = Telemetry(agents=AGENTS, prefix="news.", rulebook=RULEBOOK).exposition().decode()
    families = {family.name: family for family in text_string_to_metric_families(exposition)}
    for row in METRICS:
        # The parser takes _total away and knows no info.
        family = families[row.name.removesuffix("_total")]
        assert (family.documentation, family.type) == (row.about, "gauge" if row.kind == "info" else row.kind)
        labels = {label for sample in family.samples for label in sample.labels} - {"le"}
        if row.name != "marsad_partition_lag_messages":  # none is assigned yet
            assert labels == {*row.labels}, row.name
    ours = {name for name in families if name.startswith("marsad_")}
    assert ours == {row.name.removesuffix("_total") for row in METRICS}


def test_promtool_finds_no_fault_in_it(tool: Callable[[str], str]) -> None:
    exposition = Telemetry(agents=AGENTS, prefix="news.", rulebook=RULEBOOK).exposition()
    lint = subprocess.run([tool("promtool"), "check", "metrics"], input=exposition, capture_output=True, check=False)
    assert (lint.returncode, lint.stdout, lint.stderr) == (0, b"", b"")
