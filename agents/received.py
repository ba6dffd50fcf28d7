"""What an agent receives from another one: bytes of news.matches to a Match, or why they are none."""

import msgspec

from agents.guard import Record
from streams.codec import decode
from streams.messages import DeadReason, Match, Refusal


def read_match(record: Record) -> Match | Refusal:
    """The match in *record*, or why it is none: only strangers write such into news.matches."""
    if record.value is None:
        return Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="the record has no value")
    try:
        match = decode(record.value, Match)
    except msgspec.ValidationError as error:
        return Refusal(reason=DeadReason.STEP_FAILED, detail=f"no match: {error}")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Refusal(reason=DeadReason.INVALID_JSON, detail=str(error))
    if match.id is None or match.alert_id is None or match.event_time is None:
        return Refusal(reason=DeadReason.STEP_FAILED, detail="no match: without id, alert_id or event_time")
    return match
