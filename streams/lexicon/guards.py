"""Guards: where a name counts only because of the words before it, and where those words change its meaning.

surroundings -> **guards** -> mentions, overlaps, anaphora
"""

from collections.abc import Mapping
from enum import StrEnum

from streams.languages import ARABIC, ENGLISH
from streams.lexicon.addresses import is_in_address, is_locale
from streams.lexicon.candidate import Candidate, Surfaces, word_start
from streams.lexicon.meanings import COUNTRIES
from streams.lexicon.model import Lexicon
from streams.lexicon.reading import Reading
from streams.lexicon.surroundings import Surroundings
from streams.lexicon.words import ARTICLE, NATIONALITY, is_definite_adjective, language_of_term
from streams.text.document import Span
from streams.text.fold import fold_term

_MADE = tuple(f" {fold_term(word)} " for word in ENGLISH.made)
_TO = {fold_term(c + p) for c in ("", "و", "ف") for p in ("ل", "لل")}


_DONE_TO = tuple(map(fold_term, ARABIC.done_to))
BEFORE_TOLD = 36  # letters before a name in which something is done to the town


class Verdict(StrEnum):
    """What the words around a name say: it stands, it waits for a place beside it, or it is something else."""

    STANDS = "stands"
    WAITS = "waits"
    FALLS = "falls"


class Guards(Surroundings):
    """Looks at what the words around names in one document make of them."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        super().__init__(reading, lexicon)
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
        return not (is_told_of or self._is_told_to(one)) or self.is_place_expected(one)

    def _is_told_to(self, one: Candidate) -> bool:
        """قال للميادين; not قصف للميادين."""
        if not one.name.is_outlet or self.text[one.start - 1] == " ":
            return False
        start = word_start(self.text, one.start)
        before = self.text[max(start - BEFORE_TOLD, 0) : start]
        return self.text[start : one.start] in _TO and not any(word in before for word in _DONE_TO)

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


def is_covered(whose: str, start: int, end: int, excluded: Mapping[str, Surfaces]) -> bool:
    """A surface that is no name of *whose* (calibre, قناة الميادين) lies over [start, end), not within it."""
    surfaces = excluded.get(whose)
    return surfaces is not None and surfaces.cover(start, end)
