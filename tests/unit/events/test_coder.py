"""The work that an article makes for the coder: none where nothing in it can be an event."""

import pytest

from streams.events import code_events
from streams.lexicon.mentions import find_mentions
from streams.messages import Article
from streams.text.document import Document, lay_out
from streams.text.findings import find_terms
from tests.shipped import RULEBOOK


def coded(text: str) -> tuple[Document, int]:
    """The document of *text* after its events were coded, and how many they are."""
    article = Article(id="test", text=text)
    document = Document(article, lay_out(article))
    hits = find_terms(document, RULEBOOK.automaton)
    mentions = find_mentions(document, hits, RULEBOOK.lexicon)
    return document, len(code_events(document, hits, mentions, RULEBOOK.lexicon, RULEBOOK.actions))


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الوزير المعرض في حلب. وزار الضيوف أجنحته.",
        "The minister praised the fair in Aleppo. The guests went from stand to stand.",
        "Министр открыл выставку в Алеппо. Гости осмотрели стенды.",
    ],
)
def test_a_page_that_tells_no_event_is_not_even_cut_into_sentences(text: str) -> None:
    document, count = coded(text)
    assert count == 0
    assert "sentences" not in vars(document)


@pytest.mark.parametrize(
    "text",
    [
        "افتتح المعرض. قصفت الطائرات الروسية بلدة الشولا.",
        "The fair opened. Russian warplanes bombed the town of Shola.",
    ],
)
def test_one_that_tells_of_one_is(text: str) -> None:
    document, count = coded(text)
    assert count == 1
    assert "sentences" in vars(document)
