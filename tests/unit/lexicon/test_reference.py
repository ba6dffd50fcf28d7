"""docs/lexicon.md names every section, field and closed word of the lexicon's files."""

from pathlib import Path

import pytest

from streams.events.actions.actions import LISTS
from streams.events.actions.triggers import NEEDS, TRIGGER_FIELDS
from streams.lexicon.lint import ACTOR_KINDS, OUTLETS, PLACE_KINDS
from streams.lexicon.sections import FIELDS, SECTIONS

PAGE = (Path(__file__).parents[3] / "docs" / "lexicon.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("section", [*SECTIONS, "actions", "cues", "words"])
def test_every_section_is_on_the_page(section: str) -> None:
    assert f"`{section}`" in PAGE or f"`{section}:" in PAGE


@pytest.mark.parametrize("name", sorted({name for fields in FIELDS.values() for name in fields} | set(TRIGGER_FIELDS)))
def test_every_field_is_on_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE or f"`{name}:" in PAGE


@pytest.mark.parametrize("word", sorted(ACTOR_KINDS | PLACE_KINDS | OUTLETS | NEEDS | set(LISTS)))
def test_every_word_of_a_closed_list_is_on_the_page(word: str) -> None:
    assert word in PAGE.replace(",", " ").replace(";", " ").replace("`", " ").split()
