"""A small lexicon, and rules of one condition held against one text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from streams.errors import Fault
from streams.events import Actions, Frame, Role, code_events, read_actions
from streams.lexicon import Lexicon, find_mentions, read_lexicon
from streams.messages import Article
from streams.rules import MatchAll, Outcome, Presearcher, Rule, match_rule, parse_pack
from streams.text.document import Document, Span, lay_out
from streams.text.findings import Findings, find_terms
from streams.text.fold import fold_term
from streams.text.terms import TermTable
from tests.unit.rules.told import TEXTS, told

LEXICON = """
defaults: {source: own, licence: facts}
actors:
  - {id: islamic-state, kind: armed-group, name: {en: Islamic State, ar: تنظيم الدولة, ru: Исламское государство},
     aliases: [داعش, ISIS], not: [الدولة]}
  - {id: russia, kind: state, name: {en: Russia, ar: روسيا, ru: Россия}}
  - {id: sdf, kind: armed-group, name: {en: Syrian Democratic Forces, ar: قوات سوريا الديمقراطية}, aliases: [SDF, قسد]}
owners:
  - {id: russia, actor: russia, names: [روسيا, Russia], nisba: {ar: [روسي, روسية], en: [Russian], ru: [российские]}}
force_nouns:
  - {id: military.air, platform: air, name: {en: air force}, ar: [طائرات], en: [warplanes, jets], ru: [самолеты]}
  - {id: military.navy, platform: sea, name: {en: navy}, ar: [فرقاطة], en: [frigate], ru: [фрегат]}
qualifiers: {ar: [حربية]}
places:
  - {id: syria, kind: country, name: {en: Syria, ar: سوريا, ru: Сирия}, lat: 35.0, lon: 38.5}
  - {id: syria.badia, kind: region, name: {en: Badia, ar: البادية}}
  - {id: syria.deir-ez-zor, kind: governorate, name: {en: Deir ez-Zor province, ar: محافظة دير الزور},
     lat: 35.0, lon: 40.3}
  - {id: syria.deir-ez-zor.city, kind: city, name: {en: Deir ez-Zor, ar: دير الزور, ru: Дейр-эз-Зор},
     lat: 35.336, lon: 40.141}
  - {id: syria.deir-ez-zor.mayadin, kind: city, name: {en: Mayadin, ar: الميادين, ru: Маядин}, lat: 35.02, lon: 40.45}
  - {id: syria.deir-ez-zor.shola, kind: village, name: {en: Shola, ar: الشولا}, lat: 35.18, lon: 39.88,
     in: [syria.badia]}
  - {id: syria.deir-ez-zor.omar, kind: oil-gas, name: {en: Omar field, ar: حقل العمر}, lat: 35.1, lon: 40.56}
  - {id: syria.homs, kind: governorate, name: {en: Homs province, ar: محافظة حمص}, lat: 34.4, lon: 38.2}
  - {id: syria.homs.palmyra, kind: city, name: {en: Palmyra, ar: تدمر, ru: Пальмира}, lat: 34.562, lon: 38.284}
weapons:
  - {id: missile.cruise.kalibr, platform: sea, owner: russia, name: {en: Kalibr, ar: كاليبر, ru: Калибр}}
  - {id: missile.cruise.kh-101, platform: air, name: {en: Kh-101, ar: خا 101, ru: Х-101}}
"""

ROLES = ("actors", "recipients", "places", "origins", "claimants", "via")
RULES = Path(__file__).parents[3] / "rules" / "lexicon"
ACTIONS = {name: (RULES / name).read_text("utf-8") for name in ("actions.yaml", "cues.yaml")}
Held = Callable[..., "list[str] | None"]


class Bench:
    """One pack, one lexicon, any text."""

    def __init__(self, pack: str, path: str = "packs/test.yaml", *, coded: bool = False) -> None:
        self.table = TermTable()
        self.lexicon: Lexicon = read_lexicon({"lexicon.yaml": LEXICON}, self.table)
        self.rules: tuple[Rule, ...]
        self.faults: tuple[Fault, ...]
        self.actions = read_actions(ACTIONS, self.table, self.lexicon) if coded else Actions()
        self.rules, self.faults = parse_pack(path, pack, self.lexicon, self.table)
        self.automaton = self.table.compile()

    @property
    def rule(self) -> Rule:
        assert not self.faults, "\n".join(map(str, self.faults))
        return self.rules[0]

    def findings(self, text: str, *told: dict[str, Any], **fields: object) -> tuple[Findings, Article]:
        """What is found in *text*. *told* are its events as for `frame`; without any they are coded, if asked for."""
        article = Article(id="a", text=text, **fields)  # type: ignore[arg-type]
        document = Document(article, lay_out(article))
        hits = find_terms(document, self.automaton)
        mentions = find_mentions(document, hits, self.lexicon)
        frames = tuple(frame(document, **one) for one in told)
        frames = frames or code_events(document, hits, mentions, self.lexicon, self.actions)
        return Findings(document, hits, mentions, frames), article


def frame(document: Document, *, at: str, **said: Any) -> Frame:
    """An event whose trigger is the word *at*. Roles are ids, each with the words that name it: {id: words}."""

    def span(words: str) -> Span:
        start = document.text.index(fold_term(words))
        return (start, start + len(fold_term(words)))

    slots = {slot: said.pop(slot) for slot in ROLES if slot in said}
    roles: dict[str, Any] = {
        slot: tuple(Role(id=one, span=span(words) if words else None, basis="stated") for one, words in named.items())
        for slot, named in slots.items()
    }
    also = tuple(frame(document, **again) for again in said.pop("also", ()))
    trigger = span(at)
    given: dict[str, Any] = {"type": "strike"} | said
    return Frame(trigger=trigger, span=trigger, sentence=document.sentence_of(trigger[0]), also=also, **roles, **given)


def one_rule(condition: str, *more: str) -> str:
    """A pack of one rule. *condition* is YAML in flow style, or a plain term; *more* are lines of the rule."""
    return "\n".join(
        [
            "lists:",
            "  sample: [غارة, raid, налет*]",
            "rules:",
            "- id: r",
            f"  when: {_as_value(condition)}",
            *(f"  {m}" for m in more),
        ]
    )


def _as_value(condition: str) -> str:
    is_mapping = ": " in condition and not condition.startswith("{")
    return f"{{{condition}}}" if is_mapping else condition


@pytest.fixture
def bench() -> type[Bench]:
    return Bench


@pytest.fixture
def hits() -> Held:
    """The words that support a condition in a text; [] if it holds with nothing to show, None if it does not hold."""
    from streams.rules import match_rule

    def held(condition: str, text: str, *more: str, **fields: object) -> list[str] | None:
        made = Bench(one_rule(condition, *more), coded="event:" in condition)
        findings, article = made.findings(text, **fields)
        outcome = match_rule(made.rule, findings, article, made.lexicon)
        return None if outcome is None else [findings.document.hit(span).text for span in outcome.spans]

    return held


@pytest.fixture
def faults() -> Callable[[str], list[str]]:
    """What is wrong with a pack, without the file's name."""

    def told(pack: str) -> list[str]:
        return [str(fault).removeprefix("p.yaml:") for fault in Bench(pack, "p.yaml").faults]

    return told


@pytest.fixture
def outcome(bench):
    """What a rule of one condition makes of the two events of `told`."""

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
