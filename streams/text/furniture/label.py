"""Labels: the words by which a page names its own furniture ("Read also: ...", "الوسوم", "Комментарии").

Phrases are compared as the engine folds text (case, diacritics, alef and hamza forms, digits), so that one spelling
in a list stands for all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum

from streams.text.alphabet import letters_of


class CutReason(StrEnum):
    """Why a block is no part of the article."""

    MENU = "menu"
    TICKER = "ticker"  # headlines of other stories, without a word that they are related
    RELATED_LINKS = "related_links"
    TAGS = "tags"
    BYLINE = "byline"
    CAPTION = "caption"
    DATE = "date"
    SHARE = "share"  # buttons, counters, print and copy
    PROMOTION = "promotion"  # subscribe, follow us, advertisement
    COMMENT_FORM = "comment_form"
    FOOTER = "footer"
    REPEAT = "repeat"  # a block that already stands further up, letter by letter


class Fit(Enum):
    """How much of a block its phrase must be."""

    ALONE = 1  # the whole block, but for counters
    COLON = 2  # the whole block, or all before its first colon or bar
    START = 3  # the block's first words


@dataclass(frozen=True, slots=True)
class Label:
    """One phrase. `inside`: it also counts between two paragraphs; otherwise only before and after the body."""

    reason: CutReason
    fit: Fit
    phrase: str
    inside: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The furniture words of one language; all folded by `folded` when made by `vocabulary`."""

    labels: tuple[Label, ...]
    menu: frozenset[str]  # words of sections and buttons: a line of nothing else is a menu
    dates: frozenset[str]  # words of a date line, beside its digits
    outlets: frozenset[str]  # agencies and papers that sign with their bare name
    archive: frozenset[str]  # a line that ends with one of these is a caption
    lists: frozenset[
        str
    ]  # what a section of links is a list of; with `headings` alone they head one: "Most read today"
    headings: frozenset[str]


class _Plain(dict[int, str]):
    def __missing__(self, code: int) -> str:
        return letters_of(chr(code)) if code < 0x10000 else " "


# filled here once for the letters of our languages; others are worked out when met
_PLAIN = _Plain({c: letters_of(chr(c)) for span in ((0, 0x250), (0x400, 0x530), (0x600, 0x700)) for c in range(*span)})
_CONTINUES = 14  # a phrase this long counts even where the page glued the next word to it
ARROWS = frozenset(">»◄►◀▶◂▸⬅➡◅▻☚☛⏪⏩")  # before what leads elsewhere; bullets begin lists of the article's own
_BARS = (":", "|", "»", "：", "..", "…")


def folded(words: str) -> str:
    """*words* in the engine's plain letters, one space between words."""
    return " ".join(words.translate(_PLAIN).split())


def vocabulary(
    *,
    labels: Mapping[tuple[CutReason, Fit, bool], str],
    menu: str,
    dates: str,
    outlets: str,
    archive: str,
    lists: str,
    headings: str,
) -> Vocabulary:
    """A vocabulary from plain lists: `labels`, `outlets` and `archive` of phrases, all others of words."""
    return Vocabulary(
        labels=tuple(
            Label(reason, fit, phrase, inside)
            for (reason, fit, inside), phrases in labels.items()
            for phrase in _phrases(phrases)
        ),
        menu=frozenset(folded(menu).split()),
        dates=frozenset(folded(dates).split()),
        outlets=frozenset(_phrases(outlets)),
        archive=frozenset(_phrases(archive)),
        lists=frozenset(folded(lists).split()),
        headings=frozenset(folded(headings).split()),
    )


def _phrases(lines: str) -> list[str]:
    return [phrase for line in lines.replace("/", "\n").splitlines() if (phrase := folded(line))]


def by_first_word(labels: Iterable[Label]) -> dict[str, tuple[Label, ...]]:
    """The labels by the first word of their phrase, longest phrase first."""
    rows: dict[str, list[Label]] = {}
    for label in sorted(labels, key=lambda label: -len(label.phrase)):
        rows.setdefault(label.phrase.split(" ", 1)[0], []).append(label)
    return {word: tuple(found) for word, found in rows.items()}


def label_of(block: str, head: str, index: Mapping[str, tuple[Label, ...]]) -> tuple[Label, bool] | None:
    """The label that *block* begins with and whether it stands bare; *head* is the block's folded beginning."""
    head = head.lstrip("0123456789 ")
    begins = block[0].isalnum() or block[0] in "|.…"  # else a bullet, an emoji, "(1)": an item of a list
    for label in index.get(head.split(" ", 1)[0], ()):
        if not head.startswith(label.phrase) or not (begins or label.fit is Fit.START):
            continue
        rest = head[len(label.phrase) :]
        if not rest.strip("0123456789 "):
            return label, True
        if label.fit is Fit.ALONE or not (rest[0] == " " or len(label.phrase) >= _CONTINUES):
            continue
        if label.fit is Fit.START or _ends_at_bar(block, label.phrase):
            return label, False
    return None


def _ends_at_bar(block: str, phrase: str) -> bool:
    at = min((found for bar in _BARS if (found := block.find(bar, 0, 2 * len(phrase) + 12)) >= 0), default=-1)
    return at >= 0 and folded(block[:at]).lstrip("0123456789 ") == phrase
