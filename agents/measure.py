"""news.matches -> news.metrics: how often each series was seen in each hour of event time.

A count is absolute for its source partition and the table keeps the match ids of the window, so redelivery counts
once; readers add the partitions.
"""

from agents.envelope import Outgoing, envelope
from agents.guard import Guard
from agents.health import Health
from agents.keyed import Keyed, Read, Taken, Written
from agents.received import read_match
from agents.settings import Settings
from agents.telemetry import Telemetry
from streams.alerts.measure import metric_key, series, tally
from streams.codec import encode
from streams.messages import Metric, Refusal
from streams.topics import MATCHES, METRICS
from streams.windows import EPOCH, HOUR, window_start

NAME = "measure"


class MeasureStep:
    """The step: a match to the counts of its series in its hour."""

    def __init__(self, settings: Settings) -> None:
        self._metrics = settings.topic(METRICS)

    def step(self, record: Taken, read: Read) -> Written | Refusal:
        """Counts to be written, or why the record is no match."""
        match = read_match(record)
        if isinstance(match, Refusal):
            return match
        start = window_start(match.event_time or EPOCH, HOUR)
        at_ms = int((start - EPOCH).total_seconds() * 1000)
        written = Written()
        for name in series(match):
            key = metric_key(name, start, record.partition)
            state, count = tally(read(key), match.id or "")
            metric = Metric(series=name, window_start=start, partition=record.partition, count=count)
            headers = envelope("metric", f"{key.decode()}/{count}", start, NAME)
            written.states[key] = at_ms, state
            written.outgoing.append(Outgoing(self._metrics, key, encode(metric), headers))
        return written


def build(settings: Settings, telemetry: Telemetry, health: Health) -> Keyed:
    """The agent, ready to be attached to an app."""
    return Keyed(
        name=NAME,
        topic=MATCHES,
        step=MeasureStep(settings).step,
        guard=Guard(NAME),
        settings=settings,
        telemetry=telemetry,
        health=health,
    )
