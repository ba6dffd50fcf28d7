"""A language is told by its script; what it knows of words is non-empty where the lexicon relies on it."""

import pytest

from streams.languages import ARABIC, ENGLISH, LANGUAGES, RUSSIAN, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("قصفت الطائرات مواقع", "ar"),
        ("Warplanes struck", "en"),
        ("Самолёты нанесли удары", "ru"),
        ("قصفت الطائرات مواقع لتنظيم ISIS", "ar"),
        ("Kalibr (Калибр) missiles", "en"),
        ("گزارش می‌دهد که چهار پایگاه", None),  # Persian
        ("Її їжа є цікава", None),  # Ukrainian
        ("", None),
        ("137 ١٣٧ !", None),
    ],
)
def test_the_language_of_a_text(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_each_language_brings_what_names_are_composed_of(language):
    assert language.owner_before or language.owner_after
    for field in ("joiners", "hedges", "place_words", "province_before", "locatives", "possessives"):
        assert getattr(language, field), field


@pytest.mark.parametrize(
    ("language", "before", "after"), [(ARABIC, False, True), (ENGLISH, True, False), (RUSSIAN, True, True)]
)
def test_on_which_side_of_a_force_its_owner_stands(language, before, after):
    assert (language.owner_before, language.owner_after) == (before, after)


@pytest.mark.parametrize("proclitic", ["و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال", "لل", "ول", "وب"])
def test_the_legal_proclitics_of_arabic(proclitic):
    assert proclitic in ARABIC.proclitics


def test_the_letter_of_a_question_is_no_proclitic():
    assert "أ" not in ARABIC.proclitics
