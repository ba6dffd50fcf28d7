"""The guard: a step's faults become dead letters, and a step's time ends."""

import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from agents.guard import MAX_PAYLOAD_BYTES, WATCHDOG_S, Guard, Note, outgoing
from streams.messages import DeadLetter, DeadReason, Refusal


@dataclass
class Given:
    topic: str = "news.articles"
    partition: int = 3
    offset: int = 41
    timestamp: int = 1_504_591_200_000
    key: bytes | None = b"k"
    value: bytes | None = b'{"text": "x"}'
    headers: list[tuple[str, bytes]] = field(default_factory=list)


def test_what_a_step_returns_passes_through() -> None:
    assert Guard("classify").call(lambda record, more: (record.offset, more), Given(), "more") == (41, "more")


def test_a_refusal_becomes_a_dead_letter() -> None:
    refusal = Refusal(reason=DeadReason.MISSING_TEXT, detail="`text` is blank")
    letter = Guard("classify").call(lambda _: refusal, Given())
    assert isinstance(letter, DeadLetter)
    assert (letter.reason, letter.step, letter.offset) == (DeadReason.MISSING_TEXT, "classify", 41)


def test_a_step_that_raises() -> None:
    letter = Guard("alert").call(lambda _: 1 // 0, Given())
    assert isinstance(letter, DeadLetter)
    assert letter.reason == DeadReason.STEP_FAILED
    assert letter.detail == "ZeroDivisionError: integer division or modulo by zero"


def swallow(_: Given) -> str:
    """A step that catches whatever its rules raise, as `judge` does."""
    while True:
        try:
            time.sleep(30)
        except Exception:  # noqa: BLE001 - that is the point
            return "swallowed"


@pytest.mark.parametrize("step", [lambda _: time.sleep(30), swallow, lambda _: [None for _ in iter(int, 1)]])
def test_a_step_that_does_not_end_is_interrupted(step: object) -> None:
    guard = Guard("classify", limit_s=0.2)
    letter = guard.call(step, Given())  # type: ignore[arg-type]
    assert isinstance(letter, DeadLetter)
    assert letter.reason == DeadReason.STEP_TIMEOUT
    assert guard.call(lambda _: "next", Given()) == "next"


def test_a_dead_letter_has_the_bytes_and_tells_its_origin() -> None:
    own = [("trace", b"\x00\xff"), ("content-type", b"text/xml")]
    given = Given(value=b"\xff\x00", headers=own)
    letter = Guard("classify").refuse(given, Refusal(reason=DeadReason.INVALID_UTF8, detail="byte 0\nand more"))
    record = outgoing(letter, "news.dead-letters")
    assert (record.topic, record.key, record.value) == ("news.dead-letters", b"k", b"\xff\x00")
    assert record.headers[:2] == own
    assert {name: value.decode() for name, value in record.headers[2:] if name.startswith("marsad-")} == {
        "marsad-reason": "invalid_utf8",
        "marsad-detail": "byte 0\nand more",
        "marsad-step": "classify",
        "marsad-topic": "news.articles",
        "marsad-partition": "3",
        "marsad-offset": "41",
        "marsad-timestamp": "1504591200000",
    }
    assert dict(record.headers)["ce_id"] == b"news.articles/3/41"


def test_the_envelope_of_a_cloudevent_is_kept() -> None:
    own = [("ce_id", b"theirs"), ("ce_type", b"their.type")]
    letter = Guard("classify").refuse(Given(headers=own), Refusal(reason=DeadReason.INVALID_JSON, detail="?"))
    assert [pair for pair in outgoing(letter, "t").headers if pair[0].startswith("ce_")] == own


def test_what_no_topic_takes_is_cut_and_says_so() -> None:
    huge = Given(value=b"x" * (MAX_PAYLOAD_BYTES + 1), headers=[("h", b"y" * 100_000)])
    letter = Guard("classify").refuse(huge, Refusal(reason=DeadReason.TOO_LARGE, detail="d" * 5000))
    record = outgoing(letter, "t")
    assert record.value is not None
    assert len(record.value) == MAX_PAYLOAD_BYTES
    assert dict(record.headers)["marsad-cut-from-bytes"] == str(MAX_PAYLOAD_BYTES + 1).encode()
    assert sum(len(name) + len(value) for name, value in record.headers) < 20_000


def test_a_record_of_nothing_can_be_sent() -> None:
    letter = Guard("classify").refuse(Given(key=None, value=None), Refusal(reason=DeadReason.NOT_AN_OBJECT, detail="?"))
    record = outgoing(letter, "t")
    assert (record.key, record.value) == (b"", None)


HOLDING = """
import sys
from pathlib import Path
from agents import guard
from tests.integration.test_guard import Given
guard.WATCHDOG_S = 0.5
note = guard.Note(Path(sys.argv[1]))
guard.Guard("classify", note=note, limit_s=0.1).call(lambda _: {}, Given(offset=7))
"""


@pytest.mark.parametrize(
    ("step", "is_accused"),
    [("sum(range(10**12))", True), ("__import__('os').kill(__import__('os').getpid(), 9)", False)],
    ids=["C code holds on", "killed by somebody"],
)
def test_the_next_process_knows_which_record_took_the_last_one_down(
    tmp_path: Path, step: str, is_accused: bool
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", HOLDING.format(step), str(tmp_path)],
        cwd=Path(__file__).parents[2],
        timeout=60,
        check=False,
        capture_output=True,
    )
    assert run.returncode != 0
    with Note(tmp_path) as note:
        assert note.accuses(3, 7) is is_accused
        assert not note.accuses(3, 8)
        result = Guard("classify", note=note).call(lambda _: "judged", Given(offset=7))
    if is_accused:
        assert isinstance(result, DeadLetter)
        assert result.reason == DeadReason.STEP_TIMEOUT
        assert f"{WATCHDOG_S:g} s" in result.detail
    else:
        assert result == "judged"
    with Note(tmp_path) as later:
        assert not later.accuses(3, 7)
