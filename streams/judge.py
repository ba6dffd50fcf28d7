"""The whole decision as one pure function: an article and a rulebook in, a classification and matches out.

news.articles -> classify -> `judge` -> news.classified + news.matches. `scan`, `rules explain`, the tests and the
bench call it too; nobody has a pipeline of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from streams.messages import Article, Classification, Match
from streams.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What `judge` found. `rules_run` counts the rules that the presearcher let through and the matcher ran."""

    classification: Classification
    matches: tuple[Match, ...]
    rules_run: int


def judge(
    article: Article, rulebook: Rulebook, *, replayed: str | None = None, lap: Callable[[str], None] | None = None
) -> Judgement:
    """Clean, fold, find mentions, run rules. *lap* is told the name of each stage as it ends (for `--stats`)."""
    raise NotImplementedError
