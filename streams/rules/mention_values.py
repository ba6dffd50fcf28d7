"""Mention values: what the mentions that satisfied a rule say for each name of its group_by and labels.

evidence -> **mention_values** -> grouping. Only mentions that satisfied the rule count; if it also looked for words,
those in the sentences of its words, if any are. Values of one sentence belong together.
"""

from collections.abc import Mapping
from itertools import islice, product
from typing import TypeAlias

from streams.lexicon import Lexicon
from streams.rules.view import Evidence, View, span_of
from streams.text.document import Span
from streams.text.findings import Found

MAX_GROUPS = 50
Values: TypeAlias = tuple[str | None, ...]


def told_by_mentions(
    names: tuple[str, ...], evidence: Evidence, view: View, lexicon: Lexicon
) -> dict[Values, set[Span]]:
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
    return {values: spans for values, spans in told.items() if not any(knows_more(other, values) for other in told)}


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
    rows = list(dict.fromkeys(row for place in places if any(row := of_place(place, names, lexicon))))
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


def of_place(place: str, names: tuple[str, ...], lexicon: Lexicon) -> Values:
    """What *place* is for each of *names*: itself, or its ancestor of that kind; None for other names."""
    return tuple(
        place if name == "place" else lexicon.ancestor(place, name[6:]) if name.startswith("place.") else None
        for name in names
    )


def knows_more(other: Values, values: Values) -> bool:
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
