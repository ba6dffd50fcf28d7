"""source, language, published: what an article says of itself."""

from datetime import UTC, datetime

import pytest


def test_source(hits) -> None:
    assert hits("source: zaman-alwsl", "x", source="Zaman-Alwsl") == []
    assert hits("source: [a, bbc]", "x", source="bbc.arabic") == []
    assert hits("source: bbc", "x", source="bbcx") is None
    assert hits("source: bbc", "x") is None
    assert hits("source: example.org", "x", url="https://www.example.org/a") == []
    assert hits("source: example.org", "x", url="https://badexample.org/a") is None


@pytest.mark.parametrize(("code", "text"), [("ar", "هدوء في البلدة"), ("en", "All is calm"), ("ru", "В городе тихо")])
def test_language_by_script_or_as_given(hits, code: str, text: str) -> None:
    assert hits(f"language: {code}", text) == []
    assert hits("language: fr", text) is None
    assert hits("language: fr", text, language="fr-CA") == []
    assert hits("language: [fr, de]", text, language="DE") == []


def test_published(hits) -> None:
    at = datetime(2017, 9, 5, 10, tzinfo=UTC)
    assert hits("published: {after: 2017-09-05}", "x", published_at=at) == []
    assert hits("published: {after: 2017-09-05, before: 2017-09-06}", "x", published_at=at) == []
    assert hits("published: {before: 2017-09-05T10:00:00Z}", "x", published_at=at) is None
    assert hits('published: {after: "2017-09-05T10:00:00Z"}', "x", published_at=at) == []
    assert hits("published: {after: 2017-09-05}", "x") is None


def test_they_stand_beside_words(hits) -> None:
    assert hits("language: en, all: [raid]", "A raid") == ["raid"]
    assert hits("language: ar, all: [raid]", "A raid") is None


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("source: []", "an empty list"),
        ("source: {a: b}", "the name of a source is expected here, not a mapping"),
        ("language: arabic", '"arabic" is no language code; write ar, en, ru'),
        ("published: {}", "published says nothing"),
        ("published: 2017-09-05", "published takes a mapping"),
        ("published: {after: soon}", '"soon" is no date; write 2017-09-05'),
        ("published: {after: 2017-09-06, before: 2017-09-05}", "no time is after the one and before the other"),
        ("published: {since: 2017-09-06}", 'unknown key of published "since"'),
    ],
)
def test_what_is_refused(faults, condition: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {{{condition}}}")
    assert said in fault
