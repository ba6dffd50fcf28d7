"""Dead letters on their way back: read twice, so that no more than the one being sent lies in memory."""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from time import monotonic
from typing import TYPE_CHECKING, Any

from aiokafka import AIOKafkaProducer
from aiokafka.errors import KafkaError

from agents.cli.kafka import consumer, must_exist, producer, records
from agents.cli.letter_filter import Filter
from agents.clock import now, now_ms
from agents.replay.letters import Letter, Verdict, headers_back, latest, read_letter, verdict
from agents.replay.memory import Memory, remembered
from agents.replay.pace import Pace
from streams.errors import MarsadError
from streams.topics import ARTICLES, DEAD_LETTERS, DEAD_LETTERS_REPLAYED, MATCHES

if TYPE_CHECKING:
    from agents.settings import Settings

READ_BY_AGENTS = (ARTICLES, MATCHES)
Tell = Callable[[Letter, Verdict], None]


class Going:
    """Sends dead letters back. *limit* and *again* as `letters.verdict` has them."""

    def __init__(self, settings: "Settings", *, limit: int, again: bool) -> None:
        self._settings, self._limit, self._again = settings, limit, again
        self._topics = {settings.topic(topic): topic for topic in READ_BY_AGENTS}
        self._memory = Memory()
        self._where = ",".join(settings.bootstrap)

    async def send(self, wanted: Filter, tell: Tell, *, rate: float | None, dry_run: bool) -> Counter[Verdict]:
        """Send what is *wanted* and may go; how many there were of each verdict.

        The letters are those of this moment: one that comes back meanwhile is left for another time.
        """
        found = await self._judge(wanted)
        for letter, why in found:
            tell(letter, why)
        going = {letter.address: letter for letter, why in found if why is Verdict.SENT}
        if going and not dry_run:
            async with producer(self._settings) as client:
                for topic in {letter.topic for letter in going.values()}:
                    await must_exist(client, topic, self._settings)
                try:
                    await self._send(client, going, Pace(rate))
                except KafkaError as error:
                    remedy = "see to the broker and replay again: what went is remembered"
                    what = f"the broker takes no more: {type(error).__name__}: {error}"
                    raise MarsadError(what, where=self._where, remedy=remedy) from error
        return Counter(why for _, why in found)

    async def _judge(self, wanted: Filter) -> list[tuple[Letter, Verdict]]:
        async for told in self._read(self._settings.topic(DEAD_LETTERS_REPLAYED)):
            self._memory.learn(told.value)
        letters = [read_letter(record) async for record in self._read(self._settings.topic(DEAD_LETTERS))]
        if missing := set(wanted.addresses) - {letter.address for letter in letters}:
            raise MarsadError(
                f"there is no dead letter {', '.join(sorted(missing))}; nothing was sent",
                where=self._settings.topic(DEAD_LETTERS),
                remedy="`marsad dead-letters list` prints the addresses",
            )
        newest = latest(letters)
        return [
            (
                letter,
                verdict(
                    letter,
                    newest[letter.origin],
                    self._memory.times(letter.origin),
                    tuple(self._topics),
                    limit=self._limit,
                    again=self._again,
                ),
            )
            for letter in sorted(letters, key=lambda letter: (letter.written_ms, letter.partition, letter.offset))
            if wanted(letter)
        ]

    async def _send(self, client: AIOKafkaProducer, going: dict[str, Letter], pace: Pace) -> None:
        memory_topic = self._settings.topic(DEAD_LETTERS_REPLAYED)
        left = dict(going)
        async with aclosing(self._read(self._settings.topic(DEAD_LETTERS))) as letters:
            while left and (record := await anext(letters, None)) is not None:
                letter = left.pop(f"{record.partition}@{record.offset}", None)
                if letter is None:
                    continue
                await asyncio.sleep(pace.delay(monotonic()))
                attempts = max(letter.attempts, self._memory.times(letter.origin)) + 1
                headers = headers_back(record, letter, attempts)
                # First the record, then the memory of it: a kill in between sends one twice, and loses none.
                await client.send_and_wait(
                    letter.topic, record.value, key=record.key, headers=headers, timestamp_ms=self._timestamp(letter)
                )
                told = remembered(letter, attempts, now(), memory_topic)
                await client.send_and_wait(told.topic, told.value, key=told.key, headers=told.headers)

    def _timestamp(self, letter: Letter) -> int | None:
        """The record's own time, which dates an article that has no date; None, now, where that is nearly too old.

        A broker drops a segment whose newest record is older than the topic keeps: also one that nobody has read yet.
        """
        kept_ms = int(self._topics[letter.topic].config["retention.ms"])
        own = letter.timestamp_ms
        return own if own is not None and now_ms() - own < kept_ms // 2 else None

    async def _read(self, topic: str) -> AsyncGenerator[Any, None]:
        async with consumer(self._settings) as client:
            async for record in records(client, topic, self._settings):
                if record is not None:
                    yield record
