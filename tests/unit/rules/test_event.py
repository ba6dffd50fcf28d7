"""event and the keys beside it: all of one event; what each key takes; its groups, labels, severity and evidence."""

from pathlib import Path

import pytest

from streams.events.model import TYPES
from streams.rules import Presearcher, match_rule
from streams.rules.reading import BASES
from tests.unit.rules.told import TEXTS, WORDS, told


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "condition",
    [
        "event: strike",
        "event: [clash, strike]",
        "event: strike, actor: russia",
        "event: strike, actor: [sdf, russia.military]",
        "event: strike, recipient: islamic-state",
        "event: strike, place: syria",
        "event: strike, place: {within: syria.deir-ez-zor}",
        "event: strike, place: {near: syria.deir-ez-zor.city, km: 60}",
        "event: advance, place: {kind: city}",
        "event: strike, platform: air",
        "event: strike, stance: [denied, claimed]",
        "event: strike, claimant: islamic-state",
        "event: strike, quantity: 12",
        "event: strike, quantity: {at_least: 10, at_most: 12}",
        "event: advance, quantity: {at_least: 20}",
        "event: strike, prominence: [title, lead]",
        "event: strike, basis: stated",
        "event: strike, actor: russia, basis: {actor: [stated, by], place: stated}",
        "event: advance, holder: sdf",
        "event: advance, weapon: missile",
        "event: advance, outcome: detonated",
        "actor: russia",
        "in: sentence, event: strike, any: [Mayadin, الميادين, Маядин]",
        "event: strike, none: [snow]",
        "any: [{event: clash}, {event: advance}]",
    ],
)
def test_it_holds(outcome, language: str, condition: str) -> None:
    assert outcome(condition, language=language) is not None


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "condition",
    [
        "event: clash",
        "event: strike, actor: sdf",  # it advances
        "event: strike, place: {within: syria.homs}",  # that is the other event's place
        "event: strike, origin: syria",
        "event: strike, platform: sea",
        "event: strike, stance: asserted",
        "event: strike, claimant: sdf",
        "event: strike, quantity: {at_least: 13}",
        "event: strike, quantity: {at_most: 11}",
        "event: advance, quantity: {at_least: 21}",
        "event: advance, quantity: {at_most: 200}",
        "event: strike, prominence: body",
        "event: strike, basis: adjective",
        "event: strike, actor: russia, basis: {actor: by}",
        "event: strike, holder: sdf",
        "event: strike, outcome: [detonated, cleared]",
        "actor: russia, place: {within: syria.homs}",
        "in: sentence, event: strike, any: [Palmyra, تدمر, Пальмиры]",
        "in: title, event: strike",
        "event: strike, none: [Mayadin, الميادين, Маядин]",
        "all: [{event: strike}, {event: clash}]",
    ],
)
def test_it_does_not_hold(outcome, language: str, condition: str) -> None:
    assert outcome(condition, language=language) is None


@pytest.mark.parametrize("stance", ["denied", "planned", "conditional", "background", "negated"])
def test_without_stance_it_is_told_as_done(outcome, stance: str) -> None:
    assert outcome("event: strike", stance=stance) is None
    assert outcome(f"event: strike, stance: {stance}", stance=stance) is not None


@pytest.mark.parametrize("stance", ["asserted", "claimed", "admitted"])
def test_what_is_told_as_done(outcome, stance: str) -> None:
    assert outcome("event: strike", stance=stance) is not None


def test_an_event_told_again_is_in_that_scope_too(outcome) -> None:
    assert outcome("in: title, event: strike", also=[{"at": "advanced"}]) is None
    assert outcome("in: sentence, event: strike, all: [Palmyra]", also=[{"at": "advanced"}]) is not None


@pytest.mark.parametrize("language", TEXTS)
def test_its_evidence_is_the_trigger_and_who_fills_its_slots(bench, language: str) -> None:
    made = bench("- {id: r, when: {event: strike}}")
    findings, article = made.findings(TEXTS[language], *told(language))
    (group,) = match_rule(made.rule, findings, article, made.lexicon).groups
    words = {findings.document.hit(span).text for span in group.spans}
    assert words == {*WORDS[language][:4]}


def test_words_beside_it_are_evidence_too(bench) -> None:
    made = bench("- {id: r, when: {event: strike, all: [advanced]}}")
    findings, article = made.findings(TEXTS["en"], *told("en"))
    (group,) = match_rule(made.rule, findings, article, made.lexicon).groups
    assert "advanced" in {findings.document.hit(span).text for span in group.spans}


def test_only_types_that_are_told_make_a_candidate(bench) -> None:
    made = bench("- {id: r, when: {event: clash}}\n- {id: s, when: {event: strike}}\n- {id: t, when: {actor: sdf}}")
    findings, _ = made.findings(TEXTS["en"], *told("en"))
    assert [rule.id for rule in Presearcher(made.rules).candidates(findings)] == ["s", "t"]
    findings, _ = made.findings(TEXTS["en"])
    assert Presearcher(made.rules).candidates(findings) == []


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("event: strik", 'unknown type of event "strik"; did you mean "strike"?'),
        ("event: []", "an empty list"),
        ("event: strike, actor: russa", 'unknown actor "russa"; did you mean "russia"?'),
        ("event: strike, place: {within: mayadin}", 'did you mean "syria.deir-ez-zor.mayadin"?'),
        ("event: strike, stance: claimd", 'unknown stance "claimd"; did you mean "claimed"?'),
        ("event: strike, platform: see", 'unknown platform "see"; did you mean "sea"?'),
        ("event: strike, weapon: kalibr", 'did you mean "missile.cruise.kalibr"?'),
        ("event: strike, outcome: exploded", 'unknown outcome "exploded"'),
        ("event: strike, prominence: headline", 'unknown prominence "headline"'),
        ("event: strike, basis: statd", 'unknown basis "statd"; did you mean "stated"?'),
        ("event: strike, basis: {actors: stated}", 'unknown key of basis "actors"; did you mean "actor"?'),
        ("event: strike, quantity: many", "quantity is a whole number"),
        ("event: strike, quantity: {}", "quantity says nothing"),
        ("event: strike, quantity: {atleast: 3}", 'did you mean "at_least"?'),
        ("event: strike, quantity: {at_least: 3, at_most: 2}", "can never both hold"),
        ("event: strike, recipent: sdf", 'unknown operator "recipent"; did you mean "recipient"?'),
    ],
)
def test_a_fault_says_what_was_meant(faults, when: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {{{when}}}")
    assert fault.startswith("2:")
    assert said in fault


def test_the_page_on_rules_names_every_type_and_basis() -> None:
    page = " ".join((Path(__file__).parents[3] / "docs" / "rules.md").read_text("utf-8").split())
    assert [word for word in BASES if f"`{word}`" not in page] == []
    assert [word for word in TYPES if word not in page] == []
