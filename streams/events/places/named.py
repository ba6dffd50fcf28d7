"""Named: the places that one document names, in reading order, and what each of them is.

document, mentions -> **Named** -> all rungs of the ladder.
"""

from bisect import bisect_left

from streams.events.kinds import NOWHERE
from streams.lexicon import Lexicon
from streams.text.document import Document, Span
from streams.text.findings import Found
from streams.text.fold import fold_term

FROM = tuple(f" {fold_term(word)} " for word in ("from", "من", "из"))
BESIDE = tuple(f" {fold_term(word)} " for word in ("close to", "next to"))
HALVES = (" pro ", "pro ", " anti ")  # pro-Damascus
_AWAY = ("to", "born in", "born near", "native", "home in", "إلى", "نحو", "مواليد")
_OF = ("أبناء", "ابن", "ابنة", "نازحي", "مهجري", "لاجئي", "مواليد", "ينحدر من", "المنحدر من")
PEOPLE = tuple(f" {fold_term(word)} {fold_term(town)}" for word in _OF for town in ("", "مدينة ", "بلدة ", "محافظة "))
OTHER = (*FROM, *HALVES, *(f" {fold_term(word)} " for word in _AWAY))


class Named:
    """`all` are mentions of places, `starts` where they begin; `datelines` is where a dateline names one."""

    def __init__(self, document: Document, lexicon: Lexicon, mentions: tuple[Found, ...]) -> None:
        self.document, self.lexicon, self.mentions = document, lexicon, mentions
        self.all = [one for one in mentions if one.kind == "place"]
        self.starts = [one.span[0] for one in self.all]
        self.datelines: set[int] = set()

    def within(self, span: Span) -> list[Found]:
        """Those that begin in folded *span*."""
        return self.all[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    def kind(self, place: str) -> str | None:
        row = self.lexicon.places.get(place)
        return row.kind if row else None

    def is_vague(self, place: str) -> bool:
        return self.kind(place) in ("country", "region")

    def is_from(self, one: Found) -> bool:
        """Somebody's town, where he is from: من أبناء دير الزور."""
        return self.document.text.endswith(PEOPLE, 0, one.span[0])

    def is_where_told(self, one: Found) -> bool:
        """An exact place, that nobody comes from, goes to or is called after."""
        is_exact = self.kind(one.id) not in (*NOWHERE, "country", "region") and one.span[0] not in self.datelines
        text, at = self.document.text, one.span[0]
        return is_exact and (text.endswith(BESIDE, 0, at) or not text.endswith(OTHER, 0, at))
