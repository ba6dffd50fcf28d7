"""Which dead letters go back, and what they carry: each record once, known again however often it comes round."""

from dataclasses import dataclass, field, replace

import pytest

from agents.guard import Guard, outgoing
from agents.replay.letters import ATTEMPTS, ORIGIN, Letter, Verdict, headers_back, latest, read_letter, verdict
from streams.messages import DeadReason, Refusal

TOPICS = ("news.articles", "news.matches")
REFUSAL = Refusal(reason=DeadReason.STEP_FAILED, detail="a fault")


@dataclass
class Given:
    topic: str = "news.articles"
    partition: int = 3
    offset: int = 41
    timestamp: int = 1_504_591_200_000
    key: bytes | None = b"k"
    value: bytes | None = b'{"text": "x"}'
    headers: list[tuple[str, bytes]] = field(default_factory=list)


def refused(record: Given, step: str = "classify", offset: int = 17) -> Given:
    """The dead letter of *record*, as it lies on the topic."""
    out = outgoing(Guard(step).refuse(record, REFUSAL), "news.dead-letters")
    return Given("news.dead-letters", 0, offset, record.timestamp + 5, out.key, out.value, list(out.headers))


def sent_back(dead: Given, attempts: int, offset: int = 90) -> Given:
    """The record that goes back for it, as it lies on its topic."""
    letter = read_letter(dead)
    headers = headers_back(dead, letter, attempts)
    return Given(letter.topic, 3, offset, letter.timestamp_ms or 0, dead.key, dead.value, headers)


def judged(*letters: Letter, sent: int = 0, limit: int = 1, again: bool = False) -> list[Verdict]:
    newest = latest(letters)
    return [verdict(one, newest[one.origin], sent, TOPICS, limit=limit, again=again) for one in letters]


@pytest.mark.parametrize(
    "own", [[], [("trace", b"\x00\xff"), ("content-type", b"text/xml")], [("ce_id", b"7"), ("ce_type", b"their.type")]]
)
def test_the_record_goes_back_as_it_was(own: list[tuple[str, bytes]]) -> None:
    given = Given(headers=own)
    back = sent_back(refused(given), 1)
    assert (back.topic, back.key, back.value, back.timestamp) == (
        given.topic,
        given.key,
        given.value,
        given.timestamp,
    )
    assert back.headers == [*own, (ATTEMPTS, b"1"), (ORIGIN, b"news.articles/3/41")]


def test_it_is_known_again_when_it_comes_back_twice() -> None:
    first = refused(Given(headers=[("trace", b"1")]))
    second = refused(sent_back(first, 1), offset=18)
    third = refused(sent_back(second, 2, offset=95), offset=19)
    letters = [read_letter(dead) for dead in (first, second, third)]
    assert [letter.attempts for letter in letters] == [0, 1, 2]
    assert {letter.origin for letter in letters} == {("news.articles", 3, 41)}
    assert [letter.from_offset for letter in letters] == [41, 90, 95]
    assert sent_back(third, 3).headers == [("trace", b"1"), (ATTEMPTS, b"3"), (ORIGIN, b"news.articles/3/41")]


def test_once_and_no_more() -> None:
    letter = read_letter(refused(Given()))
    assert judged(letter) == [Verdict.SENT]
    assert judged(letter, sent=1) == [Verdict.SENT_BEFORE]
    assert judged(letter, sent=1, limit=5) == [Verdict.SENT_BEFORE], "it did not come back: it was read, or will be"
    assert judged(letter, sent=1, again=True) == [Verdict.SENT]


def test_what_comes_back_stays_unless_it_may_go_more_often() -> None:
    first = refused(Given())
    letters = [read_letter(first), read_letter(refused(sent_back(first, 1), offset=18))]
    assert judged(*letters, sent=1) == [Verdict.OLDER, Verdict.CAME_BACK]
    assert judged(*letters, sent=0) == [Verdict.OLDER, Verdict.CAME_BACK], "also where the memory of it is gone"
    assert judged(*letters, sent=1, limit=2) == [Verdict.OLDER, Verdict.SENT]
    assert judged(*letters, sent=2, limit=2) == [Verdict.OLDER, Verdict.SENT_BEFORE]
    assert judged(*letters, sent=1, again=True) == [Verdict.OLDER, Verdict.SENT]


def test_a_record_that_two_agents_refused_goes_back_once() -> None:
    given = Given(topic="news.matches")
    letters = [read_letter(refused(given, step, offset)) for step, offset in (("alert", 5), ("measure", 6))]
    assert judged(*letters) == [Verdict.OLDER, Verdict.SENT]


def test_what_is_not_whole_or_not_ours_stays() -> None:
    cut = refused(Given())
    cut.headers.append(("marsad-cut-from-bytes", b"20000000"))
    assert judged(read_letter(cut), again=True) == [Verdict.CUT]
    assert judged(read_letter(refused(Given(topic="other.topic"))), again=True) == [Verdict.FOREIGN]


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("marsad-topic", b"news.articles")],
        [("marsad-topic", b"news.articles"), ("marsad-offset", "٤".encode()), ("marsad-partition", b"x")],
        [("marsad-topic", b"news.articles"), ("marsad-offset", b"9" * 40)],
    ],
)
def test_a_stranger_on_the_topic_is_read_and_stays(headers: list[tuple[str, bytes]]) -> None:
    stranger = replace(Given(topic="news.dead-letters"), headers=headers)
    assert judged(read_letter(stranger), again=True) == [Verdict.FOREIGN]


def test_a_forged_origin_is_no_more_than_a_name() -> None:
    letter = read_letter(refused(Given(headers=[(ORIGIN, b"no/such"), (ATTEMPTS, b"-1")])))
    assert (letter.origin, letter.attempts) == (("news.articles", 3, 41), 0)
