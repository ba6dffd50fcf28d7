"""Raw text to paragraphs and sentences, as spans of code points.

A paragraph is a line; a sentence never crosses one.
"""

import re

from streams.languages import ARABIC, LANGUAGES

# . ! ? ؟ ۔ … end a sentence before white space or the line's end; a full stop between Arabic letters does too, since
# Arabic pages often leave the space out. Both ways begin with the same set of marks: the search for it is fast.
_END = re.compile(r"[.!?؟۔…](?:[.!?؟۔…]*[\"'»”’)\]]*(?=\s|$)|(?<=[\u0621-\u064a]\.)(?=[\u0621-\u064a]{2}))")
_LINE = re.compile(r"[^\n]+")  # of nearly all texts: all but one letter is quick, all but four is not
_ANY_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_ABBREVIATIONS = frozenset[str]().union(*(language.abbreviations for language in LANGUAGES))
_BEFORE_NUMBER = frozenset[str]().union(*(language.before_number for language in LANGUAGES))
_LONGEST = max(map(len, _ABBREVIATIONS | _BEFORE_NUMBER))
_NUMBER = re.compile(r"\s*\d")
_LAST_WORD = re.compile(r"[^\s(\[\"«“]{0,12}$")


def is_one_line(raw: str) -> bool:
    """No line ends within *raw*: asked for each phrase, so it is no regular expression."""
    return "\n" not in raw and "\r" not in raw and "\u2028" not in raw and "\u2029" not in raw


def paragraphs(raw: str) -> list[tuple[int, int]]:
    """Spans of the lines of *raw* that hold more than white space."""
    line = _ANY_LINE if "\r" in raw or "\u2028" in raw or "\u2029" in raw else _LINE
    return [found.span() for found in line.finditer(raw) if not found.group().isspace()]


def sentences(raw: str, lines: list[tuple[int, int]] | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences of *raw*, in order; together they cover every paragraph. *lines* are these, if known."""
    spans = []
    marks = _END.finditer(raw)
    mark = next(marks, None)
    for start, end in paragraphs(raw) if lines is None else lines:
        at = start
        while mark is not None and mark.start() < end:
            stop, after = mark.span()
            if after - stop > 1 or raw[stop] != "." or not _is_abbreviated(raw, at, stop):
                spans.append((at, after))
                at = after
            mark = next(marks, None)
        if at < end and not raw[at:end].isspace():
            spans.append((at, end))
    return spans


def _is_abbreviated(raw: str, start: int, stop: int) -> bool:
    """The full stop at *stop* ends an abbreviation (Gen., Nov. 5), an initial (J., أ. ف. ب.) or a list number."""
    tail = raw[max(start, stop - _LONGEST - 1) : stop]
    if len(tail) > _LONGEST and tail.isalpha():  # as most sentences end
        return False
    found = _LAST_WORD.search(raw, max(start, stop - 12), stop)
    word = found.group() if found else ""
    lowered = word.lower()
    if lowered in _ABBREVIATIONS or (lowered in _BEFORE_NUMBER and _NUMBER.match(raw, stop + 1)):
        return True
    is_letter = word.isupper() or ARABIC.letters.fullmatch(word) is not None
    alone = len(word) == 1 and (is_letter or not raw[start : stop - 1].strip())
    return alone or (word.isdigit() and not raw[start : stop - len(word)].strip())
