"""YAML as nodes that know their line and column; what an analyst writes is read here and nowhere else.

file text -> `parse` -> Node -> lexicon reader, rule parser. The values follow the core schema of YAML 1.2 (`on` and
`yes` are strings). Anchors, aliases, tags and merge keys are refused: an alias bomb is harmless while it is read and
hangs the first that walks it. Limits: 5 million characters, 200,000 nodes (about 50 MB), depth 50, 100 faults told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

import yaml  # noqa: TID251  the one place that may: everybody else takes `parse`

from streams.errors import Fault, LoadError

MAX_CHARACTERS: Final = 5_000_000
MAX_NODES: Final = 200_000
MAX_DEPTH: Final = 50
MAX_FAULTS: Final = 100
MAX_DIGITS: Final = 18  # what 64 bits hold in every reader of our messages

# libyaml (C, 20 times as fast: 450 kB in 0.04 s) where the wheel brings it, else the same parser in Python
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DIRECTIVE = re.compile("(?:^|[\\n\\r\\x85\u2028\u2029])\ufeff?%")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_WORDS: Final[dict[str, bool | None]] = (
    dict.fromkeys(("", "~", "null", "Null", "NULL"))
    | dict.fromkeys(("true", "True", "TRUE"), True)
    | dict.fromkeys(("false", "False", "FALSE"), False)
)
_HINTS: Final = {
    "mapping values are not allowed": 'a text that holds ": " needs quotes; else check the indentation',
    "cannot start any token": "put the text in quotes",
    "expected alphabetic or numeric": "put the text in quotes",
    "expected <block end>": "check the indentation; a text that begins with a quote must end with it",
    "did not find expected key": "check the indentation and the quotes of this line and the one before",
    "did not find expected '-' indicator": "check the indentation: each item of a list begins with '- '",
    "did not find expected ',' or": "close the bracket, or put a comma between the items",
    "could not find expected ':'": "a line of a mapping is `key: value`; check quotes and indentation",
    "unexpected end of stream": "a quote is opened and never closed",
    "maximum nesting depth": "write it flatter",
    "unknown escape character": "in double quotes write \\\\ for a backslash, or use single quotes",
}


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `text` is what was written, unquoted (`1.10` where `value` is 1.1); quoted values stay strings."""

    line: int
    column: int
    value: str | int | float | bool | None
    text: str
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    line: int
    column: int
    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file. A key's name is its text: `137: x` is found as "137"."""

    line: int
    column: int
    entries: "tuple[tuple[Scalar, Node], ...]"
    _by_name: "dict[str, Node]" = field(repr=False, compare=False)

    def get(self, name: str) -> "Node | None":
        """The value of the key *name*; None if there is no such key (a key without a value has a null Scalar)."""
        return self._by_name.get(name)


Node: TypeAlias = Scalar | Sequence | Mapping


def parse(text: str, path: str) -> Node:
    """The one document in *text*; *path* is only named in faults. An empty file is a null Scalar.

    Raises LoadError with all that can be known: every fault up to where the YAML itself ends to make sense.
    """
    if len(text) > MAX_CHARACTERS:
        what = f"{len(text):,} characters; the limit is {MAX_CHARACTERS:,}"
        raise LoadError([Fault(path=path, line=1, column=1, what=what, hint="split the file")])
    reader = _Reader(text, path)
    if directive := _DIRECTIVE.search(text):  # before libyaml sees it: its time on 300,000 %TAG lines is five minutes
        reader.at(directive.end() - 1, "a % at the start of a line", "delete the directive; put a text in quotes")
        raise LoadError(reader.faults)
    try:
        root = reader.document()
    except _EnoughError:
        root = None
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        root = None
        reader.invalid(error)
    reader.tabs()
    if root is None or reader.faults:
        raise LoadError(reader.faults)
    return root


