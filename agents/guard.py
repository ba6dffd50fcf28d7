"""The guard around every step, and the only place that catches broadly: a bad record becomes a dead letter.

    record -> Guard.call(step) -> what the step returns, or a DeadLetter -> `outgoing` -> news.dead-letters

Time limits, in three rings: a step is interrupted after 5 s (an alarm of the main thread); if C code holds on and no
Python runs, a second timer ends the process after 7 s of CPU time, and marks the `Note` (in C); the next process reads
there which record that was, and refuses it as step_timeout. A note without the mark (kill -9, power) accuses nobody.
"""

import faulthandler
import mmap
import signal
import struct
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from types import FrameType
from typing import Concatenate, Final, ParamSpec, Protocol, Self, TypeVar

from agents.envelope import Headers, Outgoing, envelope
from streams.messages import DeadLetter, DeadReason, Refusal
from streams.topics import MAX_RECORD_BYTES
from streams.windows import EPOCH

STEP_LIMIT_S = 5.0
WATCHDOG_S = 7.0  # of CPU time: a process that was only stopped, or starved, is not to blame
MAX_DETAIL = 1000
# What fits a dead letter beside our own headers. A record that was compressed when it came may be larger than the
# topic takes: it is cut, and says so, since a dead letter that can't be written would stop its partition for good.
MAX_PAYLOAD_BYTES = MAX_RECORD_BYTES - 64 * 1024
MAX_HEADER_BYTES = 16 * 1024
T = TypeVar("T")
P = ParamSpec("P")
R = TypeVar("R", bound="Record")


class Record(Protocol):
    """A record as a step sees it; aiokafka's ConsumerRecord is one."""

    topic: str
    partition: int
    offset: int
    timestamp: int  # milliseconds since 1970
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]]


class StepTimeout(BaseException):
    """The step ran out of time. No Exception, so that nothing inside a step can swallow it."""


class Guard:
    """Runs the steps of the agent *step* and turns what goes wrong into dead letters."""

    def __init__(self, step: str, *, note: "Note | None" = None, limit_s: float = STEP_LIMIT_S) -> None:
        self.step = step
        self.note = note
        self._alarm = Alarm(limit_s)

    def call(
        self, step: Callable[Concatenate[R, P], T | Refusal], record: R, *more: P.args, **named: P.kwargs
    ) -> T | DeadLetter:
        """`step(record, *more)`; a DeadLetter if it refuses, raises or takes too long."""
        result: T | Refusal
        note = self.note
        if note is not None:
            if note.accuses(record.partition, record.offset):
                detail = f"no answer within {WATCHDOG_S:g} s, out of reach of Python; the process was ended"
                return self.refuse(record, Refusal(reason=DeadReason.STEP_TIMEOUT, detail=detail))
            note.begin(record.partition, record.offset)
        try:
            result = self._alarm.within(step, record, *more, **named)
        except StepTimeout:
            detail = f"no answer within {self._alarm.limit_s:g} s"
            result = Refusal(reason=DeadReason.STEP_TIMEOUT, detail=detail)
        except Exception as error:  # noqa: BLE001 - the one place: the world's faults and ours become a value
            result = Refusal(reason=DeadReason.STEP_FAILED, detail=f"{type(error).__name__}: {error}")
        finally:
            if note is not None:
                note.end()
        return self.refuse(record, result) if isinstance(result, Refusal) else result

    def refuse(self, record: Record, refusal: Refusal) -> DeadLetter:
        """*record* as a dead letter of this step."""
        return DeadLetter(
            reason=refusal.reason,
            detail=refusal.detail,
            step=self.step,
            topic=record.topic,
            partition=record.partition,
            offset=record.offset,
            timestamp_ms=record.timestamp,
            key=record.key,
            payload=record.value,
            headers=tuple(record.headers or ()),
        )


