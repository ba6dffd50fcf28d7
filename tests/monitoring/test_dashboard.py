"""The dashboard against the real Prometheus: every query is taken, and shows what went through the workers."""

import importlib.util
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from agents.telemetry.catalogue import METRICS
from tests.monitoring.conftest import WORKERS, Watched
from tests.monitoring.prometheus import Prometheus
from tests.shipped import RULEBOOK

GRAFANA = Path(__file__).parents[2] / "monitoring" / "grafana"
DASHBOARD: dict[str, Any] = msgspec.json.decode((GRAFANA / "dashboards" / "marsad.json").read_bytes())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
VARIABLES = {told["name"]: told for told in DASHBOARD["templating"]["list"] if told["type"] == "query"}
# What Grafana puts in itself.
BUILT_IN = {"$__rate_interval": "1m", "$__interval": "2s", "$__range": "10m"}
# Zero on a day on which nothing goes wrong and all is read.
AT_REST = {
    *("Behind", "Records that wait", "Seconds behind", "By worker", "The fullest partitions", "In flight"),
    *("Fields dropped", "Rules that fail", "Starts", "Partitions without a worker", "Refused by the broker"),
    *("Dropped at the limit", "Firing"),
}


def asked(expression: str, **choice: str) -> str:
    """*expression* as Prometheus gets it: all workers, rules and agents, unless *choice* says which."""
    for name in VARIABLES:
        expression = expression.replace(f"${name}", choice.get(name, VARIABLES[name]["allValue"]))
    for name, value in BUILT_IN.items():
        expression = expression.replace(name, value)
    assert "$" not in expression, expression
    return expression


def chosen(value: str) -> str:
    """*value* as Grafana puts it between the quotes of a =~."""
    return re.escape(value).replace("\\", r"\\")


async def numbers(prometheus: Prometheus, target: dict[str, Any], **choice: str) -> list[float]:
    """Every number that *target* shows, NaN aside."""
    expression = asked(target["expr"], **choice)
    if target["instant"]:
        found = [*(await prometheus.query(expression)).values()]
    else:
        series = await prometheus.range(expression, seconds=600, step=2)
        found = [float(value) for row in series for _, value in row["values"]]
    return [value for value in found if not math.isnan(value)]


def targets() -> Iterator[Any]:
    for panel in PANELS:
        for target in panel["targets"]:
            yield pytest.param(panel, target, id=f"{panel['title']}-{target['refId']}")


@pytest.mark.slow
@pytest.mark.parametrize(("panel", "target"), [*targets()])
async def test_a_query_shows_the_day(watched: Watched, panel: dict[str, Any], target: dict[str, Any]) -> None:
    await watched.prometheus.becomes("sum(marsad_table_entries) > bool 0", 1)  # counted a partition at a time
    found = await numbers(watched.prometheus, target)
    if panel["title"] != "Firing":  # alerts need minutes to fire
        assert found, "the panel would be empty"
    assert all(math.isfinite(value) for value in found)
    if panel["title"] not in AT_REST:
        assert max(found) > 0, "the panel would stay at zero"


@pytest.mark.slow
async def test_a_choice_narrows_what_is_shown(watched: Watched) -> None:
    worker = chosen(watched.prometheus.targets[0])
    for panel in PANELS:
        for target in panel["targets"]:
            if "$worker" in target["expr"]:
                assert await numbers(watched.prometheus, target, worker="no such worker") == [], panel["title"]
    by_title = {panel["title"]: panel["targets"][0] for panel in PANELS}
    both = await watched.prometheus.query(asked(by_title["Entries"]["expr"]))
    one = await watched.prometheus.query(asked(by_title["Entries"]["expr"], worker=worker))
    assert 0 < len(one) == len(both) / WORKERS
    assert await numbers(watched.prometheus, by_title["Matches by rule"], rule="no-such-rule") == []
    assert await numbers(watched.prometheus, by_title["Percentiles"], agent="none") == []


