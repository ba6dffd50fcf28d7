"""What a worker counts and tells: one catalogue of metrics, the numbers behind it, and what measures them."""

from agents.telemetry.histogram import Histogram
from agents.telemetry.laps import Laps, RuleClock
from agents.telemetry.numbers import Telemetry, version
from agents.telemetry.places import NOWHERE, OTHER, Places

__all__ = ["NOWHERE", "OTHER", "Histogram", "Laps", "Places", "RuleClock", "Telemetry", "version"]
