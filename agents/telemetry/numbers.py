"""What this process counts, and how Prometheus reads it: plain numbers, added to once a batch, collected on demand.

Every loaded rule and every enum label has its series, at zero, from the start: a rule that never fires is visible.
"""

import platform
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from importlib import metadata
from time import monotonic

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.registry import Collector

from streams.messages import DeadReason, Reason

LATENCY_BOUNDS_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0)


class Telemetry(Collector):
    """The numbers of one process. Agents add to the dicts; nobody takes from them.

    `agents` and `rules` are the labels that exist from the start; `rulebook` is the id of what is loaded.
    """

    def __init__(self, *, agents: Iterable[str] = (), rules: Iterable[str] = (), rulebook: str = "") -> None:
        names, ids = tuple(agents), tuple(rules)
        self.rulebook = rulebook
        self.rules_loaded = len(ids)
        self.articles = 0
        self.matches = dict.fromkeys(ids, 0)
        self.alerts = dict.fromkeys(map(str, Reason), 0)
        self.dead_letters = dict.fromkeys(map(str, DeadReason), 0)
        self.dropped_fields = 0
        self.rule_errors = 0
        self.commit_errors = 0
        self.evicted = dict.fromkeys(names, 0)
        self.lag_messages = dict.fromkeys(names, 0)
        self.lag_seconds = dict.fromkeys(names, 0.0)
        self.latency = {name: Latencies() for name in names}
        self.stages: dict[str, tuple[int, float]] = {}  # stage -> (times, seconds)
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(self)

    def stage(self, name: str, times: int, seconds: float) -> None:
        """*times* runs of stage *name* took *seconds* in all."""
        before = self.stages.get(name, (0, 0.0))
        self.stages[name] = before[0] + times, before[1] + seconds

    def totals(self) -> dict[str, int]:
        """What a closing summary tells."""
        return {
            "articles": self.articles,
            "matches": sum(self.matches.values()),
            "alerts": sum(self.alerts.values()),
            "dead_letters": sum(self.dead_letters.values()),
        }

    def exposition(self) -> bytes:
        """Prometheus' text format."""
        return generate_latest(self.registry)

    def collect(self) -> Iterator[Metric]:
        yield CounterMetricFamily("marsad_articles", "Articles classified and acknowledged", value=self.articles)
        yield _labelled("marsad_matches", "Matches published", "rule", self.matches)
        yield _labelled("marsad_alerts", "Alert records published, by why", "reason", self.alerts)
        yield _labelled("marsad_dead_letters", "Records refused, by why", "reason", self.dead_letters)
        yield CounterMetricFamily("marsad_dropped_fields", "Unusable optional fields", value=self.dropped_fields)
        yield CounterMetricFamily("marsad_rule_errors", "Rules that raised on an article", value=self.rule_errors)
        yield CounterMetricFamily("marsad_commit_errors", "Commits refused in a rebalance", value=self.commit_errors)
        yield _labelled("marsad_evicted", "Table entries dropped at the limit", "agent", self.evicted)
        yield _gauges("marsad_lag_messages", "Records not yet processed", "agent", self.lag_messages)
        yield _gauges("marsad_lag_seconds", "Age of the oldest of them", "agent", self.lag_seconds)
        latency = HistogramMetricFamily(
            "marsad_latency_seconds", "From an article's record to the agent's acknowledged output", labels=["agent"]
        )
        for agent, seen in self.latency.items():
            latency.add_metric([agent], seen.buckets(), seen.seconds)
        yield latency
        stages = SummaryMetricFamily("marsad_stage_seconds", "Time spent, by stage", labels=["stage"])
        for stage, (times, seconds) in self.stages.items():
            stages.add_metric([stage], times, seconds)
        yield stages
        loaded = GaugeMetricFamily("marsad_rules_loaded", "Rules that are judged by", labels=["rulebook"])
        loaded.add_metric([self.rulebook], self.rules_loaded)
        yield loaded
        build = InfoMetricFamily("marsad_build", "What runs")
        build.add_metric([], {"version": version(), "python": platform.python_version()})
        yield build


class Latencies:
    """A histogram of seconds: counts up to each bound, and the sum."""

    def __init__(self) -> None:
        self.counts = [0] * (len(LATENCY_BOUNDS_S) + 1)
        self.seconds = 0.0

    def add(self, seconds: float) -> None:
        """One observation; a clock that ran backwards counts as no time."""
        seconds = max(seconds, 0.0)
        self.counts[bisect_left(LATENCY_BOUNDS_S, seconds)] += 1
        self.seconds += seconds

    def buckets(self) -> list[tuple[str, float]]:
        """Cumulative, as Prometheus wants them."""
        total, out = 0, []
        for bound, count in zip((*map(str, LATENCY_BOUNDS_S), "+Inf"), self.counts, strict=True):
            total += count
            out.append((bound, float(total)))
        return out


class Laps:
    """A stopwatch that `judge` is given as *lap*: seconds since the last lap, added up by stage until `pour`."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}
        self._last = 0.0

    def start(self) -> None:
        """Begin an article."""
        self._last = monotonic()

    def __call__(self, stage: str) -> None:
        """*stage* has just ended."""
        now = monotonic()
        self.spent.setdefault(stage, []).append(now - self._last)
        self._last = now

    def pour(self, telemetry: Telemetry) -> None:
        """Hand over what was measured since the last time."""
        for stage, seconds in self.spent.items():
            telemetry.stage(stage, len(seconds), sum(seconds))
        self.spent.clear()


def version() -> str:
    """The installed version; "0" where only the source lies on the path."""
    try:
        return metadata.version("marsad")
    except metadata.PackageNotFoundError:
        return "0"


def _labelled(name: str, about: str, label: str, counts: dict[str, int]) -> Metric:
    family = CounterMetricFamily(name, about, labels=[label])
    for value, count in counts.items():
        family.add_metric([value], count)
    return family


def _gauges(name: str, about: str, label: str, values: dict[str, int] | dict[str, float]) -> Metric:
    family = GaugeMetricFamily(name, about, labels=[label])
    for value, number in values.items():
        family.add_metric([value], number)
    return family
