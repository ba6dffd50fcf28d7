"""all, any, none, at_least; several keys of one mapping; a plain string."""

import pytest

WORDS = {
    "ar": ("حصار", "قصف", "غارة", "الحصار مستمر وسط قصف عنيف"),
    "en": ("siege", "shelling", "raid", "The siege goes on under shelling"),
    "ru": ("осада", "обстрел", "налет", "Осада продолжается, обстрел тоже"),
}


@pytest.mark.parametrize("language", WORDS)
def test_and_or_not(hits, language: str) -> None:
    there, too, absent, text = WORDS[language]
    assert hits(f"all: [{there}, {too}]", text) is not None
    assert hits(f"all: [{there}, {absent}]", text) is None
    assert hits(f"any: [{absent}, {too}]", text) is not None
    assert hits(f"any: [{absent}]", text) is None
    assert hits(f"none: [{absent}]", text) == []
    assert hits(f"none: [{absent}, {there}]", text) is None


@pytest.mark.parametrize("language", WORDS)
def test_at_least(hits, language: str) -> None:
    there, too, absent, text = WORDS[language]
    assert hits(f"any: {{at_least: 2, of: [{there}, {too}, {absent}]}}", text) is not None
    assert hits(f"any: {{at_least: 2, of: [{there}, {absent}, {absent}]}}", text) is None


def test_keys_of_one_mapping_mean_and(hits) -> None:
    assert hits("all: [siege], any: [raid, shelling], none: [match]", "siege and shelling") == ["siege", "shelling"]
    assert hits("all: [siege], any: [raid, shelling], none: [match]", "siege and shelling in a match") is None
    assert hits("all: [siege], any: [raid]", "siege and shelling") is None


def test_a_string_alone_is_a_term(hits) -> None:
    assert hits("siege", "The siege goes on") == ["siege"]
    assert hits("any: [{term: siege}]", "The siege goes on") == ["siege"]


@pytest.mark.parametrize("number", ["137", "١٣٧", "1.10"])
def test_numbers_are_words_as_written(hits, number: str) -> None:
    assert hits(f"any: [{number}]", "اللواء ١٣٧ والاصدار 1.10") is not None


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "true"])
def test_words_that_yaml_1_1_takes_for_booleans_are_words(hits, word: str) -> None:
    assert hits(f"any: [{word}]", f"it is {word} again") == [word]


def test_all_that_holds_is_evidence_at_most_50(hits) -> None:
    assert hits("any: [raid, siege]", "raid siege raid") == ["raid", "siege", "raid"]
    assert len(hits("any: [raid]", "raid " * 80)) == 50


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{any: []}", '2:15: rule "r": any is empty; write at least one condition'),
        ("{all: raid}", '2:15: rule "r": all takes a list; write all: [condition, ...]'),
        ("{none: {a: b}}", "none takes a list"),
        ("[raid, siege]", '2:9: rule "r": a list where one condition is expected; write {all: [...]} or {any: [...]}'),
        ("{}", "no condition"),
        ("{any: {of: [a, b], at_least: 3}}", "at_least 3 of 2 conditions can never hold"),
        ("{any: {of: [a, b], at_least: two}}", "at_least is a whole number from 1"),
        ("{any: {at_least: 2}}", "any without of"),
        ("{any: [a, ~]}", "a term is expected here, and there is none"),
        ("{any: [null]}", "if you mean the word, put it in quotes: 'null'"),
        ("{any: [[a, b]]}", "a list where one condition is expected"),
        ('{any: ["..."]}', "the term '...' has no letter and no digit"),
        ('{any: ["*raid"]}', 'the term "*raid" begins with *; no leading wildcard is needed'),
        ("{any: [ra*id]}", "a * stands only at the end"),
        ("{any: [rai*]}", "the prefix 'rai*' is shorter than 4 letters"),
    ],
)
def test_what_is_refused(faults, when: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {when}")
    assert said in fault
