"""actions.yaml and cues.yaml: what is read, and every fault told with its place."""

from pathlib import Path

import pytest

from streams.errors import LoadError
from streams.events import Actions, read_actions
from streams.events.model import TYPES
from streams.lexicon import Lexicon, read_lexicon
from streams.text.fold import fold_term
from streams.text.terms import TermTable

ROOT = Path(__file__).parents[3] / "rules" / "lexicon"
SHIPPED = {path.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("*.yaml"))}


def read(text: str) -> tuple[Actions, TermTable]:
    table = TermTable()
    return read_actions({"actions.yaml": text}, table, Lexicon()), table


def faults(text: str) -> list[str]:
    with pytest.raises(LoadError) as raised:
        read(text)
    return [str(fault) for fault in raised.value.faults]


def test_all_forms_of_a_verb_are_terms_with_their_tense() -> None:
    actions, table = read(
        "actions: [{id: strike, ar: [{verb: [قصف/يقصف], noun: [قصف]}], en: [{verb: [strike/struck]}]}]"
    )
    tenses = {
        written: {sense.tense for sense in actions.triggers[number]}
        for number, written in enumerate(table.written)
        if number in actions.triggers
    }
    assert tenses["ستقصف"] == {"future"}
    assert tenses["struck"] == {"past"}
    assert {sense.tense for senses in actions.triggers.values() for sense in senses} >= {"noun", "past", "present"}


def test_drop_takes_out_a_form_that_is_another_word() -> None:
    _, table = read("actions: [{id: siege_broken, ar: [{verb: [فك/يفك], drop: [فكا]}]}]")
    assert "فكا" not in table.written
    assert "فكت" in table.written


def test_every_fault_is_told_at_once_with_its_place() -> None:
    text = "actions:\n  - {en: []}\n  - {id: strike, en: [{verb: [bomb], needs: [agent.farce]}]}\n  - {id: x, fr: []}\n"
    found = faults(text)
    assert [fault.split(" ")[0] for fault in found] == ["actions.yaml:2:5:", "actions.yaml:3:23:", "actions.yaml:4:13:"]
    assert 'did you mean "agent.force"?' in found[1]


def test_a_row_must_be_a_mapping() -> None:
    assert "a row is a mapping" in faults("cues: [negation]")[0]


def test_words_are_lists_by_name_and_no_cues() -> None:
    actions, _ = read("words: [{id: any, ar: [أي], en: [any]}, {id: any, ru: [любой]}]")
    assert actions.lists["any"] == {fold_term(word) for word in ("أي", "any", "любой")}
    assert actions.lists["nobody"] == frozenset()
    assert not actions.cues


def test_a_list_that_nothing_asks_for_is_a_fault() -> None:
    assert 'unknown list of words "moth"; did you mean "month"?' in faults("words: [{id: moth, en: [july]}]")[0]


def test_the_digest_changes_with_what_the_files_say() -> None:
    one, _ = read("actions: [{id: strike, en: [{noun: [raid]}]}]")
    same, _ = read("actions:\n- id: strike\n  en:\n  - noun: [raid]\n")
    other, _ = read("actions: [{id: strike, en: [{noun: [raids]}]}]")
    assert one.digest == same.digest != other.digest


def test_the_shipped_actions_are_the_types_that_rules_know() -> None:
    table = TermTable()
    actions = read_actions(SHIPPED, table, read_lexicon(SHIPPED, table))
    coded = {sense.trigger.type for senses in actions.triggers.values() for sense in senses}
    held = {sense.trigger.present for senses in actions.triggers.values() for sense in senses} - {None}
    assert coded | held == set(TYPES)