def plain(node: Node) -> Any:
    """*node* without its places: dicts, lists and values, for hashing and for showing."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def _shown(name: str | None) -> str:
    """*name* fit for one line of a message: short, and with nothing in it that a terminal would obey."""
    cut = name or ""
    cut = cut if len(cut) <= 60 else cut[:60] + "..."
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in cut)


class _EnoughError(Exception):
    """Reading on would tell nothing more."""


class _Reader:
    """One pass over the parser's events; builds nodes and gathers faults."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.faults: list[Fault] = []
        self.node_count = 0
        self.events: Iterator[Any] = iter(())

    def document(self) -> Node:
        self.events = yaml.parse(self.text, Loader=_LOADER)
        root: Node = Scalar(1, 1, None, "")
        document_count = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                document_count += 1
                if document_count > 1:
                    self.refuse(event.start_mark, "a second document", "one document a file: delete the `---`")
                    raise _EnoughError
                root = self.node(next(self.events), 1)
        return root

    def node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        self.node_count += 1
        if self.node_count > MAX_NODES:
            self.refuse(mark, f"more than {MAX_NODES:,} values", "split the file")
            raise _EnoughError
        if isinstance(event, yaml.AliasEvent):
            self.refuse(mark, f"alias *{_shown(event.anchor)}", "write it out; put it in quotes if it is a text")
            return Scalar(line, column, None, "")
        self.properties(event)
        if isinstance(event, yaml.ScalarEvent):
            is_quoted = event.style not in (None, "")
            return Scalar(line, column, self.value(event, is_quoted), event.value, is_quoted)
        if depth > MAX_DEPTH:
            self.refuse(mark, f"nested more than {MAX_DEPTH} deep", "write it flatter")
            raise _EnoughError
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(line, column, tuple(self.items(depth)))
        return self.mapping(line, column, depth)

    def items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1)

    def mapping(self, line: int, column: int, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        by_name: dict[str, Node] = {}
        firsts: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.refuse(event.start_mark, "a list or a mapping as a key", "a key is one word or phrase")
            elif key.text == "<<" and not key.is_quoted:
                self.refuse(event.start_mark, "merge key <<", "write the keys out")
            elif key.text in by_name:
                if not isinstance(event, yaml.AliasEvent):  # told as such; its text is unknown
                    self.refuse(
                        event.start_mark, f'key "{_shown(key.text)}" twice', f"first at line {firsts[key.text]}"
                    )
            else:
                entries.append((key, value))
                by_name[key.text] = value
                firsts[key.text] = key.line
        return Mapping(line, column, tuple(entries), by_name)

    def properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.refuse(
                event.start_mark, f"anchor &{_shown(event.anchor)}", "delete it; put it in quotes if it is a text"
            )
        if event.tag is not None:
            self.refuse(event.start_mark, f"tag {_shown(event.tag)}", "delete it; put it in quotes if it is a text")

    def value(self, event: Any, is_quoted: bool) -> str | int | float | bool | None:
        written: str = event.value
        if is_quoted:
            return written
        if written in _WORDS:
            return _WORDS[written]
        if written[0] not in "-+.0123456789":
            return written
        if _INT.fullmatch(written):
            if len(written.lstrip("+-")) > MAX_DIGITS:
                self.refuse(event.start_mark, f"a number of more than {MAX_DIGITS} digits", "put it in quotes")
                return None
            return int(written) if written.lstrip("+-").isdecimal() else int(written, 0)
        if _FLOAT.fullmatch(written):
            return float(written.lower().replace(".i", "i").replace(".n", "n"))  # Python has no dot before inf and nan
        return written

    def refuse(self, mark: Any, what: str, hint: str) -> None:
        self.add(mark.line + 1, mark.column + 1, what, hint)
        if len(self.faults) >= MAX_FAULTS:
            raise _EnoughError

    def add(self, line: int, column: int, what: str, hint: str) -> None:
        self.faults.append(Fault(path=self.path, line=line, column=column, what=what, hint=hint))

    def invalid(self, error: yaml.YAMLError | UnicodeEncodeError) -> None:
        """Tell where the YAML, or the text itself, ends to make sense."""
        if isinstance(error, yaml.MarkedYAMLError):
            problem = error.problem or "no reason given"
            # a quote that nobody closes is found at the end of the file; the person needs its beginning
            marks = (error.problem_mark, error.context_mark)
            mark = next(filter(None, marks[::-1] if "end of stream" in problem else marks), None)
            hint = next((hint for part, hint in _HINTS.items() if part in problem), "check quotes and indentation")
            what = f"invalid YAML: {problem}" + (f" {error.context}" if error.context else "")
            self.add(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, what, hint)
            return
        index = error.start if isinstance(error, UnicodeEncodeError) else getattr(error, "position", 0)
        found = self.text[index : index + 1]
        self.at(index, f"U+{ord(found):04X} is no character of a text" if found else "unreadable text", "delete it")

    def at(self, index: int, what: str, hint: str) -> None:
        before = self.text[:index]
        self.add(before.count("\n") + 1, index - before.rfind("\n"), what, hint)

    def tabs(self) -> None:
        """Editors show tabs as they like, so an indentation that looks right need not be: none is taken anywhere."""
        tabs: list[tuple[int, int]] = []
        line, line_start, at = 1, 0, self.text.find("\t")
        while at >= 0 and len(tabs) < MAX_FAULTS:
            line += self.text.count("\n", line_start, at)
            line_start = self.text.rfind("\n", 0, at) + 1
            tabs.append((line, at - line_start + 1))
            end = self.text.find("\n", at)
            at = self.text.find("\t", end) if end >= 0 else -1
        lines = {line for line, _ in tabs}
        self.faults = [fault for fault in self.faults if fault.line not in lines]  # what follows from the tab
        for line, column in tabs[: MAX_FAULTS - len(self.faults)]:
            self.add(line, column, "a tab", "use spaces")
