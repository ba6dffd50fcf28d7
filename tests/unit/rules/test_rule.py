"""A rule as written: its keys, what they default to, and every fault of a pack at once with its place."""

from datetime import UTC, datetime, timedelta

import pytest

from streams.messages import Severity
from streams.rules import Status, match_rule

WHOLE = """
- id: sieges
  title: {en: Sieges, ar: حصار}
  status: stable
  severity: high
  raise: [{to: critical, when: {all: [broken]}}]
  about: A siege, anywhere.
  when: {any: [siege, حصار, осада]}
  unless:
    - {any: [chess], why: a game}
    - {in: title, term: film, why: a film}
  labels: {desk: war}
  group_by: [place.governorate]
  window: 2d
  repeat_after: 90m
  examples:
    match:
      - The siege goes on
      - {text: الحصار مستمر, title: عنوان, source: desk, language: ar, published_at: 2017-09-05, why: the word}
    no_match:
      - {text: A siege in chess, why: a game}
      - {text: Calm, why: nothing}
"""


def test_all_keys_are_read(bench) -> None:
    rule = bench(WHOLE).rule
    assert (rule.id, rule.status, rule.severity, rule.pack) == ("sieges", Status.STABLE, Severity.HIGH, "test")
    assert [rule.title_in(code) for code in ("ar", "en", "ru", None)] == ["حصار", "Sieges", "Sieges", "Sieges"]
    assert (rule.window, rule.repeat_after) == (timedelta(days=2), timedelta(minutes=90))
    assert rule.group_by == ("place.governorate",)
    assert [exemption.why for exemption in rule.unless] == ["a game", "a film"]
    assert [example.is_match for example in rule.examples] == [True, True, False, False]
    dated = rule.examples[1]
    assert (dated.source, dated.language, dated.title) == ("desk", "ar", "عنوان")
    assert dated.published_at == datetime(2017, 9, 5, tzinfo=UTC)
    assert str(rule.location) == "packs/test.yaml:2:3"


def test_little_need_be_said(bench) -> None:
    rule = bench("- {id: r, when: raid}").rule
    assert (rule.status, rule.severity) == (Status.SANDBOX, Severity.MEDIUM)
    assert rule.title_in("en") == "r"
    assert (rule.group_by, rule.unless, rule.raises, dict(rule.labels)) == ((), (), (), {})
    assert rule.window == timedelta(hours=24)


@pytest.mark.parametrize(
    ("text", "severity"),
    [("الحصار مستمر", "high"), ("A siege is broken", "critical"), ("A siege in chess", None), ("осада", "high")],
)
def test_severity_is_raised_and_exceptions_stop(bench, text: str, severity: str | None) -> None:
    made = bench(WHOLE)
    findings, article = made.findings(text)
    outcome = match_rule(made.rule, findings, article, made.lexicon)
    assert (outcome and outcome.severity) == severity


def test_the_version_changes_with_what_the_rule_means_and_not_with_its_examples(bench) -> None:
    version = bench(WHOLE).rule.version
    assert bench(WHOLE.replace("nothing", "no word of it")).rule.version == version
    assert bench("\n\n" + WHOLE).rule.version == version
    assert bench(WHOLE.replace("high", "low")).rule.version != version
    lists = "lists: {a: [raid], b: [siege]}\nrules: [{id: r, when: {use: a}}]"
    assert bench(lists).rule.version == bench(lists.replace("siege", "calm")).rule.version
    assert bench(lists).rule.version != bench(lists.replace("raid", "raids")).rule.version


FAULTS = [
    ("id: Big Name", 'rule "Big Name": "Big Name" is no id'),
    ("severity: urgent", 'unknown severity "urgent"; known: critical, high, info, low, medium'),
    ("severity: hihg", 'did you mean "high"?'),
    ("status: draft", 'unknown status "draft"'),
    ("window: 24", 'window "24" is no span of time; write 30m, 24h, 7d or 2w'),
    ("window: 0h", 'window "0h" is no span of time'),
    ("repeat_after: soon", 'repeat_after "soon" is no span of time'),
    ("window: 900d", "at most 366d"),
    ("raise: [{to: low, when: x}]", "low is not above the rule's own medium"),
    ("raise: [{to: high}]", "raise without when"),
    ("raise: {to: high, when: x}", "raise takes a list"),
    ("raise: [{to: high, when: {quantity: {atleast: 10}}}]", 'unknown key of quantity "atleast"'),
    ("unless: [{any: [x]}]", "an exception without why; add why"),
    ("unless: [x]", "an exception without why; write unless: [{any: [term, ...], why: ...}]"),
    ("unless: {any: [x], why: y}", "unless takes a list"),
    ("unless: [{why: y}]", "no condition"),
    ("severty: low", 'unknown key of a rule "severty"; did you mean "severity"?'),
    ("title: [a]", "a title is expected here, not a list"),
    ("examples: [a]", "examples takes a mapping"),
    ("examples: {match: a}", "match takes a list"),
    ("examples: {no_match: [a]}", "a no_match example without why"),
    ("examples: {no_match: [{text: a}]}", "a no_match example without why"),
    ("examples: {match: [{title: a}]}", "an example without text"),
    ("examples: {match: [{text: a, published_at: yesterday}]}", '"yesterday" is no date'),
    ("status: stable", "a stable rule needs two examples that match and two that do not; it has 0 and 0"),
]


@pytest.mark.parametrize(("line", "said"), FAULTS)
def test_a_fault_says_where_and_what_to_do(faults, line: str, said: str) -> None:
    given = "" if line.startswith("id") else "id: r\n  "
    (fault,) = faults(f"- {given}when: raid\n  {line}")
    assert said in fault


def test_all_faults_are_told_at_once_in_reading_order(faults) -> None:
    pack = """rules:
  - id: one
    severity: urgent
    when: {nearby: {terms: [a, b]}}
  - id: two
    when:
      any: [{near: {terms: [a]}}, {mentions: {actor: nobody}}, {regex: '('}]
    group_by: [colour]
  - id: one
    when: {any: []}
  - title: nothing
"""
    assert [fault.split(": ")[0] for fault in faults(pack)] == [
        "3:15", "4:12", "7:28", "7:54", "7:73", "8:16", "10:17", "11:5", "11:5",
    ]  # fmt: skip
    assert 'rule "one": unknown operator "nearby"; did you mean "near"?' in faults(pack)[1]


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("", "1:1: the file is empty; write rules: and below it - id: ..."),
        ("just text", "1:1: a pack is a list of rules, or a mapping"),
        ("id: r\nwhen: raid", 'a rule stands where a list of rules is expected; begin it with "- "'),
        ("rules: {id: r}", "1:8: rules is a list"),
        ("ruls: []", 'unknown key of a pack "ruls"; did you mean "rules"?'),
        ("- raid", "a rule is a mapping"),
        ("- {when: raid}", "a rule without id"),
        ("- {id: r}", 'rule "r": a rule without when'),
        ("- {id: r, when: ~}", "a term is expected here, and there is none"),
        (
            "- {id: r, when: raid}\n- {id: r, when: siege}",
            'rule "r" is there already; first at p.yaml:1:3; choose another id',
        ),
        ("- {id: r, when: &a raid}", "anchor &a"),
    ],
)
def test_a_pack_that_is_none(faults, pack: str, said: str) -> None:
    assert any(said in fault for fault in faults(pack)), faults(pack)
