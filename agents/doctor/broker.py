"""The way to the broker, a step a line: its name, its port, TLS, login, Kafka; then the addresses the cluster tells.

A client learns from the first broker where the others are: `advertised.listeners` that cannot be reached from here is
the classic trap, and looks like a broker that answers and then does not.
"""

from collections.abc import Iterator
from typing import Any

from agents.doctor.finding import Finding, problem, skipped, warning, well
from agents.knock import Knock, knock
from agents.refusals import sent_on
from agents.settings import Settings

MOST_BROKERS = 12
EXPIRES_SOON_DAYS = 21
CHECKS = {"name": "dns", "port": "tcp", "tls": "tls", "sasl": "sasl", "kafka": "kafka"}
_FAILED = {
    "name": "its name can't be found",
    "port": "no connection",
    "tls": "no TLS",
    "sasl": "no login",
    "kafka": "no Kafka",
}


async def examine(settings: Settings, given: dict[str, Any]) -> tuple[bool, list[Finding]]:
    """Whether a client can work with the cluster, and the lines; *given* as from `connection`."""
    found = [await knock(address, given) for address in settings.bootstrap]
    good = [each for each in found if each.fault is None]
    lines = [line for each in found for line in _lines(each, settings, is_only=not good)]
    brokers = {address: number for each in good for number, address in each.brokers}
    if not good:
        return False, lines
    strangers = [address for address in brokers if address not in settings.bootstrap][:MOST_BROKERS]
    missed = [each for each in [await knock(address, given) for address in strangers] if each.fault is not None]
    lines += [_unreachable(each, brokers[each.address]) for each in missed]
    if not missed:
        names = ", ".join(address for address, _ in sorted(brokers.items(), key=lambda broker: broker[1]))
        many = len(set(brokers.values()))
        lines.append(well("brokers", f"the cluster has {many}, and calls {'it' if many == 1 else 'them'} {names}"))
    return len(missed) < len(brokers), lines


def _lines(found: Knock, settings: Settings, *, is_only: bool) -> Iterator[Finding]:
    for step, seen in found.passed.items():
        if step == "kafka" and settings.security_protocol.startswith("SASL"):
            yield well("sasl", f"{settings.sasl_username!r} by {settings.sasl_mechanism}", found.address)
        if step == "tls" and found.days is not None and found.days < EXPIRES_SOON_DAYS:
            yield warning("tls", f"its certificate expires in {found.days} days", where=found.address,
                          why="after that no client that checks it gets in", remedy="let it be renewed")  # fmt: skip
        else:
            yield well(CHECKS[step], seen, found.address)
    if found.fault is None:
        return
    why, remedy = found.fault.what, found.fault.remedy
    # Another address works: a client gets in all the same.
    report = problem if is_only else warning
    yield report(CHECKS[found.failed], _FAILED[found.failed], where=found.address, why=why, remedy=remedy)


def _unreachable(found: Knock, number: int) -> Finding:
    assert found.fault is not None  # noqa: S101 - for mypy
    return problem(
        "brokers",
        f"broker {number} can't be reached at the address that the cluster tells",
        where=found.address,
        why=f"{_FAILED[found.failed]}: {found.fault.what}",
        remedy=sent_on(found.address, found.fault).remedy,
    )


def skip_all(why: str) -> Iterator[Finding]:
    """What can't be looked at without a broker."""
    return (skipped(check, why) for check in ("topics", "groups", "clock"))
