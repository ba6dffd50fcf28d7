"""score and count."""

import pytest


@pytest.mark.parametrize(
    ("terms", "enough", "once", "against"),
    [
        ("{حصار: 3, قصف: 2, مباراة: -10}", "حصار وقصف", "حصار وحصار", "حصار وقصف في مباراة"),
        ("{siege: 3, shelling: 2, match: -10}", "siege, shelling", "siege, siege", "siege, shelling, match"),
        ("{осада: 3, обстрел: 2, матч: -10}", "осада, обстрел", "осада, осада", "осада, обстрел, матч"),
    ],
)
def test_weights_add_up_each_term_once(hits, terms: str, enough: str, once: str, against: str) -> None:
    condition = f"score: {{threshold: 5, terms: {terms}}}"
    assert hits(condition, enough) is not None
    assert hits(condition, once) is None
    assert hits(condition, against) is None


def test_only_terms_that_speak_for_it_are_evidence(hits) -> None:
    assert hits("score: {threshold: 1, terms: {siege: 3, match: -1.5}}", "a siege, a match") == ["siege"]


@pytest.mark.parametrize(("term", "text"), [("غارة", "غارة وغارة"), ("raid", "raid, raid"), ("удар", "удар, удар")])
def test_count_wants_so_many(hits, term: str, text: str) -> None:
    assert len(hits(f"count: {{term: {term}, at_least: 2}}", text) or ()) == 2
    assert hits(f"count: {{term: {term}, at_least: 3}}", text) is None


def test_count_counts_within_the_scope(hits) -> None:
    condition = "in: sentence, count: {term: raid, at_least: 2}"
    assert hits(condition, "A raid. A raid.") is None
    assert hits(condition, "A raid. A raid after a raid.") == ["raid", "raid"]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (
            "{score: {threshold: 9, terms: {a: 3, b: -9}}}",
            "the weights add up to 3, the threshold is 9: it can never hold",
        ),
        ("{score: {threshold: 0, terms: {a: 3}}}", "a threshold above 0"),
        ("{score: {threshold: x, terms: {a: 3}}}", "threshold is a number"),
        ("{score: {threshold: 1, terms: {a: high}}}", "a weight is a number"),
        ("{score: {threshold: 1, terms: [a]}}", "terms is a mapping"),
        ("{score: {treshold: 1, terms: {a: 3}}}", 'did you mean "threshold"?'),
        ("{count: {term: a}}", "count without at_least"),
        ("{count: {term: a, at_least: 0}}", "at_least is a whole number from 1"),
        ("{count: 3}", "count takes a mapping"),
    ],
)
def test_what_is_refused(faults, when: str, said: str) -> None:
    assert any(said in fault for fault in faults(f"- id: r\n  when: {when}"))
