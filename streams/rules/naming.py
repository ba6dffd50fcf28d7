"""Naming: the names that `group_by` and the labels of a rule may use, checked when the rule is read.

rule -> **naming** -> grouping
"""

import re
from collections.abc import Mapping

from streams import yaml
from streams.rules.faults import did_you_mean
from streams.rules.operators.places import PLACE_KINDS
from streams.rules.reading import Reading

NAMES = ("actor", "place", "platform", "source", "language", "article")
OF_EVENT = ("recipient", "holder", "type", "quantity")
IN_LABELS = ("stance", "claimant", "via", "origin", "weapon", "outcome", "prominence")
OF_ARTICLE = frozenset(("source", "language", "article"))
EVENT = "event."
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
WITHOUT = "write `event: type` in `when`, or take it out"


def check_group_by(node: yaml.Node, reading: Reading, *, has_event: bool) -> tuple[str, ...]:
    """The names of *node*, a list; repeated and unknown ones are faults, and what only an event tells without one."""
    if not isinstance(node, yaml.Sequence):
        reading.refuse(node, "group_by takes a list", "write group_by: [place.governorate, platform], or []")
        return ()
    names: list[str] = []
    for item in node.items:
        name = reading.text(item, "a name")
        if name is None or not _is_name(name, item, reading, "group_by", has_event=has_event):
            continue
        if name in names:
            reading.refuse(item, f'"{name}" twice', "once is enough")
            continue
        names.append(name)
    return tuple(names)


def check_label(template: str, node: yaml.Node, reading: Reading, *, has_event: bool) -> None:
    """A label is text with {names} in it: those of group_by, and {event.name} of the event that satisfied the rule."""
    for found in PLACEHOLDER.finditer(template):
        _is_name(found[1], node, reading, "labels", found.start(), has_event=has_event)
    rest = PLACEHOLDER.sub("", template)
    if "{" in rest or "}" in rest:
        reading.refuse(node, f'the label "{template}" has a brace without its other half', "write {platform}")


def _is_name(
    name: str, node: yaml.Node, reading: Reading, what: str, offset: int | None = None, *, has_event: bool
) -> bool:
    kinds = PLACE_KINDS | {row.kind for row in reading.lexicon.places.values() if row.kind}
    plain = {*NAMES, *(f"place.{kind}" for kind in kinds)}
    of_event = {*OF_EVENT, *(IN_LABELS if what == "labels" else ())}
    if what == "labels":
        of_event |= {f"{EVENT}{one}" for one in (*plain - OF_ARTICLE, *of_event)}
    if name in plain or (has_event and name in of_event):
        return True
    if name in of_event:
        shown = f"{{{name}}}" if what == "labels" else name
        reading.refuse(node, f'"{shown}" is told by an event, and this rule asks for none', WITHOUT, offset=offset)
    else:
        known = plain | of_event if has_event else plain
        hint = did_you_mean(name, known) or f"known: {', '.join(NAMES)}, place.<kind>"
        reading.refuse(node, f'{what}: unknown name "{name}"', hint, offset=offset)
    return False


def told_names(group_by: tuple[str, ...], labels: Mapping[str, str]) -> tuple[str, ...]:
    """The names whose values come from the event or from mentions, not from the article's own fields."""
    in_labels = (name for label in labels.values() for name in PLACEHOLDER.findall(label))
    wanted = (*group_by, *(name.removeprefix(EVENT) for name in in_labels))
    return tuple(dict.fromkeys(name for name in wanted if name not in OF_ARTICLE))
