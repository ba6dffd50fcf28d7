"""use: named lists, and what other files add to them or put in their place."""

import pytest

from streams.lexicon import Lexicon
from streams.rules import parse_packs
from streams.text.terms import TermTable

BASE = "pack: base\nlists: {raids: [raid, غارة]}\nrules: [{id: r, when: {use: raids}}]"


def read(**files: str):
    table = TermTable()
    rules, faults = parse_packs({f"{name}.yaml": text for name, text in files.items()}, Lexicon(), table)
    return rules, [str(fault) for fault in faults], table


def terms(**files: str) -> list[str]:
    """The terms that rule r asks for."""
    rules, faults, table = read(**files)
    assert not faults
    (need,) = rules[0].when.needs()
    return sorted(table.written[token] for token in need.tokens)


def test_a_list_means_any_of_it(hits) -> None:
    assert hits("use: sample", "شنت غارات") == ["غارات"]
    assert hits("all: [{use: sample}, siege]", "a raid, a siege") == ["raid", "siege"]
    assert hits("none: [{use: sample}]", "a raid") is None


def test_lists_may_use_lists() -> None:
    assert terms(a="lists: {x: [{use: y}, a], y: [b]}\nrules: [{id: r, when: {use: x}}]") == ["a", "b"]


@pytest.mark.parametrize("order", [("base", "more"), ("more", "base")])
def test_another_file_extends_or_overrides_a_list(order: tuple[str, str]) -> None:
    def with_change(change: str) -> list[str]:
        files = {"base": BASE, "more": f"{change}: {{base: {{raids: [strike]}}}}"}
        return terms(**{name: files[name] for name in order})

    assert with_change("extend") == ["raid", "strike", "غارة"]
    assert with_change("override") == ["strike"]


def test_what_is_added_speaks_of_the_lists_of_the_pack_it_adds_to() -> None:
    assert terms(base=BASE.replace("{raids:", "{z: [c], raids:"), more="extend: {base: {raids: [{use: z}]}}") == [
        "c",
        "raid",
        "غارة",
    ]


def test_a_change_of_a_list_changes_the_version_of_its_rules() -> None:
    before = read(base=BASE)[0][0].version
    assert read(base=BASE, more="extend: {base: {raids: [strike]}}")[0][0].version != before


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"a": "- {id: r, when: {use: raids}}"}, 'a.yaml:1:23: rule "r": unknown list "raids"; this pack has no lists'),
        ({"a": BASE.replace("use: raids", "use: raid")}, 'unknown list "raid"; did you mean "raids"?'),
        ({"a": "lists: {x: [{use: y}], y: [{use: x}]}"}, "lists that use each other in a circle: x -> y -> x"),
        ({"a": "lists: {x: [{use: x}]}"}, "in a circle: x -> x"),
        ({"a": "lists: {x: []}"}, 'list "x" is empty'),
        ({"a": "lists: {x: raid}"}, 'list "x" is no list; write x: [condition, ...]'),
        ({"a": "lists: [x]"}, "lists takes a mapping"),
        ({"a": "lists: {x: [{any: []}]}"}, 'a.yaml:1:19: list "x": any is empty'),
        (
            {"a": BASE, "b": BASE.replace("pack: base", "pack: b")},
            'b.yaml:3:14: rule "r" is there already; first at a.yaml:3:9',
        ),
        ({"a": "extend: {none: {x: [y]}}"}, 'unknown pack "none"'),
        (
            {"a": BASE, "b": "override: {base: {riads: [y]}}"},
            'b.yaml:1:19: unknown list of pack "base" "riads"; did you mean "raids"?',
        ),
        ({"a": BASE, "b": "extend: {base: {raids: [{nea: 1}]}}"}, 'b.yaml:1:26: list "raids": unknown operator "nea"'),
    ],
)
def test_faults(files: dict[str, str], said: str) -> None:
    _, faults, _ = read(**files)
    assert any(said in fault for fault in faults), faults


def test_lists_cannot_be_folded_up_into_millions() -> None:
    doubling = [f"  l{n}: [{{use: l{n + 1}}}, {{use: l{n + 1}}}, {{use: l{n + 1}}}]" for n in range(9)]
    big = "\n".join(["lists:", *doubling, "  l9: [a, b, c, d]", "rules: [{id: r, when: {use: l0}}]"])
    _, faults, _ = read(a=big)
    assert any("more than 20,000 conditions" in fault for fault in faults)
    deep = "\n".join(["lists:", *(f"  l{n}: [{{use: l{n + 1}}}]" for n in range(30)), "  l30: [a]"])
    assert any("nested more than 10 deep" in fault for fault in read(a=deep)[1])
