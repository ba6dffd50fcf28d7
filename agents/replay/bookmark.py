"""Where a replay of files got to, in a small file of its own, so that the next one can go on there.

Written at most once a second and put in place whole, so kill -9 finds either the old one or the new one. It says what
the broker had acknowledged: going on repeats a few articles and skips none.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec

from streams.errors import MarsadError
from streams.ids import digest

HEAD_BYTES = 4096  # a file that begins otherwise is another file


class Bookmark(msgspec.Struct, frozen=True, kw_only=True):
    """Article *number* of *path* (a line, a row of a JSON list, or 1) was the last that the broker had.

    `run` is the replay's name in the header marsad-replay, `shift_s` what --as-of added to every published_at.
    """

    run: str
    shift_s: float | None
    path: str
    number: int
    size: int
    head: str
    articles: int
    troubles: int
    at: datetime

    @property
    def where(self) -> str:
        return f"{self.path}:{self.number}"


class Shelf:
    """The bookmark of one replay: of *given* paths, as a person named them, into *topic* of *bootstrap*."""

    def __init__(self, folder: Path, bootstrap: Sequence[str], topic: str, given: Sequence[Path]) -> None:
        name = digest("replay", ",".join(bootstrap), topic, *(str(path.absolute()) for path in given))
        self.file = folder / "replay" / f"{name}.json"

    def read(self) -> Bookmark | None:
        """The bookmark, if a replay stopped before its end."""
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=Bookmark)
        except (FileNotFoundError, msgspec.MsgspecError):
            return None

    def write(self, bookmark: Bookmark) -> None:
        """Put *bookmark* in the place of the one before. Raises MarsadError where the folder can't be written."""
        fresh = self.file.with_suffix(".new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(msgspec.json.encode(bookmark))
            os.replace(fresh, self.file)  # noqa: PTH105 - atomic
        except OSError as error:
            raise MarsadError(
                f"how far the replay is can't be written down: {error.strerror}",
                where=str(self.file.parent),
                remedy="set MARSAD_STATE to a folder that can be written",
            ) from error

    def clear(self) -> None:
        """The replay came to its end."""
        self.file.unlink(missing_ok=True)


def head(path: Path, size: int) -> str:
    """A hash of how the first *size* bytes of a file begin."""
    with path.open("rb") as file:
        return digest(file.read(min(size, HEAD_BYTES)).hex())


def check(bookmark: Bookmark, files: Sequence[Path]) -> Path:
    """The one of *files* to go on in. Raises MarsadError if it is gone, or another file by now; it may have grown."""
    anew = "leave out --resume to begin anew"
    path = next((file for file in files if str(file.absolute()) == bookmark.path), None)
    if path is None:
        raise MarsadError("the file to go on in is not there any more", where=bookmark.path, remedy=anew)
    if path.stat().st_size < bookmark.size or head(path, bookmark.size) != bookmark.head:
        raise MarsadError("the file has changed since the replay stopped in it", where=bookmark.where, remedy=anew)
    return path
