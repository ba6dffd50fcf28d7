"""Lint: what a lexicon that loads may still not ship with."""

from streams.errors import Fault
from streams.lexicon.model import Lexicon


def lint(lexicon: Lexicon) -> tuple[Fault, ...]:
    """Every shortcoming of *lexicon*, in reading order; empty if there is none."""
    return tuple(row.at.fault(f"{row.id}: no name") for row in lexicon.actors.values() if not row.name)
