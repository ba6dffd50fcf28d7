"""event and the keys beside it: all of one event; what each key takes; its groups, labels, severity and evidence."""

from pathlib import Path
from typing import Any

import pytest

from streams.events.model import TYPES
from streams.rules import MatchAll, Outcome, Presearcher, match_rule
from streams.rules.reading import BASES

TEXTS = {
    "ar": "قصفت طائرات روسية بلدة الميادين، وفق داعش. تقدمت قسد قرب تدمر.",
    "en": "Russian warplanes bombed Mayadin, ISIS said. The SDF advanced near Palmyra.",
    "ru": "Российские самолеты бомбили Маядин, сообщил ISIS. SDF наступали у Пальмиры.",
}
WORDS = {
    "ar": ("قصفت", "طائرات روسية", "الميادين", "داعش", "تقدمت", "قسد", "تدمر"),
    "en": ("bombed", "Russian warplanes", "Mayadin", "ISIS", "advanced", "SDF", "Palmyra"),
    "ru": ("бомбили", "Российские самолеты", "Маядин", "ISIS", "наступали", "SDF", "Пальмиры"),
}


def told(language: str) -> tuple[dict[str, Any], ...]:
    bombed, jets, mayadin, isis, advanced, sdf, palmyra = WORDS[language]
    strike: dict[str, Any] = {
        "at": bombed,
        "actors": {"russia.military.air": jets},
        "recipients": {"islamic-state": ""},
        "places": {"syria.deir-ez-zor.mayadin": mayadin},
        "claimants": {"islamic-state": isis},
        "platform": "air",
        "stance": "claimed",
        "quantity": 12,
        "prominence": "lead",
    }
    advance = {
        "at": advanced,
        "type": "advance",
        "actors": {"sdf": sdf},
        "places": {"syria.homs.palmyra": palmyra},
        "holder": ("sdf",),
        "quantity_text": "tens",
        "weapons": ("missile.cruise.kalibr",),
        "outcome": "detonated",
        "why": ("تدمر",),
    }
    return strike, advance


@pytest.fixture
def outcome(bench):
    def held(condition: str, *more: str, language: str = "en", **changes: Any) -> Outcome | None:
        made = bench("\n".join(["- id: r", f"  when: {{{condition}}}", *(f"  {line}" for line in more)]))
        strike, advance = told(language)
        findings, article = made.findings(TEXTS[language], strike | changes, advance)
        found = match_rule(made.rule, findings, article, made.lexicon)
        for presearcher in (MatchAll(made.rules), Presearcher(made.rules)):  # presearch + match = match all
            candidates = presearcher.candidates(findings)
            assert (made.rule in candidates) or not found
        return found

    return held


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


@pytest.mark.parametrize("language", TEXTS)
def test_groups_come_from_the_event(outcome, language: str) -> None:
    found = outcome(
        "event: strike",
        "group_by: [type, actor, recipient, holder, place, place.governorate, platform, quantity, language]",
        'labels: {who: "{event.claimant}, {event.stance}", how: "{event.platform} by {actor}", from: "{event.origin}"}',
        language=language,
    )
    (group,) = found.groups
    assert group.values == {
        "type": "strike",
        "actor": "russia.military.air",
        "recipient": "islamic-state",
        "holder": None,
        "place": "syria.deir-ez-zor.mayadin",
        "place.governorate": "syria.deir-ez-zor",
        "platform": "air",
        "quantity": "12",
        "language": language,
    }
    assert group.labels == {"who": "islamic-state, claimed", "how": "air by russia.military.air"}
    assert group.event.type == "strike"


def test_several_events_are_several_groups_each_with_its_own(outcome) -> None:
    found = outcome("event: [strike, advance]", "group_by: [place.governorate]")
    assert [(group.values["place.governorate"], group.event.type) for group in found.groups] == [
        ("syria.deir-ez-zor", "strike"),
        ("syria.homs", "advance"),
    ]


def test_several_values_are_several_groups_of_one_event(outcome) -> None:
    places = {"syria.deir-ez-zor.mayadin": "Mayadin", "syria.homs.palmyra": "Palmyra"}
    found = outcome("event: strike", "group_by: [place]", places=places)
    assert [group.values["place"] for group in found.groups] == [*places]
    assert len({id(group.event) for group in found.groups}) == 1


def test_a_place_gives_way_to_one_in_it(outcome) -> None:
    places = {"syria.deir-ez-zor": "", "syria": "", "syria.deir-ez-zor.mayadin": "Mayadin"}
    found = outcome("event: strike", "group_by: [place]", places=places)
    assert [group.values["place"] for group in found.groups] == ["syria.deir-ez-zor.mayadin"]


def test_only_roles_that_satisfied_the_rule_are_values(outcome) -> None:
    places = {"syria.deir-ez-zor.mayadin": "Mayadin", "syria.homs.palmyra": "Palmyra"}
    actors = {"russia.military.air": "Russian warplanes", "sdf": "SDF"}
    found = outcome(
        "event: strike, actor: sdf, place: {within: syria.homs}",
        "group_by: [actor, place]",
        places=places,
        actors=actors,
    )
    assert [group.values for group in found.groups] == [{"actor": "sdf", "place": "syria.homs.palmyra"}]
    assert {role.id for role in found.groups[0].event.actors} == {*actors}  # the event itself is whole


def test_two_that_clash_are_one_pair_in_whatever_order(outcome) -> None:
    one, other = {"sdf": "SDF", "islamic-state": "ISIS"}, {"islamic-state": "ISIS", "sdf": "SDF"}
    for actors, recipients in ((one, other), (other, one)):
        found = outcome(
            "event: clash", "group_by: [actor, recipient]", type="clash", actors=actors, recipients=recipients
        )
        assert [group.values for group in found.groups] == [{"actor": "islamic-state", "recipient": "sdf"}]


def test_who_does_not_satisfy_the_rule_is_no_actor_of_a_pair(outcome) -> None:
    both = {"sdf": "SDF", "islamic-state": "ISIS"}
    found = outcome(
        "event: clash, actor: sdf",
        "group_by: [actor]",
        'labels: {against: "{event.recipient}"}',
        type="clash",
        actors=both,
        recipients=both,
    )
    assert [(group.values, group.labels) for group in found.groups] == [
        ({"actor": "sdf"}, {"against": "islamic-state"})
    ]


@pytest.mark.parametrize(
    ("when", "severity"),
    [
        ("quantity: {at_least: 10}", "critical"),
        ("quantity: {at_least: 13}", "medium"),
        ("place: {within: syria.homs}", "medium"),  # true of the other event only
        ("event: advance, place: {within: syria.homs}", "medium"),
        ("in: article, event: advance, place: {within: syria.homs}", "critical"),  # a scope: any event told there
        ("event: strike, quantity: {at_least: 10}", "critical"),
        ("all: [Palmyra]", "critical"),
    ],
)
def test_raise_asks_the_event_that_satisfied_the_rule(outcome, when: str, severity: str) -> None:
    assert outcome("event: strike", f"raise: [{{to: critical, when: {{{when}}}}}]").severity == severity


def test_of_several_events_the_one_that_raised_is_shown(outcome) -> None:
    found = outcome("event: [strike, advance]", "raise: [{to: high, when: {actor: sdf}}]")
    (group,) = found.groups
    assert (group.severity, group.event.type) == ("high", "advance")


def test_a_stance_that_the_rule_asks_for_is_no_bar_to_raise(outcome) -> None:
    raised = "raise: [{to: critical, when: {quantity: {at_least: 10}}}]"
    assert outcome("event: strike, stance: denied", raised, stance="denied").severity == "critical"


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
