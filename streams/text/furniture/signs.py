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
_BYLINE_WORDS = 12
_CREDIT_MAX = 60
_HEADING_WORDS = 7
_LINK_WORDS = 3  # of one link in a bar of links
_HEAD = 72  # code points that a label may take
_FIRST = 24  # likewise its first word, with what stands before it
_BARS = re.compile(r"[|»›•·]|(?<=\s)[>/\\](?=\s)")
_AGE = re.compile(r"(?:^|[-–—|·•(]\s*)(?:(?:قبل|منذ) \d+ \w+|\d+ \w+ (?:ago|назад))\)?$")
_DASHES = re.compile(r"\s*[-–—|/،,:]\s*")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]$")
_PHOTO = re.compile(r"[ .(\[](?:Photo(?:graph|grapher)?|Image|Picture|Credit|Фото|تصوير|عدسة|الصورة): ?[^:]{2,40}$")
_ADDRESS = re.compile(r"(?:\S+@\S+\.\w+|@\w+)")


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabularies that a page is read with, as one."""

    labels: Mapping[str, tuple[Label, ...]]
    menu: frozenset[str]
    dates: frozenset[str]
    outlets: frozenset[str]
    archive: frozenset[str]
    lists: frozenset[str]
    headings: frozenset[str]


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
        lists=frozenset().union(*(row.lists for row in rows)),
        headings=frozenset().union(*(row.headings | row.lists | row.menu for row in rows)),
    )


def read(block: Block, words: Words) -> None:
    """Note on *block* what its own words make it: `reason`, `outside`, `opens`."""
    text = block.text
    is_line = block.shape is Shape.LINE
    if block.shape is Shape.BLANK or (block.length > _LABELLED_MAX and not is_line) or _is_labelled(block, words):
        return
    if _has_rights(text) or (text[0] == "©" and (block.length > _CREDIT_MAX or any(map(str.isdigit, text)))):
        block.reason = CutReason.FOOTER
    elif text[0] == "©":
        block.reason = CutReason.CAPTION
    elif "بالضرور" in text and "رأي" in text:
        block.outside = CutReason.FOOTER
    elif is_line and len(text) <= _LINE_MAX:
        _read_line(block, folded(text).split(), words)


def _is_labelled(block: Block, words: Words) -> bool:
    text = block.text
    if text[0] in "[(" and (text[-1] in "])" or text.find(")", 0, _FIRST) > 0):
        text = text[1:].replace(")", ":", 1)  # "[Advertisement]", "(Video) Jets strike ..."
    head = text[:_FIRST]
    first = _first_word(head.partition(" ")[0]) or _first_word(head)
    if first not in words.labels or text.startswith("#"):
        return False
    found = label_of(text, folded(text[:_HEAD]), words.labels)
    if found is None or not _takes_label(block, *found):
        return False
    if block.reason in _OPENERS and block.shape is Shape.LINE and not block.closed:
        block.opens |= _heads_links(folded(text).split(), words)
    return True


def _read_line(block: Block, spelled: list[str], words: Words) -> None:
    if not block.closed and _heads_links(spelled, words):
        block.reason, block.opens = CutReason.TICKER, True
        return
    block.outside = _outside(block.text, spelled, words)
    if block.outside is None and not block.closed and _is_archive(spelled, words):
        block.reason = CutReason.CAPTION


@lru_cache(maxsize=8_192)  # blocks begin with the same words again and again
def _first_word(head: str) -> str:
    """The first word of *head* that is no number, folded."""
    return folded(head).lstrip("0123456789 ").split(" ", 1)[0]


def _has_rights(text: str) -> bool:
    return "الحقوق محفوظ" in text or "ights reserved" in text or "ights Reserved" in text or "рава защищены" in text


def _takes_label(block: Block, label: Label, bare: bool) -> bool:
    """Take *label*, unless the block goes on to say too much for it."""
    if not bare and label.reason is not CutReason.RELATED_LINKS and block.shape is Shape.PROSE and block.length > 150:
        return False
    if label.reason is CutReason.BYLINE and (len(block.text.split()) > _BYLINE_WORDS or block.stopped):
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
    if len(spelled) <= 12 and all(word[0].isdigit() or _in_menu(word, words) for word in spelled):
        return CutReason.MENU if any(not word[0].isdigit() for word in spelled) else CutReason.SHARE
    if _AGE.search(text):
        return CutReason.TICKER
    if text[0] in "←→" or text[-1] in "←→":
        return CutReason.RELATED_LINKS  # to the article before or after
    if _is_bar(text, words):
        return CutReason.MENU
    if _ADDRESS.fullmatch(text) or (len(text) <= 60 and _is_signature(text, spelled, words)):
        return CutReason.BYLINE
    if _PHOTO.search(text):
        return CutReason.CAPTION
    credit = _CREDIT.search(text)
    return CutReason.CAPTION if credit and folded(credit[1]) in words.outlets else None


def _is_bar(text: str, words: Words) -> bool:
    """'Home | World | Syria', 'الرئيسية » سياسة » ...': three segments and more, all short or one of them a section."""
    segments = [folded(segment).split() for segment in _BARS.split(text)]
    if len(segments) < 3:
        return False
    return any(segment and all(_in_menu(word, words) for word in segment) for segment in segments) or (
        text.count("|") >= 2 and all(len(segment) <= _LINK_WORDS for segment in segments)
    )


def _heads_links(spelled: list[str], words: Words) -> bool:
    """'Most read this week', 'مقالات سابقة', 'Latest news from Syria': words of a heading, then of a place at most."""
    if not 2 <= len(spelled) <= _HEADING_WORDS or words.lists.isdisjoint(spelled) or words.menu.issuperset(spelled):
        return False
    known = [word in words.headings for word in spelled]
    return all(known) or (len(known) >= 3 and all(known[:-1]) and spelled[-2] in _FROM)


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


_FROM = frozenset(map(folded, ("من", "عن", "from", "about", "из", "о")))
_EVERY = _words(list(_VOCABULARIES.values()))
_WORDS: Mapping[str | None, Words] = {
    code: _words([row] if row is ENGLISH else [row, ENGLISH]) for code, row in _VOCABULARIES.items()
}
