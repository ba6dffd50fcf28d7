"""Sentences and paragraphs, in Arabic, English and Russian."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.text.split import paragraphs, sentences


def cut(raw: str) -> list[str]:
    return [raw[start:end].strip() for start, end in sentences(raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("قصفت الطائرات المدينة. وسقط قتلى؟ نعم!", ["قصفت الطائرات المدينة.", "وسقط قتلى؟", "نعم!"]),
        ("غرب المدينة.وقال المصدر إن", ["غرب المدينة.", "وقال المصدر إن"]),
        ('قال: "انسحبوا." ثم عادوا.', ['قال: "انسحبوا."', "ثم عادوا."]),
        ("بلغت 3.5 كم. تقدموا", ["بلغت 3.5 كم.", "تقدموا"]),
        ("Gen. Asapov was killed. Mr. J. Smith of the U.S. Navy said so.", None),
        (
            "1. Russian jets hit Mayadin. 2. The army advanced.",
            ["1. Russian jets hit Mayadin.", "2. The army advanced."],
        ),
        ("Is it over? No… Perhaps.", ["Is it over?", "No…", "Perhaps."]),
        ("В 2017 г. войска вошли в город. Бои идут.", ["В 2017 г. войска вошли в город.", "Бои идут."]),
        ("Нанесён удар! «Калибр.» Всё.", ["Нанесён удар!", "«Калибр.»", "Всё."]),
    ],
)
def test_sentences(raw: str, expected: list[str] | None) -> None:
    assert cut(raw) == (expected or ["Gen. Asapov was killed.", "Mr. J. Smith of the U.S. Navy said so."])


@pytest.mark.parametrize(
    "raw",
    [
        "دمشق (أف. ب) - قصفت الطائرات المدينة.",
        "قالت أ. ف. ب إنها قصفت.",
        "On Nov. 5 and Sept. 10 jets struck Resolution No. 2254.",
        "С 5 сент. 2017 идут бои.",
    ],
)
def test_a_stop_within_a_date_or_an_agencys_letters_ends_nothing(raw: str) -> None:
    assert cut(raw) == [raw]


@pytest.mark.parametrize(
    ("raw", "first"),
    [
        ("وصلوا في ٥ أيلول. بعدها قصفوا.", "وصلوا في ٥ أيلول."),
        ("They came in Nov. The army left.", "They came in Nov."),
        ("He said no. The army left.", "He said no."),
        ("Пришли в сент. Бои идут.", "Пришли в сент."),
    ],
)
def test_without_a_number_it_ends_the_sentence(raw: str, first: str) -> None:
    assert cut(raw)[0] == first


def test_lines_are_paragraphs_and_end_sentences() -> None:
    raw = "عنوان بلا نقطة\n\n  \r\nفقرة ثانية"
    assert [raw[a:b] for a, b in paragraphs(raw)] == ["عنوان بلا نقطة", "فقرة ثانية"]
    assert cut(raw) == ["عنوان بلا نقطة", "فقرة ثانية"]


@given(st.text(st.sampled_from('اب.؟! \n"G12aЯ»)'), max_size=40))
def test_sentences_are_in_order_and_leave_out_only_white_space(raw: str) -> None:
    spans = sentences(raw)
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join("".join(raw[a:b] for a, b in spans).split()) == "".join(raw.split())
