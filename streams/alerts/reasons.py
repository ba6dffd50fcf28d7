"""Why an alert record is written: the first reason that applies, said once and used in records, metrics and pages."""

from streams.alerts.state import AlertState
from streams.messages import Match, Quantity, Reason


def reason(before: AlertState | None, match: Match) -> Reason:
    """What *match* adds to the alert as it stood *before* (None: there was none)."""
    if before is None:
        return Reason.FIRST_MATCH
    if match.replayed is None and not before.is_live:
        return Reason.FIRST_LIVE
    if match.severity.rank > before.severity.rank:
        return Reason.RAISED_SEVERITY
    if match.event is not None and match.event.stance not in before.stances:
        return Reason.NEW_STANCE
    if widened(before.quantity, match) != before.quantity:
        return Reason.CHANGED_NUMBER
    if not before.knows_outlet(match.outlet):
        return Reason.NEW_SOURCE
    return Reason.NOTHING_NEW


def widened(told: Quantity | None, match: Match) -> Quantity | None:
    """The numbers *told* so far with the one that *match* tells, if it does."""
    number = match.event.quantity if match.event is not None else None
    if number is None:
        return told
    if told is None:
        return Quantity(min=number, max=number)
    return Quantity(min=min(told.min, number), max=max(told.max, number))
