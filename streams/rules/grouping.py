"""Grouping: what makes matches the same alert: the values of `group_by`, one group for each that the article tells.

evidence of a rule -> **groups_of** -> Group. Values come from the mentions that satisfied the rule; if it also
looked for words, from those in the sentences of its words, if any are. Values of one sentence belong together.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice, product
from typing import TypeAlias

from streams import yaml
from streams.lexicon import Lexicon
from streams.rules.model import Group, Rule
from streams.rules.operators.event import GROUP_NAMES, NOT_YET
from streams.rules.operators.mention import PLACE_KINDS
from streams.rules.reading import Reading, did_you_mean
from streams.rules.view import Evidence, View, span_of
from streams.text.document import Span
from streams.text.findings import Found

NAMES = ("actor", "place", "platform", "source", "language", "article")
OF_ARTICLE = frozenset(("source", "language", "article"))
MAX_GROUPS = 50
MAX_SPANS = 50
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Values: TypeAlias = tuple[str | None, ...]
_Rows: TypeAlias = tuple[list[dict[str, str | None]], set[Span]]


# ---------------------------------------------------------------- when a rule is read


def check_group_by(node: yaml.Node, reading: Reading) -> tuple[str, ...]:
    """The names of *node*, a list; repeated and unknown ones are faults."""
    if not isinstance(node, yaml.Sequence):
        reading.refuse(node, "group_by takes a list", "write group_by: [place.governorate, platform], or []")
        return ()
    names: list[str] = []
    for item in node.items:
        name = reading.text(item, "a name")
        if name is None or not _is_name(name, item, reading, "group_by"):
            continue
        if name in names:
            reading.refuse(item, f'"{name}" twice', "once is enough")
            continue
        names.append(name)
    return tuple(names)


def check_label(template: str, node: yaml.Node, reading: Reading) -> None:
    """A label is text with {names} of group_by in it."""
    for found in _PLACEHOLDER.finditer(template):
        if found[1].partition(".")[0] == "event":
            hint = f"{NOT_YET}; write {{platform}}, {{place}}, {{actor}}, ..."
            reading.refuse(node, f'"{found[0]}" is told by an event', hint, offset=found.start())
        else:
            _is_name(found[1], node, reading, "labels", found.start())
    rest = _PLACEHOLDER.sub("", template)
    if "{" in rest or "}" in rest:
        reading.refuse(node, f'the label "{template}" has a brace without its other half', "write {platform}")


def _is_name(name: str, node: yaml.Node, reading: Reading, what: str, offset: int | None = None) -> bool:
    kinds = PLACE_KINDS | {row.kind for row in reading.lexicon.places.values() if row.kind}
    known = {*NAMES, *(f"place.{kind}" for kind in kinds)}
    if name in known:
        return True
    if name in GROUP_NAMES:
        reading.refuse(node, f'"{name}" is told by an event', f"{NOT_YET}; take it out", offset=offset)
    else:
        hint = did_you_mean(name, known) or f"known: {', '.join(NAMES)}, place.<kind>"
        reading.refuse(node, f'{what}: unknown name "{name}"', hint, offset=offset)
    return False


def told_names(group_by: tuple[str, ...], labels: Mapping[str, str]) -> tuple[str, ...]:
    """The names whose values come from mentions, not from the article's own fields."""
    wanted = (*group_by, *(name for label in labels.values() for name in _PLACEHOLDER.findall(label)))
    return tuple(dict.fromkeys(name for name in wanted if name not in OF_ARTICLE))


# ---------------------------------------------------------------- when it has matched