@pytest.mark.slow
async def test_the_choices_are_there(watched: Watched) -> None:
    found = {}
    for name, told in VARIABLES.items():
        metric, label = re.fullmatch(r"label_values\((.+), (\w+)\)", told["query"]["query"]).groups()  # type: ignore[union-attr]
        found[name] = await watched.prometheus.ask(f"label/{label}/values", **{"match[]": metric})
    assert found["worker"] == sorted(watched.prometheus.targets)
    assert found["agent"] == ["alert", "classify", "measure"]
    assert found["rule"] == sorted(RULEBOOK.rules)


@pytest.mark.slow
async def test_starts_and_a_new_rulebook_are_marked(watched: Watched) -> None:
    started, rulebook = DASHBOARD["annotations"]["list"]
    assert started["useValueForTime"]
    for worker in watched.prometheus.targets:
        [row] = await watched.prometheus.range(asked(started["expr"], worker=chosen(worker)), seconds=600, step=2)
        [when] = {float(value) / 1000 for _, value in row["values"]}
        assert -1 <= row["values"][0][0] - when < 60, "scraped soon after; Linux rounds when it was booted to 1 s"
    [row] = await watched.prometheus.range(asked(rulebook["expr"]), seconds=600, step=2)
    [loaded] = await watched.prometheus.query("count by (rulebook) (marsad_rules_loaded)")
    assert row["metric"] == dict(loaded)


def test_the_json_is_what_its_description_makes() -> None:
    spec = importlib.util.spec_from_file_location("build", GRAFANA / "build.py")
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    assert build.written() == build.TARGET.read_bytes(), "run: python monitoring/grafana/build.py"


def test_every_panel_says_what_it_shows_and_in_which_unit() -> None:
    for panel in PANELS:
        assert len(panel["description"]) > 10, panel["title"]
        assert panel["fieldConfig"]["defaults"].keys() >= {"unit", "noValue"}, panel["title"]
        letters = [target["refId"] for target in panel["targets"]]
        assert len({*letters}) == len(letters) > 0, panel["title"]
    assert len({panel["title"] for panel in PANELS}) == len(PANELS)


def test_no_two_panels_lie_on_each_other() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        columns, lines = range(place["x"], place["x"] + place["w"]), range(place["y"], place["y"] + place["h"])
        cells = {(x, y) for x in columns for y in lines}
        assert columns.stop <= 24
        assert not cells & taken, panel["title"]
        taken |= cells
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len({*ids}) == len(ids)


def test_every_metric_has_its_panel() -> None:
    text = " ".join(target["expr"] for panel in PANELS for target in panel["targets"])
    shown = {re.sub(r"_(bucket|sum|count)$", "", name) for name in re.findall(r"\bmarsad_\w+", text)}
    # Alerts look at these: they are 0 or old only when something else is wrong.
    aside = {
        "marsad_rulebook_last_load_successful",
        "marsad_rulebook_last_load_success_timestamp_seconds",
        "marsad_rulebook_load_seconds",
        "marsad_last_event_timestamp_seconds",
    }
    assert shown == {row.name for row in METRICS} - aside


def test_what_grafana_is_given_fits_together() -> None:
    source = msgspec.yaml.decode((GRAFANA / "provisioning" / "datasources" / "prometheus.yaml").read_bytes())
    scrape = msgspec.yaml.decode((GRAFANA.parent / "prometheus.yml").read_bytes())["global"]["scrape_interval"]
    [prometheus] = source["datasources"]
    assert prometheus["jsonData"]["timeInterval"] == scrape
    assert {panel["datasource"]["uid"] for panel in PANELS} == {"${datasource}"}
    [chosen] = [told for told in DASHBOARD["templating"]["list"] if told["type"] == "datasource"]
    assert (chosen["name"], chosen["query"]) == ("datasource", prometheus["type"])
    assert (DASHBOARD["uid"], DASHBOARD["schemaVersion"]) == ("marsad", 41)
