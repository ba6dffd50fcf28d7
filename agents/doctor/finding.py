"""What one check found: all well, a warning, a problem, or that it could not look."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad. Only `fail` is a problem; `skip` says that something before it must be mended first."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line: what was looked at and found; for what is not well also where, why, and what to do next."""

    check: str
    level: Level
    what: str
    where: str = ""
    why: str = ""
    next: str = ""


def well(check: str, what: str, where: str = "") -> Finding:
    return Finding(check=check, level=Level.OK, what=what, where=where)


def warning(check: str, what: str, *, where: str = "", why: str = "", remedy: str = "") -> Finding:
    return Finding(check=check, level=Level.WARN, what=what, where=where, why=why, next=remedy)


def problem(check: str, what: str, *, where: str = "", why: str = "", remedy: str = "") -> Finding:
    return Finding(check=check, level=Level.FAIL, what=what, where=where, why=why, next=remedy)


def skipped(check: str, why: str) -> Finding:
    return Finding(check=check, level=Level.SKIP, what="not looked at", why=why)
