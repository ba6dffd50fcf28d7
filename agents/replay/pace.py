"""How fast records may leave: so many a second, and no burst after a pause."""

CATCH_UP_S = 1.0  # what a pause has held up is made good for so long, and no longer


class Pace:
    """At most *rate* records a second; None for as fast as they are taken."""

    def __init__(self, rate: float | None = None) -> None:
        self._gap_s = 1 / rate if rate else 0.0
        self._next: float | None = None

    def delay(self, instant: float) -> float:
        """Seconds from *instant* (monotonic) until the next record may leave; that one counts as gone."""
        due = instant if self._next is None else max(self._next, instant - CATCH_UP_S)
        self._next = due + self._gap_s
        return max(0.0, due - instant)
