"""Presearcher: which rules are worth running on an article, by what was found in it.

findings -> **candidates** -> matcher. It may let a rule through that does not match; it never holds one back that does
(the law of tests/property/test_presearch.py, with MatchAll as the oracle).
"""

from collections.abc import Sequence

from streams.rules.model import Rule
from streams.rules.operators.operator import rarest
from streams.rules.view import EVENT, Sought
from streams.text.findings import Findings


class MatchAll:
    """Every rule is a candidate: the oracle."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)

    def candidates(self, findings: Findings) -> Sequence[Rule]:  # noqa: ARG002
        return self.rules


class Presearcher:
    """Files each rule under its rarest need, then asks only rules that what was found leads to."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self._marks: dict[Sought, int] = {}  # as negative numbers beside the ids of terms
        self._by_id: dict[tuple[str, str], tuple[int, ...]] = {}
        self._needs: list[tuple[frozenset[int], ...]] = []  # by rule, without the one it is filed under
        self._filed: dict[int, list[int]] = {}
        self._always: list[int] = []
        for index, rule in enumerate(self.rules):
            self._file(index, rule)

    def candidates(self, findings: Findings) -> list[Rule]:
        """The rules, in order, of which every need is met."""
        terms = findings.hits.keys()
        marks: set[int] = set()
        if self._marks:
            for found in findings.mentions:
                marks.update(self._marks_of(found.kind, found.id))
            for frame in findings.frames:
                marks.update(self._marks_of(EVENT, frame.type))
        filed, needs = self._filed, self._needs
        worth = {*self._always}
        for token in filed.keys() & terms:
            worth.update(filed[token])
        for token in filed.keys() & marks:
            worth.update(filed[token])
        return [
            self.rules[index]
            for index in sorted(worth)
            if not any(terms.isdisjoint(need) and marks.isdisjoint(need) for need in needs[index])
        ]

    def _file(self, index: int, rule: Rule) -> None:
        needs = rule.when.needs()
        first = rarest(needs)
        numbered = [frozenset(self._number(token) for token in need.tokens) for need in needs if need is not first]
        self._needs.append(tuple(dict.fromkeys(numbered)))
        if first is None:
            self._always.append(index)
            return
        for token in first.tokens:
            self._filed.setdefault(self._number(token), []).append(index)

    def _number(self, token: int | Sought) -> int:
        return token if isinstance(token, int) else self._marks.setdefault(token, -1 - len(self._marks))

    def _marks_of(self, kind: str, mentioned: str) -> tuple[int, ...]:
        """The marks that a mention of *id* (an event of that type) makes; worked out when first met."""
        known = self._by_id.get((kind, mentioned))
        if known is None:
            known = tuple(
                mark for sought, mark in self._marks.items() if sought.kind == kind and mentioned in sought.ids
            )
            self._by_id[kind, mentioned] = known
        return known
