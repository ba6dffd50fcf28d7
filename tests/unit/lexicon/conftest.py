"""The small lexicon of these tests, and what it finds in a text."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from streams.lexicon import Lexicon, find_mentions, read_lexicon
from streams.messages import Article
from streams.text.clean import Body
from streams.text.document import Document, Layout, lay_out
from streams.text.findings import find_terms
from streams.text.terms import Automaton, TermTable


class Seen(NamedTuple):
    """A mention as a person sees it."""

    kind: str
    id: str
    text: str
    start: int
    end: int
    owner: str | None
    platform: str | None


class Reader:
    """A lexicon and its automaton."""

    def __init__(self, *files: str) -> None:
        table = TermTable()
        self.lexicon: Lexicon = read_lexicon({f"rows-{i}.yaml": text for i, text in enumerate(files)}, table)
        self.automaton: Automaton = table.compile()

    def __call__(self, text: str, title: str | None = None, *, is_clean: bool = False) -> list[Seen]:
        """What is found; *is_clean* takes the text as it is, without looking for page furniture."""
        article = Article(id="a", text=text, title=title)
        whole = Body(start=0, end=len(text), cut=())
        layout = Layout(raw=f"\n{text}", text_at=1, body=whole) if is_clean else lay_out(article)
        document = Document(article, layout)
        seen = []
        for found in find_mentions(document, find_terms(document, self.automaton), self.lexicon):
            hit = document.hit(found.span)
            assert hit.text == (text if hit.field == "text" else title or "")[hit.start : hit.end]
            seen.append(Seen(found.kind, found.id, hit.text, hit.start, hit.end, found.owner, found.platform))
        return seen

    def pairs(self, text: str) -> list[tuple[str, str]]:
        """(id, text) of all mentions, in order."""
        return [(seen.id, seen.text) for seen in self(text)]

    def ids(self, text: str, kind: str | None = None) -> list[str]:
        """The ids of all mentions (of *kind*), in order."""
        return [seen.id for seen in self(text) if kind in (None, seen.kind)]


@pytest.fixture(scope="session")
def small() -> str:
    return (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def read(small: str) -> Reader:
    """The small lexicon."""
    return Reader(small)


@pytest.fixture(scope="session")
def read_rows() -> Callable[..., Reader]:
    """A lexicon of a test's own rows."""
    return Reader
