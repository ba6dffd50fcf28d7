"""Rulebook: every pack and the lexicon, parsed, checked and compiled once; immutable, so a swap is one assignment."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """`id` hashes all packs and the lexicon; `rules` are the rules by id, in file order."""

    id: str


def load_rulebook(packs: Mapping[str, str], lexicon: Mapping[str, str]) -> Rulebook:
    """Compile *packs* and *lexicon* (path -> YAML text). Raises LoadError with every fault of every file."""
    raise NotImplementedError
