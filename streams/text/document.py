"""Document: an article's title and body as one folded text, so that one pass finds everything in both.

Raw layout: title, line break, text. Page furniture is overwritten by line breaks before folding: offsets stay true and
nothing can be found in it. Positions are folded unless a name says raw.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from streams.languages import language_of
from streams.messages import Article, Hit, Quote
from streams.text.clean import Body, clean
from streams.text.fold import Folded, fold
from streams.text.split import paragraphs, sentences

LEAD_CHARACTERS = 300
QUOTE_CHARACTERS = 600

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Raw title, line break and text with the furniture blanked; `text_at` is where the text begins."""

    raw: str
    text_at: int
    body: Body


def lay_out(article: Article) -> Layout:
    """Find the body of *article* and blank everything around it."""
    title = article.title or ""
    body = clean(article.text, article.title, article.language)
    pieces, at = [title, "\n"], 0
    for start, end in sorted(
        [(0, body.start), *((cut.start, cut.end) for cut in body.cut), (body.end, len(article.text))]
    ):
        pieces += [article.text[at:start], "\n" * (end - max(start, at))]
        at = max(at, end)
    return Layout(raw="".join(pieces), text_at=len(title) + 1, body=body)


class Document:
    """What mentions and rules look at. Everything but the folded text is made on first use."""

    def __init__(self, article: Article, layout: Layout) -> None:
        self.article, self.layout, self.text_at = article, layout, layout.text_at
        self.folded: Folded = fold(layout.raw)
        self.text = self.folded.text

    @cached_property
    def language(self) -> str | None:
        """As given, else by the script of the body."""
        return self.article.language or language_of(self.article.text[self.layout.body.start :])

    @cached_property
    def body_at(self) -> int:
        """Where the body begins."""
        return self.folded.folded_at(self.layout.text_at)

    @cached_property
    def raw_sentences(self) -> list[Span]:
        """Sentences of title and body, in order, with their punctuation: positions in the raw layout."""
        return sentences(self.layout.raw, self.raw_paragraphs)

    @cached_property
    def sentences(self) -> list[Span]:
        """The same in folded positions."""
        return self._to_folded(self.raw_sentences)

    @cached_property
    def lone(self) -> frozenset[int]:
        """Indexes of the sentences that are lines of their own on a page of sentences: headlines of who knows what."""
        lines = [(self.text_at + start, self.text_at + end) for start, end in self.layout.body.lines]
        if not lines:
            return frozenset()
        return frozenset(
            index
            for index, (start, end) in enumerate(self.raw_sentences)
            if (at := bisect_right(lines, (end, 0)) - 1) >= 0 and lines[at][0] < end and start < lines[at][1]
        )

    @cached_property
    def paragraphs(self) -> list[Span]:
        """Paragraphs of title and body, in order; the title is the first if there is one."""
        return self._to_folded(self.raw_paragraphs)

    @cached_property
    def raw_paragraphs(self) -> list[Span]:
        return paragraphs(self.layout.raw)

    @cached_property
    def lead(self) -> Span:
        """The body's first paragraph, or its first 300 characters to the sentence's end if that is longer."""
        first = bisect_left(self.raw_paragraphs, (self.text_at, 0))
        if first == len(self.raw_paragraphs):
            return (self.body_at, self.body_at)
        start, end = map(self.folded.folded_at, self.raw_paragraphs[first])
        reach = self.folded.folded_at(self.layout.text_at + self.layout.body.start + LEAD_CHARACTERS) - 1
        ends = [end for _, end in self.sentences[bisect_left(self.sentences, (self.body_at, 0)) :]]
        long_enough = bisect_left(ends, min(reach, len(self.text) - 1))
        return (start, max(end, ends[long_enough] if long_enough < len(ends) else len(self.text)))

    def scopes(self, name: str) -> list[Span]:
        """The spans that `in: *name*` means: sentence, paragraph, title, lead, body or article."""
        match name:
            case "sentence":
                return self.sentences
            case "paragraph":
                return self.paragraphs
            case "title":
                return [(0, self.body_at)]
            case "lead":
                return [self.lead]
            case "body":
                return [(self.body_at, len(self.text))]
            case _:
                return [(0, len(self.text))]

    def paragraph_of(self, position: int) -> int:
        """Index of the paragraph that holds *position*."""
        return bisect_right(self.paragraphs, (position, len(self.text))) - 1

    def paragraph_of_sentence(self, sentence: int) -> int:
        """Index of the paragraph that holds the sentence with that index."""
        start, _ = self.raw_sentences[sentence]
        return bisect_right(self.raw_paragraphs, (start, len(self.layout.raw))) - 1

    def sentence_of(self, position: int) -> int:
        """Index of the sentence that holds *position*."""
        return bisect_right(self.sentences, (position, len(self.text))) - 1

    def hit(self, span: Span) -> Hit:
        """*span* as a person sees it: field, code points as received, and the exact slice."""
        field, start, end, text = self.shown(span)
        return Hit(field=field, start=start, end=end, text=text)

    def shown(self, span: Span) -> tuple[str, int, int, str]:
        """The same as a plain tuple, for many: field, start, end, text."""
        return self._slice(*self.folded.raw_span(*span))

    def quote(self, sentence: int) -> Quote:
        """The sentence with that index, at most 600 characters of it."""
        start, end = self.raw_sentences[sentence]
        start += len(self.layout.raw[start:end]) - len(self.layout.raw[start:end].lstrip())
        field, start, end, text = self._slice(start, min(end, start + QUOTE_CHARACTERS))
        return Quote(field=field, start=start, end=end, text=text)

    def _slice(self, start: int, end: int) -> tuple[str, int, int, str]:
        """Raw [start, end) of the layout as field, its own offsets and the exact slice."""
        at = self.text_at
        if start < at:
            return "title", start, end, (self.article.title or "")[start:end]
        return "text", start - at, end - at, self.article.text[start - at : end - at]

    def _to_folded(self, spans: list[Span]) -> list[Span]:
        if not spans:
            return []
        ends = list(chain.from_iterable(spans))
        found = (self.folded.origin[1:-1].searchsorted(ends) + 1).tolist()
        return list(zip(found[::2], found[1::2], strict=True))
