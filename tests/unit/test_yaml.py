"""Nodes with line and column; what is refused, and with which words (row B5 of the quality table)."""

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams import yaml
from streams.errors import Fault, LoadError
from streams.yaml import Mapping, Node, Scalar, Sequence, parse, plain

BOMB = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\n"


def faults(text: str) -> list[str]:
    with pytest.raises(LoadError) as error:
        parse(text, "pack.yaml")
    return [str(fault) for fault in error.value.faults]


def value(text: str) -> object:
    node = parse(text, "pack.yaml")
    assert isinstance(node, Scalar)
    return node.value


def test_nodes_know_their_place_in_arabic_english_and_russian() -> None:
    pack = parse("- id: russian-strikes\n  when: [غارات روسية, Russian strikes, удары России]\n", "pack.yaml")
    assert isinstance(pack, Sequence)
    rule = pack.items[0]
    assert isinstance(rule, Mapping)
    terms = rule.get("when")
    assert isinstance(terms, Sequence)
    assert (rule.line, rule.column) == (1, 3)
    assert (terms.line, terms.column) == (2, 9)
    assert [(term.line, term.column, term.value) for term in terms.items if isinstance(term, Scalar)] == [
        (2, 10, "غارات روسية"),
        (2, 23, "Russian strikes"),
        (2, 40, "удары России"),
    ]
    assert [key.text for key, _ in rule.entries] == ["id", "when"]
    assert rule.get("unless") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("137", 137),
        ("+7", 7),
        ("-0", 0),
        ("007", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1.10", 1.1),
        ("-.5", -0.5),
        ("1e3", 1000.0),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ('"137"', "137"),
        ("'true'", "true"),
        ("yes", "yes"),
        ("on", "on"),
        ("2017-09-05", "2017-09-05"),
        ("06:00", "06:00"),
        ("1_000", "1_000"),
        ("١٣٧", "١٣٧"),
        ("0b1", "0b1"),
        ("+", "+"),
        (".", "."),
        ("12h", "12h"),
        ("غارة*", "غارة*"),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
    ],
)
def test_values_follow_the_core_schema(written: str, meant: object) -> None:
    assert value(written) == meant
    assert type(value(written)) is type(meant)


def test_a_scalar_keeps_what_was_written() -> None:
    node = parse("{version: 1.10, 137: 'x'}", "pack.yaml")
    assert isinstance(node, Mapping)
    assert node.get("version") == Scalar(1, 11, 1.1, "1.10")
    assert node.get("137") == Scalar(1, 22, "x", "x", is_quoted=True)
    assert plain(node) == {"version": 1.1, "137": "x"}


