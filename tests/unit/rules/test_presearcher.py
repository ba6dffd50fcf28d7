"""The presearcher runs few rules, and says so by their number."""

import pytest

from streams.rules import MatchAll, Presearcher

PACK = """
- {id: siege, when: {all: [siege, airport]}}
- {id: long, when: {all: [the, extraordinarily]}}
- {id: many, when: {any: {at_least: 2, of: [goal, match, league]}}}
- {id: place, when: {all: [raid], mentions: {place: {within: syria.homs}}}}
- {id: never, when: {none: [raid]}}
- {id: near, when: {near: {terms: [raid, bridge], within: 5}}}
- {id: score, when: {score: {threshold: 2, terms: {goal: 2, calm: -1}}}}
"""


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("The raid", ["never"]),  # one need is met, the others are not
        ("the siege", ["never"]),
        ("The siege of the airport", ["siege", "never"]),
        ("a goal", ["never", "score"]),
        ("a goal in the match", ["many", "never", "score"]),
        ("A raid on Palmyra", ["place", "never"]),
        ("A raid on Mayadin", ["never"]),
        ("A raid on the bridge", ["never", "near"]),
    ],
)
def test_only_rules_whose_needs_are_met_are_run(bench, text: str, run: list[str]) -> None:
    made = bench(PACK)
    findings, _ = made.findings(text)
    assert [rule.id for rule in Presearcher(made.rules).candidates(findings)] == run
    assert len(MatchAll(made.rules).candidates(findings)) == 7


def test_a_rule_is_filed_under_its_rarest_need(bench) -> None:
    made = bench("- {id: r, when: {all: [the, extraordinarily, war]}}")
    presearcher = Presearcher(made.rules)
    assert [made.table.written[token] for token in presearcher._filed] == ["extraordinarily"]


@pytest.mark.parametrize("text", ["غارة على تدمر", "raid on Palmyra", "налет: Пальмира"])
def test_mentions_are_needs_too(bench, text: str) -> None:
    made = bench(
        "lists: {r: [غارة, raid, налет]}\nrules: [{id: r, when: {all: [{use: r}, {mentions: {place: syria.homs}}]}}]"
    )
    presearcher = Presearcher(made.rules)
    assert presearcher.candidates(made.findings(text)[0])
    assert not presearcher.candidates(made.findings(text.split(maxsplit=1)[0])[0])
