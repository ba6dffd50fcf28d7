"""Guards: where a name counts only because of the words before it, and where those words change its meaning."""

from bisect import bisect_left
from collections.abc import Mapping
from enum import StrEnum

from streams.languages import ARABIC, ENGLISH, LANGUAGES
from streams.lexicon.addresses import is_in_address, is_locale
from streams.lexicon.candidate import Candidate, Surfaces, candidate, word_start
from streams.lexicon.meanings import COUNTRIES
from streams.lexicon.model import Lexicon
from streams.lexicon.reading import Reading
from streams.lexicon.words import (
    ARTICLE,
    NATIONALITY,
    Preceding,
    is_definite_adjective,
    language_of_term,
    preceding,
)
from streams.text.document import Span
from streams.text.fold import fold_term

_PLACE_WORDS = preceding(word for language in LANGUAGES for word in language.place_words)
_PLACE_WORDS_AFTER = {fold_term(word) for word in ENGLISH.place_words - {"near", "around"}}
_PROVINCE_BEFORE = preceding(word for language in LANGUAGES for word in language.province_before)
_PROVINCE_WORDS = tuple(fold_term(word) for language in LANGUAGES for word in language.province_before)
_PROVINCE_AFTER = {fold_term(word) for language in LANGUAGES for word in language.province_after}
_LOCATIVES = preceding(word for language in LANGUAGES for word in language.locatives)
_SUPPORT = preceding(word for language in LANGUAGES for word in language.support)
_OPPOSED = frozenset(fold_term(word) for language in LANGUAGES for word in language.opposed)
_MADE = tuple(f" {fold_term(word)} " for word in ENGLISH.made)
_IN = {fold_term(c + p) for c in ("", "و", "ف") for p in ("ب", "بال")}
LIST_GAP = 12  # letters between two members of a list: no joiner is as long
_TO = {fold_term(c + p) for c in ("", "و", "ف") for p in ("ل", "لل")}
_AND = fold_term(ARABIC.joining_letter)
# between two members of a list; the last word of "محافظتي دير الزور وجارتها حمص" is their neighbour
_JOINERS = {
    *(fold_term(word) for language in LANGUAGES for word in language.joiners),
    *(fold_term(word) for word in ("وجارتها", "وجارته", "وجاراتها")),
}


class Verdict(StrEnum):
    """What the words around a name say: it stands, it waits for a place beside it, or it is something else."""

    STANDS = "stands"
    WAITS = "waits"
    FALLS = "falls"