class Alarm:
    """Interrupts a call by raising StepTimeout in it. Only the main thread has alarms; elsewhere nothing is limited."""

    def __init__(self, limit_s: float) -> None:
        self.limit_s = limit_s
        self._armed = False
        self._works = threading.current_thread() is threading.main_thread()

    def within(self, call: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """`call(*given)`, or StepTimeout after the limit."""
        if not self._works:
            return call(*given, **named)
        if signal.getsignal(signal.SIGALRM) != self._ring:
            signal.signal(signal.SIGALRM, self._ring)  # the process has one handler; its guards take turns
        self._armed = True
        signal.setitimer(signal.ITIMER_REAL, self.limit_s, 0.5)  # again and again, should something swallow the first
        try:
            return call(*given, **named)
        finally:
            self._armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, _signal: int, _frame: FrameType | None) -> None:
        if self._armed:
            raise StepTimeout


class Note:
    """Which record is being judged, where the next process finds it: two numbers in a file mapped into memory.

    Writing costs no system call and survives the death of the process. `folder` is the worker's own.
    """

    _NOBODY: Final = (-1, -1)

    def __init__(self, folder: Path) -> None:
        path = folder / "step"
        if not path.exists() or path.stat().st_size != 16:
            path.write_bytes(struct.pack("<qq", *self._NOBODY))
        self._file = path.open("r+b")
        self._map = mmap.mmap(self._file.fileno(), 16)
        self._mark = (folder / "watchdog").open("a+b")
        self._accused: set[tuple[int, int]] = set()
        if self._mark.tell():
            self._accused.add(struct.unpack("<qq", self._map[:]))
            self._mark.truncate(0)
        # In C, without Python: writes where it was into the mark, then ends the process as SIGPROF does by default.
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        faulthandler.register(signal.SIGPROF, file=self._mark, all_threads=False, chain=True)

    def begin(self, partition: int, offset: int) -> None:
        """The step begins with this record, and the watchdog is wound up."""
        struct.pack_into("<qq", self._map, 0, partition, offset)
        signal.setitimer(signal.ITIMER_PROF, WATCHDOG_S)

    def end(self) -> None:
        """The step is over."""
        signal.setitimer(signal.ITIMER_PROF, 0)

    def accuses(self, partition: int, offset: int) -> bool:
        """True for a record that took an earlier process down."""
        return bool(self._accused) and (partition, offset) in self._accused

    def close(self) -> None:
        """Let the files go."""
        self.end()
        faulthandler.unregister(signal.SIGPROF)
        self._map.close()
        self._file.close()
        self._mark.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def outgoing(letter: DeadLetter, topic: str) -> Outgoing:
    """*letter* as a record: the original key, bytes and headers, the reason and the origin as marsad-* headers."""
    payload = letter.payload
    about = {
        "reason": str(letter.reason),
        "detail": letter.detail[:MAX_DETAIL],
        "step": letter.step,
        "topic": letter.topic,
        "partition": str(letter.partition),
        "offset": str(letter.offset),
        "timestamp": str(letter.timestamp_ms),
    }
    if payload is not None and len(payload) > MAX_PAYLOAD_BYTES:
        about["cut-from-bytes"] = str(len(payload))
        payload = payload[:MAX_PAYLOAD_BYTES]
    ours = [(f"marsad-{name}", text.encode("utf-8", "replace")) for name, text in about.items()]
    ident = f"{letter.topic}/{letter.partition}/{letter.offset}"
    at = EPOCH + timedelta(milliseconds=letter.timestamp_ms)
    own = _fitting([pair for pair in letter.headers if pair[0] not in {name for name, _ in ours}])
    if not any(name.startswith("ce_") for name, _ in own):
        # The envelope is the letter's where the record had none. Its content is what it is: no content-type.
        ours += [pair for pair in envelope("dead-letter", ident, at, letter.step) if pair[0].startswith("ce_")]
    key = letter.key
    if key is None and payload is None:
        key = b""  # a record must have one of both
    return Outgoing(topic, key, payload, own + ours, counts_as=str(letter.reason))


def _fitting(headers: Headers) -> Headers:
    """As many of the record's own headers as there is room for."""
    kept, room = [], MAX_HEADER_BYTES
    for name, value in headers:
        room -= len(name.encode("utf-8", "replace")) + len(value or b"")
        if room < 0:
            break
        kept.append((name, value))
    return kept
