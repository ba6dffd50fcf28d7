"""Surroundings: the words right before and after a name, and the list that it stands in.

reading -> **surroundings** -> guards, provinces
"""

from bisect import bisect_left

from streams.languages import ARABIC, ENGLISH, LANGUAGES
from streams.lexicon.candidate import Candidate, word_start
from streams.lexicon.model import Lexicon
from streams.lexicon.reading import Reading
from streams.lexicon.words import Preceding, preceding
from streams.text.fold import fold_term

_PLACE_WORDS = preceding(word for language in LANGUAGES for word in language.place_words)
_PLACE_WORDS_AFTER = {fold_term(word) for word in ENGLISH.place_words - {"near", "around"}}
_LOCATIVES = preceding(word for language in LANGUAGES for word in language.locatives)
_SUPPORT = preceding(word for language in LANGUAGES for word in language.support)
_OPPOSED = frozenset(fold_term(word) for language in LANGUAGES for word in language.opposed)
_IN = {fold_term(c + p) for c in ("", "و", "ف") for p in ("ب", "بال")}
LIST_GAP = 12  # letters between two members of a list: no joiner is as long
_AND = fold_term(ARABIC.joining_letter)
# between two members of a list; the last word of "محافظتي دير الزور وجارتها حمص" is their neighbour
_JOINERS = {
    *(fold_term(word) for language in LANGUAGES for word in language.joiners),
    *(fold_term(word) for word in ("وجارتها", "وجارته", "وجاراتها")),
}


class Surroundings:
    """Looks at the words around names in one document."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.document, self.text = reading.document, reading.text

    def stands_after(self, one: Candidate, words: Preceding) -> bool:
        """One of *words* (one or two words each) is right before *one*."""
        return self.start_before(one, words) is not None

    def start_before(self, one: Candidate, words: Preceding) -> int | None:
        """Where the one of *words* begins that is right before *one*."""
        text, start = self.text, one.start
        end = start - 1 if text[start - 1] == " " else text.rfind(" ", 0, start)
        first = text.rfind(" ", 0, end) + 1
        word = text[first:end]
        if word in words.ones:
            return first
        if word in words.last:
            first = text.rfind(" ", 0, first - 1) + 1
            return first if text[first:end] in words.pairs else None
        return None

    def is_guarded_in(self, one: Candidate, words: Preceding) -> bool:
        """One of *words* is right before *one*, or `in` is written together with it."""
        return self.stands_after(one, words) or self.text[word_start(self.text, one.start) : one.start] in _IN

    def is_where(self, one: Candidate) -> bool:
        """A country or capital is where, not who: `in Russia`, `من روسيا`, `в России`."""
        start = word_start(self.text, one.start)
        return self.text[start : one.start] in _IN or self.stands_after(one, _LOCATIVES)

    def is_help(self, one: Candidate) -> bool:
        """Who is named only for helping: `under Russian air cover`."""
        return self.stands_after(one, _SUPPORT)

    def is_place_expected(self, one: Candidate) -> bool:
        """`town of` or `in` is right before *one*."""
        return self.stands_after(one, _PLACE_WORDS) or self.is_where(one)

    def stands_by_place_word(self, one: Candidate) -> bool:
        """`town of` is right before *one*, or `village` right after it."""
        return self.stands_after(one, _PLACE_WORDS) or self.text[one.end + 1 :].split(" ", 1)[0] in _PLACE_WORDS_AFTER

    def is_opposed(self, start: int) -> bool:
        """`anti-`, `pro-` is joined to the word at *start*."""
        word, first = self.reading.word_before(start - 1)
        return word in _OPPOSED and "-" in self.reading.raw((first, start + 1))

    def expected(self, waiting: list[Candidate], found: list[Candidate]) -> list[Candidate]:
        """Those of *waiting* that stand where a place is expected: after `town of`, or in a list with a place."""
        places = sorted(one for one in found if one.name.kind == "place")
        starts = [one.start for one in places]
        ends = sorted((one.end, one) for one in places)
        kept: list[Candidate] = []
        for one in sorted(waiting):
            first = bisect_left(starts, one.end)
            after = places[first : bisect_left(starts, one.end + LIST_GAP + 1, first)]
            last = bisect_left(ends, (one.start + 1,))
            before = ends[bisect_left(ends, (one.start - LIST_GAP,), 0, last) : last]
            if (
                (one.name.is_typo and (self.stands_by_place_word(one) or self._is_at_home(one, places)))
                or any(self.is_listed(one, other) for other in after)
                or any(self.is_listed(other, one) for _, other in before)
                or any(other.end <= one.start and self.is_listed(other, one) for other in kept[-3:])
            ):
                kept.append(one)
        return kept

    def _is_at_home(self, one: Candidate, places: list[Candidate]) -> bool:
        """`in` is right before it, and the text names its governorate or another place there: في هجين."""
        home = _governorate(one)
        return self.is_where(one) and any(_governorate(other) == home for other in places)

    def is_listed(self, first: Candidate, second: Candidate) -> bool:
        """*second* is the next member of the list that *first* is in: by `and`, `or`, a comma."""
        between = self.text[first.end : second.start]
        if len(between) > LIST_GAP:
            return False
        words = between.split()
        if words:
            return words == [_AND] or " ".join(words) in _JOINERS
        raw = self._between(first, second)
        return any(mark in raw for mark in "،,/-–—")

    def _between(self, first: Candidate, second: Candidate) -> str:
        folded = self.document.folded
        return folded.raw[folded.raw_span(*first.span)[1] : folded.raw_span(*second.span)[0]]


def _governorate(one: Candidate) -> str:
    """Country and governorate: the first two steps of the id of a place."""
    return ".".join(one.name.id.split(".")[:2])
