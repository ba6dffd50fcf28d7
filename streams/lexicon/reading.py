"""Reading: the words of one document, forwards and backwards from a position in its folded text."""

import re

from streams.lexicon.words import Phrases
from streams.text.document import Document, Span

# Within one name there is no full stop (but in U.S.), comma, bracket or line's end.
_BREAK = re.compile(r"(?<![A-Z])[.!?…](?=[\s\"'»”)]|$)|[,;:،؛\n\r()\[\]|]|\s[-–—]\s")


class Reading:
    """A word is what stands between two spaces; "" where the text ends."""

    __slots__ = ("document", "text")

    def __init__(self, document: Document) -> None:
        self.document, self.text = document, document.text

    def word(self, at: int) -> tuple[str, int]:
        """The word that begins at *at*, and where it ends."""
        end = self.text.find(" ", at)
        return (self.text[at:end], end) if end > at else ("", at)

    def word_before(self, end: int) -> tuple[str, int]:
        """The word that ends at *end*, and where it begins."""
        start = self.text.rfind(" ", 0, max(end, 0)) + 1
        return self.text[start:end], start

    def phrase(self, phrases: Phrases, word: str, at: int) -> str | None:
        """The longest of *phrases* that begins at *at*, where *word* stands."""
        for phrase in phrases.get(word, ()):
            if self.text.startswith(f"{phrase} ", at):
                return phrase
        return None

    def phrase_before(self, phrases: Phrases, end: int) -> str | None:
        """The longest of *phrases* that ends at *end*."""
        for phrase in phrases.get(self.word_before(end)[0], ()):
            if end > len(phrase) and self.text.startswith(f" {phrase} ", end - len(phrase) - 1):
                return phrase
        return None

    def raw(self, span: Span) -> str:
        """The text as received."""
        folded = self.document.folded
        start, end = folded.raw_span(*span)
        return folded.raw[start:end]

    def is_broken(self, span: Span) -> bool:
        """A full stop, comma or bracket lies within *span*: it is no one name."""
        raw = self.raw(span)
        return not raw.replace(" ", "").isalpha() and _BREAK.search(raw) is not None
