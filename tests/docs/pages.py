"""README.md and docs/ as a test sees them: their ```sh blocks and their links."""

import re
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PAGES = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]

_BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]*?) -->\n)?```sh\n(?P<text>.*?)\n```", re.DOTALL)
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """Commands of a page. `mark` is the HTML comment right before them: "background", "not run: REASON", or ""."""

    line: int
    text: str
    mark: str


def name(page: Path) -> str:
    return str(page.relative_to(HOUSE))


def blocks(page: Path) -> list[Block]:
    text = page.read_text("utf-8")
    return [
        Block(text.count("\n", 0, found.start("text")) + 1, found["text"], found["mark"] or "")
        for found in _BLOCK.finditer(text)
    ]


def links(page: Path) -> list[str]:
    """Targets of the links to files and headings; those to the web are left out."""
    found = _LINK.findall(_FENCED.sub("", page.read_text("utf-8")))
    return [target for target in found if "://" not in target]


def anchors(page: Path) -> set[str]:
    """What a heading can be linked as, after GitHub's custom."""
    headings = _HEADING.findall(_FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
