"""The dashboard as Grafana reads it: its panels, and its queries as Prometheus gets them."""

import re
from pathlib import Path
from typing import Any

import msgspec

GRAFANA = Path(__file__).parents[2] / "monitoring" / "grafana"
DASHBOARD: dict[str, Any] = msgspec.json.decode((GRAFANA / "dashboards" / "marsad.json").read_bytes())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
VARIABLES = {told["name"]: told for told in DASHBOARD["templating"]["list"] if told["type"] == "query"}
# What Grafana puts in itself.
BUILT_IN = {"$__rate_interval": "1m", "$__interval": "2s", "$__range": "10m"}


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
