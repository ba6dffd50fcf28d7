"""The jars of Apache Kafka: fetched once from Maven Central, each held against its pin on every start."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from agents.broker.errors import ELSEWHERE, BrokerError
from agents.broker.java import not_installed
from agents.broker.lock import hold
from agents.broker.pins import KAFKA_VERSION, Pin, pins

TIMEOUT_SECONDS = 20


def class_path(folder: Path, console: Console) -> list[Path]:
    """Every jar below *folder*, fetched when absent or damaged, with progress on *console*.

    Raises:
        BrokerError: no network, a folder that can't be written, a jar that is not what it must be, or no downloader.
    """
    wanted = pins()
    if absent(wanted, folder):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with alone(folder, console):
                # Looked at again: whoever held the lock before us may have fetched them all.
                fetch(absent(wanted, folder), folder, console)
        except OSError as error:
            raise BrokerError(
                f"can't keep Kafka's jars: {error.strerror}",
                where=str(error.filename or folder),
                remedy="free some space, or set XDG_CACHE_HOME to a folder that can be written",
            ) from error
    return [pin.path(folder) for pin in wanted]


def absent(wanted: tuple[Pin, ...], folder: Path) -> tuple[Pin, ...]:
    return tuple(pin for pin in wanted if not pin.is_held_by(pin.path(folder)))


def alone(folder: Path, console: Console) -> IO[str]:
    """Hold the folder's lock: two first runs at once would write into each other's files."""
    try:
        return hold(folder / "lock", wait=False)
    except BlockingIOError:
        console.print("another process is fetching Kafka: waiting for it")
        return hold(folder / "lock", wait=True)


def fetch(wanted: tuple[Pin, ...], folder: Path, console: Console) -> None:
    if not wanted:
        return
    try:
        # Only its plain downloader: its resolver would change versions, and its builder look for another JDK.
        from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415 -- an extra, and slow to import
    except ImportError as error:
        raise not_installed() from error
    total = sum(pin.size for pin in wanted)
    console.print(
        f"fetching Apache Kafka {KAFKA_VERSION}, once: {len(wanted)} jars, {total / 1e6:.0f} MB, into {folder}",
        soft_wrap=True,
    )
    with progress(console, total) as advance:

        @contextmanager
        def one_file(_name: str, _size: int) -> Iterator[Callable[[int], None]]:
            yield advance

        resolver = PythonResolver(progress_callback=one_file)
        maven = MavenContext(resolver=resolver, repo_cache=folder, local_repos=[], timeout=TIMEOUT_SECONDS)
        for pin in wanted:
            path = pin.path(folder)
            path.unlink(missing_ok=True)
            try:
                maven.project(pin.group, pin.artifact).at_version(pin.version).artifact().resolve()
            except (OSError, RuntimeError) as error:
                # The network's errors (of requests) are OSErrors, too, but without a number; the disk's have one.
                if isinstance(error, OSError) and error.errno is not None:
                    raise
                raise unreachable(pin, len(wanted), total) from error
            if not pin.is_held_by(path):
                path.unlink(missing_ok=True)
                raise BrokerError(
                    "not the file that was pinned (its SHA-256 differs)",
                    where=f"{pin.group}:{pin.artifact}:{pin.version}",
                    remedy=f"something on the way changes downloads: try another network, or {ELSEWHERE}",
                )


def unreachable(pin: Pin, count: int, total: int) -> BrokerError:
    return BrokerError(
        f"can't fetch {pin.artifact} {pin.version} from Maven Central",
        remedy=f"Kafka's {count} jars ({total / 1e6:.0f} MB) are fetched once: try again with a network "
        f"(HTTPS_PROXY is honoured), or {ELSEWHERE}",
    )


@contextmanager
def progress(console: Console, total: int) -> Iterator[Callable[[int], None]]:
    """A bar of bytes on a terminal, nothing elsewhere."""
    columns = (TextColumn("  "), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda size: bar.advance(task, size)
