"""One rule: its YAML node to a Rule, or all of its faults."""

import re
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType

import orjson

from streams import yaml
from streams.ids import digest
from streams.messages import Severity
from streams.rules.examples import parse_examples
from streams.rules.model import Exemption, Raise, Rule, Status
from streams.rules.naming import check_group_by, check_label, told_names
from streams.rules.operators.event import types_of
from streams.rules.operators.operator import Operator
from streams.rules.reading import Reading

KEYS = (
    "id", "title", "status", "severity", "raise", "about", "when", "unless", "labels", "group_by", "window",
    "repeat_after", "examples",
)  # fmt: skip
DAY = timedelta(hours=24)
STABLE_EXAMPLES = 2
_ID = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_NONE: Mapping[str, str] = MappingProxyType({})


def parse_rule(node: yaml.Node, reading: Reading, pack: str) -> Rule | None:
    """The rule at *node*; None if it has a fault."""
    if not isinstance(node, yaml.Mapping):
        reading.refuse(node, "a rule is a mapping", "write - id: ..., and below it when: ...")
        return None
    given = node.get("id")
    name = given.text if isinstance(given, yaml.Scalar) else ""
    before = len(reading.faults)
    with reading.about(f'rule "{name}"' if name else ""):
        rule = _rule(node, reading, pack)
    return rule if len(reading.faults) == before else None


def _rule(node: yaml.Mapping, reading: Reading, pack: str) -> Rule | None:
    reading.condition_count = 0
    reading.lists.used.clear()
    for key, _ in node.entries:
        if key.text not in KEYS:
            reading.unknown(key, "key of a rule", KEYS)
    name = _id(node, reading)
    when = _when(node.get("when"), node, reading)
    severity = _severity(node.get("severity"), reading)
    status = node.get("status")
    said = reading.one_of(status, "status", tuple(Status)) if status else None
    about = node.get("about")
    window, repeat_after = (_span(node.get(name), name, reading) for name in ("window", "repeat_after"))
    group_by = node.get("group_by")
    examples = node.get("examples")
    rule_examples = parse_examples(examples, reading) if examples else ()
    raises = _raises(node.get("raise"), severity, reading)
    unless = _unless(node.get("unless"), reading)
    has_event = when is None or bool(types_of(when))
    labels = _labels(node.get("labels"), reading, has_event=has_event)
    groups = check_group_by(group_by, reading, has_event=has_event) if group_by else ()
    if said == Status.STABLE:
        counts = [sum(example.is_match == kind for example in rule_examples) for kind in (True, False)]
        if min(counts) < STABLE_EXAMPLES and status:
            what = (
                f"a stable rule needs two examples that match and two that do not; it has {counts[0]} and {counts[1]}"
            )
            reading.refuse(status, what, "add examples, or write status: incubating")
    if when is None or name is None:
        return None
    return Rule(
        id=name,
        title=_title(node.get("title"), name, reading),
        status=Status(said or Status.SANDBOX),
        severity=severity,
        raises=raises,
        about=(reading.text(about, "a sentence") or "") if about else "",
        when=when,
        unless=unless,
        labels=labels,
        group_by=groups,
        told=told_names(groups, labels),
        window=window or DAY,
        repeat_after=repeat_after or DAY,
        examples=rule_examples,
        version=_version(node, reading),
        pack=pack,
        location=reading.location(node),
    )


def _id(node: yaml.Mapping, reading: Reading) -> str | None:
    given = node.get("id")
    if given is None:
        reading.refuse(node, "a rule without id", "write id: a-name-of-its-own")
        return None
    written = reading.text(given, "an id")
    if written and not _ID.fullmatch(written):
        reading.refuse(given, f'"{written}" is no id', "small letters, digits and - _ . between them, at most 64")
        return None
    return written


def _when(node: yaml.Node | None, rule: yaml.Mapping, reading: Reading) -> Operator | None:
    if node is None:
        reading.refuse(rule, "a rule without when", "write when: {any: [term, ...]}")
        return None
    return reading.condition(node)


def _severity(node: yaml.Node | None, reading: Reading) -> Severity:
    written = reading.one_of(node, "severity", tuple(Severity)) if node else None
    return Severity(written or Severity.MEDIUM)


def _span(node: yaml.Node | None, name: str, reading: Reading) -> timedelta | None:
    return reading.duration(node, name) if node else None


def _title(node: yaml.Node | None, name: str, reading: Reading) -> Mapping[str, str]:
    if node is None:
        return {"": name}
    if not isinstance(node, yaml.Mapping):
        return {"": reading.text(node, "a title") or name}
    titles = {key.text: title for key, value in node.entries if (title := reading.text(value, "a title"))}
    if not node.entries:
        reading.refuse(node, "an empty title", "write title: ..., or {en: ..., ar: ...}")
    return titles


def _raises(node: yaml.Node | None, severity: Severity, reading: Reading) -> tuple[Raise, ...]:
    if node is None:
        return ()
    if not isinstance(node, yaml.Sequence):
        reading.refuse(node, "raise takes a list", "write raise: [{to: critical, when: {...}}]")
        return ()
    raises = []
    for item in node.items:
        fields = reading.fields(item, "raise", required=("to", "when"))
        if fields is None:
            continue
        to = reading.one_of(fields["to"], "severity", tuple(Severity))
        when = reading.condition(fields["when"])
        if to and Severity(to).rank <= severity.rank:
            reading.refuse(fields["to"], f"{to} is not above the rule's own {severity}", "raise to a higher one")
        elif to and when:
            raises.append(Raise(to=Severity(to), when=when))
    return tuple(raises)


def _unless(node: yaml.Node | None, reading: Reading) -> tuple[Exemption, ...]:
    if node is None:
        return ()
    form = "write unless: [{any: [term, ...], why: ...}]"
    if not isinstance(node, yaml.Sequence):
        reading.refuse(node, "unless takes a list", form)
        return ()
    exemptions = []
    for item in node.items:
        if not isinstance(item, yaml.Mapping):
            reading.refuse(item, "an exception without why", form)
            continue
        why = item.get("why")
        said = reading.text(why, "the reason") if why else None
        if why is None:
            reading.refuse(item, "an exception without why", "add why: the reason, in a few words")
        when = reading.conjunction(item, also=("why",))
        if when and said:
            exemptions.append(Exemption(when=when, why=said))
    return tuple(exemptions)


def _labels(node: yaml.Node | None, reading: Reading, *, has_event: bool) -> Mapping[str, str]:
    if node is None:
        return _NONE
    if not isinstance(node, yaml.Mapping):
        reading.refuse(node, "labels takes a mapping", 'write labels: {platform: "{platform}"}')
        return _NONE
    labels = {}
    for key, value in node.entries:
        if isinstance(value, yaml.Mapping):  # {platform} without quotes
            reading.refuse(value, "a label is a text", 'put it in quotes: "{platform}"')
            continue
        template = reading.text(value, "a label")
        if template is not None:
            check_label(template, value, reading, has_event=has_event)
            labels[key.text] = template
    return labels


def _version(node: yaml.Mapping, reading: Reading) -> str:
    """Hash of all that the rule means: examples prove it and change nothing."""
    own = {key.text: yaml.plain(value) for key, value in node.entries if key.text != "examples"}
    lists = {name: reading.lists.content(name) for name in sorted(reading.lists.used)}
    return digest("rule", orjson.dumps([own, lists], option=orjson.OPT_SORT_KEYS).decode())
