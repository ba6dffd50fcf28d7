"""Everything Marsad raises: what is wrong, where, and what to do next, so that no person ever needs a traceback."""

from collections.abc import Iterable
from dataclasses import dataclass


class MarsadError(Exception):
    """A fault a person can act on. `str()` is one line: "where: what; remedy"."""

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        place = f"{where}: " if where else ""
        advice = f"; {remedy}" if remedy else ""
        super().__init__(f"{place}{what}{advice}")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong in a file that a person wrote. `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    what: str
    hint: str = ""

    def __str__(self) -> str:
        advice = f"; {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.what}{advice}"


class LoadError(MarsadError):
    """Rules or lexicon that can't be loaded: carries every fault of every file, in reading order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
