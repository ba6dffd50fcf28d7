"""What this process counts, and how Prometheus reads it: plain numbers, added to once a batch, collected on demand.

Every loaded rule and every enum label has its series, at zero, from the start: a rule that never fires is visible.
"""

import platform
from collections.abc import Hashable, Iterable, Iterator, Mapping
from importlib import metadata
from typing import Any

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
    SummaryMetricFamily,
)
from prometheus_client.registry import Collector

from agents.health import Health
from agents.telemetry.catalogue import METRICS, Row
from agents.telemetry.histogram import BATCH_BOUNDS, DELAY_BOUNDS_S, Histogram
from agents.telemetry.places import OTHER, Places
from streams.languages import LANGUAGES
from streams.messages import DeadReason, Reason
from streams.rulebook import Rulebook

LOOPS = ("classify",)  # agents with a consumer group of their own; the others share the app's, and keep tables
STAGES = ("decode", "clean", "fold", "mentions", "events", "rules", "write")


class Telemetry(Collector):
    """The numbers of one process. Agents add to the dicts (`add` where a label may be a stranger); nobody takes.

    `agents`, `prefix` and `rulebook` make the labels that exist from the start.
    """

    def __init__(
        self,
        *,
        agents: Iterable[str] = (),
        prefix: str = "",
        rulebook: Rulebook | None = None,
        restarts: int = 0,
        health: Health | None = None,
    ) -> None:
        names = tuple(agents)
        tables = tuple(name for name in names if name not in LOOPS)
        groups = [prefix + name for name in names if name in LOOPS] + ([f"{prefix}app"] if tables else [])
        rules = rulebook.rules if rulebook is not None else {}
        self.places = Places(rulebook.lexicon) if rulebook is not None else None
        places = self.places.labels if self.places is not None else ()

        self.articles = dict.fromkeys([*(language.code for language in LANGUAGES), OTHER], 0)
        self.matches: dict[str, int] = dict.fromkeys(rules, 0)
        self.place_matches: dict[str, int] = dict.fromkeys(places, 0)
        self.alerts = dict.fromkeys(map(str, Reason), 0)
        self.opened: dict[tuple[str, str], int] = {
            (rule.id, str(severity)): 0
            for rule in rules.values()
            for severity in sorted({rule.severity, *(step.to for step in rule.raises)})
        }
        self.place_opened: dict[str, int] = dict.fromkeys(places, 0)
        self.dead_letters = {(name, str(reason)): 0 for name in names for reason in DeadReason}
        self.dropped_fields = 0

        self.candidates: dict[str, int] = dict.fromkeys(rules, 0)
        self.rule_seconds: dict[str, float] = dict.fromkeys(rules, 0.0)
        self.rule_errors: dict[str, int] = dict.fromkeys(rules, 0)
        self.rules_loaded = {rulebook.id: len(rules)} if rulebook is not None else {}
        self.load_successful = int(rulebook is not None)
        self.loaded_at = self.load_seconds = 0.0

        self.latency = {name: Histogram() for name in names}
        self.event_delay = {replayed: Histogram(DELAY_BOUNDS_S) for replayed in ("false", "true")}
        self.last_event = dict.fromkeys((name for name in names if name != "measure"), 0.0)
        self.last_record = dict.fromkeys(names, 0.0)
        self.stages: dict[str, tuple[int, float]] = dict.fromkeys(_stages(names), (0, 0.0))
        self.batches = {name: Histogram(BATCH_BOUNDS) for name in names if name in LOOPS}
        self.in_flight = dict.fromkeys(tables, 0)

        self.broker_up = 0
        self.lag_messages = dict.fromkeys(groups, 0)
        self.lag_seconds = dict.fromkeys(groups, 0.0)
        self.partition_lag: dict[tuple[str, str], int] = {}
        self.assigned = dict.fromkeys(groups, 0)
        self.partitions = dict.fromkeys(groups, 0)
        self.rebalances = {(group, change): 0 for group in groups for change in ("assigned", "revoked")}
        self.generation = dict.fromkeys(groups, 0)
        self.commit_errors = dict.fromkeys(groups, 0)
        self.produce_errors = dict.fromkeys(names, 0)

        self.table_entries = dict.fromkeys(tables, 0)
        self.table_fill = dict.fromkeys(tables, 0.0)
        self.evicted = dict.fromkeys(tables, 0)
        self.disk_free = self.disk_size = 0

        self.restarts = restarts
        self.build = {(version(), platform.python_version()): 1}
        self._health = health or Health()
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(self)
        ProcessCollector(registry=self.registry)

    @property
    def ready(self) -> int:
        """What /readyz says, as a number."""
        return int(not self._health.reasons())

    @staticmethod
    def add(counts: dict[Any, Any], label: Any, more: float = 1, *, stranger: Any = OTHER) -> None:
        """Add to *label*; to *stranger* where it is none of those we know: no text makes a series."""
        label = label if label in counts else stranger
        counts[label] = counts.get(label, 0) + more

    def stage(self, name: str, times: int, seconds: float) -> None:
        """*times* runs of stage *name* took *seconds* in all."""
        before = self.stages.get(name, (0, 0.0))
        self.stages[name] = before[0] + times, before[1] + seconds

    def lag(self, group: str, behind: Mapping[int, int], seconds: float) -> None:
        """*behind* is by partition of those that this worker has; *seconds* how old the last committed record is."""
        self.lag_messages[group] = sum(behind.values())
        self.lag_seconds[group] = seconds
        self.assigned[group] = len(behind)
        others = {key: lag for key, lag in self.partition_lag.items() if key[0] != group}
        self.partition_lag = others | {(group, str(partition)): lag for partition, lag in sorted(behind.items())}

    def totals(self) -> dict[str, int]:
        """What a closing summary tells."""
        return {
            "articles": sum(self.articles.values()),
            "matches": sum(self.matches.values()),
            "alerts": sum(self.alerts.values()),
            "dead_letters": sum(self.dead_letters.values()),
        }

    def exposition(self) -> bytes:
        """Prometheus' text format."""
        return generate_latest(self.registry)

    def collect(self) -> Iterator[Metric]:
        for row in METRICS:
            yield _family(row, getattr(self, row.source))


