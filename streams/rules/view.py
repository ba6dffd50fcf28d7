"""View: the part of an article that a condition looks at, with the terms and mentions found there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from streams.messages import Article
from streams.text.document import Document, Span
from streams.text.findings import Findings, Found

Support: TypeAlias = Span | Found  # a word that was found, or a mention
Evidence: TypeAlias = list[Support]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a mention must be: of that kind, and its id among those that the lexicon says fulfil the condition."""

    kind: str
    ids: frozenset[str]


class View:
    """The whole article, or one span of it. Positions are folded."""

    __slots__ = ("_mentions", "article", "document", "hits", "scope")

    def __init__(
        self,
        document: Document,
        article: Article,
        hits: Mapping[int, list[Span]],
        mentions: Sequence[Found],
        scope: Span | None = None,
    ) -> None:
        self.document, self.article, self.hits, self._mentions, self.scope = document, article, hits, mentions, scope

    @classmethod
    def of(cls, findings: Findings, article: Article) -> "View":
        """All of the article."""
        return cls(findings.document, article, findings.hits, findings.mentions)

    def spans(self, term: int) -> Sequence[Span]:
        """Where *term* stands in it."""
        spans = self.hits.get(term)
        if spans is None:
            return ()
        if self.scope is None:
            return spans
        first, last = self.scope
        return [span for span in spans if first <= span[0] and span[1] <= last]

    def mentions(self, sought: Sought) -> list[Found]:
        """The mentions in it that are as *sought* says."""
        ids, kind = sought.ids, sought.kind
        return self._inside([found for found in self._mentions if found.id in ids and found.kind == kind])

    def of_kind(self, kind: str) -> list[Found]:
        """All mentions of *kind* in it."""
        return self._inside([found for found in self._mentions if found.kind == kind])

    def carriers(self) -> list[Found]:
        """The mentions in it that say from air, sea or land."""
        return self._inside([found for found in self._mentions if found.platform])

    def scopes(self, name: str) -> list[Span]:
        """The spans that `in: *name*` means here; inside another scope, their part of it."""
        spans = self.document.scopes(name)
        if self.scope is None:
            return spans
        first, last = self.scope
        return [(max(a, first), min(b, last)) for a, b in spans if a < last and b > first]

    def narrowed(self, scope: Span) -> "View":
        """Only what lies in *scope*."""
        return View(self.document, self.article, self.hits, self._mentions, scope)

    def _inside(self, mentions: list[Found]) -> list[Found]:
        if self.scope is None:
            return mentions
        first, last = self.scope
        return [found for found in mentions if first <= found.span[0] and found.span[1] <= last]


def span_of(support: Support) -> Span:
    """Where it stands."""
    return support.span if isinstance(support, Found) else support
