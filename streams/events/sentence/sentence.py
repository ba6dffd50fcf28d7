"""Sentence: the words of one sentence with what is known of each: names, triggers, cues, and the marks between them.

document, mentions, trigger hits -> **Sentence** -> arguments, agents, stance.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import compress

from streams.events.actions import Actions, Sense
from streams.events.sentence.cues import read_cues
from streams.events.sentence.item import Item, Subject
from streams.events.sentence.page import SOFT, Page
from streams.text.document import Span
from streams.text.findings import Found
from streams.text.fold import fold_term

STATE = (fold_term("محاصر"), "besieged", "encircled", "under siege")  # how somebody is, not what is done
_OF_NAMES = frozenset(("air", "sea", "land", "arms", "armed", "site", "number", "tens", "hedge", "adjective"))
_COUNTS = frozenset(("number", "tens", "plain", "slot"))
ADJECTIVAL = frozenset(("based", "made", "born", "style", "built"))
MIN_DATELINE = 4
_DASHES = frozenset("-–—(ـ")


class Sentence:
    """Words are counted from 0; spans are folded positions of the document."""

    __slots__ = (
        "_digits", "actions", "clauses", "cues", "document", "index", "items", "lights", "marks", "owner", "page",
        "places_of", "span", "starts", "subjects", "triggers", "words",
    )  # fmt: skip

    def __init__(self, page: Page, index: int, actions: Actions) -> None:
        self.page, self.document, self.index, self.actions = page, page.document, index, actions
        self.span = self.document.sentences[index]
        self.words, self.starts, self.marks = page.words(self.span)
        self.cues, self.places_of = read_cues(self.words, actions)
        self.owner: list[Item | None] = [None] * len(self.words)
        self.clauses: dict[int, int] = {}  # where the clause of a word begins, once it was asked
        self.subjects: dict[int, Subject] = {}  # who stands before a verb, the same
        self.lights: dict[int, tuple[int, int] | None] = {}  # the light verb of a noun, the same
        self.items: list[Item] = []
        self.triggers: list[Item] = []
        self._digits: list[int] | None = None

    @property
    def digits(self) -> list[int]:
        """The words that are numbers in digits."""
        if self._digits is None:
            self._digits = list(compress(range(len(self.words)), map(str.isdigit, self.words)))
        return self._digits

    def __len__(self) -> int:
        return len(self.words)

    def end(self, word: int) -> int:
        return self.starts[word] + len(self.words[word])

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last word of folded [start, end)."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return first, bisect_left(self.starts, end, first + 1) - 1

    def has(self, word: int, kind: str) -> bool:
        return 0 <= word < len(self.words) and kind in self.cues[word]

    def slot(self, word: int) -> str | None:
        cue = self.cues[word].get("slot")
        return cue[0] if cue else None

    def has_in(self, first: int, stop: int, kind: str) -> bool:
        """A cue of *kind* begins at one of the words [first, stop)."""
        for i in self.places_of.get(kind, ()):
            if i >= stop:
                return False
            if i >= first:
                return True
        return False

    def raw(self, first: int, last: int) -> str:
        start, end = self.document.folded.raw_span(self.starts[first], self.end(last))
        return self.document.folded.raw[start:end]

    def place_names(self, mentions: Iterable[Found]) -> None:
        """Put *mentions*, in reading order, where they stand: the outer of nested ones, and an inner weapon."""
        starts, text = self.starts, self.document.text
        last: Item | None = None
        for found in mentions:
            kind, (start, end) = found.kind, found.span
            if last and start < last.span[1]:
                if (found.span == last.span or kind == "weapon") and getattr(last, kind) is None:
                    setattr(last, kind, found)
                continue
            first, last_word = self.words_of(start, end)
            item = Item(first, last_word, found.span, text[starts[first] : start])
            setattr(item, kind, found)
            if item.last + 1 < len(self.words):
                is_half = self.words[item.last + 1] in ADJECTIVAL and not self._is_counted(item.last + 2)
                if is_half and (item.first == item.last or "-" in self.page.gap(self.starts[item.last + 1])):
                    continue  # the Britain-based monitor; but jets made runs
                item.is_border = "border" in self.cues[item.last + 1]
                item.is_dateline = item.first == 0 and self._is_dateline(item)
            self.put(item)
            last = item

    def put(self, item: Item) -> None:
        first, stop = item.first, item.last + 1
        self.items.append(item)
        self.owner[first] = item
        for word in range(first + 1, stop):
            self.owner[word] = item
            self.marks[word] = 0  # warplanes, thought to be Russian, ...
        if item.senses:
            return
        for word in range(first, stop):
            if cues := self.cues[word]:  # what is part of a name says nothing about others
                for kind in cues:
                    if kind not in _OF_NAMES:
                        self.places_of[kind].remove(word)
                self.cues[word] = {kind: cue for kind, cue in cues.items() if kind in _OF_NAMES}

    def _is_counted(self, word: int) -> bool:
        """Russia made 12 raids: no adjective stands before a number."""
        return word < len(self.words) and (self.words[word].isdigit() or not _COUNTS.isdisjoint(self.cues[word]))

    def _is_dateline(self, item: Item) -> bool:
        """BEIRUT - ; (Beirut, November 16) ; QAMISHLI, Syria, : in capitals, and a comma follows."""
        raw, at = self.document.folded.raw, self.document.folded.raw_span(*item.span)[0]
        if raw[max(at - 1, 0) : at] == "(" or not _DASHES.isdisjoint(self.page.gap(self.starts[item.last + 1])):
            return True
        text = self.raw(item.first, item.last)
        return self.marks[item.last + 1] == SOFT and text.isupper() and len(text) >= MIN_DATELINE

    def take_back(self, item: Item) -> None:
        """Let the trigger *item* be plain words."""
        self.triggers.remove(item)
        self.items.remove(item)
        for word in range(item.first, item.last + 1):
            self.owner[word] = None

    def place_triggers(self, hits: list[tuple[Span, tuple[Sense, ...]]]) -> None:
        """Put trigger *hits* where no longer one and no name stands; air cover may be a name too."""
        for span, senses in sorted(hits, key=_outer_first) if len(hits) > 1 else hits:
            first, last = self.words_of(*span)
            there = self.owner[first]
            if there is None:
                item = Item(first, last, span, self.document.text[self.starts[first] : span[0]], senses=senses)
                self.triggers.append(item)
                self.put(item)
            elif there.senses and there.first <= first and last <= there.last:
                if there.span == span:
                    there.senses += senses
            elif there.weapon and not (there.actor or there.place) and senses[0].tense == "noun":
                if not there.senses:
                    self.triggers.append(there)
                there.senses += senses  # barrel bombs on a town
            elif all(sense.trigger.type == "air_support" for sense in senses):
                item = Item(first, last, span, self.document.text[self.starts[first] : span[0]], senses=senses)
                item.actor = there.actor
                self.triggers.append(item)


def _outer_first(hit: tuple[Span, tuple[Sense, ...]]) -> Span:
    return hit[0][0], -hit[0][1]
