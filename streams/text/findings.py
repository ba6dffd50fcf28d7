"""Findings: what one pass over a document found, and all that rules are told about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from streams.text.document import Document, Span
from streams.text.split import is_one_line
from streams.text.terms import Automaton


class Found(NamedTuple):
    """A mention at folded *span*. `kind` and `id` are the lexicon row's; `owner` is the actor id a weapon or carrier
    belongs to, where known; `platform` is air, sea, land or None. A tuple, for there are many.
    """

    kind: str  # actor place weapon target
    id: str
    span: Span
    owner: str | None = None
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Document, term id -> spans, and mentions in reading order (overlaps already resolved).

    `frames` are the events, values of `streams.events.model.Frame`: that floor stands above this one.
    """

    document: Document
    hits: Mapping[int, list[Span]]
    mentions: tuple[Found, ...] = ()
    frames: tuple[Any, ...] = ()


def find_terms(document: Document, automaton: Automaton) -> dict[int, list[Span]]:
    """Term id -> spans in *document*. A phrase never runs over the end of a paragraph."""
    hits = automaton.scan(document.text)
    raw, at = document.layout.raw, document.folded.at
    for term in automaton.phrases.intersection(hits):
        for a, b in hits[term]:  # most phrases are printable, which line ends are not
            if not (piece := raw[at[a] : at[b - 1]]).isprintable() and not is_one_line(piece):
                break
        else:
            continue
        kept = [(a, b) for a, b in hits[term] if is_one_line(raw[at[a] : at[b - 1]])]
        if kept:
            hits[term] = kept
        else:
            del hits[term]
    return hits
