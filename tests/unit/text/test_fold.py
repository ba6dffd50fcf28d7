"""What must meet after folding does, in Arabic, English and Russian; what must not, does not."""

import pytest

from streams.text.alphabet import ARABIC_LETTERS, CODES, CYRILLIC_LETTERS
from streams.text.fold import fold, fold_term, spell


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد إلى آخر", "احمد الي اخر"),
        ("مدرسة", "مدرسه"),
        ("مُهَاجَمَةٌ", "مهاجمة"),
        ("الـــرقة", "الرقة"),
        ("#دير_الزور", "دير الزور"),
        ("١٣٧", "137"),
        ("۱۳۷", "137"),
        ("\u200fدير\u200e الزور\u202c", "دير الزور"),
        ("ﺩﻳﺮ ﺍﻟﺰﻭﺭ", "دير الزور"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("مسؤول شاطئ", "مسوول شاطي"),
        ("کرد ی", "كرد ي"),
        ("Deir ez-Zor", "deir EZ ZOR"),
        ("Dayr az‑Zawr’s", "dayr az zawr s"),
        ("naïve café", "NAIVE CAFE"),
        ("cafe\u0301", "café"),
        ("Straße", "STRASSE"),
        ("ﬁre", "fire"),
        ("Ёлка", "елка"),
        ("бой", "бои\u0306"),
        ("ДЕЙР-ЭЗ-ЗОР", "Дейр эз Зор"),
    ],
)
def test_spellings_that_meet(one: str, other: str) -> None:
    assert fold_term(one) == fold_term(other)


@pytest.mark.parametrize(("one", "other"), [("الشولا", "الجولا"), ("روسي", "روسيا"), ("IS", "ISIS"), ("мир", "мор")])
def test_words_that_stay_apart(one: str, other: str) -> None:
    assert fold_term(one) != fold_term(other)


def test_every_letter_has_a_code_of_its_own_that_no_strip_takes_away() -> None:
    assert len(set(CODES.values())) == len(CODES) == 26 + 10 + len(ARABIC_LETTERS) + len(CYRILLIC_LETTERS)
    assert not [letter for letter, code in CODES.items() if chr(code).isspace()]


def test_offsets_pass_over_marks_emoji_and_ligatures() -> None:
    raw = "😀 قَصْف ﻻ 👩‍🚀 «Хмеймим»!"
    folded = fold(raw)
    words = spell(folded.text).split()
    assert words == ["قصف", "لا", "хмеимим"]
    at = folded.text.index(fold_term("Хмеймим"))
    start, end = folded.raw_span(at, at + 7)
    assert raw[start:end] == "Хмеймим"


def test_positions_between_letters_lead_to_the_next_letter() -> None:
    folded = fold("a, b")
    assert folded.folded_at(0) == 1
    assert folded.text[folded.folded_at(3)] == "b"
