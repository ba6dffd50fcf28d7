"""Laws of `clean`, on any text and on lines that real pages are made of, in three languages."""

from hypothesis import given
from hypothesis import strategies as st

from streams.text.clean import Body, clean

SENTENCES = (
    "شنت طائرات حربية روسية فجر اليوم خمس غارات على أطراف مدينة الميادين.",
    "The convoy left the city at dawn and reached the base in the evening.",
    "Российская авиация нанесла удар по складу боеприпасов у города Маядин.",
)
LINES = (
    *SENTENCES,
    "غارات روسية على الميادين",
    "الشميطية",
    "الرئيسية | أخبار | سياسة",
    "الوسوم",
    "اقرأ أيضا: وصول قافلة",
    "تعليقات",
    "رويترز",
    "Airstrikes hit the bridge",
    "Home",
    "Comments",
    "5 September 2017",
    "Взрыв в районе аэродрома",
    "Теги: Сирия",
    "Читайте также",
    "- Хомс",
    "",
    "***",
    "a    b    c    d    e",
    "جملة هنا. سمات روسيا",
    "مقالات سابقة",
    "Most read this week",
    "→ Next story",
    "[إعلان]",
    "(Видео) Взрыв у моста",
)
ABOVE = (
    "الرئيسية | أخبار | سياسة",
    "• غارات روسية على الميادين",
    ">> Airstrikes hit the bridge",
    "14:31 Взрыв в районе аэродрома",
    "طائرات روسية تقصف أطراف البوكمال",
    "5 September 2017",
    "Home",
)
BELOW = (
    "Most read this week",
    "غارات روسية على الميادين",
    "Airstrikes hit the bridge — 3 hours ago",
    "Взрыв в районе аэродрома",
    "- تحليق طائرات روسية فوق منبج",
    "Comments",
    "© 2017",
)
JOINED = (
    "وأضاف المصدر أن القافلة وصلت قبل الظهر إلى أطراف المدينة.",
    "They said that the column had reached the edge of the city.",
    "По их словам, колонна дошла до окраины города к полудню.",
)
BOXES = (
    ("اقرأ أيضا", "غارات روسية على الميادين"),
    ("Read also", "Airstrikes hit the bridge", "Talks resume in Astana"),
    ("Читайте также", "Взрыв в районе аэродрома"),
    ("[إعلان]",),
    ("Advertisement",),
)
TEASERS = (
    "شنت طائرات حربية روسية صباح اليوم ست غارات على أطراف بلدة البارة، ولم ترد معلومات ...",
    "Russian warplanes carried out six strikes on the edge of Bara this morning, and nobody ...",
    "Российские самолёты нанесли сегодня утром шесть ударов по окраине Бары, и никто [...]",
)
texts = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(LINES), max_size=30).map("\n".join))
own_titles = st.sampled_from((None, *SENTENCES, "غارات خمس على أطراف الميادين", "Five raids on Mayadin"))
titles = st.one_of(st.none(), st.text(max_size=40), st.sampled_from(LINES))


def uncut(text: str, body: Body) -> str:
    marks = bytearray(len(text))
    marks[body.start : body.end] = b"\1" * (body.end - body.start)
    for cut in body.cut:
        marks[cut.start : cut.end] = b"\0" * (cut.end - cut.start)
    return "".join(letter for letter, mark in zip(text, marks, strict=True) if mark)


@given(texts, titles)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, title: str | None) -> None:
    body = clean(text, title, None)

    assert 0 <= body.start <= body.end <= len(text)
    ends = [0, *(cut.end for cut in body.cut)]
    assert all(end <= cut.start < cut.end <= len(text) for end, cut in zip(ends, body.cut, strict=False))


@given(texts, titles)
def test_the_body_of_a_text_that_is_not_blank_is_not_empty(text: str, title: str | None) -> None:
    body = clean(text, title, None)

    assert bool(uncut(text, body).strip()) == bool(text.strip())
    assert text[body.start : body.end] == text[body.start : body.end].strip()


@given(
    st.text(alphabet=st.characters(exclude_categories=("Zs", "Zl", "Zp", "Cc"), exclude_characters="©"), max_size=60)
)
def test_one_line_of_plain_words_is_kept(words: str) -> None:
    line = f"الجيش {words} الجيش"

    assert uncut(line, clean(line, None, None)).strip() == line


@given(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=12, unique=False), titles)
def test_sentences_are_never_furniture(sentences: list[str], title: str | None) -> None:
    numbered = [f"{sentence[:-1]} {number}." for number, sentence in enumerate(sentences)]
    text = "\n".join(numbered)

    assert uncut(text, clean(text, title, None)) == text


@given(st.lists(st.sampled_from(ABOVE), max_size=8), st.lists(st.sampled_from(BELOW), min_size=1, max_size=8))
def test_around_a_known_title_and_its_sentences_nothing_is_body(above: list[str], below: list[str]) -> None:
    title = "Вывод войск из восточных районов начался"
    text = "\n".join([*above, title, *SENTENCES, "Подписаться", *below])

    assert uncut(text, clean(text, title, None)).split() == " ".join([title, *SENTENCES]).split()


@given(
    st.lists(st.tuples(st.sampled_from((*JOINED, *SENTENCES)), st.sampled_from(((), *BOXES))), min_size=2, max_size=10),
    own_titles,
)
def test_what_is_set_into_an_article_takes_no_sentence_with_it(
    told: list[tuple[str, tuple[str, ...]]], title: str | None
) -> None:
    sentences = [f"{sentence[:-1]} {number}." for number, (sentence, _) in enumerate(told)]
    lines = [line for sentence, (_, box) in zip(sentences, told, strict=True) for line in (sentence, *box)]
    text = "\n".join([SENTENCES[0], *lines])

    left = uncut(text, clean(text, title, None))

    assert all(sentence in left for sentence in (SENTENCES[0], *sentences))


@given(st.sampled_from(BOXES[:3]), st.lists(st.sampled_from((*TEASERS, *BELOW)), max_size=12))
def test_below_a_box_of_links_no_teaser_is_body(box: tuple[str, ...], below: list[str]) -> None:
    text = "\n".join([*SENTENCES, *box, *below])

    assert uncut(text, clean(text, None, None)).split() == " ".join(SENTENCES).split()
