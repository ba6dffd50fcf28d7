"""Moments and durations as a person writes them on the command line."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import typer

from streams.codec import instant

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_AGO = re.compile(r"(\d{1,6})([smhd])")


def moment(written: str) -> datetime:
    """`now`, `2017-09-05`, `2017-09-05T06:00Z`, or how long ago: `90m`, `24h`, `7d`."""
    now = datetime.now(UTC)  # noqa: TID251 - a person's "now" and "ago" mean the clock
    if written == "now":
        return now
    if ago := _AGO.fullmatch(written):
        return now - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
    at = instant(re.sub(r"(T\d\d:\d\d)(?=Z|[+-]|$)", r"\1:00", written))
    if at is None:
        raise typer.BadParameter(f"{written!r} is no time; write now, 2017-09-05, 2017-09-05T06:00Z or 24h (ago)")
    return at


def as_of_option(help: str) -> Any:  # noqa: A002
    return typer.Option(parser=moment, metavar="TIME", help=help)
