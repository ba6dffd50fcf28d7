"""Windows are aligned to the epoch in UTC, before it too."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams.windows import EPOCH, HOUR, window_start

DAY = timedelta(days=1)
times = st.datetimes(datetime(1000, 2, 1), datetime(9999, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001  they are given one
widths = st.integers(1, 31 * 86_400).map(lambda seconds: timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("at", "width", "start"),
    [
        ("2017-09-05T12:34:56+00:00", HOUR, "2017-09-05T12:00:00+00:00"),
        ("2017-09-05T00:00:00+00:00", DAY, "2017-09-05T00:00:00+00:00"),
        ("2017-09-05T23:59:59.999999+00:00", DAY, "2017-09-05T00:00:00+00:00"),
        ("2017-09-06T01:00:00+03:00", DAY, "2017-09-05T00:00:00+00:00"),
        ("1970-01-01T00:00:00+00:00", DAY, "1970-01-01T00:00:00+00:00"),
        ("1969-12-31T23:59:59.999999+00:00", HOUR, "1969-12-31T23:00:00+00:00"),
        ("1916-05-16T10:00:00+00:00", DAY, "1916-05-16T00:00:00+00:00"),
        ("2099-01-01T05:00:00+00:00", timedelta(hours=6), "2099-01-01T00:00:00+00:00"),
        ("2017-09-05T12:00:00+00:00", timedelta(days=7), "2017-08-31T00:00:00+00:00"),
    ],
)
def test_the_window_of_an_instant(at: str, width: timedelta, start: str) -> None:
    assert window_start(datetime.fromisoformat(at), width) == datetime.fromisoformat(start)


@given(times, widths)
def test_every_instant_lies_in_its_window_and_windows_lie_side_by_side(at: datetime, width: timedelta) -> None:
    start = window_start(at, width)
    assert start <= at
    assert at - start < width
    assert (start - EPOCH) % width == timedelta(0)
    assert window_start(start, width) == start


@given(times, widths, st.integers(-12, 14))
def test_the_zone_an_instant_is_told_in_is_no_matter(at: datetime, width: timedelta, hours: int) -> None:
    elsewhere = at.astimezone(timezone(timedelta(hours=hours)))
    assert window_start(elsewhere, width) == window_start(at, width)
