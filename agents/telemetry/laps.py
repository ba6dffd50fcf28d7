"""Stopwatches for `judge`: Laps for its stages, RuleClock for each rule. Poured into the numbers once a batch."""

from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from streams.lexicon.model import Lexicon
from streams.messages import Article
from streams.rules.matcher import match_rule
from streams.rules.model import Outcome, Rule
from streams.text.findings import Findings

if TYPE_CHECKING:
    from agents.telemetry.numbers import Telemetry


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

    def pour(self, telemetry: "Telemetry") -> None:
        """Hand over what was measured since the last time."""
        for stage, seconds in self.spent.items():
            telemetry.stage(stage, len(seconds), sum(seconds))
        self.spent.clear()


class RuleClock:
    """`match_rule` that keeps time, for `judge` to run rules by: half a microsecond a candidate."""

    def __init__(self) -> None:
        self.spent: dict[str, list[float]] = {}  # rule -> seconds of each run

    def __call__(self, rule: Rule, findings: Findings, article: Article, lexicon: Lexicon) -> Outcome | None:
        """See `match_rule`; a rule that raises has cost its time, too."""
        started = perf_counter()
        try:
            return match_rule(rule, findings, article, lexicon)
        finally:
            self.spent.setdefault(rule.id, []).append(perf_counter() - started)

    def pour(self, telemetry: "Telemetry") -> None:
        """Hand over what was measured since the last time."""
        for rule, seconds in self.spent.items():
            telemetry.add(telemetry.candidates, rule, len(seconds))
            telemetry.add(telemetry.rule_seconds, rule, sum(seconds))
        self.spent.clear()