def test_a_byte_order_mark_and_an_empty_file() -> None:
    assert plain(parse("\ufeffa: b", "pack.yaml")) == {"a": "b"}
    assert parse("# nothing yet\n", "pack.yaml") == Scalar(1, 1, None, "")
    assert plain(parse("---\na: b\n", "pack.yaml")) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: &x 1", "1:4: anchor &x; delete it; put it in quotes if it is a text"),
        ("- *x", "1:3: alias *x; write it out; put it in quotes if it is a text"),
        ("a: !!python/name:os.system x", "1:4: tag tag:yaml.org,2002:python/name:os.system; delete it"),
        ("a: !urgent x", "1:4: tag !urgent; delete it"),
        ("<<: {a: 1}", "1:1: merge key <<; write the keys out"),
        ("a: 1\nb: 2\na: 3", '3:1: key "a" twice; first at line 1'),
        ("قصف: 1\nقصف: 2", '2:1: key "قصف" twice; first at line 1'),
        ('1: x\n"1": y', '2:1: key "1" twice; first at line 1'),
        ('"\\e[31m": 1\n"\\e[31m": 2', '2:1: key "\\x1b[31m" twice; first at line 1'),
        ("a: 1\n---\nb: 2\n---\nc: 3", "2:1: a second document; one document a file"),
        ("%TAG ! x:\n---\na: b", "1:1: a % at the start of a line; delete the directive"),
        ("a:\n\t- b", "2:1: a tab; use spaces"),
        ("a:\tb", "1:3: a tab; use spaces"),
        ("? [a]\n: b", "1:3: a list or a mapping as a key; a key is one word or phrase"),
        ("a: b: c", '1:5: invalid YAML: mapping values are not allowed in this context; a text that holds ": "'),
        ("- *شهر*", "1:4: invalid YAML: did not find expected alphabetic or numeric character"),
        ("a: @x", "1:4: invalid YAML: found character that cannot start any token"),
        ('a: "b\nc: d\n', "1:4: invalid YAML: found unexpected end of stream"),
        ("a: [b, c\nd: e", "2:2: invalid YAML: did not find expected ',' or ']'"),
        ("a: x\n b: y", "2:3: invalid YAML: mapping values are not allowed"),
        ("a: \x01", "1:4: U+0001 is no character of a text; delete it"),
        ("ab: \ud800", "1:5: U+D800 is no character of a text; delete it"),
        ("a: " + "9" * 5000, "1:4: a number of more than 18 digits; put it in quotes"),
    ],
)
def test_refused_with_its_place_and_a_way_out(text: str, told: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith("pack.yaml:" + told)


def test_all_faults_are_told_at_once_up_to_where_the_file_ends_to_make_sense() -> None:
    found = faults("a: &x 1\nb: *x\nb: !t 2\nc:\td\ne: [\n")
    assert [fault.split(": ", 1)[0] for fault in found] == [
        f"pack.yaml:{n}" for n in ("1:4", "2:4", "3:1", "3:4", "4:3", "6:1")
    ]


def test_an_alias_bomb_is_refused_where_it_begins() -> None:
    assert faults(BOMB)[0].startswith("pack.yaml:1:4: anchor &a")
    assert len(faults(BOMB)) == 8


def test_only_the_first_hundred_faults_are_told() -> None:
    assert len(faults("- &a x\n" * 5000)) == yaml.MAX_FAULTS
    assert len(faults("-\tx\n" * 5000)) == yaml.MAX_FAULTS
    assert len(faults("a: 1\n" * 5000)) == yaml.MAX_FAULTS


@pytest.mark.parametrize(
    "text",
    [
        "[" * 51 + "]" * 51,
        "[" * 20_000 + "]" * 20_000,
        "{a: " * 20_000,
        "- " * 20_000 + "x",
        "? " * 20_000 + "x",
        "\n".join(" " * depth + "a:" for depth in range(60)),
    ],
)
def test_depth_is_bounded(text: str) -> None:
    (fault,) = faults(text)
    assert "write it flatter" in fault


def test_fifty_deep_is_read() -> None:
    assert plain(parse("[" * 50 + "]" * 50, "pack.yaml")) != []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x" * 50_000_000, "50,000,000 characters; the limit is 5,000,000; split the file"),
        ("[" + "1," * 2_000_000 + "]", "more than 200,000 values; split the file"),
        ("".join(f"%TAG !a{n}! b\n" for n in range(200_000)), "a % at the start of a line"),  # quadratic in libyaml
    ],
)
def test_size_is_bounded_in_memory_too(text: str, told: str) -> None:
    tracemalloc.start()
    try:
        (fault,) = faults(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert told in fault
    assert peak < 100_000_000


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"%@#~<\n \t1.0غП\ufeff\u2028\x85\r\x00\ud800")))
def test_any_text_gives_nodes_or_faults_that_lie_in_it(text: str) -> None:
    told: tuple[Fault, ...] = ()
    node: Node | None = None
    try:
        node = parse(text, "pack.yaml")
    except LoadError as error:
        told = error.faults
    assert (node is None) == bool(told)
    for fault in told:
        assert 1 <= fault.line <= len(text.splitlines()) + 2
        assert fault.column >= 1
        assert "\n" not in str(fault)


@given(st.dictionaries(words, st.lists(words, max_size=4), max_size=5))
def test_quoted_texts_come_back_as_they_are(lists: dict[str, list[str]]) -> None:
    def quoted(word: str) -> str:
        return '"' + "".join(f"\\U{ord(letter):08X}" for letter in word) + '"'

    text = "{" + ", ".join(f"{quoted(key)}: [{', '.join(map(quoted, items))}]" for key, items in lists.items()) + "}"
    assert plain(parse(text, "pack.yaml")) == lists
