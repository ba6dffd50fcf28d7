"""docs/another-war.md, done exactly as it says: an analyst sets up another war in YAML alone."""

import re
from pathlib import Path

import pytest

from agents.cli.rules import article_of
from agents.rulebook import read_rulebook
from streams.judge import judge
from streams.lexicon import lint
from streams.messages import Article, Event, Match
from streams.rulebook import Rulebook

PAGE = Path(__file__).parents[2] / "docs" / "another-war.md"
FILE = re.compile(r"^`(\S+\.yaml)`\n\n```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def sudan(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    folder = tmp_path_factory.mktemp("my-war")
    files = FILE.findall(PAGE.read_text("utf-8"))
    assert len(files) == 4
    for name, text in files:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return read_rulebook([folder])


def scan(text: str, rulebook: Rulebook) -> tuple[tuple[Event, ...], tuple[Match, ...]]:
    judgement = judge(Article(id="a", text=text), rulebook)
    return judgement.classification.events, judgement.matches


def test_its_lexicon_is_clean(sudan: Rulebook) -> None:
    assert [str(fault) for fault in lint(sudan.lexicon)] == []


def test_its_examples_come_out_right(sudan: Rulebook) -> None:
    wrong = [
        f"{example.location}: {example.text}"
        for rule in sudan.rules.values()
        for example in rule.examples
        if (rule.id in judge(article_of(example), sudan).classification.rules) is not example.is_match
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "actor", "place"),
    [
        ("شنت طائرات سودانية غارات على مخيم زمزم", "sudan.military.air", "sudan.north-darfur.zamzam"),
        ("Sudanese warplanes bombed El Fasher on Monday", "sudan.military.air", "sudan.north-darfur.el-fasher"),
        ("Суданские самолёты нанесли удары по Эль-Фаширу", "sudan.military.air", None),
    ],
)
def test_forces_of_its_state_are_put_together(sudan: Rulebook, text: str, actor: str, place: str | None) -> None:
    (event,) = scan(text, sudan)[0]
    assert (event.type, event.actors, event.platform) == ("strike", (actor,), "air")
    assert place is None or event.places == (place,)


@pytest.mark.parametrize("text", ["نزح آلاف المدنيين من مخيم زمزم", "Thousands of people fled Zamzam camp"])
def test_its_own_type_of_event_is_told_and_matched(sudan: Rulebook, text: str) -> None:
    events, (match,) = scan(text, sudan)
    assert [event.type for event in events] == ["displacement"]
    assert (match.rule, match.group) == ("darfur-displacement", {"type": "displacement"})
    assert match.event is not None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("قصفت قوات الدعم السريع مدينة الفاشر", "قصفت"), ("The RSF shelled El Fasher", "shelled")],
)
def test_the_match_says_who_did_it_and_where(sudan: Rulebook, text: str, trigger: str) -> None:
    (match,) = scan(text, sudan)[1]
    assert match.event is not None
    assert match.event.actors == ("rsf",)
    assert match.group == {"place": "sudan.north-darfur.el-fasher"}
    assert trigger in {hit.text for hit in match.hits}
