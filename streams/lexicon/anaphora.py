"""Anaphora: pronouns, role nouns and surnames, each the last mention before it of the right kind.

`فرقاطة تابعة لها`, `its warplanes`: the last state; `الوزارة`, `the group`: the last ministry, the last armed group;
`خليل` after إبراهيم خليل; `المطار العسكري` where only one such place is known in the province last named.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator
from operator import itemgetter

from streams.lexicon.candidate import Candidate, candidate, with_article
from streams.lexicon.guards import Guards
from streams.lexicon.meanings import Meaning, Name
from streams.lexicon.model import Lexicon
from streams.lexicon.names import Composed
from streams.lexicon.rows import Owner, RoleNoun, Texts
from streams.text.document import Span
from streams.text.fold import fold_term

MILITARY = ("military", None)  # `their government` needs more than the last state to be told
REACH = 200  # mentions: who was named longer ago is not meant by `the group`
GROUPS = ("armed-group", "militia")
FEMININE = ("state", "government")  # but for those with an article: روسيا, موسكو; not العراق, الأردن
_HIS, _AL = fold_term("ه"), fold_term("ال")


class Anaphora:
    """Adds to the mentions of one document what refers back to them."""

    def __init__(self, guards: Guards, lexicon: Lexicon, found: list[Candidate]) -> None:
        self.guards, self.lexicon = guards, lexicon
        self.document = guards.document
        self.found = found
        self._first: dict[str, Candidate] = {}  # each person's first mention

    def resolve(self, composed: list[Composed], meant: list[tuple[Meaning, list[Span]]]) -> list[Candidate]:
        """The mentions with all that refers to them, taken in reading order: one may refer to another that does."""
        back: list[tuple[int, int, Meaning | Composed]] = [(*noun.span, noun) for noun in composed if noun.pronoun]
        back += [(*span, meaning) for meaning, spans in meant if meaning.surnames or meaning.roles for span in spans]
        if back:
            self.found.sort()
            self._first = {one.name.id: one for one in reversed(self.found) if one.name.row_kind == "person"}
        for start, end, what in sorted(back, key=itemgetter(0)):
            if isinstance(what, Composed):
                self.pronoun(what)
                continue
            if what.surnames:
                self.surname(start, end, what.surnames)
            for role in what.roles:
                self.role(start, end, role)
        return self.found

    def pronoun(self, name: Composed) -> None:
        """Forces whose owner is a pronoun: that of the last party before them in the paragraph, if it is a state."""
        if name.pronoun is None or name.head.noun.kind not in MILITARY or self._is_taken(*name.pronoun):
            return
        is_his = self.document.text.endswith(_HIS, 0, name.pronoun[1])
        owner = self._last_state(name.span[0], has_platform=name.head.noun.platform is not None, is_his=is_his)
        if owner:
            self._add(self.lexicon.owned(owner, name.head.noun), *name.pronoun, noun=name.span)

    def surname(self, start: int, end: int, persons: Texts) -> None:
        """A surname alone means the person who was named in full before; not where it must be a place."""
        start = with_article(self.document.text, start)
        at = self._index(start)
        told = [one for person in persons if (one := self._first.get(person)) and one.start < start]
        if not told:
            return
        person = told[0].name
        if len(told) > 1:  # the one who was named last
            person = next((one.name for one in self._before(at) if one.name.id in persons), person)
        same = self.found[at] if at < len(self.found) else None
        if same and same.name.kind == "place" and same.span == (start, end):  # also the name of a town
            if self.guards.is_place_expected(same):
                return
            del self.found[at]
        if not self._is_taken(start, end):
            self._add(person, start, end)

    def role(self, start: int, end: int, role: RoleNoun) -> None:
        """A role noun means the last mention of its kinds (in a title, else the next one), or the one such place of the
        province last named.
        """
        start = with_article(self.document.text, start)
        if self._is_taken(start, end):
            return
        at = self._index(start)
        name = self._last(role.kinds, at)
        if name is None and start < self.document.body_at:
            name = next((one.name for one in self.found[at : at + REACH] if one.name.row_kind in role.kinds), None)
        if name is None:
            place = next((one.name.id for one in self._before(at) if one.name.kind == "place"), "")
            name = self.lexicon.only_place(place, role.kinds)
        if name and not (self.guards.is_of_another(start, end, None) or self.guards.is_opposed(start)):
            self._add(name, start, end)

    def _last(self, kinds: Texts, at: int) -> Name | None:
        """The last name of *kinds* before the mention of index *at*."""
        for one in self._before(at):
            if one.name.row_kind in kinds:
                return one.name
        return None

    def _before(self, at: int) -> Iterator[Candidate]:
        """The mentions before that of index *at*, backwards, as far as somebody may remember them."""
        return reversed(self.found[max(at - REACH, 0) : at])

    def _last_state(self, at: int, *, has_platform: bool, is_his: bool) -> Owner | None:
        """The state that was named last; none if a group was, unless it can't be meant: it has no ships."""
        paragraph, _ = self.document.paragraphs[self.document.paragraph_of(at)]
        for earlier in self._before(self._index(at)):
            if earlier.start < paragraph:
                return None
            if earlier.name.kind != "actor" or self.guards.is_help(earlier):
                continue
            if is_his and earlier.name.row_kind in FEMININE and not self.document.text.startswith(_AL, earlier.start):
                continue  # سلمت روسيا للنظام قنابل استخدمها طيرانه: not hers
            owner = self.lexicon.owner_of(earlier.name.owner or "")
            if owner and self.lexicon.is_state(owner):
                return owner
            if earlier.name.row_kind in GROUPS and not has_platform:
                return None
        return None

    def _is_taken(self, start: int, end: int) -> bool:
        """A mention is there already. A weapon may stand within a name (its *frigate*)."""
        at = self._index(start)
        # a place may lie in another: two can reach over *start*
        for first, reach, _, _, name, _ in self.found[max(at - 2, 0) : at + 2]:
            if first < end and start < -reach and name.kind != "weapon":
                return True
        return False

    def _index(self, at: int) -> int:
        return bisect_left(self.found, (at,))

    def _add(self, name: Name, start: int, end: int, noun: Span | None = None) -> None:
        insort(self.found, candidate(self.document.text, name, start, end, noun))
