"""Reading: one pack file while it is parsed: its faults, and how each kind of value is read.

YAML nodes -> **reading** -> operators, rule. A method that finds a fault tells it and returns None; parsing goes on.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from difflib import get_close_matches
from typing import TYPE_CHECKING

from streams import yaml
from streams.codec import instant
from streams.errors import Fault
from streams.events.model import TYPES
from streams.lexicon import Lexicon
from streams.rules.model import Location
from streams.rules.operators import BY_NAME
from streams.rules.operators.boolean import AllOf
from streams.rules.operators.event import EventIs
from streams.rules.operators.operator import Operator
from streams.rules.operators.scope import SCOPES, In
from streams.rules.operators.term import Term
from streams.text.terms import TermTable

if TYPE_CHECKING:
    from streams.rules.lists import Lists

MAX_TERM_CHARACTERS = 200
MAX_CONDITIONS = 20_000  # of one rule, its lists counted each time they are used
MAX_SPAN = timedelta(days=366)
_DURATION = re.compile(r"([0-9]{1,6}) ?(m|h|d|w)")
BASES = (
    "stated", "adjective", "owner", "light_verb", "by", "inherited", "hedged", "accused", "admission", "weapon_owner",
    "event_subject", "undergo", "claimant", "identity", "nearby", "people", "target", "cause", "sentence", "chain",
    "next", "title", "article",
)  # fmt: skip
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Reading:
    """One file. `subject` (such as `rule "x"`) begins every fault; `lists` and `lexicon` are what names mean in it.

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
        self.path, self.lexicon, self.table, self.lists = path, lexicon, table, lists
        self.event_types, self.bases = event_types, BASES
        self.faults: list[Fault] = []
        self.subject = ""
        self.condition_count = 0
        self._under: dict[tuple[str, ...], frozenset[str]] = {}

    # ------------------------------------------------------------ faults

    def refuse(
        self, node: yaml.Node, what: str, hint: str = "", where: yaml.Node | None = None, *, offset: int | None = None
    ) -> None:
        """Tell a fault at *node* (or *where*), *offset* characters into it."""
        at = where or node
        column = at.column
        if offset is not None and isinstance(at, yaml.Scalar) and "\n" not in at.text:
            column += offset + at.is_quoted
        subject = f"{self.subject}: " if self.subject else ""
        self.faults.append(Fault(path=self.path, line=at.line, column=column, what=f"{subject}{what}", hint=hint))

    def unknown(self, node: yaml.Node, what: str, known: Collection[str]) -> None:
        """Tell that *node* is none of *known*."""
        written = node.text if isinstance(node, yaml.Scalar) else ""
        self.refuse(node, f'unknown {what} "{written}"', did_you_mean(written, known))

    @contextmanager
    def about(self, subject: str) -> Iterator[None]:
        """Faults inside belong to *subject*."""
        before, self.subject = self.subject, subject
        try:
            yield
        finally:
            self.subject = before

    def location(self, node: yaml.Node) -> Location:
        return Location(self.path, node.line, node.column)

    # ------------------------------------------------------------ conditions

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

    # ------------------------------------------------------------ values

    def fields(
        self, node: yaml.Node, name: str, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node] | None:
        """The values of a mapping with these keys and no others."""
        keys = (*required, *optional)
        form = f"write {name}: {{{', '.join(f'{key}: ...' for key in keys)}}}"
        if not isinstance(node, yaml.Mapping):
            self.refuse(node, f"{name} takes a mapping", form)
            return None
        before = len(self.faults)
        for key, _ in node.entries:
            if key.text not in keys:
                self.unknown(key, f"key of {name}", keys)
        for missing in required:
            if node.get(missing) is None:
                self.refuse(node, f"{name} without {missing}", form)
        found = {key.text: value for key, value in node.entries if key.text in keys}
        return found if len(self.faults) == before else None

    def text(self, node: yaml.Node, what: str) -> str | None:
        """One text that is not blank; numbers and true/false as written."""
        if isinstance(node, yaml.Scalar) and (node.value is not None or node.is_quoted) and node.text.strip():
            return node.text.strip()
        if isinstance(node, yaml.Scalar):
            word = f"; if you mean the word, put it in quotes: '{node.text}'" if node.text.strip() else ""
            self.refuse(node, f"{what} is expected here, and there is none", f"write one{word}")
            return None
        kind = "a list" if isinstance(node, yaml.Sequence) else "a mapping"
        hint = 'put it in quotes if it holds ": "' if kind == "a mapping" else "write one text"
        self.refuse(node, f"{what} is expected here, not {kind}", hint)
        return None

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...] | None:
        """A text or a list of texts."""
        if isinstance(node, yaml.Sequence) and not node.items:
            self.refuse(node, "an empty list", f"write {what}")
            return None
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        found = tuple(text for item in items if (text := self.text(item, what)) is not None)
        return found if len(found) == len(items) else None

    def one_of(self, node: yaml.Node, what: str, known: Collection[str]) -> str | None:
        """One of the words in *known*."""
        written = self.text(node, f"a {what}")
        if written is None or written in known:
            return written
        self.unknown(node, what, known)
        return None

    def several_of(self, node: yaml.Node, what: str, known: Collection[str]) -> frozenset[str] | None:
        """One or a list of the words in *known*."""
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        found = [word for item in items if (word := self.one_of(item, what, known))]
        if not items:
            self.refuse(node, "an empty list", f"write a {what}")
            return None
        return frozenset(found) if len(found) == len(items) else None

    def id(self, node: yaml.Node, kind: str) -> str | None:
        """An id of the lexicon."""
        written = self.text(node, f"the id of {_an(kind)}")
        if written is None or self.lexicon.has(kind, written):
            return written
        self.unknown(node, kind, self.lexicon.known(kind))
        return None

    def ids(self, node: yaml.Node, kind: str) -> frozenset[str] | None:
        """Every id of the lexicon that is one of the ids written, or lies under one of them."""
        if isinstance(node, yaml.Sequence) and not node.items:
            self.refuse(node, "an empty list", f"write the id of {_an(kind)}")
            return None
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        written = [found for item in items if (found := self.id(item, kind))]
        if len(written) < len(items):
            return None
        key = (kind, *written)
        if key not in self._under:
            known, is_under = self.lexicon.known(kind), self.lexicon.is_under
            self._under[key] = frozenset(path for path in known if any(is_under(path, above) for above in written))
        return self._under[key]

    def called(self, node: yaml.Node, kind: str) -> str:
        """The ids at *node* as people call them: `Russia or Syria`."""
        if isinstance(node, yaml.Mapping):
            return ", ".join(f"{key.text} {self.called(value, kind)}" for key, value in node.entries)
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        names = [self.lexicon.name(kind, item.text, "en") for item in items if isinstance(item, yaml.Scalar)]
        return " or ".join(dict.fromkeys(names))

    def number(self, node: yaml.Node, what: str, *, least: float | None = None) -> float | None:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e9:  # noqa: PLR0124
            self.refuse(node, f"{what} is a number", "write it without quotes, such as 3 or 2.5")
            return None
        if least is not None and value < least:
            self.refuse(node, f"{what} is at least {least:g}", f"write {least:g} or more")
            return None
        return float(value)

    def whole(self, node: yaml.Node, what: str, *, least: int, most: int = 10_000) -> int | None:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.refuse(node, f"{what} is a whole number from {least} to {most:,}", f"write {what}: {least}")
        return None

    def truth(self, node: yaml.Node, what: str) -> bool:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if not isinstance(value, bool):
            self.refuse(node, f"{what} is true or false", f"write {what}: true")
        return value is True

    def instant(self, node: yaml.Node) -> datetime | None:
        """A date or RFC 3339, as aware UTC."""
        written = self.text(node, "a date")
        at = instant(written) if written else None
        if written and at is None:
            self.refuse(node, f'"{written}" is no date', "write 2017-09-05 or 2017-09-05T10:30:00Z")
        return at

    def duration(self, node: yaml.Node, what: str) -> timedelta | None:
        """A span of time: 30m, 24h, 7d, 2w."""
        written = self.text(node, what)
        found = _DURATION.fullmatch(written) if written else None
        span = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None
        if written and not (span and timedelta(0) < span <= MAX_SPAN):
            self.refuse(node, f'{what} "{written}" is no span of time', "write 30m, 24h, 7d or 2w; at most 366d")
            return None
        return span


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest of *known*, else all of them if they are few."""
    names = sorted(known)
    if close := get_close_matches(word, names, n=1):
        return f'did you mean "{close[0]}"?'
    if under := get_close_matches(
        word.rpartition(".")[2], {name.rpartition(".")[2] for name in names}, n=1, cutoff=0.8
    ):
        # the last step of an id is what people remember
        return f'did you mean "{next(name for name in names if name.rpartition(".")[2] == under[0])}"?'
    return f"known: {', '.join(names)}" if len(names) <= 20 else ""


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
