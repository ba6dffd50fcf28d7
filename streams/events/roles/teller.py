"""Teller: whose the planes were, read off one stretch of text: `The planes were Russian`, هم الروس.

text, mentions -> **Teller** -> identity.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.lexicon.owners import Owners
from streams.lexicon.reading import Reading
from streams.text.document import Document, Span
from streams.text.findings import Found
from streams.text.fold import fold_term

MAX_NAMES = 2  # either Russian or the regime's
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def any_of(text: str) -> str:
    """Words apart by commas as folded alternatives of a pattern, the longest first; letters may be any of ASCII."""
    return "|".join(re.escape(word) for word in sorted(map(fold_term, text.split(",")), key=len, reverse=True))


_AL = fold_term("ال")
_LAM = fold_term("ل")
_IS_EN = (
    r"(?:it|they|(?:the|these|those) (?:[a-z]+ )?(?:planes?|jets?|aircraft|warplanes?|drones?|helicopters?|bombers?|"
    r"raids?|strikes?|attackers?)) (?:was|were|is|are|had been|belonged to)"
    r"(?: (?:probably|most|likely|believed|thought|to|be|have|been|either|an?|possibly|almost|certainly|clearly|"
    r"all|both|the work of|(?:carried out|conducted|flown|launched|done|made) by|the))*"
)
_IS_AR = (
    f"(?:{any_of('الطائرة,الطائرات,الطائرتين,المقاتلات,المروحيات,المقاتلة,الطيران,الغارة,الغارات')})"
    f"(?: (?:{any_of('المهاجمة,المنفذة,المغيرة,الحربية,الحربي,التي نفذت الغارة,التي نفذت الغارات,التي نفذت القصف')}))?"
    f"(?: (?:{any_of('إما,هي,كانت,تكون,قد تكون,يرجح أنها,يعتقد أنها,على الأرجح')}))*"
    f"(?P<own> (?:{any_of('تابعة,تابع,تتبع,تعود')}))?"
)
_THEY_ARE = (
    rf"(?:{any_of('رجح,رجحوا,يرجح,يرجحون,رجحت,قال,قالوا,قالت,أكد,أكدوا,أكدت,يعتقد,يعتقدون,تبين,اتضح,تأكد,ذكر,ذكروا,ذكرت')})"
    rf" (?:{any_of('أن تكون,أن يكون,أنها,إنها,بأنها,أنه,إنه')})(?: {any_of('إما')})?"
)
_BLAME = rf"(?:blamed|blame|accused|{any_of('اتهموا,واتهموا,وحملوا,حملوا')})(?: the)?"
_OWNS = (
    rf"(?:{any_of('يمتلكه,يمتلكها,تمتلكه,تمتلكها,يملكه,يملكها,تملكه,تملكها,يستخدمه,يستخدمها,تستخدمه,تستخدمها,يشغله,يشغلها,تشغله,تشغلها')})"
    rf"(?: [^ ]+){{0,3}}? (?:{any_of('سوى,إلا,غير')})"
)  # this model, which only the Russians have
_DID = rf"(?:{any_of('ما فعلته,ما ارتكبته,ما اقترفته,ما قامت به,ما نفذته,ما فعله,ما ارتكبه,جريمة,نفذتها,ارتكبتها')})"
_LAUNCHED = rf"(?:{any_of('انطلقت,أقلعت,أطلقت,أقلع,انطلق,انطلقتا,مصدرها,انطلاقها,إقلاعها')}) (?:{any_of('من,عبر')})"
_OR = re.compile(rf" (?:or|and|{any_of('أو,أم,أو تابعة,أم تابعة,وإما')}) ")
_BEFORE = re.compile(
    rf"(?<![^ ])(?:(?P<is>{_IS_EN}|{_IS_AR}|{_THEY_ARE})|(?P<blame>{_BLAME})|(?P<only>{_OWNS}|{_LAUNCHED}|{_DID})) "
)
_THEY_DID = re.compile(
    rf"(?<![^ ])(?P<who>[^ ]+) (?:{any_of('هم,هو,هي')}) (?:{any_of('من,الذين,الذي,التي')}) "
    rf"(?:{any_of('فعل,فعلها,فعلوا,فعلوها,نفذ,نفذها,نفذوا,نفذوها,قصف,قصفوا,قصفها,ضرب,ضربوا,ضربها,قام,قاموا')})(?= |$)"
)
_BEHIND = re.compile(
    rf" (?:(?:was|were|is|are) (?:behind|responsible)|"
    rf"(?:{any_of('يقف,تقف,هو من يقف')}) (?:{any_of('وراء,خلف')}))(?= |$)"
)
_FOR = re.compile(
    rf" (?:for (?:it|them|(?:the|this) (?:raids?|strikes?|attacks?|bombing|bombardment|deaths))(?= |$)|"
    rf"(?:{any_of('بالمسؤولية,المسؤولية,مسؤولية,بالوقوف,بتنفيذ,بارتكاب')})(?= |$))"
)


class Teller:
    """Finds who is told to have flown in one stretch of text."""

    def __init__(self, document: Document, mentions: tuple[Found, ...], parties: Parties) -> None:
        self.text, self.parties = document.text, parties
        self.owners = Owners(Reading(document))
        self.actors = sorted((one for one in mentions if one.kind == "actor"), key=lambda one: one.span[0])
        self.starts = [one.span[0] for one in self.actors]
        self.by_end = {one.span[1]: one for one in self.actors}

    def told(self, start: int, end: int, draft: Draft, *, is_before: bool = False) -> Iterator[Role]:
        """The roles of those named as the ones who flew, in [start, end); before the strike only what planes were."""
        for match in _BEFORE.finditer(self.text, start, end):
            if is_before and match["is"] is None:
                continue
            whole = self._named_at(match.start("is")) if match["own"] else None  # الطائرات تابعة لسلاح الجو الروسي
            if whole is not None and whole.span[1] > match.end():
                yield from self._role(whole.id, whole.span, draft)
                return
            names = list(self._names(match.end(), end, draft, is_blamed=match["is"] is None))
            if match["is"] and match["is"][0] in LATIN and not all(self._flies(role.id) for role in names):
                continue  # they were Russian officers
            stop = names[-1].span[1] if names and names[-1].span else end
            if names and (match["blame"] is None or stop >= end - 1 or _FOR.match(self.text, stop, end)):
                yield from names
                return
        if is_before:
            return
        for match in _THEY_DID.finditer(self.text, start, end):
            yield from self._names(match.start("who"), match.end("who"), draft, is_blamed=True)
            return
        for match in _BEHIND.finditer(self.text, start, end):
            if one := self.by_end.get(match.start()):
                yield from self._role(one.id, one.span, draft)
                return

    def _named_at(self, at: int) -> Found | None:
        there = bisect_left(self.starts, at)
        return self.actors[there] if there < len(self.actors) and self.starts[there] == at else None

    def _names(self, at: int, end: int, draft: Draft, *, is_blamed: bool) -> Iterator[Role]:
        for _ in range(MAX_NAMES):
            found = self._name(at, end, draft, is_blamed=is_blamed)
            if found is None:
                return
            id_, span = found
            yield from self._role(id_, span, draft)
            joined = _OR.match(self.text, span[1], end)
            if joined is None:
                return
            at = joined.end()

    def _name(self, at: int, end: int, draft: Draft, *, is_blamed: bool) -> tuple[str, Span] | None:
        """The actor, or the bare adjective, whose name begins at *at*; الطائرات الروسية tells it in passing."""
        if at >= end:
            return None
        word = self.text[at:end].split(" ", 1)[0]
        words = self.parties.actions.words["en" if word[:1] in LATIN else "ar"]
        is_definite = word.startswith(_AL) and not is_blamed
        there = bisect_left(self.starts, at)
        for one in self.actors[there : there + 1]:
            is_lam = word.startswith(_LAM) and one.span[0] in (at + 1, at + 2)
            if is_lam or (one.span[0] == at and not is_definite):
                return one.id, one.span
        if is_definite:
            return None
        for form in (word, _AL + word[2:], word[1:]) if word.startswith(_LAM) else (word,):
            if whose := self.owners.after(words, form, at, at + len(word)):
                noun = self.parties.nouns.force_noun("air" if draft.platform == "air" else None)
                return (self.parties.lexicon.owned(whose.owner, noun).id, (at, whose.end)) if noun else None
        return None

    def _flies(self, id_: str) -> bool:
        lexicon = self.parties.lexicon
        kind, named = lexicon.actor_kind(id_), lexicon.owner_of(id_)
        return lexicon.platform_of(id_) is not None or kind in ("state", "regime", "government") or named is None

    def _role(self, id_: str, span: Span, draft: Draft) -> Iterator[Role]:
        role = self.parties.forces(Role(id=id_, span=span, basis="identity"), draft, "identity")
        owner = self.parties.lexicon.owner_of(id_)
        if owner is not None and self.parties.lexicon.is_state(owner):
            yield role
