"""A document is title and body in one folded text; offsets lead back to the fields as received."""

import pytest

from streams.messages import Article
from streams.text.document import Document, lay_out
from streams.text.findings import find_terms
from streams.text.terms import TermTable


def document(text: str, title: str | None = None, language: str | None = None) -> Document:
    article = Article(id="a", text=text, title=title, language=language)
    return Document(article, lay_out(article))


@pytest.mark.parametrize(
    ("title", "text", "term", "hits"),
    [
        ("قصف الميادين", "قصفت الطائرات الميادين فجراً.", "الميادين", [("title", "الميادين"), ("text", "الميادين")]),
        ("Raid on Mayadin", "Jets hit Mayadin today.", "Mayadin", [("title", "Mayadin"), ("text", "Mayadin")]),
        (None, "Удар по Меядину. Меядину!", "Меядину", [("text", "Меядину"), ("text", "Меядину")]),
    ],
)
def test_hits_name_their_field_and_slice_it_exactly(
    title: str | None, text: str, term: str, hits: list[tuple[str, str]]
) -> None:
    doc = document(text, title)
    table = TermTable()
    wanted = table.add(term)
    found = [doc.hit(span) for span in find_terms(doc, table.compile())[wanted]]
    assert [(hit.field, hit.text) for hit in found] == hits
    for hit in found:
        assert {"title": title, "text": text}[hit.field][hit.start : hit.end] == hit.text  # type: ignore[index]


@pytest.mark.parametrize(
    ("title", "text", "term"),
    [
        ("معارك دير", "الزور تشهد هدوءاً.", "دير الزور"),
        ("Battle of Deir", "Ezzor is calm.", "Deir Ezzor"),
        (None, "Бои за Дейр\nЭззор спокоен.", "Дейр Эззор"),
    ],
)
def test_a_phrase_never_runs_over_the_end_of_a_paragraph(title: str | None, text: str, term: str) -> None:
    table = TermTable()
    table.add(term)
    assert find_terms(document(text, title), table.compile()) == {}


def test_nothing_is_found_in_page_furniture() -> None:
    text = (
        "الرئيسية | سياسة | رياضة | اقتصاد\nتقدمت القوات في الريف الغربي أمس.\n"
        "مواضيع ذات صلة\nمعارك في الرقة\nتعليقات حول الموضوع"
    )
    doc = document(text)
    table = TermTable()
    table.add("الرقة")
    table.add("رياضة")
    assert find_terms(doc, table.compile()) == {}
    assert len(doc.layout.raw) == len(text) + 1


def test_the_lead_is_the_first_paragraph_or_three_hundred_characters() -> None:
    long = "Fighting went on. " * 30
    doc = document("Short first paragraph.\n" + long + "\nLast one.", "Title")
    start, end = doc.lead
    assert start == doc.body_at
    assert 300 <= len(doc.hit((start, end)).text) <= 300 + len("Fighting went on. ")
    doc = document(long + "\nLast one.")
    assert doc.hit(doc.lead).text + "." == long.strip()


def test_scopes_of_an_article_without_title() -> None:
    doc = document("تقدمت القوات.\nوانسحبت.")
    assert len(doc.scopes("paragraph")) == len(doc.scopes("sentence")) == 2
    assert doc.scopes("title") == [(0, doc.body_at)]
    assert doc.text[slice(*doc.scopes("title")[0])].strip() == ""


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        ("قصفت طائرات حربية المدينة", None, "ar"),
        ("Warplanes bombed the city", None, "en"),
        ("Самолёты нанесли удар", None, "ru"),
        ("Warplanes bombed the city", "fr", "fr"),
        ("گزارش‌ها از پیشروی نیروها می‌گویند که چند روستا", None, None),
        ("12345 — 😀", None, None),
    ],
)
def test_language_as_given_else_by_script(text: str, given: str | None, language: str | None) -> None:
    assert document(text, language=given).language == language


def test_a_quote_is_one_sentence_of_at_most_six_hundred_characters() -> None:
    doc = document("قصير. " + "كلمة " * 200 + ".")
    assert doc.quote(0).text == "قصير."
    assert len(doc.quote(1).text) == 600
