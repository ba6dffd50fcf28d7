"""The card of `marsad scan` on a terminal: the article with its evidence marked, and what fired."""

from rich.console import Console
from rich.text import Text

from agents.cli.show import COLOURS, console, is_right_to_left, marked, one_line
from agents.cli.telling import tell
from streams.judge import Judgement
from streams.messages import Article, Event, Hit, Match
from streams.rulebook import Rulebook
from streams.rules.operators.event_keys import DONE
from streams.text.split import paragraphs

MAX_MENTIONS = 12
MAX_EVENTS = 12


def show_card(article: Article, judgement: Judgement, rulebook: Rulebook, out: Console | None = None) -> None:
    """Print one card: heading, body with evidence, mentions, events, what fired or why nothing did."""
    screen = out or console()
    found = judgement.classification
    hits = [hit for match in judgement.matches for hit in match.hits]
    when = article.event_time
    facts = [article.outlet, found.language or "unknown language", when.isoformat()[:16] + "Z" if when else "no date"]
    screen.print()
    screen.rule(Text(one_line(" · ".join(facts))), align="left", style="dim")
    if article.title:
        _paragraph(screen, article.title, 0, [hit for hit in hits if hit.field == "title"], style="bold")
    inside = [hit for hit in hits if hit.field == "text"]
    start, end = found.body
    for first, last in paragraphs(article.text):
        if last <= start or first >= end:
            continue
        _paragraph(screen, article.text[first:last], first, inside)
    if cut := len(article.text) - (end - start):
        screen.print(Text(f"({cut} characters of page furniture left out)", style="dim"))
    if found.mentions:
        screen.print(Text("mentions: " + _names(judgement), style="dim"))
    for event in found.events[:MAX_EVENTS]:
        screen.print(Text(f"event: {one_line(tell(event, rulebook.lexicon), 200)}", style=_shade(event)))
    if len(found.events) > MAX_EVENTS:
        screen.print(Text(f"and {len(found.events) - MAX_EVENTS} more events", style="dim"))
    for match in judgement.matches:
        screen.print(_fired(match))
    if not judgement.matches:
        from agents.cli.why import why_quiet

        screen.print(Text("○ no alert: " + why_quiet(article, rulebook), style="dim"))


def _paragraph(screen: Console, text: str, at: int, hits: list[Hit], style: str = "") -> None:
    line = marked(text, at, hits, in_colour=screen.color_system is not None and not screen.no_color)
    line.stylize_before(style)
    screen.print(line, justify="right" if is_right_to_left(text) else "left")


def _names(judgement: Judgement) -> str:
    names = dict.fromkeys(f"{mention.name} ({mention.kind})" for mention in judgement.classification.mentions)
    more = f" and {len(names) - MAX_MENTIONS} more" if len(names) > MAX_MENTIONS else ""
    return ", ".join(list(names)[:MAX_MENTIONS]) + more


def _shade(event: Event) -> str:
    """What is told as done stands out."""
    return "" if event.stance in DONE.words else "dim"


def _fired(match: Match) -> Text:
    words = " · ".join(dict.fromkeys(hit.text for hit in match.hits))
    return Text.assemble(
        ("● ", COLOURS[match.severity]),
        (str(match.severity).upper(), COLOURS[match.severity]),
        f" {match.rule}: {one_line(match.title)}",
        ("   " + one_line(words), "dim"),
    )
