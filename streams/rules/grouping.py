"""Grouping: what makes matches the same alert: the values of `group_by`, one group for each that the article tells.

evidence of a rule -> **groups_of** -> Group. Values come from the events that satisfied the rule, in a rule without
`event` from its mentions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streams.events.model import Frame
from streams.lexicon import Lexicon
from streams.rules.event_values import spans_of, told_by_events
from streams.rules.mention_values import MAX_GROUPS, Values, knows_more, told_by_mentions
from streams.rules.model import Group, Rule
from streams.rules.naming import EVENT, OF_ARTICLE, PLACEHOLDER
from streams.rules.view import Evidence, Told, View, span_of
from streams.text.document import Span
from streams.text.findings import Found

MAX_SPANS = 50


@dataclass(slots=True)
class _Told:
    """What one group is told by."""

    rows: list[dict[str, str | None]] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    frames: list[Frame] = field(default_factory=list)


def groups_of(rule: Rule, evidence: Evidence, view: View, lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups of *rule*, which *evidence* satisfies in *view*.

    At most 50, in reading order. Without a value a name is None, and such a group gives way to one that knows more.
    """
    groups: dict[Values, _Told] = {}
    for values, spans, frames in _rows(rule, evidence, view, lexicon):
        row = dict(zip(rule.told, values, strict=True))
        key = tuple(_of_article(name, view) if name in OF_ARTICLE else row[name] for name in rule.group_by)
        told = groups.setdefault(key, _Told())
        told.rows.append(row)
        told.spans |= spans
        told.frames += [frame for frame in frames if all(frame is not known for known in told.frames)]
    keys = [key for key in groups if not any(knows_more(other, key) for other in groups)] if len(groups) > 1 else groups
    return tuple(
        Group(
            values=dict(zip(rule.group_by, key, strict=True)),
            labels=_labels(rule.labels, groups[key].rows, view) if rule.labels else {},
            spans=tuple(sorted(groups[key].spans)[:MAX_SPANS]),
            severity=rule.severity,
            frames=tuple(groups[key].frames),
        )
        for key in list(keys)[:MAX_GROUPS]
    )


def _rows(rule: Rule, evidence: Evidence, view: View, lexicon: Lexicon) -> list[tuple[Values, set[Span], list[Frame]]]:
    """Values of the names that the rule needs, with what tells them."""
    events = [support for support in evidence if isinstance(support, Told)]
    if events:
        words = {span_of(support) for support in evidence if not isinstance(support, Told)}
        told = told_by_events(rule.told, events, lexicon)
        return [(values, words.union(*map(spans_of, frames)), frames) for values, frames in told.items()]
    if rule.told and ("platform" in rule.told or any(isinstance(support, Found) for support in evidence)):
        by_mentions = told_by_mentions(rule.told, evidence, view, lexicon)
        return [(values, spans, []) for values, spans in by_mentions.items()]
    return [((None,) * len(rule.told), {span_of(support) for support in evidence}, [])]  # nothing to tell them apart


def _of_article(name: str, view: View) -> str | None:
    article = view.article
    if name == "article":
        return article.id
    if name == "language":
        return view.document.language
    return None if article.outlet == "unknown" else article.outlet


def _labels(templates: Mapping[str, str], rows: list[dict[str, str | None]], view: View) -> dict[str, str]:
    """Each label filled in; several values stand in a row, and a label of which a value is unknown is left out."""
    labels = {}
    for label, template in templates.items():
        values = {name: _told_or_own(name, rows, view) for name in PLACEHOLDER.findall(template)}
        if all(values.values()):
            pieces = PLACEHOLDER.split(template)  # text and names in turn
            labels[label] = "".join(values[piece] if at % 2 else piece for at, piece in enumerate(pieces))
    return labels


def _told_or_own(name: str, rows: list[dict[str, str | None]], view: View) -> str:
    values = [_of_article(name, view)] if name in OF_ARTICLE else [row[name.removeprefix(EVENT)] for row in rows]
    return ", ".join(dict.fromkeys(value for value in values if value))
