"""Pages of our own making, line by line: `[reason] line` must be cut for that reason, every other line kept."""

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest

from streams.text.clean import CutReason, clean

PAGES = Path(__file__).parents[2] / "data" / "pages"


def pages() -> Iterator[object]:
    for file in sorted(PAGES.glob("*.txt")):
        for page in file.read_text(encoding="utf-8").split("=== ")[1:]:
            name, *lines = page.strip().splitlines()
            title = lines.pop(0).removeprefix("title: ") if lines[0].startswith("title: ") else None
            yield pytest.param(file.stem.partition("_")[0], title, lines, id=f"{file.stem} {name}")


def read(line: str) -> tuple[str, CutReason | None]:
    if not line.startswith("["):
        return line, None
    reason, rest = line[1:].split("] ", 1)
    return rest, CutReason(reason)


@pytest.mark.parametrize("language_known", [True, False])
@pytest.mark.parametrize(("language", "title", "lines"), list(pages()))
def test_each_line_is_kept_or_cut_for_its_reason(
    language: str, title: str | None, lines: list[str], language_known: bool
) -> None:
    expected = [read(line) for line in lines]
    text = "\n".join(line for line, _ in expected)

    body = clean(text, title, language if language_known else None)

    reasons = {cut.start: cut.reason for cut in body.cut}
    starts = accumulate((len(line) + 1 for line, _ in expected), initial=0)
    assert [(line, reasons.get(start)) for (line, _), start in zip(expected, starts, strict=False)] == expected
    assert len(reasons) == sum(reason is not None for _, reason in expected)
    kept = [line for line, reason in expected if reason is None]
    assert text[body.start : body.end].startswith(kept[0])
    assert text[body.start : body.end].endswith(kept[-1])
