"""Again: places that only the words around them make: `the city` is the last one named; the ends of a road are none.

Sentence, places named -> **Again** -> Sentence, before its events are coded.
"""

from bisect import bisect_left
from collections import Counter

from streams.events.places.named import Named
from streams.events.sentence import Item, Sentence
from streams.text.findings import Found
from streams.text.fold import fold_term

AGAIN = {"city": ("city",), "town": ("city", "town", "village"), "village": ("village",)}
MAX_NAMED = 50  # places that `the town` may be
MAX_WORDS = 3  # from `from` to the town: من مدينة الميادين
TRAVEL = ("from", "to")
_AND = fold_term("و")
NEAR = 3  # places back to look for a village


class Again:
    """Of one document."""

    def __init__(self, named: Named) -> None:
        self.named = named

    def name(self, sentence: Sentence) -> None:
        """Let `the city` be the last one named."""
        if sentence.items and sentence.items[0].is_dateline:
            self.named.datelines.add(sentence.items[0].span[0])
        for at in tuple(sentence.places_of.get("place_again", ())):
            if sentence.owner[at] is not None:
                continue
            value, length = sentence.cues[at]["place_again"]
            if self._is_named(sentence, at + length):
                continue
            last = self._last(sentence.starts[at], AGAIN[value])
            if last:
                span = (sentence.starts[at], sentence.end(at + length - 1))
                item = Item(at, at + length - 1, span, "", place=Found("place", last, span), is_again=True)
                sentence.put(item)
                sentence.items.sort(key=lambda item: item.first)

    def _is_named(self, sentence: Sentence, at: int) -> bool:
        """`the town of X`: it is the one that is named at word *at*."""
        if at >= len(sentence) or sentence.marks[at]:
            return False
        there = sentence.owner[at]
        return sentence.slot(at) == "of" or (there is not None and there.place is not None and not there.before)

    def _last(self, at: int, kinds: tuple[str, ...]) -> str | None:
        stop = bisect_left(self.named.starts, at)
        before = [one for one in self.named.all[max(stop - MAX_NAMED, 0) : stop] if not self.named.is_from(one)]
        if "village" in kinds:  # "left Kabajib south-west of Deir ez-Zor": the town is not the city that says where
            near = (one.id for one in reversed(before[-NEAR:]) if self.named.kind(one.id) in ("town", "village"))
            if (town := next(near, None)) is not None:
                return town
        for found in reversed(before):
            kind = self.named.kind(found.id)
            if kind in kinds:
                return self._topic(before, found, at) if "city" in kinds else found.id
            if "city" in kinds and kind in ("quarter", "site", "airbase"):
                city = self.named.lexicon.ancestor(found.id, "city")
                if city:
                    return city
        return None

    def _topic(self, before: list[Found], last: Found, at: int) -> str:
        """The city that the article is on, if the *last* one is named less and not just before: who came from there is
        not told to be there.
        """
        document = self.named.document
        times = Counter(one.id for one in before if self.named.kind(one.id) == "city")
        most, count = times.most_common(1)[0]
        in_title = next((one.id for one in before if one.span[0] < document.body_at and one.id in times), None)
        sentences_ago = document.sentence_of(at) - document.sentence_of(last.span[0])
        if in_title and sentences_ago > 1 and times[in_title] >= times[last.id]:
            return in_title
        return most if count > 2 * times[last.id] else last.id

    def roads(self, sentence: Sentence) -> None:
        """الطريق الدولي تدمر - دير الزور: both ends name the road, and nothing is told to be there."""
        for at in sentence.places_of.get("road", ()):
            nxt = at + sentence.cues[at]["road"][1]
            one = sentence.owner[nxt] if nxt < len(sentence) else None
            other = sentence.owner[one.last + 1] if one and one.last + 1 < len(sentence) else None
            if one and other and one.first == nxt and one.place and other.place and not other.is_border:
                one.is_border = other.is_border = True

    def passed(self, sentence: Sentence) -> None:
        """حافلة قادمة من دير الزور, شارع الميادين: where one comes from or goes to, what a street is called after."""
        lists = sentence.actions.lists
        for one in sentence.items:
            at = one.first - 1
            if one.place is None or one.actor or at < 0:
                continue
            if sentence.words[at] in lists["street"]:
                one.is_border = True
            while at > 0 and at > one.first - MAX_WORDS and sentence.slot(at) not in TRAVEL:
                at -= 1
            if at and sentence.slot(at) in TRAVEL and _is_bound(sentence.words[at - 1], lists["bound"]):
                one.is_border = True


def _is_bound(word: str, bound: frozenset[str]) -> bool:
    return word in bound or (word.startswith(_AND) and word[1:] in bound)