class Guards:
    """Looks at the words around names in one document."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading, self.lexicon = reading, lexicon
        self.document, self.text = reading.document, reading.text
        self._others: dict[str, set[int]] = {}

    def verdict(self, one: Candidate, start: int) -> Verdict:
        """Whether the guarded name *one*, found at *start*, is what its row says."""
        name = one.name
        if name.capitals and not self._is_in_capitals(one):
            return Verdict.FALLS
        if name.is_joined and self._is_half(one):
            return Verdict.FALLS
        if one.start < start and name.kind == "place":  # الحمص, chickpeas, is not حمص
            return Verdict.FALLS
        if name.is_adjective and self.is_adjective(one):
            return Verdict.FALLS
        if name.is_metonym and self.is_where(one):
            return Verdict.FALLS
        if name.is_generic and self.is_of_another(*one.span, name.owner):
            return Verdict.FALLS
        if name.is_typo or (name.after and not self.is_guarded_in(one, name.after)):
            return Verdict.WAITS
        return Verdict.STANDS

    def _is_in_capitals(self, one: Candidate) -> bool:
        """Written in capitals, and not the country of a locale (en-US)."""
        raw = self.document.folded.raw
        start, end = self.document.folded.raw_span(*one.span)
        return raw[start:end].isupper() and not is_locale(raw, start)

    def _is_half(self, one: Candidate) -> bool:
        """A hyphen joins it with what makes it something else: US-made, anti-Assad forces."""
        text, end = self.text, one.end
        if text.startswith(_MADE, end):
            raw_end = self.document.folded.raw_span(*one.span)[1]
            return self.document.folded.raw[raw_end] == "-"
        return one.name.row_kind not in COUNTRIES and self.is_opposed(one.start)

    def is_opposed(self, start: int) -> bool:
        """`anti-`, `pro-` is joined to the word at *start*."""
        word, first = self.reading.word_before(start - 1)
        return word in _OPPOSED and "-" in self.reading.raw((first, start + 1))

    def is_in_address(self, one: Candidate) -> bool:
        """*one* is part of a link, a file's name, an e-mail address or an account's name."""
        folded = self.document.folded
        return is_in_address(folded.raw, folded.origin.item(one.start), folded.origin.item(-one.reach - 1) + 1)

    def is_another(self, start: int, whose: str, others: Mapping[str, list[Span]]) -> bool:
        """Words that say that *whose* names are somebody else's are in the same paragraph or in the title."""
        if whose not in others:
            return False
        document = self.document
        where = self._others.get(whose)
        if where is None:  # -1 stands for the title
            where = {document.paragraph_of(at) if at >= document.body_at else -1 for at, _ in others[whose]}
            self._others[whose] = where
        return -1 in where or document.paragraph_of(start) in where

    def is_guarded_in(self, one: Candidate, words: Preceding) -> bool:
        """One of *words* is right before *one*, or `in` is written together with it."""
        return self.stands_after(one, words) or self.text[word_start(self.text, one.start) : one.start] in _IN

    def stands_after(self, one: Candidate, words: Preceding) -> bool:
        """One of *words* (one or two words each) is right before *one*."""
        return self._start_before(one, words) is not None

    def _start_before(self, one: Candidate, words: Preceding) -> int | None:
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

    def is_meant(self, one: Candidate, excluded: Mapping[str, Surfaces]) -> bool:
        """*one* is not within a surface that means something else, nor one that is ambiguous after such a surface.

        A channel named once in full (قناة الميادين) is meant again by its short name, and who tells something tells it
        to the channel (للميادين), unless a place is expected there.
        """
        if is_covered(one.name.id, *one.span, excluded):
            return False
        if not one.name.is_ambiguous:
            return True
        surfaces = excluded.get(one.name.id)
        is_told_of = surfaces is not None and surfaces.spans[0][0] < one.start
        is_told_to = self.text[one.start - 1] != " " and self.text[word_start(self.text, one.start) : one.start] in _TO
        return not (is_told_of or is_told_to) or self.is_place_expected(one)

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
                (one.name.is_typo and self.stands_by_place_word(one))
                or any(self.is_listed(one, other) for other in after)
                or any(self.is_listed(other, one) for _, other in before)
                or any(other.end <= one.start and self.is_listed(other, one) for other in kept[-3:])
            ):
                kept.append(one)
        return kept

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

    def is_where(self, one: Candidate) -> bool:
        """A country or capital is where, not who: `in Russia`, `من روسيا`, `в России`."""
        start = word_start(self.text, one.start)
        return self.text[start : one.start] in _IN or self.stands_after(one, _LOCATIVES)

    def stands_by_place_word(self, one: Candidate) -> bool:
        """`town of` is right before *one*, or `village` right after it."""
        return self.stands_after(one, _PLACE_WORDS) or self.text[one.end + 1 :].split(" ", 1)[0] in _PLACE_WORDS_AFTER

    def is_adjective(self, one: Candidate) -> bool:
        """`سورية` is Syrian, not Syria, but after `in`; `السعودية` likewise after a noun with the article."""
        start = word_start(self.text, one.start)
        if self.is_where(one):
            return False
        before = self.text[self.text.rfind(" ", 0, max(start - 1, 0)) + 1 : start]
        return not self.text.startswith(ARTICLE, one.start) or (start == one.start and before.startswith(ARTICLE))

    def is_of_another(self, start: int, end: int, owner: str | None) -> bool:
        """A common noun with another's nationality than *owner*'s: `النظام المصري`, `Yemeni government forces`."""
        if self.text.startswith(ARTICLE, self.text.rfind(" ", 0, end) + 1):
            words = self.lexicon.meanings.words[ARABIC.code]
            word, _ = self.reading.word(end + 1)
            is_nation = is_definite_adjective(word) and word not in words.qualifiers
        else:
            word, first = self.reading.word_before(start - 1)
            raw = self.reading.raw((first, first + len(word))) if word else ""
            words = self.lexicon.meanings.words[language_of_term(raw).code]
            is_nation = word in words.nisba or NATIONALITY.fullmatch(raw) is not None
        known = words.nisba.get(word)
        return is_nation and not (known and known.actor == owner)

    def is_help(self, one: Candidate) -> bool:
        """Who is named only for helping: `under Russian air cover`."""
        return self.stands_after(one, _SUPPORT)

    def is_place_expected(self, one: Candidate) -> bool:
        """`town of` or `in` is right before *one*."""
        return self.stands_after(one, _PLACE_WORDS) or self.is_where(one)

    def provinces(self, found: list[Candidate]) -> list[Candidate]:
        """*found* with the provinces that its cities stand for: `محافظة دير الزور`, `Deir ez-Zor province`.

        The city stays a mention within that name. In a list (`محافظتي دير الزور وحمص`) the later ones turn.
        """
        capitals = self.lexicon.province_names
        kept: list[Candidate] = []
        last: Candidate | None = None
        for one in found:
            province = capitals.get(one.name.id)
            if province is None or (kept and kept[-1].name.id == province.id and kept[-1].overlaps(*one.span)):
                kept.append(one)
            elif (start := self._start_before(one, _PROVINCE_BEFORE)) is not None:
                last = candidate(self.text, province, _bare(self.text, start), one.end)
                kept += (last, one)
            elif self.text[one.end + 1 : (end := self.text.find(" ", one.end + 1))] in _PROVINCE_AFTER:
                kept += (candidate(self.text, province, one.start, end), one)
            elif last and self.is_listed(last, one):
                last = candidate(self.text, province, one.start, one.end)
                kept.append(last)
            else:
                kept.append(one)
        return kept


def is_covered(whose: str, start: int, end: int, excluded: Mapping[str, Surfaces]) -> bool:
    """A surface that is no name of *whose* (calibre, قناة الميادين) lies over [start, end), not within it."""
    surfaces = excluded.get(whose)
    return surfaces is not None and surfaces.cover(start, end)


def _bare(text: str, start: int) -> int:
    """Where the province word at *start* begins without its proclitics: `ومحافظة`, `بريف`."""
    end = text.find(" ", start)
    return max((end - len(word) for word in _PROVINCE_WORDS if text.endswith(word, start, end)), default=start)
