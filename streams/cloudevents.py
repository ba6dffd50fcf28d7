"""CloudEvents 1.0 headers, binary mode of the Kafka binding: every record that we publish carries them.

Source: github.com/cloudevents/spec, kafka-protocol-binding.md 3.2 (attributes as `ce_` headers, UTF-8).
"""

from datetime import UTC, datetime

from streams.messages import Alert

CONTENT_TYPE = "application/json"


def headers(kind: str, id: str, time: datetime | None, source: str) -> list[tuple[str, bytes]]:  # noqa: A002  their word
    """Headers of one record. *kind* is `classification`, `match`, `alert`, `metric`, ...; *time* is the event time.

    *source* names the agent (`classify`); source and id together are unique, so a redelivery has the same both.
    """
    named = [
        ("ce_specversion", "1.0"),
        ("ce_id", id),
        ("ce_source", f"/marsad/{source}"),
        ("ce_type", f"marsad.{kind}"),
        ("content-type", CONTENT_TYPE),
    ]
    if time is not None:
        at = time.astimezone(UTC).replace(tzinfo=None).isoformat()
        named.append(("ce_time", f"{at}Z"))
    return [(name, value.encode("utf-8", "surrogatepass")) for name, value in named]


def alert_event_id(alert: Alert) -> str:
    """`id/revision`: each state of an alert is an event of its own."""
    return f"{alert.id}/{alert.revision}"
