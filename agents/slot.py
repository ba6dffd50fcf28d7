"""A folder for one worker's copies of its tables and its notes, locked for as long as the process lives.

Named by the cluster too: the offsets in it mean nothing to another one.
"""

import fcntl
import re
import shutil
from pathlib import Path
from typing import IO, Self

from agents.settings import Settings
from streams.errors import MarsadError

MOST_WORKERS = 1000


class Slot:
    """The first free folder of this installation on this machine. Everything in it can be made again."""

    def __init__(self, settings: Settings, cluster: str) -> None:
        base = settings.state / re.sub(r"[^A-Za-z0-9_-]", "_", cluster) / (settings.prefix or "_")
        for number in range(MOST_WORKERS):
            self.folder = base / f"worker-{(settings.worker + number) % MOST_WORKERS}"
            self._lock = _lock(self.folder)
            if self._lock is not None:
                return
        raise MarsadError(f"{MOST_WORKERS} workers run here already", where=str(base), remedy="set MARSAD_STATE")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def clear(self) -> None:
        """Away with the tables: they are of topics that are no more. The next start reads the changelogs."""
        for entry in self.folder.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)

    def close(self) -> None:
        """Let another worker have it."""
        if self._lock is not None:
            self._lock.close()


def _lock(folder: Path) -> IO[bytes] | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("wb")
    except OSError as error:
        raise MarsadError(
            f"can't be written: {error.strerror}", where=str(folder), remedy="set MARSAD_STATE to a folder of yours"
        ) from None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
