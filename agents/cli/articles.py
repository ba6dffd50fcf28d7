"""Articles from files: .txt .json .jsonl(.gz) and folders, one at a time; a bad line is a value with its address."""

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

import msgspec
import orjson

from streams.errors import MarsadError
from streams.topics import MAX_RECORD_BYTES

ENDINGS = (".txt", ".json", ".jsonl", ".jsonl.gz")
WHAT_IS_READ = "give a .txt, .json, .jsonl or .jsonl.gz file, or a folder of them"
STDIN = Path("-")
MAX_WHOLE_BYTES = 64 * 1024 * 1024  # of a .txt or .json, which is read at once


@dataclass(frozen=True, slots=True)
class Given:
    """One article as bytes of JSON, and where it stands (`path` or `path:line`)."""

    where: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file or line that gives no article: one line for stderr, the others go on."""

    where: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class Step(NamedTuple):
    """One turn of reading: article *number* of *path* (a line, a row, or 1); the file is read to byte *reached*.

    Bytes as they lie on the disk: of a .gz, packed ones.
    """

    path: Path
    number: int
    reached: int
    found: Given | Trouble


def files(paths: Sequence[Path]) -> list[Path]:
    """The files that *paths* name, folders walked by name. Raises MarsadError where there is nothing to read."""
    found: list[Path] = []
    for path in paths:
        if path == STDIN:
            found.append(path)
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _is_article(p))
            if not inside:
                raise MarsadError("the folder holds no articles", where=str(path), remedy=WHAT_IS_READ)
            found += inside
        elif not path.exists():
            raise MarsadError(
                "there is no such file or folder", where=str(path), remedy="check the path; " + WHAT_IS_READ
            )
        elif not path.name.endswith(ENDINGS):
            raise MarsadError("this kind of file is not read", where=str(path), remedy=WHAT_IS_READ)
        else:
            found.append(path)
    return found


def read(paths: Iterable[Path]) -> Iterator[Given | Trouble]:
    """Every article in the files *paths*, in order, in constant memory."""
    return (step.found for step in walk(paths))


def walk(paths: Iterable[Path], *, after: tuple[Path, int] | None = None) -> Iterator[Step]:
    """The same, with how far that is; *after* an article (file and number) if there is one to go on behind."""
    for path in paths:
        behind = 0
        if after is not None:
            if path != after[0]:
                continue
            behind, after = after[1], None
        try:
            yield from _steps(path, behind)
        except (OSError, EOFError, zlib.error) as error:
            yield Step(path, behind + 1, 0, Trouble(str(path), f"can't be read: {error}", "check the file"))


def _steps(path: Path, behind: int) -> Iterator[Step]:
    if path == STDIN:
        yield from _lines(path, "stdin", sys.stdin.buffer, behind)
    elif path.name.endswith(".jsonl.gz"):
        with path.open("rb") as packed, gzip.open(packed) as stream:
            yield from _lines(path, str(path), stream, behind, packed)
    elif path.suffix == ".jsonl":
        with path.open("rb") as stream:
            yield from _lines(path, str(path), stream, behind, stream)
    elif (size := path.stat().st_size) > MAX_WHOLE_BYTES:
        remedy = "write one article a line into a .jsonl file" + (", as jq -c '.[]' does" * (path.suffix == ".json"))
        yield Step(path, 1, size, Trouble(str(path), f"{size:,} bytes are too many to be read at once", remedy))
    else:
        found = [_text(path)] if path.suffix == ".txt" else _json(path)
        for number, one in enumerate(found, 1):
            if number > behind:
                yield Step(path, number, size, one)


def _is_article(path: Path) -> bool:
    if not path.name.endswith(ENDINGS) or path.name.startswith("."):
        return False
    return path.suffix != ".json" or not path.with_suffix(".txt").exists()  # beside a text it is that text's metadata


def _lines(
    path: Path, name: str, stream: IO[bytes] | gzip.GzipFile, behind: int, file: IO[bytes] | None = None
) -> Iterator[Step]:
    number = 0
    while line := stream.readline(MAX_RECORD_BYTES + 1):
        number += 1
        is_long = len(line) > MAX_RECORD_BYTES
        while is_long and line and not line.endswith(b"\n"):
            line = stream.readline(MAX_RECORD_BYTES)
        if number <= behind:
            continue
        reached = file.tell() if file is not None else 0
        if is_long:
            trouble = Trouble(f"{name}:{number}", "the line is longer than 16 MiB", "split it: one article a line")
            yield Step(path, number, reached, trouble)
        elif stripped := line.strip():
            yield Step(path, number, reached, Given(f"{name}:{number}", stripped.removeprefix(b"\xef\xbb\xbf")))


def _text(path: Path) -> Given | Trouble:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Trouble(str(path), f"is not UTF-8 (byte {error.start})", "save it as UTF-8")
    beside = path.with_suffix(".json")
    facts: dict[str, object] = {}
    if beside.exists():
        try:
            facts = msgspec.json.decode(beside.read_bytes(), type=dict[str, object])
        except msgspec.MsgspecError as error:
            return Trouble(str(beside), f"is no JSON object: {error}", f"mend it; it describes {path.name}")
    return Given(str(path), orjson.dumps({"text": text} | {k: v for k, v in facts.items() if k != "text"}))


def _json(path: Path) -> Iterator[Given | Trouble]:
    value = path.read_bytes().removeprefix(b"\xef\xbb\xbf")
    if not value.lstrip().startswith(b"["):
        yield Given(str(path), value)
        return
    try:
        rows = msgspec.json.decode(value, type=list[msgspec.Raw])
    except msgspec.MsgspecError as error:
        yield Trouble(str(path), f"is no JSON: {error}", "mend it, or write one article a line into a .jsonl file")
        return
    for number, row in enumerate(rows, 1):
        yield Given(f"{path}[{number}]", bytes(row))
