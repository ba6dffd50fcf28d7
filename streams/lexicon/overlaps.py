"""Overlaps: of names that overlap the longest stands, with three exceptions."""

from streams.lexicon.candidate import Candidate
from streams.lexicon.guards import Guards
from streams.lexicon.model import Lexicon


def resolve(found: list[Candidate], guards: Guards, lexicon: Lexicon) -> list[Candidate]:
    """The candidates that stand, in order.

    A place may hold another one of its province (the districts of a city, the city), a road those that it is named
    after; a composed name may hold its weapon (Russian frigate); one name may be a country and its government.
    """
    found.sort()
    kept: list[Candidate] = []
    outer: Candidate | None = None
    outer_start = outer_end = outer_at = 0
    for candidate in found:
        start, end = candidate[0], -candidate[1]
        if outer is None or start >= outer_end:
            kept.append(candidate)
        elif end <= outer_end:
            if candidate.name is outer.name or not may_hold(outer, candidate, guards, lexicon):
                continue
            last = kept[-1]  # nested too, unless it is *outer* itself
            if last is outer or not last.overlaps(start, end) or may_hold(last, candidate, guards, lexicon):
                kept.append(candidate)
            continue
        elif end - start > outer_end - outer_start:
            kept[outer_at:] = [c for c in kept[outer_at:] if not c.overlaps(start, end)]
            kept.append(candidate)
        else:
            continue
        outer, outer_start, outer_end, outer_at = candidate, start, end, len(kept) - 1
    return kept


def may_hold(outer: Candidate, inner: Candidate, guards: Guards, lexicon: Lexicon) -> bool:
    """*inner*, within *outer*, is a mention of its own."""
    kinds = outer.name.kind, inner.name.kind
    if kinds == ("place", "place"):
        return outer.name.id != inner.name.id and lexicon.is_named_after(outer.name.id, inner.name.id)
    if kinds[1] == "weapon":
        return bool(outer.noun)
    return kinds == ("place", "actor") and outer.span == inner.span and not guards.is_where(outer)
