"""Parser: packs to rules, or every fault of every pack at once.

rules/packs/*.yaml -> **parse_packs** -> Rule. A file is a list of rules, or a mapping:

    pack: name                      # the file's name, if not given
    version: 1
    lists: {name: [condition, ...]}
    rules: [rule, ...]
    extend: {pack: {list: [condition, ...]}}      # adds to a list of another file
    override: {pack: {list: [condition, ...]}}    # takes the place of one
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from streams import yaml
from streams.errors import Fault, LoadError
from streams.events.model import TYPES
from streams.lexicon import Lexicon
from streams.rules.lists import Lists
from streams.rules.model import Rule
from streams.rules.reading import Reading
from streams.rules.rule import parse_rule
from streams.text.terms import TermTable

KEYS = ("pack", "version", "lists", "rules", "extend", "override")


@dataclass(slots=True)
class _Pack:
    reading: Reading
    name: str
    rules: tuple[yaml.Node, ...] = ()
    changes: dict[str, yaml.Mapping] = field(default_factory=dict)  # extend, override


def parse_pack(
    path: str, text: str, lexicon: Lexicon, table: TermTable, event_types: Collection[str] = TYPES
) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """The rules of one file and its faults; terms go into *table*. With faults, the rules are those that have none."""
    return parse_packs({path: text}, lexicon, table, event_types)


def parse_packs(
    files: Mapping[str, str], lexicon: Lexicon, table: TermTable, event_types: Collection[str] = TYPES
) -> tuple[tuple[Rule, ...], tuple[Fault, ...]]:
    """The rules of all *files* (path -> YAML text), in their order, and all faults in reading order.

    Rule ids are unique over all of them, and a file may extend or override the lists of another.
    *event_types* are those that `event` may name.
    """
    faults: list[Fault] = []
    packs: list[_Pack] = []
    for path, text in files.items():
        reading = Reading(path, lexicon, table, Lists(), event_types)
        try:
            root = yaml.parse(text, path)
        except LoadError as error:
            faults += error.faults
            continue
        packs.append(_pack(root, reading))
    for pack in packs:
        for change in ("override", "extend"):  # whatever the order of the files
            _change(pack, change, packs)
    rules: dict[str, Rule] = {}
    for pack in packs:
        for node in pack.rules:
            rule = parse_rule(node, pack.reading, pack.name)
            _keep(rule, rules, pack.reading, node)
        pack.reading.lists.check()
    faults += [fault for pack in packs for fault in pack.reading.faults]
    return tuple(rules.values()), tuple(sorted(set(faults)))


def _keep(rule: Rule | str | None, rules: dict[str, Rule], reading: Reading, node: yaml.Node) -> None:
    if not isinstance(rule, Rule):
        return
    first = rules.get(rule.id)
    if first:
        at = node.get("id") if isinstance(node, yaml.Mapping) else None
        reading.refuse(
            at or node, f'rule "{rule.id}" is there already', f"first at {first.location}; choose another id"
        )
        return
    rules[rule.id] = rule


def _pack(root: yaml.Node, reading: Reading) -> _Pack:
    name = reading.path.rpartition("/")[2].rpartition(".")[0] or reading.path
    pack = _Pack(reading, name)
    if isinstance(root, yaml.Sequence):
        pack.rules = root.items
        return pack
    if not isinstance(root, yaml.Mapping):
        what = "the file is empty" if root.value is None else "a pack is a list of rules, or a mapping"
        reading.refuse(root, what, "write rules: and below it - id: ...")
        return pack
    if not any(key.text in KEYS for key, _ in root.entries) and root.get("id"):
        reading.refuse(root, "a rule stands where a list of rules is expected", 'begin it with "- "')
        return pack
    for key, value in root.entries:
        if key.text not in KEYS:
            reading.unknown(key, "key of a pack", KEYS)
        elif key.text == "pack":
            pack.name = reading.text(value, "the pack's name") or name
        elif key.text == "version":
            reading.text(value, "a version")
        elif key.text == "lists":
            _read_lists(value, reading)
        elif key.text == "rules":
            pack.rules = _rules(value, reading)
        else:
            pack.changes[key.text] = _mapping(value, reading, key.text)
    return pack


def _rules(node: yaml.Node, reading: Reading) -> tuple[yaml.Node, ...]:
    if isinstance(node, yaml.Sequence):
        return node.items
    if not (isinstance(node, yaml.Scalar) and node.value is None):
        reading.refuse(node, "rules is a list", 'begin each rule with "- id: ..."')
    return ()


def _mapping(node: yaml.Node, reading: Reading, name: str) -> yaml.Mapping:
    if isinstance(node, yaml.Mapping):
        return node
    reading.refuse(node, f"{name} takes a mapping", f"write {name}: {{...}}")
    return yaml.Mapping(node.line, node.column, (), {})


def _read_lists(node: yaml.Node, reading: Reading) -> None:
    for key, value in _mapping(node, reading, "lists").entries:
        reading.lists.sources[key.text] = _items(key, value, reading)


def _items(key: yaml.Scalar, node: yaml.Node, reading: Reading) -> list[tuple[Reading, yaml.Node]]:
    if isinstance(node, yaml.Sequence) and node.items:
        return [(reading, item) for item in node.items]
    what = f'list "{key.text}" is empty' if isinstance(node, yaml.Sequence) else f'list "{key.text}" is no list'
    reading.refuse(node, what, f"write {key.text}: [condition, ...]")
    return []


def _change(pack: _Pack, change: str, packs: list[_Pack]) -> None:
    """Lay the `extend` or `override` of *pack* over the lists of the packs it names."""
    reading = pack.reading
    others = {other.name: other for other in packs}
    for of, lists in pack.changes.get(change, yaml.Mapping(1, 1, (), {})).entries:
        if of.text not in others:
            reading.unknown(of, "pack", others)
            continue
        sources = others[of.text].reading.lists.sources
        for name, conditions in _mapping(lists, reading, of.text).entries:
            if name.text not in sources:
                reading.unknown(name, f'list of pack "{of.text}"', sources)
                continue
            items = _items(name, conditions, reading)
            sources[name.text] = items if change == "override" else [*sources[name.text], *items]
