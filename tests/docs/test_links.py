"""No page points to what is not there."""

from pathlib import Path

import pytest

from tests.docs.pages import HOUSE, PAGES, anchors, links, name


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    lost = []
    for target in links(page):
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        if not there.exists() or HOUSE not in (there, *there.parents) or (anchor and anchor not in anchors(there)):
            lost.append(target)
    assert not lost


def test_each_hop_of_an_article_has_its_file() -> None:
    text = (HOUSE / "docs" / "architecture.md").read_text("utf-8")
    life = text[text.index("## One article's life") : text.index("## Processes")]
    hops = [row for row in life.splitlines() if row.startswith("| ") and row[2].isdigit()]
    assert [int(row.split("|")[1]) for row in hops] == list(range(len(hops)))
    assert all("](../" in row or "](messages.md)" in row for row in hops)


def test_a_file_that_is_gone_would_be_missed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A b: c\n[x](gone.md#y), [z](#a-b-c) and [web](https://example.org/)\n```sh\n[no](link)\n```\n")
    assert links(page) == ["gone.md#y", "#a-b-c"]
    assert anchors(page) == {"a-b-c"}
