"""Blocks: the lines of a page with what can be seen of each from its shape alone, before any word is read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from streams.text.furniture.label import CutReason

BLOCKS_MAX = 2_000  # at either end; a page of more lines is kept between them unread
_COLUMNS = re.compile(r"\t+|[ \xa0]{4,}+")
_COLUMNS_MIN = 4  # a line with fewer wide gaps is a line with careless spaces
_DOUBLE = re.compile(r"[ \xa0]{2,}+")
_PAGE = 400  # a line this long may be a page
_SENTENCE, _MOSTLY = 60, 0.4
_STOPS = frozenset('.!?؟»"”)…')
_CLOSERS = "\"'»”’)]*_ "
_ENDS = frozenset("!?؟….:؛;")
# bidi and zero-width marks, which crawled Arabic lines begin and end with, and the spaces between them
_MARKS = " \t\r\n\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
# set between headlines in one line; dashes are so in sentences, too
_BAR_SIGNS = "|┃│¦•·●◄►▶◀»«›‹✦#*/"
_BARS = re.compile(r"\s(?:[|┃│¦•·●◄►▶◀»«›‹✦#]|\*{2,}|//|·{2,})\s")
_DASHES = re.compile(r"\s[-–—/]\s")
_INNER = (". ", "، ", ", ", " ،", "؛ ", "; ", ".\xa0")
# words that join clauses, which headlines have no room for
_JOINTS = (" أن ", " إن ", " ان ", " التي ", " الذي ", " حيث ", "كما ", " that ", " which ", " who ", " что ", " котор")


class Shape(Enum):
    """PROSE: sentences. LINE: a title, a name, a list item, a headline. BLANK: no letter or digit."""

    PROSE = 1
    LINE = 2
    BLANK = 3


@dataclass(slots=True)
class Block:
    """One block of the text at [start, end), code points, without outer white space.

    `closed`: it ends as a sentence does; `stopped`: with a full stop. `reason` is set once it is known as furniture,
    `outside` if it is that only before or after the body. `opens`: the lines below belong to it.
    """

    start: int
    end: int
    text: str
    shape: Shape
    closed: bool
    stopped: bool
    reason: CutReason | None = None
    outside: CutReason | None = None
    opens: bool = False

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def kept(self) -> bool:
        return self.reason is None and self.shape is not Shape.BLANK

    @property
    def is_prose(self) -> bool:
        return self.reason is None and self.shape is Shape.PROSE

    @property
    def is_line(self) -> bool:
        return self.reason is None and self.shape is Shape.LINE


def blocks_of(text: str) -> list[Block]:
    """The blocks of *text* in order; what lies between the first and last BLOCKS_MAX lines is one block of prose."""
    blocks: list[Block] = []
    at = 0
    lines = text.split("\r" if "\r" in text and "\n" not in text else "\n")
    last_from = len(lines) - BLOCKS_MAX
    for number, line in enumerate(lines):
        end = at + len(line)
        stripped = line.strip()
        if stripped and (stripped[0] in _MARKS or stripped[-1] in _MARKS):
            stripped = stripped.strip(_MARKS)
        if BLOCKS_MAX <= number < last_from:
            if number == BLOCKS_MAX:
                blocks.append(Block(at, end, "", Shape.PROSE, closed=True, stopped=True))
            blocks[-1].end = end
        elif stripped:
            start = at + line.find(stripped[0])
            if "    " in stripped or "\t" in stripped or (len(stripped) >= _PAGE and "  " in stripped):
                blocks.extend(_columns(start, stripped))
            else:
                blocks.append(_block(start, stripped))
        at = end + 1
    return blocks


def split_off(blocks: Sequence[Block], spans: Iterable[tuple[int, int, CutReason]]) -> list[Block]:
    """*blocks* with the parts that *spans* give a reason (in order, each within one block) as blocks of their own."""
    parts: list[Block] = []
    waiting = iter(spans)
    span = next(waiting, None)
    for whole in blocks:
        block = whole
        while span and span[0] < block.start:  # it was in the unread middle of a very long page
            span = next(waiting, None)
        while span and span[1] <= block.end and block.text:
            start, end, reason = span
            at = block.start
            if before := block.text[: start - at].strip():
                parts.append(_block(at, before))
            furniture = _block(start, block.text[start - at : end - at])
            furniture.reason = reason
            parts.append(furniture)
            rest = block.text[end - at :]
            block = _block(block.end - len(rest.lstrip()), rest.strip())
            span = next(waiting, None)
        if block.length:
            parts.append(block)
    return parts


def _columns(at: int, line: str) -> Iterator[Block]:
    """The line, or its columns where it is set in columns (a bar of links, a ticker, a page that lost its newlines)."""
    gaps = _gaps(line) if len(line) >= _PAGE else []
    gaps = gaps or [gap.span() for gap in _COLUMNS.finditer(line)]
    if len(gaps) < _COLUMNS_MIN:
        yield _block(at, line)
        return
    start = 0
    for left, right in (*gaps[:BLOCKS_MAX], (len(line), len(line))):
        if left > start:
            yield _block(at + start, line[start:left])
        start = right


def _gaps(line: str) -> list[tuple[int, int]]:
    """The double spaces of *line*, if what is long between them ends as sentences do: they were newlines."""
    gaps = [gap.span() for gap in _DOUBLE.finditer(line)]
    parts = [(start, end) for (_, start), (end, _) in pairwise([(0, 0), *gaps, (len(line), 0)])]
    long = [(start, end) for start, end in parts if end - start >= _SENTENCE]
    closed = [(start, end) for start, end in long if line[end - 1] in _STOPS]
    mostly = sum(end - start for start, end in closed) >= _MOSTLY * sum(end - start for start, end in long)
    return gaps if len(gaps) >= _COLUMNS_MIN and len(closed) >= 2 and mostly else []


def _block(at: int, line: str) -> Block:
    tail = line[-8:].rstrip(_CLOSERS)
    last = tail[-1:]
    stopped = last == "." and not tail.endswith("..")
    closed = stopped or last in _ENDS or line.endswith(("»", "”", '"'))
    return Block(at, at + len(line), line, _shape(line, stopped=stopped, closed=closed), closed, stopped)


def _shape(line: str, *, stopped: bool, closed: bool) -> Shape:
    length = len(line)
    if length >= 180:
        return Shape.LINE if is_ticker(line) or (not stopped and is_row(line)) else Shape.PROSE
    if stopped and length >= 25:
        return Shape.PROSE
    if length >= 110 and not stopped and is_row(line):
        return Shape.LINE
    if length >= 110 and (closed or any(mark in line for mark in _INNER)):
        return Shape.PROSE
    return Shape.LINE if length > 24 or any(map(str.isalnum, line)) else Shape.BLANK


def is_row(line: str) -> bool:
    """Three headlines and more in one line: with bars or bullets between, or with dashes and a section's name each."""
    has_bars = any(bar in line for bar in _BAR_SIGNS)  # most lines have none, and the pattern is slow
    return (has_bars and len(_BARS.findall(line)) >= 2) or (line.count(": ") >= 2 and len(_DASHES.findall(line)) >= 2)


def is_ticker(line: str) -> bool:
    """A long run of words with hardly a comma, stop or joint: headlines set one after the other."""
    if len(line) < 250 or line[-1] == ".":
        return False
    marks = sum(line.count(mark) for mark in _INNER) - line.count(".. ")
    return marks * 250 < len(line) and sum(line.count(joint) for joint in _JOINTS) * 150 < len(line)
