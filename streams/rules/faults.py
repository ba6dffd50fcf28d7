"""Faults: what is wrong in one pack file, each where it was written, with a hint.

YAML nodes -> **faults** -> values -> reading. A method that finds a fault tells it and returns None; parsing goes on.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches

from streams import yaml
from streams.errors import Fault
from streams.rules.model import Location


class Faults:
    """Those of one file, as they are told. `subject` (such as `rule "x"`) begins every one."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []
        self.subject = ""

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
