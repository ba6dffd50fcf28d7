"""Every example of every shipped rule, one test each; and the packs as a whole are clean."""

import pytest

from agents.cli.rules import article_of
from streams.judge import judge, look
from streams.languages import language_of
from streams.rules.model import Example, Status
from streams.rules.reading import BASES
from tests.shipped import RULEBOOK

# What is incubating runs in shadow and may be wrong yet; `marsad rules test` says where.
STABLE = [rule for rule in RULEBOOK.rules.values() if rule.status is Status.STABLE]
EXAMPLES = [
    pytest.param(rule.id, example, id=f"{rule.id}-{example.location.line}")
    for rule in STABLE
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: str, example: Example) -> None:
    fired = rule in judge(article_of(example), RULEBOOK).classification.rules
    assert fired is example.is_match, example.why or "must match"


@pytest.mark.parametrize("rule", RULEBOOK.rules)
def test_a_rule_shows_itself_both_ways_in_every_language(rule: str) -> None:
    shown = {(language_of(e.text), e.is_match) for e in RULEBOOK.rules[rule].examples}
    assert shown >= {(language, both) for language in ("ar", "en", "ru") for both in (True, False)}


def test_the_rules_that_people_rely_on_are_stable() -> None:
    assert {rule.id for rule in STABLE} >= {"russian-strikes", "deir-ez-zor-offensive"}


def test_every_way_of_finding_a_role_can_be_asked_for() -> None:
    found = {
        role.basis
        for rule in RULEBOOK.rules.values()
        for example in rule.examples
        for frame in look(article_of(example), RULEBOOK).frames
        for role in (*frame.actors, *frame.recipients, *frame.places, *frame.origins, *frame.claimants)
    }
    assert found <= {*BASES}
    assert len(found) > len(BASES) / 2
