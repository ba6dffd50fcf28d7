"""The progress bar of a replay."""

from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from agents.cli.articles import STDIN
from agents.cli.show import console


class Bar:
    """Bytes of the files read, and articles that the broker has; nothing where nobody looks."""

    def __init__(self, files: list[Path], *, quiet: bool) -> None:
        self._begins: dict[Path, int] = {}
        total = 0
        for path in files:
            self._begins[path] = total
            total += path.stat().st_size if path != STDIN else 0
        columns = ("replay", BarColumn(), TaskProgressColumn(), "{task.fields[articles]:,} articles,")
        shown = [TextColumn(column) if isinstance(column, str) else column for column in columns]
        self._progress = Progress(*shown, TimeRemainingColumn(), console=console(stderr=True), disable=quiet)
        self._task = self._progress.add_task("", total=None if STDIN in files else total, articles=0)

    def show(self, path: Path, reached: int, count: int) -> None:
        """So many bytes of *path* are read, and all before it; *count* articles went."""
        self._progress.update(self._task, completed=self._begins[path] + reached, articles=count)

    def __enter__(self) -> None:
        self._progress.start()

    def __exit__(self, *_exc: object) -> None:
        self._progress.stop()
