"""Languages, told by script first: Arabic, English, Russian. A new language is one file here and columns in YAML."""

from streams.languages.arabic import ARABIC
from streams.languages.english import ENGLISH
from streams.languages.language import Language
from streams.languages.russian import RUSSIAN

LANGUAGES = (ARABIC, ENGLISH, RUSSIAN)

__all__ = ["ARABIC", "ENGLISH", "LANGUAGES", "RUSSIAN", "Language", "language_of"]


def language_of(text: str, sample: int = 2_000) -> str | None:
    """Language code of the script that most letters of the first *sample* characters are written in, or None.

    A letter that only another language of the same script uses (Persian گ, Ukrainian ї) speaks against it: from one
    such letter in fifty on, the text is nobody's we know.
    """
    head = text[:sample]
    counted = [(len(language.letters.findall(head)), language) for language in LANGUAGES]
    letters, language = max(counted, key=lambda pair: pair[0])
    if not letters or len(language.foreign.findall(head)) * 50 > letters:
        return None
    return language.code
