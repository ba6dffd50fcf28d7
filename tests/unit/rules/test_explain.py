"""explain: which condition holds, which does not, what stopped it, and how near it came."""

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
        ("all: [حصار, المطار]", "الحصار مستمر", "المطار: not found"),
        ("all: [siege, airport]", "The siege goes on", "airport: not found"),
        ("all: [осада, аэродром]", "Осада продолжается", "аэродром: not found"),
        (
            "near: {terms: [raid, bridge], within: 2}",
            "raid on the old bridge",
            "raid near bridge, at most 2 apart: the nearest are 4 apart",
        ),
        (
            "near: {terms: [raid, bridge], within: 2}",
            "raid\nbridge",
            "raid near bridge, at most 2 apart: not together in one paragraph",
        ),
        (
            "near: {terms: [raid, bridge], within: 3, ordered: true}",
            "the bridge, a raid",
            "raid before bridge, at most 3 apart: near enough, but in another order",
        ),
        ("near: {terms: [raid, bridge]}", "a raid", "bridge: not found"),
        ("count: {term: raid, at_least: 3}", "raid, raid", "raid at least 3 times: 2 times"),
        (
            "score: {threshold: 5, terms: {siege: 3, raid: 3, match: -4}}",
            "siege, raid, match",
            "score at least 5: 2: siege +3, raid +3, match -4",
        ),
        (
            "mentions: {place: {within: syria.homs}}",
            "in Mayadin",
            "mentions place: within syria.homs: named: syria.deir-ez-zor.mayadin",
        ),
        ("mentions: {actor: sdf}", "nobody", "mentions actor: sdf: no actor named"),
        ("all: [raid], none: [match]", "a raid, a match", "none of match: found"),
        ("any: [{all: [raid, bridge, river]}, siege]", "raid, bridge", "river: not found"),
        ("language: ar, all: [raid]", "raid", "language ar: it is en"),
        ("in: sentence, all: [raid, bridge]", "A raid. All calm. A bridge over a river.", "bridge: not found"),
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
