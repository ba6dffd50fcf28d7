"""What stands between this process and its work, in words: the reasons that /readyz gives. No reason: ready."""

from time import monotonic


class Health:
    """Reasons by name. A reason may have a grace: seconds before it counts, since a short wait is no news."""

    def __init__(self) -> None:
        self._reasons: dict[str, tuple[str, float]] = {}  # name -> (reason, moment from which it counts)

    def hinder(self, name: str, reason: str, *, grace_s: float = 0.0) -> None:
        """*name* waits for something. A grace runs from the first call until `clear`."""
        since = monotonic() + grace_s
        if (before := self._reasons.get(name)) is not None:
            since = min(before[1], since)
        self._reasons[name] = reason, since

    def clear(self, name: str) -> None:
        """*name* waits for nothing any more."""
        self._reasons.pop(name, None)

    def reasons(self) -> list[str]:
        """What hinders now, one line each; empty when ready."""
        now = monotonic()
        return [f"{name}: {reason}" for name, (reason, since) in sorted(self._reasons.items()) if since <= now]
