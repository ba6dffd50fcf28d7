"""Terms to spans: boundaries, proclitics, article, endings, prefixes; Arabic, then English, then Russian."""

import pytest

from streams.text.fold import fold
from streams.text.terms import TermTable, find_term


def found(term: str, raw: str) -> list[str]:
    return [raw[start:end] for start, end in find_term(term, raw)]


@pytest.mark.parametrize(
    ("term", "raw", "expected"),
    [
        # proclitics are accepted and left out of the span
        ("دير الزور", "لدير الزور وبدير الزور #دير_الزور", ["دير الزور", "دير الزور", "دير_الزور"]),
        ("قصف", "والقصف وبقصف للقصف كالقصف", ["قصف", "قصف", "قصف", "قصف"]),
        # a term without ال also takes it; with ال it does not match without
        ("ميادين", "الميادين ميادين للميادين", ["ميادين", "ميادين", "ميادين"]),
        ("الميادين", "الميادين ميادين للميادين والميادين", ["الميادين", "ميادين", "الميادين"]),
        ("اللواء 137", "للواء ١٣٧ واللواء 137 لواء 137", ["لواء ١٣٧", "اللواء 137"]),
        # quotes and brackets inside a phrase do not break it
        ("تنظيم الدولة", 'تنظيم "الدولة" وتنظيم (الدولة)', ['تنظيم "الدولة', "تنظيم (الدولة"]),
        # safe endings
        ("غارة", "غارات غارتين غاراتها وغارتهم الغارة", ["غارات", "غارتين", "غارتهم", "غارة"]),
        ("قوات", "قواتها وقواتهم", ["قواتها", "قواتهم"]),
        # part of another word is none
        ("روسي", "العروسين الفروسية الفيروسي بيلاروسيا الكيروسين", []),
        ("روسيا", "بيلاروسيا", []),
        ("شن", "شنت خشن", []),
        # ك ف ول only before four letters and more, or phrases
        ("تاب", "كتاب فتاب", []),
        ("طائرات", "فطائرات كطائرات ولطائرات", ["طائرات", "طائرات", "طائرات"]),
        ("صاروخ*", "صاروخية والصاروخ صواريخ", ["صاروخية", "صاروخ"]),
        ("air strike", "Air strike, air-strikes airstrike AIR\nSTRIKE", ["Air strike", "AIR\nSTRIKE"]),
        ("Russian", "Russian's (russian) Belorussian Prussian", ["Russian", "russian"]),
        ("strike*", "Strikes struck airstrikes strike", ["Strikes", "strike"]),
        ("удар", "Удар удары удар!", ["Удар", "удар"]),
        ("российск*", "российские белорусские российской", ["российские", "российской"]),
        ("Дейр-эз-Зор", "в «Дейр-эз-Зоре», Дейр эз Зор", ["Дейр эз Зор"]),
    ],
)
def test_term_in_text(term: str, raw: str, expected: list[str]) -> None:
    assert found(term, raw) == expected


@pytest.mark.parametrize("term", ["", "...", "«»", "\u0640"])
def test_term_without_letters_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="no letter"):
        TermTable().add(term)


@pytest.mark.parametrize("term", ["قصف*", "air*", "удa*"])
def test_short_prefix_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="shorter than 4"):
        TermTable().add(term)


def test_different_terms_that_fold_alike_are_both_found() -> None:
    table = TermTable()
    ids = {table.add("غارة"), table.add("غاره"), table.add("Strike"), table.add("strike")}
    assert len(ids) == 4
    assert set(table.compile().scan(fold("غارة strike").text)) == ids


def test_a_term_added_twice_has_one_id() -> None:
    table = TermTable()
    assert table.add("قصف") == table.add("قصف")


def test_an_automaton_without_terms_finds_nothing() -> None:
    assert TermTable().compile().scan(fold("قصف").text) == {}
