"""A rate is kept, and a pause is not made good for by a burst."""

import pytest

from agents.replay.pace import CATCH_UP_S, Pace


def gone_within(pace: Pace, instant: float, seconds: float) -> int:
    """How many records leave from *instant* on, *seconds* long."""
    count, at = 0, instant
    while at - instant < seconds:
        at += pace.delay(at)
        count += 1
    return count


@pytest.mark.parametrize("rate", [0.5, 8, 5_000])
def test_as_many_a_second_as_asked(rate: float) -> None:
    assert gone_within(Pace(rate), 100.0, 10) == pytest.approx(10 * rate, abs=2)


def test_without_a_rate_nobody_waits() -> None:
    pace = Pace()
    assert [pace.delay(instant) for instant in (5.0, 5.0, 60.0)] == [0.0, 0.0, 0.0]


def test_after_a_pause_a_second_is_caught_up_and_no_more() -> None:
    pace = Pace(10)
    pace.delay(0.0)
    assert gone_within(pace, 600.0, 1e-9) <= 10 * CATCH_UP_S + 2
    assert gone_within(pace, 600.1, 10) == pytest.approx(100, abs=3)
