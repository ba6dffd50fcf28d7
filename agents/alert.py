"""news.matches -> news.alerts: each match merged into its alert, and the alert published as it now stands.

Published always, also when nothing is new: whether a person is told is decided further down, once per alert and match.
"""

from functools import partial

from agents.envelope import ARTICLE_AT, Outgoing, envelope, header
from agents.guard import Guard
from agents.health import Health
from agents.keyed import Keyed, Read, Taken, Written
from agents.received import read_match
from agents.settings import Settings
from agents.telemetry import OTHER, Telemetry
from streams.alerts.merge import decode_state, encode_state, merge
from streams.cloudevents import alert_event_id
from streams.codec import encode
from streams.messages import Alert, Match, Reason, Refusal, TimeBasis
from streams.topics import ALERTS, MATCHES
from streams.windows import EPOCH

NAME = "alert"


class AlertStep:
    """The step: a match and its alert's state to the new state and the alert."""

    def __init__(self, settings: Settings, telemetry: Telemetry) -> None:
        self._alerts = settings.topic(ALERTS)
        self._telemetry = telemetry

    def step(self, record: Taken, read: Read) -> Written | Refusal:
        """State and alert to be written, or why the record is no match."""
        match = read_match(record)
        if isinstance(match, Refusal):
            return match
        key = (match.alert_id or "").encode()
        before = read(key)
        state, alert = merge(None if before is None else decode_state(before), match)
        replayed = match.replayed if alert.replayed else None
        headers = envelope("alert", alert_event_id(alert), match.event_time, NAME, replayed=replayed)
        if (since := header(record.headers, ARTICLE_AT)) is not None:
            headers.append((ARTICLE_AT, since.encode()))
        at_ms = int((alert.last_event_at - EPOCH).total_seconds() * 1000)
        return Written(
            states={key: (at_ms, encode_state(state))},
            outgoing=[Outgoing(self._alerts, key, encode(alert), headers)],
            on_delivered=partial(self._count, match, alert, record.timestamp),
        )

    def _count(self, match: Match, alert: Alert, recorded_ms: int, now_ms: int) -> None:
        """The alert's record is acknowledged, at *now_ms*."""
        telemetry = self._telemetry
        telemetry.alerts[str(alert.reason)] += 1
        if alert.reason is Reason.FIRST_MATCH:
            severity = str(alert.severity)
            telemetry.add(telemetry.opened, (alert.rule, severity), stranger=(OTHER, severity))
            for place in telemetry.places.of(match) if telemetry.places is not None else ():
                telemetry.add(telemetry.place_opened, place)
        if match.event_time is None:
            return
        event_ms = match.event_time.timestamp() * 1000
        if match.replayed is None and event_ms <= recorded_ms:
            telemetry.last_event[NAME] = max(telemetry.last_event[NAME], event_ms / 1000)
        if match.time_basis is TimeBasis.PUBLISHED:
            telemetry.event_delay["false" if match.replayed is None else "true"].add((now_ms - event_ms) / 1000)


def build(settings: Settings, telemetry: Telemetry, health: Health) -> Keyed:
    """The agent, ready to be attached to an app."""
    step = AlertStep(settings, telemetry)
    return Keyed(
        name=NAME,
        topic=MATCHES,
        step=step.step,
        guard=Guard(NAME),
        settings=settings,
        telemetry=telemetry,
        health=health,
    )
