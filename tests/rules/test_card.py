"""The card of `marsad scan`: what an article tells, each event in one line; what fired, or why nothing did."""

from io import StringIO

import pytest
from rich.console import Console

from agents.cli.card import show_card
from agents.cli.telling import tell
from streams.judge import judge
from streams.messages import Article, Event
from tests.shipped import RULEBOOK

LONG = (
    "strike · Russian navy → Islamic State · Deir ez-Zor · from the sea, out of Mediterranean · "
    "claimed by Russian Defence Ministry via Reuters"
)


def event(**said: object) -> Event:
    return Event(start=0, end=1, text="x", **{"type": "strike", **said})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            {
                "actors": ("russia.military.navy",),
                "recipients": ("islamic-state",),
                "places": ("syria.deir-ez-zor.city",),
                "origins": ("mediterranean-sea",),
                "platform": "sea",
                "stance": "claimed",
                "claimants": ("russia.defence-ministry",),
                "via": ("media.reuters",),
            },
            LONG,
        ),
        (
            {"type": "clash", "actors": ("sdf", "islamic-state"), "recipients": ("islamic-state", "sdf")},
            "clash · Syrian Democratic Forces ↔ Islamic State",
        ),
        ({"type": "casualties", "recipients": ("russia.military",), "quantity": 2, "stance": "admitted"},
         "casualties (2) · ? → Russian military · admitted"),
        ({"type": "casualties", "quantity_text": "tens"}, "casualties (tens)"),
        ({"stance": "planned"}, "strike · only planned"),
        ({"type": "siege_broken", "stance": "denied", "claimants": ("islamic-state",)},
         "end of a siege · denied by Islamic State"),
    ],
)  # fmt: skip
def test_an_event_in_one_line(said: dict[str, object], line: str) -> None:
    assert tell(event(**said), RULEBOOK.lexicon) == line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "قصفت طائرات حربية روسية بلدة موحسن",
            ["event: strike · Russian air force · Muhasan · from the air", "● HIGH russian-strikes: Russian strikes"],
        ),
        (
            "Russia denied that its warplanes had bombed Muhassan",
            ["denied by Russia", "○ no alert: russian-strikes: the strike is denied"],
        ),
        ("Самолёты ВКС России разбомбили Маядин", ["event: strike · Russian air force · Mayadin · from the air"]),
    ],
)
def test_the_card_shows_events_and_what_came_of_them(text: str, lines: list[str]) -> None:
    article = Article(id="a", text=text)
    out = StringIO()
    show_card(article, judge(article, RULEBOOK), RULEBOOK, Console(file=out, width=300))
    assert [line for line in lines if line not in out.getvalue()] == []