def groups_of(rule: Rule, evidence: Evidence, view: View, lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups of *rule*, which *evidence* satisfies in *view*.

    At most 50, in reading order. Without a value a name is None, and such a group gives way to one that knows more.
    """
    mentioned = any(isinstance(support, Found) for support in evidence)
    told: Mapping[Values, Iterable[Span]]
    if rule.told and (mentioned or "platform" in rule.told):
        told = _told(rule.told, evidence, view, lexicon)
    else:  # nothing to tell them apart
        told = {(None,) * len(rule.told): map(span_of, evidence)}
    groups: dict[Values, _Rows] = {}
    for values, where in told.items():
        row = dict(zip(rule.told, values, strict=True))
        key = tuple(_of_article(name, view) if name in OF_ARTICLE else row[name] for name in rule.group_by)
        rows, spans = groups.setdefault(key, ([], set()))
        rows.append(row)
        spans.update(where)
    return tuple(
        Group(
            values=dict(zip(rule.group_by, key, strict=True)),
            labels=_labels(rule.labels, rows, view) if rule.labels else {},
            spans=tuple(sorted(spans)[:MAX_SPANS]),
        )
        for key, (rows, spans) in list(groups.items())[:MAX_GROUPS]
    )


def _of_article(name: str, view: View) -> str | None:
    article = view.article
    if name == "article":
        return article.id
    if name == "language":
        return view.document.language
    return None if article.outlet == "unknown" else article.outlet


def _told(names: tuple[str, ...], evidence: Evidence, view: View, lexicon: Lexicon) -> dict[Values, set[Span]]:
    """Value of each of *names* -> the evidence for these values."""
    told: dict[Values, set[Span]] = {}
    for supports in _sentences(evidence, view):
        spans = {span_of(support) for support in supports}
        for values in _in_sentence(names, supports, spans, view, lexicon):
            told.setdefault(values, set()).update(spans)
    if len(told) == 1:
        return told
    known = [any(values[at] is not None for values in told) for at in range(len(names))]
    if not any(all(value is not None or not known[at] for at, value in enumerate(values)) for values in told):
        return _apart(names, told)
    return {values: spans for values, spans in told.items() if not any(_knows_more(other, values) for other in told)}


def _sentences(evidence: Evidence, view: View) -> list[Evidence]:
    """The evidence by sentence; sentences with mentions but no word of the rule only where no sentence has both."""
    by_sentence: dict[int, Evidence] = {}
    with_word: set[int] = set()
    with_mention: set[int] = set()
    for support in sorted(evidence, key=span_of):
        sentence = view.document.sentence_of(span_of(support)[0])
        by_sentence.setdefault(sentence, []).append(support)
        (with_mention if isinstance(support, Found) else with_word).add(sentence)
    both = with_word & with_mention
    return [supports for sentence, supports in by_sentence.items() if sentence in both] or list(by_sentence.values())


def _in_sentence(
    names: tuple[str, ...], supports: Evidence, spans: set[Span], view: View, lexicon: Lexicon
) -> list[Values]:
    """Every combination of the values that one sentence tells."""
    mentions = [support for support in supports if isinstance(support, Found)]
    actors: list[str | None] = [None]
    if "actor" in names:
        actors = list(dict.fromkeys(found.id for found in mentions if found.kind == "actor")) or actors
    places = dict.fromkeys(found.id for found in mentions if found.kind == "place")
    rows = list(dict.fromkeys(row for place in places if any(row := _of_place(place, names, lexicon))))
    rows = rows or [(None,) * len(names)]
    platform = _platform(spans, view) if "platform" in names else None
    return [
        tuple(
            actor if name == "actor" else platform if name == "platform" else row[at] for at, name in enumerate(names)
        )
        for actor, row in product(actors, rows)
    ]


def _platform(spans: set[Span], view: View) -> str | None:
    """That of the one weapon or carrier among *spans*."""
    said = {
        found.platform
        for found in view.carriers()
        if any(first < found.span[1] and found.span[0] < last for first, last in spans)
    }
    return said.pop() if len(said) == 1 else None


def _of_place(place: str, names: tuple[str, ...], lexicon: Lexicon) -> Values:
    """What *place* is for each of *names*: itself, or its ancestor of that kind; None for other names."""
    return tuple(
        place if name == "place" else lexicon.ancestor(place, name[6:]) if name.startswith("place.") else None
        for name in names
    )


def _knows_more(other: Values, values: Values) -> bool:
    return other != values and all(b is None or a == b for a, b in zip(other, values, strict=True))


def _apart(names: tuple[str, ...], told: Mapping[Values, set[Span]]) -> dict[Values, set[Span]]:
    """No sentence tells all: join what the places, the actors and the platforms of different ones say."""
    kinds = [name.partition(".")[0] for name in names]
    parts = []
    for kind in dict.fromkeys(kinds):
        rows = (tuple(v if k == kind else None for v, k in zip(values, kinds, strict=True)) for values in told)
        parts.append([row for row in dict.fromkeys(rows) if any(row)] or [(None,) * len(names)])
    spans = {span for where in told.values() for span in where}
    joined = (
        tuple(next((v for v in column if v), None) for column in zip(*rows, strict=True)) for rows in product(*parts)
    )
    return dict.fromkeys(islice(dict.fromkeys(joined), MAX_GROUPS), spans)


def _labels(templates: Mapping[str, str], rows: list[dict[str, str | None]], view: View) -> dict[str, str]:
    """Each label filled in; several values stand in a row, and a label of which a value is unknown is left out."""
    labels = {}
    for label, template in templates.items():
        values = {name: _told_or_own(name, rows, view) for name in _PLACEHOLDER.findall(template)}
        if all(values.values()):
            pieces = _PLACEHOLDER.split(template)  # text and names in turn
            labels[label] = "".join(values[piece] if at % 2 else piece for at, piece in enumerate(pieces))
    return labels


def _told_or_own(name: str, rows: list[dict[str, str | None]], view: View) -> str:
    values = [_of_article(name, view)] if name in OF_ARTICLE else [row[name] for row in rows]
    return ", ".join(dict.fromkeys(value for value in values if value))
