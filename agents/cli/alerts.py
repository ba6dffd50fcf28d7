"""`marsad alerts`: what stands on news.alerts, and what comes."""

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Annotated

import typer
from rich.console import Console

from agents.cli.alert_lines import show_alert
from agents.cli.moment import moment
from agents.cli.show import console
from streams.messages import Alert, Reason, Severity
from streams.topics import ALERTS


def alerts(
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on as they come, until Ctrl-C.")] = False,
    rule: Annotated[list[str] | None, typer.Option(help="Only this rule (repeatable).")] = None,
    place: Annotated[
        str | None, typer.Option(help="Only this place and what lies in it: id or part of a name.")
    ] = None,
    severity: Annotated[Severity, typer.Option(help="This and above.")] = Severity.INFO,
    since: Annotated[
        datetime | None, typer.Option(parser=moment, metavar="TIME", help="Last event at or after (24h, 2017-09-05).")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="With --follow: also records that say nothing new.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line an alert, as on the topic.")] = False,
) -> None:
    """Show the alerts as they now stand; with --follow, every change from then on.

    Examples:

        marsad alerts --severity high --since 24h

        marsad alerts --follow --rule russian-strikes --place syria.deir-ez-zor

        marsad alerts --json | jq -r .title
    """
    wanted = Filter(rule or [], place, severity, since)
    asyncio.run(_show(wanted, follow=follow, every=every, as_json=as_json or not sys.stdout.isatty()))


class Filter:
    """Which alerts a person asked for."""

    def __init__(self, rules: list[str], place: str | None, severity: Severity, since: datetime | None) -> None:
        self.rules, self.place, self.severity, self.since = rules, place, severity, since

    def __call__(self, alert: Alert) -> bool:
        return (
            (not self.rules or alert.rule in self.rules)
            and alert.severity.rank >= self.severity.rank
            and (self.since is None or alert.last_event_at >= self.since)
            and (self.place is None or self._is_there(alert))
        )

    def _is_there(self, alert: Alert) -> bool:
        from streams.text.fold import fold_term  # numpy: not before it is needed

        place = self.place or ""
        values = (value for value in alert.group.values() if value)
        return any(f"{value}.".startswith(f"{place}.") for value in values) or fold_term(place) in fold_term(
            alert.title
        )


async def _show(wanted: Filter, *, follow: bool, every: bool, as_json: bool) -> None:
    from agents.cli.kafka import consumer, records
    from agents.settings import load_settings
    from streams.codec import decode

    settings = load_settings()
    standing: dict[bytes, tuple[Alert, bytes]] = {}
    is_past = True

    tell = partial(_tell, wanted, None if as_json else console())
    async with consumer(settings) as client:
        async for record in records(client, settings.topic(ALERTS), settings, follow=follow):
            if record is None:
                is_past = False
                _tell_all(standing, tell)
            elif record.value is not None:
                alert = decode(record.value, Alert)
                if is_past:
                    standing[record.key or b""] = (alert, record.value)
                elif every or alert.reason is not Reason.NOTHING_NEW:
                    tell(alert, record.value)
    if not follow:
        _tell_all(standing, tell)
        if not as_json and not any(wanted(alert) for alert, _ in standing.values()):
            sys.stderr.write(f"no alerts{' like that' if standing else ' yet'} on {settings.topic(ALERTS)}\n")


def _tell_all(standing: dict[bytes, tuple[Alert, bytes]], tell: Callable[[Alert, bytes], None]) -> None:
    for alert, value in sorted(standing.values(), key=lambda pair: (pair[0].last_event_at, pair[0].id)):
        tell(alert, value)


def _tell(wanted: Filter, screen: Console | None, alert: Alert, value: bytes) -> None:
    if not wanted(alert):
        return
    if screen is not None:
        show_alert(screen, alert)
        return
    sys.stdout.buffer.write(value + b"\n")
    sys.stdout.flush()