def version() -> str:
    """The installed version; "0" where only the source lies on the path."""
    try:
        return metadata.version("marsad")
    except metadata.PackageNotFoundError:
        return "0"


def _stages(agents: Iterable[str]) -> Iterator[str]:
    for name in agents:
        if name in LOOPS:
            yield from (*STAGES, f"{name}.step", f"{name}.produce", f"{name}.commit")
        else:
            yield f"{name}.produce"


_FAMILIES: dict[str, Any] = {
    "counter": CounterMetricFamily,
    "gauge": GaugeMetricFamily,
    "histogram": HistogramMetricFamily,
    "summary": SummaryMetricFamily,
    "info": InfoMetricFamily,
}


def _family(row: Row, numbers: Any) -> Metric:
    """*numbers* (by label values, or just one) as the metric of *row*."""
    name = row.name.removesuffix("_total").removesuffix("_info")
    family: Metric = _FAMILIES[row.kind](name, row.about, labels=() if row.kind == "info" else row.labels)
    # A list of it at once: agents go on counting while a scrape is put into words in its own thread.
    for key, number in list(numbers.items()) if isinstance(numbers, dict) else [((), numbers)]:
        _add(family, row, _values(key), number)
    return family


def _add(family: Any, row: Row, values: tuple[str, ...], number: Any) -> None:
    if row.kind == "histogram":
        family.add_metric(values, number.buckets(), number.total)
    elif row.kind == "summary":
        family.add_metric(values, *number)
    elif row.kind == "info":
        family.add_metric((), dict(zip(row.labels, values, strict=True)))
    else:
        family.add_metric(values, number)


def _values(key: Hashable) -> tuple[str, ...]:
    return key if isinstance(key, tuple) else (str(key),)
