"""The words of a sentence and the marks between them, in each language; and as a law, against one word at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.events.sentence.page import COLON, HARD, SOFT, Page
from streams.messages import Article
from streams.text.document import Document, lay_out
from streams.text.fold import fold_term


def page_of(text: str, title: str | None = None) -> Page:
    article = Article(id="test", text=text, title=title)
    return Page(Document(article, lay_out(article)))


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("قال المرصد: طائرات، حربية قصفت", "قال المرصد طائرات حربية قصفت", [HARD, 0, COLON, SOFT, 0]),
        ("الجيش (السوري) تقدم؛ ثم توقف", "الجيش السوري تقدم ثم توقف", [HARD, 0, 0, HARD, 0]),
        ("Monitor: jets, thought to be Russian; left", "monitor jets thought to be russian left",
         [HARD, COLON, SOFT, 0, 0, 0, HARD]),
        ("BEIRUT - A Britain-based group", "beirut a britain based group", [HARD, SOFT, 0, 0, 0]),
        ("Самолёты — сообщил источник, — ушли", "самолёты сообщил источник ушли", [HARD, SOFT, 0, SOFT]),
    ],
)  # fmt: skip
def test_words_have_the_strongest_mark_before_them(text: str, words: str, marks: list[int]) -> None:
    page = page_of(text)
    found, _, there = page.words(page.document.sentences[-1])
    assert found == [fold_term(word) for word in words.split()]
    assert there == marks


def test_each_sentence_has_its_own_words() -> None:
    page = page_of("Jets left.  The town, (again) was hit! وقصفت البلدة.وعادت الطائرات", title="Raids: a day")
    told = [" ".join(page.words(span)[0]) for span in page.document.sentences]
    assert told == [
        fold_term(line)
        for line in ("raids a day", "jets left", "the town again was hit", "وقصفت البلدة", "وعادت الطائرات")
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "قصفت",
                "دير",
                "town",
                "Jets",
                "12",
                "ё",
                ",",
                "،",
                ":",
                ";",
                " - ",
                "–",
                ".",
                "...",
                "\n",
                "(",
                '"',
                "ـ",
                "َ",
                "ﷺ",
                "\u00a0",
            ]
        ),
        max_size=30,
    )
)
def test_every_word_begins_where_it_is_told_to(pieces: list[str]) -> None:
    page = page_of(" ".join(pieces) + "".join(pieces))
    document = page.document
    for start, end in document.sentences:
        words, starts, marks = page.words((start, end))
        assert words == [word for word in document.text[start:end].split(" ") if word]
        assert len(words) == len(starts) == len(marks)
        for word, at in zip(words, starts, strict=True):
            assert document.text[at - 1] == " "
            assert document.text.startswith(f"{word} ", at)
