"""Laws of mentions, on texts put together from the lexicon's own words in three languages."""

from hypothesis import given
from hypothesis import strategies as st

from streams.languages.language import words

WORDS = sorted(
    words(
        "طائرات روسية والسورية النظام قوات قواتها تابعة لها للنظام أو محافظة دير الزور لدير_الزور #ديرالزور كباجب "
        "والجولا الخليل إبراهيم خليل التنظيم الوزارة موسكو بموسكو تنظيم «الدولة» الميادين للميادين قناة في مدينة "
        "سورية ، . ٤ 🙂 ( ) — Russian Syrian warplanes jets of the air force Russia's defence ministry its frigate IS "
        "is US us and/or Deir ez-Zor province town al-Jola Kabajib Moscow in The group российские самолёты ВКС России "
        "и сирийские Минобороны РФ ведомство Калибрами ИГ в Маядин телеканал Эш-Жола"
    )
)
TEXTS = st.lists(st.one_of(st.sampled_from([*WORDS, "\n"]), st.text(max_size=5)), max_size=40).map(" ".join)


@given(TEXTS)
def test_mentions_are_words_of_the_text_in_reading_order_each_once(read, text):
    seen = read(text)

    assert [(one.start, -one.end) for one in seen] == sorted((one.start, -one.end) for one in seen)
    assert len({(one.kind, one.id, one.start, one.end) for one in seen}) == len(seen)
    for one in seen:
        assert one.text == text[one.start : one.end]
        assert one.text[0].isalnum()
        assert one.text[-1].isalnum()
        assert read.lexicon.has(one.kind, one.id)


@given(TEXTS, st.sampled_from(["مقدمة طويلة", "An opening.", "Вступление."]))
def test_a_paragraph_without_names_before_it_changes_nothing(read, text, opening):
    shift = len(opening) + 1

    assert [(one.id, one.start, one.end) for one in read(text, is_clean=True)] == [
        (one.id, one.start - shift, one.end - shift) for one in read(f"{opening}\n{text}", is_clean=True)
    ]


@given(TEXTS)
def test_reading_twice_gives_the_same(read, text):
    assert read(text) == read(text)
