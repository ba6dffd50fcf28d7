"""An alert in a few lines: how bad, what, where, since when, told by whom, in whose words."""

from rich.console import Console
from rich.text import Text

from agents.cli.show import COLOURS, one_line
from streams.ids import match_id
from streams.messages import Alert

QUOTE_WIDTH = 160


def show_alert(screen: Console, alert: Alert) -> None:
    """Print *alert*: two lines, the second the words of the source that caused it."""
    screen.print(heading(alert), soft_wrap=True)
    told = next((s for s in alert.sources if match_id(s.article_id, alert.id) == alert.match_id), None)
    if told is not None and told.quote:
        screen.print(
            Text.assemble("    ", (one_line(told.quote, QUOTE_WIDTH), "dim"), (f"  — {one_line(told.source)}", "dim")),
            soft_wrap=True,
        )


def heading(alert: Alert) -> Text:
    """`2017-09-05 12:30  HIGH  Russian strikes: Deir ez-Zor, sea  7 articles, 7 sources · new_source`."""
    articles, sources = alert.article_count, alert.source_count
    counts = f"{articles} article{'s' * (articles != 1)}, {sources} source{'s' * (sources != 1)}"
    return Text.assemble(
        (f"{alert.last_event_at:%Y-%m-%d %H:%M}  ", "dim"),
        (f"{str(alert.severity).upper():8}", COLOURS[alert.severity]),
        f"  {one_line(alert.title)}",
        (f"  {counts} · {alert.reason}{' · replayed' if alert.replayed else ''}", "dim"),
    )
