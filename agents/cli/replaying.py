"""One replay under way: files -> checked articles -> news.articles, with its bar and its bookmark."""

import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import orjson
from aiokafka.errors import KafkaError

from agents.cli import articles
from agents.cli.articles import Given, Trouble
from agents.cli.bar import Bar
from agents.cli.kafka import must_exist, producer
from agents.cli.show import visible
from agents.clock import now
from agents.envelope import CONTENT_TYPE, REPLAY
from agents.replay import bookmark
from agents.replay.bookmark import Bookmark, Shelf
from agents.replay.pace import Pace
from agents.replay.sender import Sender
from streams.cloudevents import CONTENT_TYPE as JSON
from streams.codec import decode_article
from streams.errors import MarsadError
from streams.messages import Refusal
from streams.topics import ARTICLES

if TYPE_CHECKING:
    from agents.settings import Settings

WRITE_DOWN_S = 1.0
LEAVE_S = 2.0  # how long a stopped replay waits for what it has sent already


class Mark(NamedTuple):
    """What is reached with an article: where it stands, and the bytes of its file (see `articles.Step`)."""

    path: Path
    number: int
    reached: int
    troubles: int


class Replaying:
    """A replay of *files*, behind *last* if there is one; what it has told so far counts on."""

    def __init__(
        self,
        settings: "Settings",
        files: list[Path],
        *,
        shift_s: float | None,
        shelf: Shelf | None,
        last: Bookmark | None,
        quiet: bool,
    ) -> None:
        self._settings, self._files, self._shift_s, self._shelf, self._last = settings, files, shift_s, shelf, last
        self._topic = settings.topic(ARTICLES)
        self._run = last.run if last is not None else f"{now():%Y%m%dT%H%M%SZ}"
        self._troubles = last.troubles if last is not None else 0
        self._after = (bookmark.check(last, files), last.number) if last is not None else None
        self._written_at, self._heads = 0.0, dict[Path, tuple[int, str]]()
        self._bar = Bar(files, quiet=quiet or not sys.stderr.isatty())

    async def run(self, rate: float | None) -> tuple[int, int]:
        """Until the end; articles and troubles, those before *last* among them."""
        headers = [(REPLAY, self._run.encode()), (CONTENT_TYPE, JSON.encode())]
        async with producer(self._settings) as client:
            await must_exist(client, self._topic, self._settings)
            sender: Sender[Mark] = Sender(client, Pace(rate))
            with self._bar:
                try:
                    for mark, checked in self._checked():
                        if isinstance(checked, Trouble):
                            sender.skip(mark)
                        else:
                            await sender.send(mark, self._topic, *checked, headers)
                        self._note(sender)
                    await sender.finish()
                    self._show(sender)
                except KafkaError as error:
                    raise MarsadError(
                        f"the broker took {self._before + sender.acknowledged:,} articles and then no more: {error}",
                        where=",".join(self._settings.bootstrap),
                        remedy="see to the broker and replay again: an article that comes twice changes nothing",
                    ) from error
                except BaseException:
                    await sender.abandon(LEAVE_S)
                    raise
                finally:
                    self._write_down(sender)
        if self._shelf is not None:
            self._shelf.clear()
        return self._before + sender.acknowledged, self._troubles

    @property
    def _before(self) -> int:
        return self._last.articles if self._last is not None else 0

    def _checked(self) -> Iterator[tuple[Mark, tuple[bytes, bytes] | Trouble]]:
        for path, number, reached, found in articles.walk(self._files, after=self._after):
            checked = check(found, self._shift_s)
            if isinstance(checked, Trouble):
                self._troubles += 1
                sys.stderr.write(visible(str(checked)) + "\n")
            yield Mark(path, number, reached, self._troubles), checked

    def _note(self, sender: Sender[Mark]) -> None:
        instant = time.monotonic()
        if instant - self._written_at >= WRITE_DOWN_S:
            self._write_down(sender)
            self._written_at = instant
            self._show(sender)

    def _show(self, sender: Sender[Mark]) -> None:
        if sender.reached is not None:
            self._bar.show(sender.reached.path, sender.reached.reached, self._before + sender.acknowledged)

    def _write_down(self, sender: Sender[Mark]) -> None:
        if self._shelf is None or (mark := sender.reached) is None:
            return
        path = mark.path
        if path not in self._heads:
            size = path.stat().st_size
            self._heads = {path: (size, bookmark.head(path, size))}
        size, head = self._heads[path]
        self._shelf.write(
            Bookmark(
                run=self._run,
                shift_s=self._shift_s,
                path=str(path.absolute()),
                number=mark.number,
                size=size,
                head=head,
                articles=self._before + sender.acknowledged,
                troubles=mark.troubles,
                at=now(),
            )
        )


def check(given: Given | Trouble, shift_s: float | None) -> tuple[bytes, bytes] | Trouble:
    """Key and value of the record, or why there is none."""
    if isinstance(given, Trouble):
        return given
    article = decode_article(given.value)
    if isinstance(article, Refusal):
        return Trouble(given.where, f"{article.reason}: {article.detail}", 'one JSON object a line, as {"text": "..."}')
    value = given.value
    if shift_s and article.published_at:
        fields = msgspec.json.decode(value, type=dict[str, object])
        value = orjson.dumps(fields | {"published_at": article.published_at + timedelta(seconds=shift_s)})
    return article.id.encode("utf-8", "surrogatepass"), value


def check_all(files: list[Path], shift_s: float | None) -> tuple[int, int]:
    """Articles and troubles of *files*; sends nothing."""
    good = bad = 0
    for given in articles.read(files):
        checked = check(given, shift_s)
        if isinstance(checked, Trouble):
            bad += 1
            sys.stderr.write(visible(str(checked)) + "\n")
        else:
            good += 1
    return good, bad
