"""Mentions: which known actors, places and weapons a document names, and where.

hits of the one pass -> **find_mentions** -> rules, classification.
"""

from collections.abc import Mapping

from streams.lexicon.model import Lexicon
from streams.text.document import Document, Span
from streams.text.findings import Found


def find_mentions(document: Document, hits: Mapping[int, list[Span]], lexicon: Lexicon) -> tuple[Found, ...]:
    """The mentions among *hits*, in reading order."""
    found = [
        Found(name.kind, name.id, span, name.owner, name.platform)
        for term, spans in hits.items()
        if (meaning := lexicon.meanings.terms.get(term))
        for name in meaning.names
        for span in spans
    ]
    return tuple(sorted(found, key=lambda found: found.span))
