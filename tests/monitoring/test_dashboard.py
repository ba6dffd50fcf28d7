"""The dashboard as it is written: what its description makes, whole, and with a panel for every metric."""

import importlib.util
import re

import msgspec

from agents.telemetry.catalogue import METRICS
from tests.monitoring.dashboard import DASHBOARD, GRAFANA, PANELS


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
