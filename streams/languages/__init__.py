"""Languages, told by script first: Arabic, English, Russian. A new language is one file here and columns in YAML."""

import numpy as np

from streams.languages.arabic import ARABIC
from streams.languages.english import ENGLISH
from streams.languages.language import Language
from streams.languages.russian import RUSSIAN

LANGUAGES = (ARABIC, ENGLISH, RUSSIAN)

_OF = len(LANGUAGES) + 1
__all__ = ["ARABIC", "ENGLISH", "LANGUAGES", "RUSSIAN", "Language", "language_of"]


def language_of(text: str, sample: int = 2_000) -> str | None:
    """Language code of the script that most letters of the first *sample* characters are written in, or None.

    A letter that only another language of the same script uses (Persian گ, Ukrainian ї) speaks against it: from one
    such letter in fifty on, the text is nobody's we know.
    """
    units = np.frombuffer(text[:sample].encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    counted = np.bincount(_LETTERS.take(units), minlength=_OF * _OF).tolist()
    letters = [sum(counted[number::_OF]) for number in range(1, _OF)]
    most = max(letters)
    at = letters.index(most)
    foreign = sum(counted[(at + 1) * _OF : (at + 2) * _OF])
    return None if not most or foreign * 50 > most else LANGUAGES[at].code


def _letters() -> np.ndarray:
    """For each UTF-16 unit whose letter it is (1, 2, ...; 0: nobody's), plus `_OF` times whose foreign letter."""
    table = np.zeros(65_536, dtype=np.uint8)
    every = "".join(map(chr, range(65_536)))
    for number, language in enumerate(LANGUAGES, 1):
        for pattern, mark in ((language.letters, number), (language.foreign, number * _OF)):
            table[[found.start() for found in pattern.finditer(every)]] += mark
    return table


_LETTERS = _letters()
