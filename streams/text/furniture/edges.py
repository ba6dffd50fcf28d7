"""The edges of the body: lines before its first sentence and after its last one.

A title, a section, a name, a caption; or headlines of other stories. They have no end mark, and there are many of
them; but a brief, a list of towns and a poem look much the same, so each case asks for a second sign.
"""

from collections.abc import Sequence

from streams.text.furniture.block import Block, is_ticker
from streams.text.furniture.headline import headline_among, is_item, is_title, title_among
from streams.text.furniture.label import CutReason
from streams.text.furniture.tail import LINK_WORDS, cut_tail, ends_article, link

_RUN = 3  # titles in a row
_HEADING_WORDS = 4
_ITEMS = 4  # lines to an item in a run of titles: "20 raids since the morning" is none of a list
_TITLE_WORDS = 4.5  # words that titles have on average; towns and names have fewer
_LINKS = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER})
_SHORT, _SHORT_WORDS = 45, 6  # letters and words of a name, a section, a caption
_ALONE, _ALONE_WORDS = 60, 8  # likewise of a line that closes the article
_BEGINS_SENTENCE = "وي"  # "and ...", and the third person of the present: few names or captions begin so
_SIGNS_WITH = "-–—*"  # "- Jane Doe", "* department of ..."


def cut_before(blocks: Sequence[Block], prose: Sequence[int], title: str | None) -> None:
    """Cut what stands before the first sentence, down to the title if it is known or can be told."""
    head = blocks[: prose[0]]
    signs = _settle(head)
    lines = [block for block in head if block.is_line]
    named = title_among(lines, title) if title else None
    if named is not None:
        _cut_titles(lines[:named], title)
        _cut_short(lines[named + 1 :])
    elif signs and title and len(prose) > 1:  # the page shows its headline nowhere, or in the menu
        last = max(at for at, block in enumerate(head) if block.reason)
        _cut_titles([block for block in head[:last] if block.is_line], title)
        _cut_short([block for block in head[last:] if block.is_line])
    elif signs and (headline := headline_among(lines)):
        has_menu = any(block.reason in (CutReason.MENU, CutReason.TICKER) for block in head)
        above = [block for block in lines[: lines.index(headline)] if has_menu or not is_item(block)]
        if len(above) + 1 >= _RUN:
            _cut_titles(above, None)
    elif len(lines) > 1 and is_ticker(lines[0].text) and headline_among(lines):
        lines[0].reason = CutReason.TICKER
    elif title and len(prose) > 1 and not _has_headings(blocks, prose):
        _cut_short(lines)


def cut_after(blocks: Sequence[Block], prose: Sequence[int]) -> None:
    """Cut what stands after the last sentence: signatures, captions, headlines of other stories."""
    prose = list(prose)
    stops = all(blocks[at].closed for at in prose[:-1])
    while len(prose) >= _RUN and _is_no_sentence(blocks[prose[-2] + 1 : prose[-1] + 1], stops=stops):
        blocks[prose.pop()].reason = CutReason.TICKER
    rest = blocks[prose[-1] + 1 :]
    signs = _settle(rest)
    buttons = any(ends_article(block) for block in rest)
    leads_away = buttons or any(block.reason is CutReason.RELATED_LINKS for block in rest)
    if blocks[prose[-1]].closed and blocks[prose[-1]].text[-1] != ":":
        cut_tail(rest, is_sure=stops and len(prose) >= _RUN)
    signed = [at for at, block in enumerate(rest) if block.outside is CutReason.BYLINE]
    lines = [block for block in rest[signed[0] if signed else 0 :] if block.is_line]  # the signature ends the article
    if not lines or not _ends_its_sentences(blocks, prose) or any(block.text.endswith(":") for block in lines):
        return
    if len(lines) < _RUN:
        for block in lines:
            if _closes_alone(block):
                block.reason = _name_or_caption(block)
            elif buttons and _is_link(block):
                block.reason = CutReason.TICKER
    elif (signs or len(prose) >= _RUN) and _are_headlines(lines, LINK_WORDS if leads_away else _TITLE_WORDS):
        for block in lines:
            block.reason = CutReason.TICKER


def _is_no_sentence(end: Sequence[Block], *, stops: bool) -> bool:
    """Whether the last of *end*, long as it is, has no end mark and stands below the buttons of the page.

    Where all else *stops* as sentences do, below a link is enough.
    """
    return not (end[-1].closed or is_item(end[-1])) and any(
        ends_article(block) or (stops and block.reason in _LINKS) for block in end[:-1]
    )


def _is_link(block: Block) -> bool:
    """Above the buttons that end a page: a line without a full stop that begins as a headline does."""
    return not (block.stopped or is_item(block) or block.text[0].islower() or block.text[0] in _BEGINS_SENTENCE)


def _settle(edge: Sequence[Block]) -> int:
    """At the edges what counts only there is furniture too. The number of furniture blocks."""
    for block in edge:
        block.reason = block.reason or block.outside
    return sum(block.reason is not None for block in edge)


def _are_headlines(lines: Sequence[Block], each: float) -> bool:
    """A run of titles: few items, no full stops, as many words as titles have, and few end marks."""
    words = sum(len(block.text.split()) for block in lines)
    return (
        words >= each * len(lines)
        and (_ITEMS * sum(map(is_item, lines)) <= len(lines) or _is_headed(lines))
        and not any(block.stopped for block in lines)
        and 3 * sum(block.closed for block in lines) <= len(lines)
    )


def _is_headed(lines: Sequence[Block]) -> bool:
    """A heading without a colon above the items."""
    return len(lines[0].text.split()) <= _HEADING_WORDS and not is_item(lines[0]) and is_item(lines[1])


def _cut_titles(lines: Sequence[Block], title: str | None) -> None:
    for block in lines:
        if title and is_title(block, title):
            block.reason = CutReason.REPEAT
        elif not block.text.endswith(":"):
            block.reason = link(block)


def _cut_short(lines: Sequence[Block]) -> None:
    for block in lines:
        if not block.closed and block.length <= _SHORT and len(block.text.split()) <= _SHORT_WORDS:
            block.reason = _name_or_caption(block)


def _name_or_caption(block: Block) -> CutReason:
    if not any(map(str.isalpha, block.text)):
        return CutReason.SHARE  # a counter
    is_name = len(block.text.split()) <= 3 or any(dash in block.text for dash in ("–", " -", "- ", "—"))
    return CutReason.BYLINE if is_name else CutReason.CAPTION


def _has_headings(blocks: Sequence[Block], prose: Sequence[int]) -> bool:
    return sum(block.is_line for block in blocks[prose[0] : prose[-1]]) >= 2


def _ends_its_sentences(blocks: Sequence[Block], prose: Sequence[int]) -> bool:
    """The article has paragraphs that end with stops, so a line without one stands out."""
    stops = sum(blocks[at].closed for at in prose)
    between = sum(block.is_line and not block.closed for block in blocks[prose[0] : prose[-1]])
    last = blocks[prose[-1]]
    return stops >= 2 and 2 * stops > len(prose) and between < stops and last.closed and ":" not in last.text[-3:]


def _closes_alone(block: Block) -> bool:
    """A short last line without an end: a name, a caption. In scripts that have capitals, a name has them."""
    words = block.text.split()
    if block.closed or block.length > _ALONE or len(words) > _ALONE_WORDS or words[0][0] in _BEGINS_SENTENCE:
        return False
    if is_item(block) and block.text[0] not in _SIGNS_WITH:
        return False
    if not any(letter.islower() or letter.isupper() for letter in block.text):
        return True
    return len(words) <= 4 and all(word[0].isupper() for word in words)
