"""Merge: one more match into its alert. Idempotent and order-free, so redelivery and replay change nothing.

news.matches -> alert (table: alert id -> AlertState) -> `merge` -> news.alerts. The agent always publishes what
`merge` returns: a state that suppressed publication would lose the alert between its two writes.
"""

from streams.alerts import keyset
from streams.alerts.evidence import chosen, kept
from streams.alerts.reasons import reason, widened
from streams.alerts.state import AlertState, Face, decode_state, encode_state, with_match
from streams.messages import Alert, Match, Reason, Severity

__all__ = ["AlertState", "decode_state", "encode_state", "merge"]


def merge(state: AlertState | None, match: Match) -> tuple[AlertState, Alert]:
    """The state with *match* in it, and the alert to publish.

    A match that was merged before gives the reason of that time again, so that the record lost in a crash is the
    record sent after it. (Where it now says more, as a replayed article that arrives live, the new reason holds.)
    Raises ValueError for a match without ids or time, such as `marsad scan` makes of an undated article.
    """
    if match.id is None or match.alert_id is None or match.event_time is None:
        raise ValueError("only a match with ids and an event time can be merged")
    why = reason(state, match)
    if state is not None and why is Reason.NOTHING_NEW:
        why = state.told_as(match.id) or why
    face = Face(
        event_at=match.event_time,
        match_id=match.id,
        previous=match.previous,
        rule_version=match.rule_version,
        title=match.title,
        labels=match.labels,
    )
    merged = AlertState(
        id=match.alert_id,
        rule=match.rule,
        group=match.group,
        face=face if state is None else max(state.face, face, key=_age),
        severity=match.severity if state is None else max(state.severity, match.severity, key=_rank),
        first_event_at=match.event_time if state is None else min(state.first_event_at, match.event_time),
        last_event_at=match.event_time if state is None else max(state.last_event_at, match.event_time),
        quantity=widened(state.quantity if state is not None else None, match),
        stances=_united(state.stances if state is not None else (), match),
        is_live=match.replayed is None or (state is not None and state.is_live),
        matches=with_match(state.matches if state is not None else b"", match.id, why),
        outlets=keyset.put(state.outlets if state is not None else b"", keyset.key_of(match.outlet)),
        sources=chosen(state.sources if state is not None else (), kept(match, match.id, match.event_time)),
    )
    return merged, _alert(merged, match.id, why)


def _alert(state: AlertState, match_id: str, why: Reason) -> Alert:
    return Alert(
        id=state.id,
        previous=state.face.previous,
        revision=state.match_count,
        rule=state.rule,
        rule_version=state.face.rule_version,
        severity=state.severity,
        group=state.group,
        labels=state.face.labels,
        title=state.face.title,
        first_event_at=state.first_event_at,
        last_event_at=state.last_event_at,
        sources=tuple(each.source for each in state.sources),
        source_count=state.outlet_count,
        article_count=state.match_count,
        quantity=state.quantity,
        match_id=match_id,
        reason=why,
        replayed=not state.is_live,
    )


def _age(face: Face) -> tuple[object, ...]:
    """Newest last; the rest of the face decides only where a rule was edited between two deliveries of one match."""
    return (
        face.event_at,
        face.match_id,
        face.rule_version,
        face.previous or "",
        face.title,
        sorted(face.labels.items()),
    )


def _rank(severity: Severity) -> int:
    return severity.rank


def _united(stances: tuple[str, ...], match: Match) -> tuple[str, ...]:
    if match.event is None or match.event.stance in stances:
        return stances
    return tuple(sorted((*stances, match.event.stance)))
