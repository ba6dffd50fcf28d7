"""Joins: the words by which a sentence goes on with the text above it, as no headline and no teaser begins."""

import re

# minister, delegation, agency, units, death, arrived, fell; factions, teams, lost: these letters are their own
_STEMS = "و(?:ز[يا]ر|زراء|كال|فد|فود|فاة|فيات|حد[اةت]|سائل|لاي|رشة|ثق|ثي|صل|صول|قع|قف|جه|افق|اشنطن|اصل|عد|ضع|رد)"
_STEMS += "|ف(?:رنس|صائل|رق|ريق|رات|لسط|يدي|تح|جر|قد|از|وز|رض|لاد|يين|ير|يض|نزو)"
_ARABIC = "كما|لكن|ثم|بدوره|بدورها|إلى ذلك|من جهت|من جانب|في المقابل|في سياق|أما|إذ|غير أن"
_ENGLISH = "He|She|It|They|We|His|Her|Its|Their|This|That|These|Those|But|And|However|Meanwhile|Also|Yet|Asked|Both"
_RUSSIAN = (
    "Он|Она|Они|Оно|Его|Её|Их|Это|Этот|При этом|Однако|Но|Также|По словам|По (?:его|её|их) словам|Кроме|Между тем|Ранее"
)
_GOES_ON = re.compile(rf"[\"'«“(\[]*(?:(?!{_STEMS})[وف](?=\w{{2}})|(?:{_ARABIC})|(?:{_ENGLISH})\b|(?:{_RUSSIAN})\b)")

_HEAD = 24
_MARKS = dict.fromkeys((*range(0x64B, 0x653), 0x640))


def goes_on(text: str) -> bool:
    """Whether *text* begins as the second sentence of something does: "and he said", "They", "При этом"."""
    return _GOES_ON.match(text[:_HEAD].translate(_MARKS)) is not None
