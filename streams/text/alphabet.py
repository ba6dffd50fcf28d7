"""The private alphabet: every UTF-16 code unit folds to one byte below 128, so folded text is ASCII.

26 Latin letters and 10 digits stand for themselves, Arabic and Cyrillic letters have codes of their own, any other
letter is OTHER, all else is SPACE. DELETED units (marks, tatweel, zero-width and bidi controls) leave no trace;
EXPANDS marks ligatures that fold to several letters. Only 1:1 maps are in the table: NFKC of a whole text would lose
the offsets.
"""

import unicodedata

import numpy as np

DELETED, EXPANDS, SPACE, OTHER = 0, 1, 32, 2
ARABIC_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگڤ"
CYRILLIC_LETTERS = "абвгдежзиклмнопрстуфхцчшщъыьэюяіїєґ"
# What normalisation does not know: letters that writers of one language use for each other
SAME = str.maketrans("أإآٱىیةۀؤئكکھہےڭىйё", "اااايي" + "هه" + "وي" + "ككهه" + "ي" + "گ" + "ي" + "ие")

# never a code that str.strip or str.split takes for white space
_FREE = [code for code in (*range(3, 32), *range(33, 48), *range(58, 97), *range(123, 128)) if not chr(code).isspace()]
CODES: dict[str, int] = {c: ord(c) for c in "abcdefghijklmnopqrstuvwxyz0123456789"}
CODES.update(zip(ARABIC_LETTERS + CYRILLIC_LETTERS, _FREE, strict=False))
LETTERS = {code: letter for letter, code in CODES.items()} | {SPACE: " ", OTHER: "\u4e00"}

_BY_HAND = dict(zip("ßæœøđłıðþʼʿʾ", ("ss", "ae", "oe", "o", "d", "l", "i", "d", "th", " ", " ", " "), strict=True))


def letters_of(character: str) -> str:
    """The plain letters that *character* (one of the BMP) folds to: "" deletes it, " " separates words."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character == "\u0640":
        return ""
    if category[0] in "ZPSC" or category in ("No", "Nl", "Mc"):
        # a spacing mark is part of a word in scripts we do not read; vulgar fractions and the like are no digits
        return " " if category != "Mc" else ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    lowered = character.casefold()
    plain = "".join(_BY_HAND.get(c, c) for c in unicodedata.normalize("NFKD", lowered))
    plain = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me", "Cf")).translate(SAME)
    return "".join(c if c in CODES or c == " " else "\u4e00" for c in plain) or " "


def _table() -> tuple[np.ndarray, dict[str, bytes]]:
    table = np.full(65_536, SPACE, dtype=np.uint8)
    expansions: dict[str, bytes] = {}
    for unit in range(65_536):
        if 0xD800 <= unit <= 0xDFFF:  # a character beyond the BMP (emoji) is two units: one separator, one nothing
            table[unit] = SPACE if unit < 0xDC00 else DELETED
            continue
        if 0xE000 <= unit <= 0xF8FF:  # private use
            continue
        if 0x3040 <= unit <= 0xA63F or 0xAC00 <= unit <= 0xD7FF:  # kana, ideographs, Hangul: 50,000 times the same
            table[unit] = OTHER
            continue
        letters = letters_of(chr(unit))
        codes = bytes(CODES.get(letter, SPACE if letter == " " else OTHER) for letter in letters)
        if len(codes) <= 1:
            table[unit] = codes[0] if codes else DELETED
        elif set(letters) == {"\u4e00"}:
            table[unit] = OTHER
        else:
            table[unit] = EXPANDS
            expansions[chr(unit)] = codes
    return table, expansions


TABLE, EXPANSIONS = _table()
