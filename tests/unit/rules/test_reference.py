"""docs/rules.md says what the operator classes say, of every operator."""

from pathlib import Path

import pytest

from streams.rules.operators import OPERATORS
from streams.rules.reference import BEGIN, END, reference

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"


def test_the_page_is_what_the_operators_say() -> None:
    page = PAGE.read_text("utf-8")
    written = page[page.index(BEGIN) : page.index(END) + len(END)]
    assert written == reference(), "put the text of streams.rules.reference.reference() between its marks"


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.names[0])
def test_every_operator_is_told_with_its_form_and_meaning(operator: type) -> None:
    page = PAGE.read_text("utf-8")
    assert all(f"`{name}`" in page for name in operator.names)
    assert f"    {operator.form}\n" in page


def test_the_examples_on_the_page_are_rules(bench) -> None:
    blocks = PAGE.read_text("utf-8").split("```yaml\n")[1:]
    packs = [block.split("```")[0] for block in blocks]
    assert len(packs) >= 2
    for pack in packs:
        assert bench(pack).faults == ()
