"""mentions: known actors, places and weapons in scope, by path, region, distance and kind."""

import pytest


@pytest.mark.parametrize("text", ["انسحب تنظيم الدولة", "ISIS withdrew", "Исламское государство отступило"])
def test_an_actor_is_mentioned(hits, text: str) -> None:
    assert hits("mentions: {actor: islamic-state}", text) is not None
    assert hits("mentions: {actor: sdf}", text) is None
    assert hits("mentions: {actor: [sdf, islamic-state]}", text) is not None


@pytest.mark.parametrize("text", ["قصف الميادين", "Shells hit Mayadin", "Обстрелян Маядин"])
def test_a_place_lies_under_its_path(hits, text: str) -> None:
    for condition in ("syria", "syria.deir-ez-zor", "{within: syria.deir-ez-zor}", "{within: [syria.homs, syria]}"):
        assert hits(f"mentions: {{place: {condition}}}", text) is not None
    assert hits("mentions: {place: {within: syria.homs}}", text) is None


def test_within_takes_regions_that_a_place_lists(hits) -> None:
    assert hits("mentions: {place: {within: syria.badia}}", "وصلوا إلى الشولا") == ["الشولا"]
    assert hits("mentions: {place: {within: syria.badia}}", "They reached Mayadin") is None


def test_near_is_a_great_circle(hits) -> None:
    near = "mentions: {{place: {{near: syria.deir-ez-zor.city, km: {}}}}}"
    assert hits(near.format(50), "وصلوا إلى الميادين") == ["الميادين"]  # 45 km
    assert hits(near.format(40), "وصلوا إلى الميادين") is None
    assert hits(near.format(500), "in Homs province") is None  # a governorate is no one point


def test_kinds_of_place_and_several_conditions_on_one_place(hits) -> None:
    text = "Fires at the Omar field and in Palmyra"
    assert hits("mentions: {place: {kind: oil-gas}}", text) == ["Omar field"]
    assert hits("mentions: {place: {kind: [oil-gas, city]}}", text) == ["Omar field", "Palmyra"]
    assert hits("mentions: {place: {kind: city, within: syria.deir-ez-zor}}", text) is None


@pytest.mark.parametrize("text", ["صواريخ كاليبر", "Kalibr missiles", "ракеты Калибр"])
def test_weapons(hits, text: str) -> None:
    assert hits("mentions: {weapon: missile.cruise}", text) is not None
    assert hits("mentions: {weapon: missile.cruise.kh-101}", text) is None


def test_composed_names_are_actors_too(hits) -> None:
    assert hits("mentions: {actor: russia.military}", "قصفت طائرات حربية روسية البلدة") == ["طائرات حربية روسية"]
    assert hits("mentions: {actor: russia.military.navy}", "Russian warplanes hit it") is None


def test_several_keys_must_each_be_mentioned_in_the_scope(hits) -> None:
    condition = "mentions: {actor: islamic-state, place: syria}"
    assert hits(condition, "ISIS left Mayadin.") == ["ISIS", "Mayadin"]
    assert hits(condition, "ISIS left.") is None
    apart = "ISIS left. Mayadin is calm."
    assert hits(condition, apart) is not None
    assert hits(f"in: sentence, {condition}", apart) is None


@pytest.mark.parametrize(
    ("mentions", "said"),
    [
        ("{actor: islamic-sate}", 'unknown actor "islamic-sate"; did you mean "islamic-state"?'),
        ("{place: mayadin}", 'unknown place "mayadin"; did you mean "syria.deir-ez-zor.mayadin"?'),
        ("{place: {within: syria.deirezzor}}", 'did you mean "syria.deir-ez-zor"?'),
        ("{plase: syria}", 'unknown kind of mention "plase"; did you mean "place"?'),
        ("{place: {near: syria.deir-ez-zor.city}}", "near and km go together"),
        ("{place: {near: syria.badia, km: 5}}", 'place "syria.badia" has no coordinates'),
        ("{place: {near: syria.deir-ez-zor.city, km: -5}}", "km is at least 0"),
        ("{place: {kind: oil}}", 'unknown kind of place "oil"'),
        ("{place: {kind: water}}", "no place of the lexicon is like this"),
        ("{place: {}}", "place says nothing"),
        ("{place: []}", "an empty list"),
        ("{place: {inside: syria}}", 'unknown key of place "inside"'),
        ("{}", "mentions is a mapping"),
        ("syria", "mentions is a mapping"),
    ],
)
def test_what_mentions_refuses(faults, mentions: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {{mentions: {mentions}}}")
    assert said in fault
