"""in: all keys beside it hold within one span of that scope."""

import pytest

PAIRS = {
    "ar": ("قصف", "الجسر", "طال قصف عنيف الجسر. عاد الهدوء.", "وقع قصف عنيف. بقي الجسر."),
    "en": ("raid", "bridge", "The raid hit the bridge. All is calm.", "There was a raid. The bridge stands."),
    "ru": ("налет", "мост", "Налёт разрушил мост. Всё тихо.", "Был налёт. Мост цел."),
}


@pytest.mark.parametrize("language", PAIRS)
def test_a_sentence_must_hold_it_all(hits, language: str) -> None:
    one, two, together, apart = PAIRS[language]
    condition = f"in: sentence, all: [{one}, {two}]"
    assert hits(condition, together) is not None
    assert hits(condition, apart) is None
    assert hits(f"in: paragraph, all: [{one}, {two}]", apart) is not None
    assert hits(f"in: paragraph, all: [{one}, {two}]", apart.replace(". ", ".\n")) is None
    assert hits(f"all: [{one}, {two}]", apart.replace(". ", ".\n")) is not None


@pytest.mark.parametrize("language", PAIRS)
def test_title_and_body_are_apart(hits, language: str) -> None:
    one, two, text, _ = PAIRS[language]
    other = {"ar": "عنوان", "en": "A headline", "ru": "Заголовок"}[language]
    assert hits(f"in: title, all: [{one}]", text, title=other) is None
    assert hits(f"in: title, all: [{one}]", other, title=text) is not None
    assert hits(f"in: body, all: [{one}]", other, title=text) is None
    assert hits(f"in: body, all: [{two}]", text, title=other) is not None
    assert hits(f"in: article, all: [{one}]", other, title=text) is not None


def test_an_article_without_a_title_has_nothing_in_it(hits) -> None:
    assert hits("in: title, all: [raid]", "raid") is None
    assert hits("in: title, none: [raid]", "raid") == []


def test_the_lead_is_the_first_paragraph_or_300_characters(hits) -> None:
    long = "word " * 70
    assert hits("in: lead, all: [raid]", f"raid\n{long}.\nother") == ["raid"]
    assert hits("in: lead, all: [raid]", f"short first line.\n{long}.\nraid at the end of it all, told late.") is None
    assert hits("in: lead, all: [raid]", "Short first line.\nraid in the second, all within 300 characters.") == [
        "raid"
    ]


def test_none_speaks_of_the_same_span(hits) -> None:
    condition = "in: sentence, all: [raid], none: [denied]"
    assert hits(condition, "The raid was denied. Another raid was seen.") == ["raid"]
    assert hits(condition, "The raid was denied. Moscow denied it.") is None


def test_scopes_nest(hits) -> None:
    condition = "in: body, all: [{in: sentence, all: [raid, bridge]}, ministry]"
    assert hits(condition, "The raid hit the bridge. The ministry spoke.") is not None
    assert hits(condition, "The raid was over. The bridge stands. The ministry spoke.") is None
    assert hits(condition, "The ministry spoke.", title="The raid hit the bridge.") is None


def test_every_sentence_that_holds_gives_evidence(hits) -> None:
    assert hits("in: sentence, all: [raid, bridge]", "A raid on a bridge. A raid. A bridge and a raid.") == [
        "raid", "bridge", "bridge", "raid",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{in: sentence}", '"in" stands alone'),
        ("{in: sentense, all: [a]}", 'unknown scope "sentense"; did you mean "sentence"?'),
        ("{in: [title, lead], all: [a]}", "a scope is expected here, not a list"),
    ],
)
def test_what_in_refuses(faults, when: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {when}")
    assert said in fault


@pytest.mark.parametrize("sentence", ["قصف الجسر. ", "A raid on the bridge. ", "Налёт на мост. "])
def test_a_giant_article_is_read_to_its_end_in_linear_time(hits, sentence: str) -> None:
    one, two = {"ق": ("قصف", "الجسر"), "A": ("raid", "bridge"), "Н": ("налет", "мост")}[sentence[0]]
    text = sentence * 20_000  # quadratic, this takes minutes
    assert len(hits(f"in: paragraph, all: [{{in: sentence, all: [{one}, {two}]}}]", text) or ()) == 50
    assert hits(f"in: sentence, near: {{terms: [{one}, zulu]}}", text + f"{one} zulu.") == [one, "zulu"]
