"""Chain: the place that is told before or after an event: of the event before it, by the next or the last sentence.

Sentence, draft, drafts before it -> **Chain** -> ladder; **told_next** for all drafts, at the end of the article.
"""

import re

from streams.events.draft import Draft
from streams.events.kinds import NOWHERE
from streams.events.model import TOLD, Role
from streams.events.places.named import Named
from streams.events.sentence import Sentence
from streams.text.document import Span
from streams.text.findings import Found
from streams.text.fold import fold_term

CHAINED = frozenset(
    {"strike", "bombing", "casualties", "attack", "clash", "air_support", "siege_broken", "captured", "siege_ongoing"}
)
MAX_BEFORE = 2  # sentences
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BE = "|".join(re.escape(fold_term(f"{joined}{word}")) for joined in ("", "و") for word in ("كان", "كانت", "كانوا"))
WAS = re.compile(f" (?:{_BE}) ")
MAX_CHAIN, NEAR = 4, 2  # sentences back to an event of the same one who did it, of anybody
WIDE = ("title", "article")
LOCATIVES = tuple(f" {fold_term(word)} " for word in ("in", "at", "near", "outside", "around", "في", "قرب", "в", "под"))
HAPPENED = tuple(
    fold_term(word) for word in ("took place", "occurred", "happened", "stood", "lies", "جرت", "وقعت", "وقع")
)
FALLBACK = frozenset(("title", "article", "chain"))


def of_event_before(sentence: Sentence, draft: Draft, earlier: list[Draft]) -> list[Role]:
    """The place of the event before it, of the same one who did it if there is one."""
    mine = {role.id for role in (*draft.get("actors"), *draft.get("recipients"))}
    last: Draft | None = None
    for one in reversed(earlier):
        ago, places = sentence.index - one.sentence, one.get("places")
        if ago > MAX_CHAIN:
            break
        if one is draft or one.item.span[0] >= draft.item.span[0] or not places or places[0].basis in WIDE:
            continue
        if any(role.id in mine for slot in ("actors", "recipients") for role in one.get(slot)):
            last = one
            break
        if last is None and ago <= NEAR and one.stance in TOLD:
            last = one
    return [Role(id=role.id, span=role.span, basis="chain") for role in last.get("places")] if last else []


def of_title(earlier: list[Draft]) -> list[Role]:
    """Where the title's own event is told to be."""
    for one in earlier:
        if one.prominence == "title" and one.get("places") and one.get("places")[0].basis not in FALLBACK:
            return [Role(id=role.id, span=role.span, basis="title") for role in one.get("places")]
    return []


def in_sentences_before(sentence: Sentence, earlier: list[Draft], named: Named) -> list[Role]:
    """The place that one of the two sentences before names: At four they were at X. Eleven were killed."""
    spans, first = named.document.sentences, max(sentence.index - MAX_BEFORE, 0)
    if not named.within((spans[first][0], spans[sentence.index][0])):
        return []
    for index in range(sentence.index - 1, first - 1, -1):
        untold = any(one.sentence == index and one.stance not in TOLD for one in earlier)
        if untold or spans[index][0] < named.document.body_at:
            break
        if YEAR.search(named.document.text, *spans[index]):
            break  # where it was in 2014
        for one in reversed(named.within(spans[index])):
            if _is_heading(named, one, spans[index]):
                return [Role(id=one.id, span=one.span, basis="chain")]
            is_told = named.is_where_told(one) and not _is_of_before(named, spans[index][0], one)
            if is_told and named.document.text.endswith(LOCATIVES, 0, one.span[0]):
                return [Role(id=one.id, span=one.span, basis="chain")]
    return []


def _is_of_before(named: Named, start: int, one: Found) -> bool:
    """كان مسؤولا عن النفط في دير الزور: where he or it was before."""
    return WAS.search(named.document.text, max(start - 1, 0), one.span[0]) is not None


def _is_heading(named: Named, one: Found, span: Span) -> bool:
    """ريف دير الزور.. مقتل طفلين: the name is all of its sentence."""
    return named.document.text[span[0] : span[1]].strip() == named.document.text[one.span[0] : one.span[1]]


def told_next(drafts: list[Draft], named: Named) -> None:
    """The place that the sentence after an event names, where nothing else told where it was."""
    taken = {one.sentence for one in drafts if any(role.basis not in FALLBACK for role in one.get("places"))}
    for draft in drafts:
        nxt = draft.sentence + 1
        if draft.type not in CHAINED or nxt in taken or nxt >= len(named.document.sentences):
            continue
        if any(role.basis != "article" and not named.is_vague(role.id) for role in draft.get("places")):
            continue
        start, end = named.document.sentences[nxt]
        there = named.within(named.document.sentences[nxt])
        where = next((one for one in there if named.kind(one.id) not in (*NOWHERE, "country")), None)
        own = [role.id for role in draft.get("places") if role.basis != "article"]
        if own and not any(word in named.document.text[start:end] for word in HAPPENED):
            continue
        is_within = where is not None and all(named.lexicon.is_under(where.id, path) for path in own)
        if where and is_within and named.is_where_told(where) and not _is_of_before(named, start, where):
            draft.roles["places"] = [Role(id=where.id, span=where.span, basis="next")]
