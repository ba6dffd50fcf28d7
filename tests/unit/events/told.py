"""What the shipped rules are told by one text, for the tests of sentences."""

from streams.events import Frame
from streams.judge import judge, look
from streams.messages import Article
from tests.shipped import RULEBOOK

TOLD = ("asserted", "claimed", "admitted")


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def is_in(frame: Frame, place: str) -> bool:
    return any(RULEBOOK.lexicon.is_under(role.id, place) for role in frame.places)


def told(text: str) -> list[Frame]:
    """The events of *text* that are told as a fact or a claim."""
    frames = look(Article(id="test", text=text), RULEBOOK).frames
    return [frame for frame in frames if frame.stance in TOLD]


def russian_strikes(text: str) -> list[Frame]:
    """Those by Russian forces, somewhere in Syria: what rule russian-strikes asks for."""
    return [
        frame
        for frame in told(text)
        if frame.type == "strike"
        and is_in(frame, "syria")
        and any(role.id.startswith("russia") for role in frame.actors)
    ]


def is_russian_strike(text: str) -> bool:
    """Rule russian-strikes matches *text*."""
    return "russian-strikes" in judge(Article(id="test", text=text), RULEBOOK).classification.rules
