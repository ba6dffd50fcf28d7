"""Articles from files: each with its address, from any article on, in memory that does not grow with the file."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from agents.cli import articles
from agents.cli.articles import Given, Step, Trouble

ROWS = [b'{"text": "%d"}' % number for number in range(5)]


def as_lines(folder: Path) -> Path:
    (folder / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join(ROWS[:2]) + b"\n\n" + b"\n".join(ROWS[2:]))
    return folder / "a.jsonl"


def as_packed_lines(folder: Path) -> Path:
    # two members, as `cat one.gz two.gz` makes them
    packed = gzip.compress(b"\n".join(ROWS[:3]) + b"\n") + gzip.compress(b"\n".join(ROWS[3:]))
    (folder / "b.jsonl.gz").write_bytes(packed)
    return folder / "b.jsonl.gz"


def as_list(folder: Path) -> Path:
    (folder / "c.json").write_bytes(b"[" + b",".join(ROWS) + b"]")
    return folder / "c.json"


@pytest.mark.parametrize("write", [as_lines, as_packed_lines, as_list])
def test_behind_any_article_the_rest_follows(write: Callable[[Path], Path], tmp_path: Path) -> None:
    path = write(tmp_path)
    steps = list(articles.walk([path]))
    assert [step.found.value for step in steps if isinstance(step.found, Given)] == ROWS
    assert steps[-1].reached == path.stat().st_size
    for done, step in enumerate(steps, 1):
        assert list(articles.walk([path], after=(path, step.number))) == steps[done:]


def test_whole_files_before_it_are_not_read_again(tmp_path: Path) -> None:
    paths = [as_lines(tmp_path), as_packed_lines(tmp_path), as_list(tmp_path)]
    left = list(articles.walk(paths, after=(paths[1], 5)))
    assert {step.path for step in left} == {paths[2]}


def test_a_packed_file_that_breaks_off_or_is_none_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    good = as_packed_lines(tmp_path)
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"\n".join(ROWS))[:-8])
    (tmp_path / "none.jsonl.gz").write_bytes(b"no gzip")
    damaged = bytearray(gzip.compress(b"\n".join(ROWS)))
    damaged[12:20] = b"\xff" * 8
    (tmp_path / "damaged.jsonl.gz").write_bytes(damaged)
    found = list(articles.read([*sorted(tmp_path.glob("[cdn]*")), good]))
    troubles = [one for one in found if isinstance(one, Trouble)]
    assert [Path(one.where).name for one in troubles] == ["cut.jsonl.gz", "damaged.jsonl.gz", "none.jsonl.gz"]
    assert [one.value for one in found if isinstance(one, Given)][-5:] == ROWS


def test_a_line_that_is_too_long_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_bytes(b"x" * (40 << 20) + b"\n" + ROWS[1])
    first, second = articles.walk([path])
    assert isinstance(first.found, Trouble)
    assert str(first.found) == f"{path}:1: the line is longer than 16 MiB; split it: one article a line"
    assert second == Step(path, 2, path.stat().st_size, Given(f"{path}:2", ROWS[1]))
    assert list(articles.walk([path], after=(path, 1))) == [second]


def test_a_list_of_a_gigabyte_is_not_read_at_once(tmp_path: Path) -> None:
    with (tmp_path / "huge.json").open("wb") as file:
        file.truncate(1 << 30)
    (found,) = articles.read([tmp_path / "huge.json"])
    assert isinstance(found, Trouble)
    assert "jq -c '.[]'" in found.remedy


PEAKS = """
import resource, sys
from pathlib import Path
from agents.cli.replaying import check_all
for path in sys.argv[1:]:
    good, bad = check_all([Path(path)], None)
    print(good, bad, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1))
"""


@pytest.mark.parametrize("ending", [".jsonl", ".jsonl.gz"])
def test_memory_does_not_grow_with_the_file(ending: str, tmp_path: Path) -> None:
    line = b'{"text": "' + "قصف جسر المدينة صباح اليوم. ".encode() * 70 + b'", "published_at": "2017-09-05"}\n'
    counts = (200, 6_000)
    paths = [tmp_path / f"{count}{ending}" for count in counts]
    for path, count in zip(paths, counts, strict=True):
        with gzip.open(path, "wb", 1) if ending.endswith("gz") else path.open("wb") as file:
            for _ in range(count):
                file.write(line)
    done = subprocess.run([sys.executable, "-c", PEAKS, *paths], capture_output=True, text=True, check=True)
    rows = [tuple(map(int, row.split())) for row in done.stdout.splitlines()]
    assert [row[:2] for row in rows] == [(count, 0) for count in counts]
    assert rows[1][2] - rows[0][2] < 5_000, "20 MB more of articles take no 5 MB more of memory"
