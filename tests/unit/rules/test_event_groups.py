"""Groups, labels and severity come from the event that satisfied the rule."""

import pytest

from tests.unit.rules.told import TEXTS


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
