"""Laws of folding: idempotent, offsets true, on any Unicode text."""

from hypothesis import example, given
from hypothesis import strategies as st

from streams.text.fold import fold, spell

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
REAL_TEXT = st.text(
    st.sampled_from(
        "دير الزورأإآىةؤئءـًَُِّْ\u200f\u202b١٣٧۱ﻻﷲﷺﺍ"  # marks, tatweel, bidi controls, digits, presentation forms
        'Deir ez-Zor’s Ünïcode ﬁ ß İ Ёлка й и\u0306 N° ½ 😀👩‍🚀🇸🇾 \n\t"«»#_()'
    ),
    max_size=60,
)


@given(ANY_TEXT | REAL_TEXT)
@example("\ud800a\udc00b")
@example("ß😀ﷲ")
def test_folding_folded_text_changes_nothing(raw: str) -> None:
    folded = fold(raw).text
    assert fold(spell(folded)).text == folded


@given(ANY_TEXT | REAL_TEXT)
@example("\ud800a\udc00b")
@example("ß😀ﷲ")
def test_every_folded_position_comes_from_a_raw_one_in_order(raw: str) -> None:
    folded = fold(raw)
    origin = folded.origin.tolist()
    assert len(origin) == len(folded.text)
    assert origin == sorted(origin)
    assert origin[0] == 0
    assert origin[-1] <= len(raw)


@given(ANY_TEXT | REAL_TEXT)
@example("😀ß x")
def test_the_raw_slice_of_each_word_folds_to_that_word(raw: str) -> None:
    folded = fold(raw)
    at = 0
    for word in folded.text.split(" "):
        if word:
            start, end = folded.raw_span(at, at + len(word))
            # a ligature of several words (ﷺ) is one raw letter: its slice folds to all of them
            assert word in fold(raw[start:end]).text.split(" ")
            assert raw[start:end] == raw[start:end].strip()
        at += len(word) + 1


@given(REAL_TEXT, REAL_TEXT)
def test_what_follows_does_not_change_what_was_folded(head: str, tail: str) -> None:
    assert fold(head + "\n" + tail).text.startswith(fold(head).text.rstrip(" "))


@given(ANY_TEXT)
def test_folded_text_is_ascii_with_single_spaces(raw: str) -> None:
    text = fold(raw).text
    assert text.isascii()
    assert "  " not in text
    assert text[0] == text[-1] == " "
