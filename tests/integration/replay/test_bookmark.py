"""Where a replay stopped: written whole, read again, and trusted only for the file that it was made in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from agents.replay.bookmark import Bookmark, Shelf, check, head
from streams.errors import MarsadError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "day.jsonl"
    path.write_bytes(b'{"text": "one"}\n{"text": "two"}\n')
    return path


def mark(path: Path) -> Bookmark:
    size = path.stat().st_size
    return Bookmark(
        run="r1",
        shift_s=None,
        path=str(path),
        number=1,
        size=size,
        head=head(path, size),
        articles=1,
        troubles=0,
        at=datetime(2017, 9, 5, tzinfo=UTC),
    )


def shelf(folder: Path, topic: str = "news.articles", *given: Path) -> Shelf:
    return Shelf(folder, ("127.0.0.1:9092",), topic, given or (Path("day.jsonl"),))


def test_what_is_written_is_read_and_then_cleared(archive: Path, tmp_path: Path) -> None:
    ours = shelf(tmp_path / "state")
    assert ours.read() is None
    ours.write(mark(archive))
    assert ours.read() == mark(archive)
    ours.clear()
    assert ours.read() is None


def test_another_topic_or_other_files_are_another_replay(archive: Path, tmp_path: Path) -> None:
    shelf(tmp_path).write(mark(archive))
    assert shelf(tmp_path, "t1.articles").read() is None
    assert shelf(tmp_path, "news.articles", Path("night.jsonl")).read() is None


def test_half_a_bookmark_is_none(archive: Path, tmp_path: Path) -> None:
    ours = shelf(tmp_path)
    ours.write(mark(archive))
    ours.file.write_bytes(ours.file.read_bytes()[:40])
    assert ours.read() is None


def test_a_file_that_has_grown_is_gone_on_in(archive: Path) -> None:
    before = mark(archive)
    with archive.open("ab") as file:
        file.write(b'{"text": "three"}\n' * 500)
    assert check(before, [archive.with_name("other.jsonl"), archive]) == archive


@pytest.mark.parametrize("now", [b'{"text": "one"}\n', b'{"text": "eno"}\n{"text": "two"}\n'])
def test_another_file_of_that_name_is_refused(archive: Path, now: bytes) -> None:
    before = mark(archive)
    archive.write_bytes(now)
    with pytest.raises(MarsadError, match=r"day.jsonl:1: the file has changed .* leave out --resume"):
        check(before, [archive])


def test_a_file_that_is_gone_is_refused(archive: Path) -> None:
    with pytest.raises(MarsadError, match="is not there any more"):
        check(replace(mark(archive), path="/elsewhere/day.jsonl"), [archive])


def test_a_folder_that_takes_nothing_says_so(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(MarsadError, match="set MARSAD_STATE to a folder"):
        shelf(tmp_path / "state").write(mark(archive))
