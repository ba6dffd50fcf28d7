"""Reading: one pack file while it is parsed: its conditions and terms, on top of how values are read.

YAML nodes -> values -> **reading** -> operators, rule
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from streams import yaml
from streams.events.model import TYPES
from streams.lexicon import Lexicon
from streams.rules.operators import BY_NAME
from streams.rules.operators.boolean import AllOf
from streams.rules.operators.event import EventIs
from streams.rules.operators.operator import Operator
from streams.rules.operators.scope import SCOPES, In
from streams.rules.operators.term import Term
from streams.rules.values import Values
from streams.text.terms import TermTable

if TYPE_CHECKING:
    from streams.rules.lists import Lists

MAX_TERM_CHARACTERS = 200
MAX_CONDITIONS = 20_000  # of one rule, its lists counted each time they are used
BASES = (
    "stated", "adjective", "owner", "light_verb", "by", "inherited", "hedged", "accused", "admission", "weapon_owner",
    "event_subject", "undergo", "claimant", "identity", "nearby", "people", "target", "cause", "sentence", "chain",
    "next", "title", "article",
)  # fmt: skip


class Reading(Values):
    """One file. `lists` and `lexicon` are what names mean in it.

    `event_types` are those that are known, `bases` the ways in which a role may be found.
    """

    def __init__(
        self,
        path: str,
        lexicon: Lexicon,
        table: TermTable,
        lists: "Lists",
        event_types: Collection[str] = TYPES,
    ) -> None:
        super().__init__(path, lexicon)
        self.table, self.lists = table, lists
        self.event_types, self.bases = event_types, BASES
        self.condition_count = 0

    def condition(self, node: yaml.Node) -> Operator | None:
        """A term, or a mapping whose keys must all hold."""
        if isinstance(node, yaml.Scalar):
            return self.term(node)
        if isinstance(node, yaml.Mapping):
            return self.conjunction(node)
        self.refuse(node, "a list where one condition is expected", "write {all: [...]} or {any: [...]}")
        return None

    def conditions(self, node: yaml.Node, name: str) -> tuple[Operator, ...] | None:
        """The conditions of a list, which may not be empty; None if any of them has a fault."""
        if not isinstance(node, yaml.Sequence):
            self.refuse(node, f"{name} takes a list", f"write {name}: [condition, ...]")
            return None
        if not node.items:
            self.refuse(node, f"{name} is empty", "write at least one condition, or delete it")
            return None
        found = [self.condition(item) for item in node.items]
        parts = tuple(part for part in found if part is not None)
        return parts if len(parts) == len(found) else None

    def conjunction(self, node: yaml.Mapping, also: Collection[str] = ()) -> Operator | None:
        """The AND of the keys of *node*, narrowed by its `in`. Keys in *also* are no conditions."""
        parts: list[Operator | None] = []
        scope: tuple[yaml.Scalar, yaml.Node] | None = None
        of_event: list[tuple[yaml.Scalar, yaml.Node]] = []  # keys of one mapping are about one event
        for key, value in node.entries:
            if key.text in also:
                continue
            if key.text in In.names:
                scope = (key, value)
            elif key.text in EventIs.names:
                of_event.append((key, value))
            else:
                parts.append(self._operator(key, value))
        if of_event and self.count(of_event[0][0], len(of_event)):
            parts.append(EventIs.of(of_event, self))
        if not parts:
            if scope:
                return In.parse(scope[1], self, scope[0])
            self.refuse(node, "no condition", "write at least one, such as {any: [term, ...]}")
            return None
        whole = [part for part in parts if part is not None]
        inner = AllOf.of(whole) if whole else None
        if scope and inner:
            inner = In.around(scope[1], inner, self)
        elif scope:
            self.one_of(scope[1], "scope", SCOPES)
        return inner if len(whole) == len(parts) else None

    def _operator(self, key: yaml.Scalar, value: yaml.Node) -> Operator | None:
        if not self.count(key):
            return None
        operator = BY_NAME.get(key.text)
        if operator:
            return operator.parse(value, self, key)
        self.unknown(key, "operator", BY_NAME)
        return None

    def count(self, node: yaml.Node, more: int = 1) -> bool:
        """Count *more* conditions; lists that use lists could otherwise mean millions."""
        before, self.condition_count = self.condition_count, self.condition_count + more
        if self.condition_count > MAX_CONDITIONS >= before:
            self.refuse(node, f"more than {MAX_CONDITIONS:,} conditions, lists included", "split the rule")
        return self.condition_count <= MAX_CONDITIONS

    def term(self, node: yaml.Node) -> Term | None:
        """A word or phrase, taken as written: 137 and 1.10 are words too."""
        written = self.text(node, "a term")
        if written is None or not self.count(node):
            return None
        if written.startswith("*"):
            hint = "no leading wildcard is needed: a term takes the proclitics of Arabic; write the stem"
            self.refuse(node, f'the term "{written}" begins with *', hint)
            return None
        if "*" in written[:-1]:
            self.refuse(node, f'the term "{written}" has a * inside', "a * stands only at the end: word*")
            return None
        if len(written) > MAX_TERM_CHARACTERS:
            what = f"a term of {len(written)} characters; the limit is {MAX_TERM_CHARACTERS}"
            self.refuse(node, what, "take the words that matter, with near")
            return None
        try:
            return Term.of(self.table.add(written), written)
        except ValueError as error:
            self.refuse(node, str(error), "write a word" if "*" not in written else "write more letters of it")
            return None
