"""Page: where the words of a document's sentences begin, and which marks stand between them.

document -> **Page** -> Sentence. Only where a sentence is coded; marks are few, so they are looked for, not between
which words they may stand.
"""

import re
from bisect import bisect_left

from streams.text.document import Document, Span

SOFT, HARD, COLON = 1, 2, 3
_MARKS = dict.fromkeys(",،–—", SOFT) | dict.fromkeys(";؛\n\r|…", HARD) | {":": COLON}
_MARK, _DASH = re.compile(f"[{''.join(_MARKS)}]"), " - "


class Page:
    """The words of one document."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def words(self, span: Span) -> tuple[list[str], list[int], list[int]]:
        """The words of folded *span*, where they begin, and the strongest mark before each; before the first, HARD."""
        start, end = span
        text, raw, raw_at = self.document.text, self.document.folded.raw, self.document.folded.at
        start += text.startswith(" ", start, end)
        end -= text.endswith(" ", start, end)
        if start >= end:
            return [], [], []
        words = text[start:end].split(" ")
        starts = []
        at = start
        for word in words:
            starts.append(at)
            at += len(word) + 1
        marks = [0] * len(words)
        begin, stop = raw_at[start], raw_at[end - 1]
        for found in _MARK.finditer(raw, begin, stop):
            if found[0] == ":" and raw[found.start() - 1].isdigit() and raw[found.end() : found.end() + 1].isdigit():
                continue  # at 2:15
            word_after = bisect_left(starts, found.start(), key=raw_at.__getitem__)
            marks[word_after] = max(_MARKS[found[0]], marks[word_after])
        at = raw.find(_DASH, begin, stop)
        while at >= 0:
            word_after = bisect_left(starts, at, key=raw_at.__getitem__)
            marks[word_after] = max(SOFT, marks[word_after])
            at = raw.find(_DASH, at + 1, stop)
        marks[0] = HARD
        return words, starts, marks

    def gap(self, start: int) -> str:
        """What stands between the word that begins at *start* and the one before it, as received."""
        folded = self.document.folded
        return folded.raw[folded.at[start - 2] + 1 : folded.at[start]]
