"""Teller: whose the planes were, read off one stretch of text: `The planes were Russian`, هم الروس.

text, mentions -> **Teller** -> identity.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.roles.seen import AT_TIME, PLANE, SEEN
from streams.events.roles.telling import AL, AND, BEFORE, BEHIND, FIRST_OF_TWO, FOR, LAM, LATIN, NO_PLANES, OR, THEY_DID
from streams.lexicon.owners import Owners
from streams.lexicon.reading import Reading
from streams.text.document import Document, Span
from streams.text.findings import Found

UNNAMED = (" and the regime", " and the government")  # Russia and the regime did it: whose, no word says
THE = "the "  # the Russians: the article is of the name
WHETHER, IS = "whether ", re.compile(" (?:is|are)(?: |$)")
MOST = ("all", "most", "many", "half", "several")  # of the raids
MAX_NAMES = 2  # either Russian or the regime's


class Teller:
    """Finds who is told to have flown in one stretch of text."""

    def __init__(self, document: Document, mentions: tuple[Found, ...], parties: Parties) -> None:
        self.text, self.parties = document.text, parties
        self.owners = Owners(Reading(document))
        self.actors = sorted((one for one in mentions if one.kind == "actor"), key=lambda one: one.span[0])
        self.starts = [one.span[0] for one in self.actors]
        self.by_end = {one.span[1]: one for one in self.actors}
        self.places = {one.span[0]: one for one in mentions if one.kind == "place"}
        self.ends = {one.span[1]: one for one in mentions}

    def told(
        self, start: int, end: int, draft: Draft, *, is_before: bool = False, is_counted: bool = False
    ) -> Iterator[Role]:
        """The roles of those named as the ones who flew, in [start, end), after the strike or around its word
        (attributed the raid to); before the strike only what planes were, and the perpetrator of a form.
        """
        last = 0 if is_before else draft.item.span[1]
        for match in BEFORE.finditer(self.text, start, end):
            if match.end() <= last or (is_before and not _is_before(match)) or self._is_open(match, start):
                continue
            whole = self._named_at(match.start("is")) if match["own"] else None  # الطائرات تابعة لسلاح الجو الروسي
            if whole is not None and whole.span[1] > match.end():
                yield from self._role(whole.id, whole.span, draft)
                return
            names = list(self._names(match.end(), end, draft, is_blamed=match["is"] is None))
            if match["is"] and match["is"][0] in LATIN and not self._are_planes(match, names, is_counted=is_counted):
                continue  # they were Russian officers
            stop = names[-1].span[1] if names and names[-1].span else end
            if names and (match["blame"] is None or stop >= end - 1 or FOR.match(self.text, stop, end)):
                yield from names
                return
        if not is_before:
            yield from self._did(max(start, last + 1), end, draft)

    def _did(self, start: int, end: int, draft: Draft) -> Iterator[Role]:
        """Those told to have done it, to be behind it, to have been seen over what was hit, in [start, end)."""
        for match in THEY_DID.finditer(self.text, start, end):
            who = "who" if match["who"] else "culprit"
            yield from self._names(match.start(who), match.end(who), draft, is_blamed=True)
            return
        for match in BEHIND.finditer(self.text, start, end):
            stop = match.start()
            for tail in UNNAMED:
                stop -= len(tail) if self.text.endswith(tail, start, stop) else 0
            if one := self.by_end.get(stop):
                yield from self._role(one.id, one.span, draft)
                for joiner in AND:  # Russia and the regime did it
                    before = self.ends.get(one.span[0] - len(joiner))
                    if before and self.text.endswith(joiner, before.span[1], one.span[0]):
                        yield from self._role(before.id, before.span, draft)
                return
        for match in SEEN.finditer(self.text, start, end):
            names = list(self._names(match.end(), end, draft, is_blamed=True))
            there = AT_TIME.match(self.text, names[-1].span[1], end) if names and names[-1].span else None
            if there and PLANE.search(self.text, match.end(), there.end()):
                yield from names
                return

    def _is_open(self, match: re.Match[str], start: int) -> bool:
        """`Whether the plane is Syrian or Russian, I shall be in the cellar`."""
        is_present = match["is"] is not None and IS.search(match["is"]) is not None
        return is_present and self.text.endswith(WHETHER, start, match.start())

    def _named_at(self, at: int) -> Found | None:
        there = bisect_left(self.starts, at)
        return self.actors[there] if there < len(self.actors) and self.starts[there] == at else None

    def _names(self, at: int, end: int, draft: Draft, *, is_blamed: bool) -> Iterator[Role]:
        for _ in range(MAX_NAMES):
            found = self._name(at, end, draft, is_blamed=is_blamed)
            other = FIRST_OF_TWO.match(self.text, at, end) if found is None and is_blamed else None
            if other is not None:  # either the government, that no word says whose it is, or Russia
                found = self._name(other.end(), end, draft, is_blamed=is_blamed)
            if found is None:
                return
            id_, span = found
            yield from self._role(id_, span, draft)
            joined = OR.match(self.text, span[1], end)
            if joined is None:
                return
            at = joined.end()

    def _name(self, at: int, end: int, draft: Draft, *, is_blamed: bool) -> tuple[str, Span] | None:
        """The actor, or the bare adjective, whose name begins at *at*; الطائرات الروسية tells it in passing."""
        if at >= end:
            return None
        word = self.text[at:end].split(" ", 1)[0]
        words = self.parties.actions.words["en" if word[:1] in LATIN else "ar"]
        is_definite = word.startswith(AL) and not is_blamed
        begin = at - len(THE) if self.text.startswith(THE, at - len(THE)) else at
        there = bisect_left(self.starts, begin)
        for one in self.actors[there : there + 1]:
            is_lam = word.startswith(LAM) and one.span[0] in (at + 1, at + 2)
            if is_lam or (one.span[0] in (begin, at) and not is_definite):
                return one.id, one.span
        if is_definite:
            return None
        base = self.places.get(at)
        row = self.parties.lexicon.places.get(base.id) if base else None
        if base and row and row.base_of:
            return row.base_of, base.span
        if base and not is_blamed and self.parties.lexicon.has("actor", base.id):
            return base.id, base.span  # they belonged to Russia
        for form in (word, AL + word[2:], word[1:]) if word.startswith(LAM) else (word,):
            if whose := self.owners.after(words, form, at, at + len(word)):
                noun = self.parties.nouns.force_noun("air" if draft.platform == "air" else None)
                return (self.parties.lexicon.owned(whose.owner, noun).id, (at, whose.end)) if noun else None
        return None

    def _are_planes(self, match: re.Match[str], names: list[Role], *, is_counted: bool) -> bool:
        """What the sentence is about flies or is a raid, or those named fly; no soldiers, nor what is Russian-made.
        *is_counted*: raids were counted before, and no dead.
        """
        if any(role.span and NO_PLANES.match(self.text, role.span[1]) for role in names):
            return False
        if match["part"] and not all(role.span and role.span[1] in self.ends for role in names):
            return is_counted and match["part"].startswith(MOST)  # but of the dead, one was Russian
        return bool(match["things"] or match["as"]) or all(map(self._flies, names))

    def _flies(self, role: Role) -> bool:
        """Planes, or the state itself: it was the Russians."""
        lexicon = self.parties.lexicon
        named_as = self.by_end.get(role.span[1]) if role.span else None
        id_ = named_as.id if named_as else role.id
        kind, named = lexicon.actor_kind(id_), lexicon.owner_of(id_)
        return lexicon.platform_of(id_) is not None or kind in ("state", "regime", "government") or named is None

    def _role(self, id_: str, span: Span, draft: Draft) -> Iterator[Role]:
        role = self.parties.forces(Role(id=id_, span=span, basis="identity"), draft, "identity")
        owner = self.parties.lexicon.owner_of(id_)
        if owner is not None and self.parties.lexicon.is_state(owner):
            yield role


def _is_before(match: re.Match[str]) -> bool:
    """It may be told before the strike: what planes these were, the perpetrator in a form."""
    return match["is"] is not None or match["label"] is not None
