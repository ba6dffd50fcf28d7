"""Addresses: links, files, e-mail, accounts and locales, in which a name names nobody (tass.ru, Russia.jpg, en-US).

raw text and span of a name -> **addresses** -> guards.
"""

import re

_LOCALES = frozenset(["en", "ar", "ru", "fr", "de", "es", "it", "tr", "fa", "he", "pt", "zh", "uk"])
_ADDRESS = re.compile(
    r"://|^www\.|\w@\w|[\w-]\.(?:[a-z]{2}|com|org|net|info|gov|edu|mil|int|news|online|jpe?g|png|gif|webp|svg|pdf|html?"
    r"|php|aspx?|mp[34]|docx?|xlsx?|txt|zip)(?:$|[/:?#])"
)
_SPACE = re.compile(r"\s")
_WRAPPING = "()[]{}<>\"'«»“”,;:!?."
_TOKEN_MAX = 300
_AFTER_WORD = frozenset(" \n,;)’'")


def is_in_address(raw: str, start: int, end: int) -> bool:
    """The name at raw [start, end) is part of a longer word that is an address; an account named like it is meant."""
    if raw[start - 1 : start].isspace() and raw[end : end + 1] in _AFTER_WORD:
        return False
    least = max(start - _TOKEN_MAX, 0)
    first = max(raw.rfind(" ", least, start), raw.rfind("\n", least, start), least - 1) + 1
    space = _SPACE.search(raw, end, end + _TOKEN_MAX)
    token = raw[first : space.start() if space else end + _TOKEN_MAX].strip(_WRAPPING)
    if len(token) <= end - start:
        return False
    if token.startswith("@"):
        return len(token) > end - start + 1
    return _ADDRESS.search(token) is not None


def is_locale(raw: str, start: int) -> bool:
    """A language stands joined before the country at raw *start*: en-US, ru_RU."""
    if start < 3 or raw[start - 1] not in "-_" or raw[start - 3 : start - 1] not in _LOCALES:
        return False
    return not raw[start - 4 : start - 3].isalpha()
