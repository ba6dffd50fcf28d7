"""Signs: what the words of a single block say of it. Where it stands on the page is `page`'s business."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from streams.text.furniture.arabic import ARABIC
from streams.text.furniture.block import Block, Shape
from streams.text.furniture.english import ENGLISH
from streams.text.furniture.label import CutReason, Fit, Label, Vocabulary, by_first_word, folded, label_of
from streams.text.furniture.russian import RUSSIAN

_VOCABULARIES: Mapping[str, Vocabulary] = {"ar": ARABIC, "en": ENGLISH, "ru": RUSSIAN}
_OPENERS = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER, CutReason.TAGS})
_LABELLED_MAX = 220  # longer blocks are sentences, whatever they begin with
_LINE_MAX = 160
_HEAD = 72  # code points that a label may take
_FIRST = 24  # likewise its first word, with what stands before it
_BARS = re.compile(r"[|»›•·]|(?<=\s)[>/\\](?=\s)")
_DASHES = re.compile(r"\s*[-–—|/،,:]\s*")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]$")
_ADDRESS = re.compile(r"(?:\S+@\S+\.\w+|@\w+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabularies that a page is read with, as one."""

    labels: Mapping[str, tuple[Label, ...]]
    menu: frozenset[str]
    dates: frozenset[str]
    outlets: frozenset[str]
    archive: frozenset[str]


def words_of(language: str | None) -> Words:
    """The furniture words of *language* and, since buttons are often English, of English; of all if it is unknown."""
    return _WORDS.get(language, _EVERY)


def _words(rows: Sequence[Vocabulary]) -> Words:
    return Words(
        labels=by_first_word(label for row in rows for label in row.labels),
        menu=frozenset().union(*(row.menu for row in rows)),
        dates=frozenset().union(*(row.dates for row in rows)),
        outlets=frozenset().union(*(row.outlets for row in rows)),
        archive=frozenset().union(*(row.archive for row in rows)),
    )


def read(block: Block, words: Words) -> None:
    """Note on *block* what its own words make it: `reason`, `outside`, `opens`."""
    text = block.text
    is_line = block.shape is Shape.LINE
    if block.shape is Shape.BLANK or (block.length > _LABELLED_MAX and not is_line):
        return
    head = text[:_FIRST]
    first = _first_word(head.partition(" ")[0]) or _first_word(head)
    if first in words.labels and not text.startswith("#"):
        found = label_of(text, folded(text[:_HEAD]), words.labels)
        if found and _labelled(block, *found):
            return
    if text.startswith("©") or _has_rights(text):
        block.reason = CutReason.FOOTER
    elif "بالضرور" in text and "رأي" in text:
        block.outside = CutReason.FOOTER
    elif is_line and len(text) <= _LINE_MAX:
        spelled = folded(text).split()
        block.outside = _outside(text, spelled, words)
        if block.outside is None and not block.closed and _is_archive(spelled, words):
            block.reason = CutReason.CAPTION


@lru_cache(maxsize=8_192)  # blocks begin with the same words again and again
def _first_word(head: str) -> str:
    """The first word of *head* that is no number, folded."""
    return folded(head).lstrip("0123456789 ").split(" ", 1)[0]


def _has_rights(text: str) -> bool:
    return "الحقوق محفوظ" in text or "ights reserved" in text or "ights Reserved" in text or "рава защищены" in text


def _labelled(block: Block, label: Label, bare: bool) -> bool:
    """Take *label*, unless the block goes on to say too much for it."""
    if not bare and label.reason is not CutReason.RELATED_LINKS and block.shape is Shape.PROSE and block.length > 150:
        return False
    if label.reason is CutReason.BYLINE and (len(block.text.split()) > 7 or block.stopped):
        return False
    if label.reason is CutReason.CAPTION and label.fit is Fit.START and (block.closed or block.length > 90):
        return False
    if label.inside:
        block.reason = label.reason
        block.opens = bare and label.reason in _OPENERS
    else:
        block.outside = label.reason
    return True


def _outside(text: str, spelled: list[str], words: Words) -> CutReason | None:
    """What a line would be if it stood before or after the body."""
    if text[0] == "#" and all(word[0] == "#" for word in text.split()):
        return CutReason.TAGS
    if _is_date(spelled, words):
        return CutReason.DATE
    if len(spelled) <= 12 and all(_in_menu(word, words) for word in spelled):
        return CutReason.MENU
    if _is_bar(text, words):
        return CutReason.MENU
    if _ADDRESS.fullmatch(text) or (len(text) <= 60 and _is_signature(text, spelled, words)):
        return CutReason.BYLINE
    credit = _CREDIT.search(text)
    return CutReason.CAPTION if credit and folded(credit[1]) in words.outlets else None


def _is_bar(text: str, words: Words) -> bool:
    """'Home | World | Syria', 'الرئيسية » سياسة » ...': three segments and more, one of them a section."""
    segments = [folded(segment).split() for segment in _BARS.split(text)]
    return len(segments) >= 3 and any(
        segment and all(_in_menu(word, words) for word in segment) for segment in segments
    )


def _is_date(spelled: list[str], words: Words) -> bool:
    numbers = sum(word[0].isdigit() for word in spelled)
    if not numbers or len(spelled) > 18:
        return False
    if not all(word[0].isdigit() or word in words.dates for word in spelled):
        return False
    return numbers < len(spelled) or numbers >= 3


def _in_menu(word: str, words: Words) -> bool:
    return word in words.menu or (word[0] == "و" and word[1:] in words.menu)


def _is_signature(text: str, spelled: list[str], words: Words) -> bool:
    """'Reuters', 'دمشق - سانا', 'By Jane Doe'."""
    if spelled[:1] == ["by"] and 2 <= len(spelled) <= 7:
        return all(word[0].isupper() or word in ("and", "in") for word in text.split()[1:])
    parts = [folded(part) for part in _DASHES.split(text.strip("()[] "))]
    return any(part in words.outlets for part in parts) and all(part.count(" ") <= 3 for part in parts)


def _is_archive(spelled: list[str], words: Words) -> bool:
    return len(spelled) > 2 and any(" ".join(spelled[-n:]) in words.archive for n in (1, 2, 3))


_EVERY = _words(list(_VOCABULARIES.values()))
_WORDS: Mapping[str | None, Words] = {
    code: _words([row] if row is ENGLISH else [row, ENGLISH]) for code, row in _VOCABULARIES.items()
}
