"""A line that is no sentence: what its words make of it (a date, a bar of links, a signature, a heading of links)."""

import re

from streams.text.furniture.block import is_row
from streams.text.furniture.label import CutReason, folded
from streams.text.furniture.words import Words

_ENDS = frozenset(".!؟?")
_HEADING_WORDS = 7
_LINK_WORDS = 3  # of one link in a bar of links
_BARS = re.compile(r"[|»›•·]|(?<=\s)[>/\\](?=\s)")
_AGE = re.compile(r"(?:^|[-–—|·•(]\s*)(?:(?:قبل|منذ) \d+ \w+|\d+ \w+ (?:ago|назад))\)?$")
_DASHES = re.compile(r"\s*[-–—|/،,:]\s*")
_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]$")
_PHOTO = re.compile(r"[ .(\[](?:Photo(?:graph|grapher)?|Image|Picture|Credit|Фото|تصوير|عدسة|الصورة): ?[^:]{2,40}$")
_ADDRESS = re.compile(r"(?:\S+@\S+\.\w+|@\w+)")
_FROM = frozenset(map(folded, ("من", "عن", "from", "about", "из", "о")))


def outside(text: str, spelled: list[str], words: Words) -> CutReason | None:
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
    if is_row(text) and text[-1] not in _ENDS:
        return CutReason.TICKER
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


def heads_links(spelled: list[str], words: Words) -> bool:
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


def is_archive(spelled: list[str], words: Words) -> bool:
    return len(spelled) > 2 and any(" ".join(spelled[-n:]) in words.archive for n in (1, 2, 3))
