"""A lock on a file that the kernel lets go when its holder ends, however that ends: nothing stale is left behind."""

from pathlib import Path
from typing import IO


def hold(path: Path, *, wait: bool) -> IO[str]:
    """Take the lock at *path*; closing the returned file lets it go.

    Raises:
        BlockingIOError: somebody else holds it, and *wait* is false.
    """
    import fcntl  # noqa: PLC0415 -- not on Windows, where java.py has said so before

    file = path.open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BaseException:
        file.close()
        raise
    return file
