"""explain: which condition holds, which does not, what stopped it, and how near it came."""

from typing import Any

import pytest

from streams.rules import Explanation, explain


@pytest.fixture
def why(bench):
    def told(when: str, text: str, *more: str) -> Explanation:
        made = bench("\n".join(["- id: r", f"  when: {{{when}}}", *(f"  {m}" for m in more)]))
        findings, article = made.findings(text)
        return explain(made.rule, findings, article, made.lexicon)

    return told


def test_a_match_shows_its_tree(why) -> None:
    told = why("in: sentence, all: [raid], mentions: {place: syria}", "A raid on Mayadin.")
    assert told.outcome is not None
    assert told.is_candidate
    assert told.misses == ()
    (sentence,) = told.when.parts
    assert (told.when.says, sentence.says) == ("in sentence", "all of")
    assert [(part.says, part.held) for part in sentence.parts] == [("raid", True), ("mentions place: syria", True)]
    assert all(part.evidence for part in sentence.parts)


@pytest.mark.parametrize(
    ("when", "text", "miss"),
    [
        ("all: [حصار, المطار]", "الحصار مستمر", 'it does not say "المطار"'),
        ("all: [siege, airport]", "The siege goes on", 'it does not say "airport"'),
        ("all: [осада, аэродром]", "Осада продолжается", 'it does not say "аэродром"'),
        (
            "near: {terms: [raid, bridge], within: 2}",
            "raid on the old bridge",
            '"raid" and "bridge" are 4 words apart, 2 allowed',
        ),
        (
            "near: {terms: [raid, bridge], within: 2}",
            "raid\nbridge",
            '"raid" and "bridge" are not in one paragraph',
        ),
        (
            "near: {terms: [raid, bridge], within: 3, ordered: true}",
            "the bridge, a raid",
            '"bridge" and "raid" stand in another order',
        ),
        ("near: {terms: [raid, bridge]}", "a raid", 'it does not say "bridge"'),
        ("count: {term: raid, at_least: 3}", "raid, raid", 'it says "raid" 2 times, 3 are needed'),
        (
            "score: {threshold: 5, terms: {siege: 3, raid: 3, match: -4}}",
            "siege, raid, match",
            "its words add up to 2, 5 are needed",
        ),
        (
            "mentions: {place: {within: syria.homs}}",
            "in Mayadin",
            "it names no place within Homs province",
        ),
        ("mentions: {actor: sdf}", "nobody", "it does not name Syrian Democratic Forces"),
        ("all: [raid], none: [match]", "a raid, a match", 'it says "match", which the rule leaves out'),
        ("all: [raid], none: [مباراة]", "raid بالمباراة", 'it says "مباراة", which the rule leaves out'),
        ("any: [siege, bridge, river, dam, road]", "a raid", 'it says none of "siege", "bridge", "river" and 2 more'),
        ("mentions: {actor: [sdf, russia]}", "a raid", "it names neither Syrian Democratic Forces nor Russia"),
        ("any: {at_least: 2, of: [siege, raid, dam]}", "raid", "1 of its 3 conditions hold, 2 are needed"),
        ("any: [{all: [raid, bridge, river]}, siege]", "raid, bridge", 'it does not say "river"'),
        ("language: ar, all: [raid]", "raid", "its language is en"),
        ("in: sentence, all: [raid, bridge]", "A raid. All calm. A bridge over a river.", 'it does not say "bridge"'),
    ],
)
def test_a_miss_is_named(why, when: str, text: str, miss: str) -> None:
    told = why(when, text)
    assert told.outcome is None
    assert told.misses == (miss,)


def test_the_exception_that_stopped_it_is_named(why) -> None:
    told = why("all: [raid]", "a raid in chess", "unless: [{any: [film], why: cinema}, {any: [chess], why: a game}]")
    assert (told.outcome, told.when.held, told.stopped_by) == (None, True, "a game")
    assert [(reason, tree.held) for reason, tree in told.unless] == [("cinema", False), ("a game", True)]


def test_a_scope_shows_the_span_that_came_closest(why) -> None:
    told = why("in: sentence, all: [raid, bridge, river]", "A raid. A raid on a bridge. Calm.")
    assert told.when.note == "0 of 3 sentences; the closest one is shown"
    (closest,) = told.when.parts
    assert [part.held for part in closest.parts] == [True, True, False]


STRIKE: dict[str, Any] = {
    "at": "bombed",
    "actors": {"russia.military.air": "Russian warplanes"},
    "places": {"syria.deir-ez-zor.mayadin": "Mayadin"},
    "platform": "air",
    "why": ('"Palmyra" is where they came from',),
}


@pytest.mark.parametrize(
    ("when", "changes", "miss"),
    [
        ("event: strike, actor: sdf", {}, "the strike is by Russian air force"),
        ("event: strike, actor: sdf", {"actors": {}}, "the strike is by nobody who is named"),
        ("event: strike, recipient: islamic-state", {}, "the strike is against nobody who is named"),
        ("event: strike, place: {within: syria.homs}", {}, "the strike is in Mayadin"),
        ("event: strike", {"stance": "denied"}, "the strike is denied"),
        ("event: strike", {"stance": "planned"}, "the strike is only planned"),
        ("event: strike", {"stance": "background"}, "the strike is history"),
        ("event: strike, platform: sea", {}, "the strike is from the air"),
        ("event: strike, quantity: {at_least: 3}", {}, "no number is told"),
        ("event: strike, basis: by", {}, "the strike is by Russian air force: stated"),
        ("event: strike", {"type": "air_support"}, "it tells of air support, not of a strike"),
        ("event: [strike, clash]", {"type": "talks"}, "it tells of talks, not of a strike or the like"),
    ],
)
def test_what_is_wrong_with_an_event_is_said_plainly(bench, when: str, changes: dict[str, Any], miss: str) -> None:
    made = bench(f"- id: r\n  when: {{{when}}}")
    findings, article = made.findings("Russian warplanes bombed Mayadin from Palmyra.", STRIKE | changes)
    told = explain(made.rule, findings, article, made.lexicon)
    assert told.outcome is None
    assert told.misses == (miss,)


def test_the_guards_that_stopped_a_role_are_shown(bench) -> None:
    made = bench("- id: r\n  when: {event: strike, actor: russia, place: {within: syria.deir-ez-zor}}")
    findings, article = made.findings("Russian warplanes bombed Mayadin from Palmyra.", STRIKE)
    told = explain(made.rule, findings, article, made.lexicon)
    assert told.outcome is not None
    assert told.when.note == '"Palmyra" is where they came from'
    assert [(part.says, part.note) for part in told.when.parts] == [
        ("actor russia", "Russian air force: stated"),
        ("place within syria.deir-ez-zor", "Mayadin: stated"),
        ("stance told as done", "asserted"),
    ]


def test_without_events_the_miss_says_what_is_not_told(why) -> None:
    assert why("event: strike", "All is calm").misses == ("it tells of no strike",)
