"""Identity: who flew the planes, told in a sentence of its own after a strike by nobody named.

drafts -> **identify** -> merge. `The planes were Russian`, `They blamed Moscow`, الطائرات تابعة لسلاح الجو الروسي:
whose they were is claimed, for the strike itself had to be told without it.
"""

from collections.abc import Iterator

from streams.events.draft import Draft
from streams.events.roles.parties import Parties
from streams.events.roles.teller import Teller
from streams.events.roles.telling import LABEL
from streams.text.document import Document, Span
from streams.text.findings import Found
from streams.text.fold import fold_term

MAX_LATER, MAX_FAR = 2, 14  # sentences after the strike, or after planes were named again
TOLD = ("asserted", "claimed")
MAX_FORM = 8  # lines from `Perpetrator: ...` to what happened
HITS = ("strike", "attack")
_EN = ("plane", "planes", "jet", "jets", "aircraft", "warplane", "warplanes", "helicopter", "helicopters")
_AR = ("طائرات", "الطائرات", "طائرة", "الطائرة", "مقاتلات", "المقاتلات", "الطيران")
_PLANES = frozenset(map(fold_term, (*_EN, *_AR)))
_PLANES_OR_RAIDS = _PLANES | {"strikes", "raids", "airstrikes", "bombs", "missiles"}


def identify(document: Document, drafts: list[Draft], mentions: tuple[Found, ...], parties: Parties) -> None:
    """Give the last strike by nobody before each sentence that tells whose planes they were, those who flew them."""
    told = [draft for draft in drafts if draft.type in HITS and draft.stance in TOLD and not draft.get("actors")]
    strikes = {draft.sentence for draft in told if draft.type == "strike"}
    open_ = [draft for draft in told if draft.type == "strike" or draft.sentence not in strikes]
    if not open_:
        return
    harmed = {draft.sentence for draft in drafts if draft.type == "casualties"}
    teller = Teller(document, mentions, parties)
    for at, draft in enumerate(open_):
        platform = draft.platform
        near = document.sentences[max(draft.sentence - 1, 0) : draft.sentence + 1]
        if platform is None and any(_names(document, span, _PLANES) for span in near):
            draft.platform = "air"  # The planes came back. Six raids hit the town.
        stop = open_[at + 1].item.span[0] if at + 1 < len(open_) else len(document.text)  # the next one's own
        is_counted = bool(draft.quantity) and draft.sentence not in harmed
        for start, end in _later(document, draft):
            if draft.platform is None and _names(document, (draft.item.span[1], end), _PLANES):
                draft.platform = "air"  # It was hit. Nobody saw the aircraft. They were Russian.
            roles = list(teller.told(start, min(end, stop), draft, is_counted=is_counted))
            if roles:
                draft.add("actors", *roles)
                draft.type, draft.pattern, draft.stance = "strike", "identity", "claimed"
                break
        else:
            before = _earlier(document, draft)
            if draft.by_arms:  # jets that residents identified as Russian hit it
                before.append((document.sentences[draft.sentence][0], draft.item.span[0]))
            roles = [role for span in before for role in teller.told(*span, draft, is_before=True)]
            if roles:  # They were Russian. The helicopters fired again.
                draft.add("actors", *roles)
                draft.type, draft.pattern, draft.stance = "strike", "identity", "claimed"
            else:
                draft.platform = platform


def _later(document: Document, draft: Draft) -> Iterator[Span]:
    """The sentences that may tell it: the strike's own, the next ones, and those after planes or strikes are named."""
    reach = draft.sentence + MAX_LATER
    for index in range(draft.sentence, min(draft.sentence + MAX_FAR, len(document.sentences))):
        span = document.sentences[index]
        if _names(document, span, _PLANES_OR_RAIDS):
            reach = max(reach, index + MAX_LATER + 1)
        if index <= reach:
            yield span


def _earlier(document: Document, draft: Draft) -> list[Span]:
    """The two sentences before the strike, where planes are named there or in it; else the lines of a form."""
    spans = document.sentences[max(draft.sentence - MAX_LATER, 0) : draft.sentence + 1]
    forms = document.sentences[max(draft.sentence - MAX_FORM, 0) : draft.sentence]
    named = spans[:-1] if any(_names(document, span, _PLANES) for span in spans) else []
    return named or [span for span in forms if LABEL.search(document.text, *span)]


def _names(document: Document, span: Span, words: frozenset[str]) -> bool:
    """One of *words* stands in folded *span*."""
    return not words.isdisjoint(document.text[span[0] : span[1]].split(" "))
