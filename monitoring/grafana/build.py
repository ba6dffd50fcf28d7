"""dashboard.yaml, as people write it -> here -> dashboards/marsad.json, as Grafana reads it."""  # noqa: INP001

from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent
SOURCE, TARGET = HERE / "dashboard.yaml", HERE / "dashboards" / "marsad.json"
DATASOURCE = {"type": "prometheus", "uid": "${datasource}"}
EMPTY = "no data: is a worker scraped?"
WIDTH, HEIGHT = 24, 8

LEGEND = {"displayMode": "list", "placement": "bottom", "showLegend": True}
LAST = {"calcs": ["lastNotNull"], "fields": "", "values": False}
LINES = {"drawStyle": "line", "fillOpacity": 10, "lineWidth": 1, "showPoints": "auto", "spanNulls": False}
STACKED = LINES | {"fillOpacity": 40, "stacking": {"group": "A", "mode": "normal"}}
COURSE = {"legend": LEGEND, "tooltip": {"mode": "multi", "sort": "desc"}}
COLOURS = {"mode": "scheme", "scheme": "Oranges", "exponent": 0.5, "steps": 64}
# By kind: Grafana's panel, what it keeps of each field, its options.
KINDS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "stat": ("stat", {}, {"reduceOptions": LAST, "colorMode": "value", "graphMode": "area"}),
    "lines": ("timeseries", LINES, COURSE),
    "stacked": ("timeseries", STACKED, COURSE),
    "states": ("state-timeline", {"fillOpacity": 70}, {"legend": LEGEND, "mergeValues": True, "showValue": "never"}),
    "heatmap": (
        "heatmap",
        {},
        {"calculate": False, "cellGap": 1, "color": COLOURS, "filterValues": {"le": 1e-9}, "legend": {"show": True}},
    ),
    "bars": ("bargauge", {}, {"reduceOptions": LAST, "orientation": "horizontal", "displayMode": "basic"}),
    "table": ("table", {}, {"showHeader": True, "cellHeight": "sm"}),
}
AT_ONCE = ("bars", "table")


def build(told: dict[str, Any]) -> dict[str, Any]:
    """The dashboard that *told*, the content of dashboard.yaml, describes."""
    return {
        "uid": told["uid"],
        "title": told["title"],
        "tags": told["tags"],
        "schemaVersion": 41,
        "editable": False,
        "graphTooltip": 1,  # one cross-hair over all panels
        "refresh": "30s",
        "time": {"from": "now-3h", "to": "now"},
        "timezone": "browser",
        "templating": {"list": [_datasource(), *(_variable(name, of) for name, of in told["variables"].items())]},
        "annotations": {"list": [_annotation(of) for of in told["annotations"]]},
        "panels": _panels(told["rows"]),
    }


def _datasource() -> dict[str, Any]:
    return {"name": "datasource", "label": "Prometheus", "type": "datasource", "query": "prometheus"}


def _variable(name: str, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "label": told["label"],
        "type": "query",
        "datasource": DATASOURCE,
        "query": {"query": told["values"], "refId": name},
        "includeAll": True,
        "allValue": ".*",
        "multi": True,
        "current": {"text": "All", "value": "$__all"},
        "refresh": 2,  # with the time shown
        "sort": 1,
    }


def _annotation(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": told["name"],
        "datasource": DATASOURCE,
        "enable": True,
        "expr": told["ask"],
        "iconColor": told["colour"],
        "step": "60s",
        "textFormat": told["text"],
        "titleFormat": told["name"],
        "useValueForTime": told.get("at_value", False),
    }


def _panels(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row's title, then its panels from left to right; a new line where the next doesn't fit."""
    panels: list[dict[str, Any]] = []
    y = 0
    for row in rows:
        place = {"x": 0, "y": y, "w": WIDTH, "h": 1}
        panels.append({"type": "row", "title": row["title"], "collapsed": False, "panels": [], "gridPos": place})
        x, y, tallest = 0, y + 1, 0
        for told in row["panels"]:
            wide, high = told["width"], told.get("height", HEIGHT)
            if x + wide > WIDTH:
                x, y, tallest = 0, y + tallest, 0
            panels.append(_panel(told, {"x": x, "y": y, "w": wide, "h": high}))
            x, tallest = x + wide, max(tallest, high)
        y += tallest
    return [panel | {"id": number} for number, panel in enumerate(panels, 1)]


def _panel(told: dict[str, Any], place: dict[str, int]) -> dict[str, Any]:
    kind, custom, options = KINDS[told["kind"]]
    defaults = {"unit": told["unit"], "noValue": told.get("empty", EMPTY), "custom": custom, "min": told.get("min", 0)}
    if "max" in told:
        defaults["max"] = told["max"]
    if "bad" in told:
        defaults["thresholds"] = {"mode": "absolute", "steps": _steps(told["bad"])}
        if kind == "timeseries":  # its colours tell series apart
            defaults["custom"] = custom | {"thresholdsStyle": {"mode": "dashed"}}
        else:
            defaults["color"] = {"mode": "thresholds"}
    if kind == "heatmap":
        options = options | {"yAxis": {"unit": told["unit"]}}
    panel = {
        "type": kind,
        "title": told["title"],
        "description": told["about"],
        "datasource": DATASOURCE,
        "gridPos": place,
        "fieldConfig": {"defaults": defaults, "overrides": []},
        "options": options,
        "targets": [_target(told, *ask, chr(ord("A") + number)) for number, ask in enumerate(told["ask"].items())],
    }
    if kind == "table":
        hidden = dict.fromkeys(["Time", *told["hide"]], True)
        panel["transformations"] = [{"id": "organize", "options": {"excludeByName": hidden}}]
    return panel


def _steps(bad: Any) -> list[dict[str, Any]]:
    good, limit = ("red", bad["below"]) if isinstance(bad, dict) else ("green", bad)
    return [{"color": good, "value": None}, {"color": "green" if good == "red" else "red", "value": limit}]


def _target(told: dict[str, Any], legend: str, expression: str, letter: str) -> dict[str, Any]:
    at_once = told.get("now", told["kind"] in AT_ONCE)
    form = {"heatmap": "heatmap", "table": "table"}.get(told["kind"], "time_series")
    return {
        "refId": letter,
        "datasource": DATASOURCE,
        "expr": expression,
        "legendFormat": legend,
        "format": form,
        "instant": at_once,
        "range": not at_once,
    }


def written() -> bytes:
    """What belongs into dashboards/marsad.json."""
    told = msgspec.yaml.decode(SOURCE.read_bytes())
    return msgspec.json.format(msgspec.json.encode(build(told)), indent=2) + b"\n"


if __name__ == "__main__":
    TARGET.write_bytes(written())
