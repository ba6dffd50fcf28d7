"""Coder: mentions and trigger hits of a document to its events.

mentions -> **code_events** -> rules, classification.
"""

from collections.abc import Mapping

from streams.events.actions import Actions
from streams.events.model import Frame
from streams.lexicon import Lexicon
from streams.text.document import Document, Span
from streams.text.findings import Found


def code_events(
    document: Document,
    hits: Mapping[int, list[Span]],
    mentions: tuple[Found, ...],
    lexicon: Lexicon,
    actions: Actions,
) -> tuple[Frame, ...]:
    """The events of *document* in reading order, each once: what is told again is in the first one's `also`."""
    if hits.keys().isdisjoint(actions.triggers):
        return ()
    return ()
