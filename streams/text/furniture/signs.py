"""Signs: what the words of a single block say of it. Where it stands on the page is `page`'s business."""

from functools import lru_cache

from streams.text.furniture.block import Block, Shape
from streams.text.furniture.label import CutReason, Fit, Label, folded, label_of
from streams.text.furniture.line import heads_links, is_archive, outside
from streams.text.furniture.words import Words

_LEADS = ">»◄ "
_OPENERS = frozenset({CutReason.RELATED_LINKS, CutReason.TICKER, CutReason.TAGS})
_LABELLED_MAX = 220  # longer blocks are sentences, whatever they begin with
_LINE_MAX = 160
_BYLINE_WORDS = 12
_CREDIT_MAX = 60
_HEAD = 72  # code points that a label may take
_FIRST = 24  # likewise its first word, with what stands before it


def read(block: Block, words: Words) -> None:
    """Note on *block* what its own words make it: `reason`, `outside`, `opens`."""
    text = block.text
    is_line = block.shape is Shape.LINE
    if block.shape is Shape.BLANK or (block.length > _LABELLED_MAX and not is_line) or _is_labelled(block, words):
        return
    if _has_rights(text) or (text[0] == "©" and (block.length > _CREDIT_MAX or any(map(str.isdigit, text)))):
        block.reason = CutReason.FOOTER
    elif text[0] == "©":
        block.reason = CutReason.CAPTION
    elif "بالضرور" in text and "رأي" in text:
        block.outside = CutReason.FOOTER
    elif is_line and len(text) <= _LINE_MAX:
        _read_line(block, folded(text).split(), words)


def _is_labelled(block: Block, words: Words) -> bool:
    text = block.text
    if text[0] in "[(" and (text[-1] in "])" or text.find(")", 0, _FIRST) > 0):
        text = text[1:].replace(")", ":", 1)  # "[Advertisement]", "(Video) Jets strike ..."
    if text[0] in _LEADS:
        text = text.lstrip(_LEADS) or text
    head = text[:_FIRST]
    first = _first_word(head.partition(" ")[0]) or _first_word(head)
    if first not in words.labels or text.startswith("#"):
        return False
    found = label_of(text, folded(text[:_HEAD]), words.labels)
    if found is None or not _takes_label(block, *found):
        return False
    if block.reason in _OPENERS and block.shape is Shape.LINE and not block.closed:
        block.opens |= heads_links(folded(text).split(), words)
    return True


def _read_line(block: Block, spelled: list[str], words: Words) -> None:
    if (not block.closed or block.text[-1] == ":") and heads_links(spelled, words):
        block.reason, block.opens = CutReason.TICKER, True
        return
    block.outside = outside(block.text, spelled, words)
    if block.outside is None and not block.closed and is_archive(spelled, words):
        block.reason = CutReason.CAPTION


@lru_cache(maxsize=8_192)  # blocks begin with the same words again and again
def _first_word(head: str) -> str:
    """The first word of *head* that is no number, folded."""
    return folded(head).lstrip("0123456789 ").split(" ", 1)[0]


def _has_rights(text: str) -> bool:
    return "الحقوق محفوظ" in text or "ights reserved" in text or "ights Reserved" in text or "рава защищены" in text


def _takes_label(block: Block, label: Label, bare: bool) -> bool:
    """Take *label*, unless the block goes on to say too much for it."""
    if not bare and label.reason is not CutReason.RELATED_LINKS and block.shape is Shape.PROSE and block.length > 150:
        return False
    if not bare and label.fit is Fit.COLON and block.shape is Shape.PROSE and block.stopped:
        return False
    if label.reason is CutReason.BYLINE and (len(block.text.split()) > _BYLINE_WORDS or block.stopped):
        return False
    if label.reason is CutReason.CAPTION and label.fit is Fit.START and (block.closed or block.length > 90):
        return False
    if label.inside:
        block.reason = label.reason
        block.opens = bare and label.reason in _OPENERS
    else:
        block.outside = label.reason
    return True
