"""Row: one fault of the table, what must be observed, and what was."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.chaos.load import Account
from tests.chaos.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What came of one fault. `recovery_s` is None where nothing had to recover; `note` says what else was seen."""

    account: Account | None = None
    recovery_s: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`run` breaks something on a site and raises AssertionError, in words, where what must be observed was not."""

    id: str
    fault: str
    must: str
    run: Callable[[Site], Awaitable[Seen]]
    is_short: bool = False  # also in the short form, which `make test` runs


def check(account: Account, *, repeated: int | None = None) -> Account:
    """*account*, if nothing is lost and no more than *repeated* records came again."""
    assert account.lost == 0, f"lost {account.lost} of {account.taken}"
    assert account.out >= account.taken, f"{account.taken} in, {account.out} out"
    again = account.repeated + account.repeated_alerts
    assert repeated is None or again <= repeated, (
        f"{account.repeated} classified and {account.repeated_alerts} alerts came again; {repeated} is the most"
    )
    return account
