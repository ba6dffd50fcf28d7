"""Places: where an event was: its own words, the sentence, what was told before, the title, the article's country."""

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from streams.events.arguments import is_direction
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, NOWHERE, Family
from streams.events.model import Role
from streams.events.sentence import SOFT, Item, Sentence
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found
from streams.text.fold import fold_term

AGAIN = {"city": ("city",), "town": ("city", "town", "village"), "village": ("village",)}
CHAINED = frozenset(
    {"strike", "bombing", "casualties", "attack", "clash", "air_support", "siege_broken", "captured", "siege_ongoing"}
)
LISTED = ("strike", "casualties", "bombing")  # that strike several places at once
AND = fold_term("و")
ASIDE = ("from", "to", "after", "by", "cause", "support", "before", "between")
# movement and ground have the places that their own words name; support is told of a party, not of a place
ELSEWHERE = (Family.MOVE, Family.HOLD, Family.LOSS, Family.ROUTE, Family.SUPPORT)
MAX_NAMED = 50  # places that `the town` may be
MUCH_LESS = 3  # times: the army of the country that an article is about fights at home
MAX_BEFORE = 2  # sentences
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
MAX_CHAIN = 4  # sentences
FROM = tuple(f" {fold_term(word)} " for word in ("from", "من", "из"))
LOCATIVES = tuple(f" {fold_term(word)} " for word in ("in", "at", "near", "outside", "around", "في", "قرب", "в", "под"))
BESIDE = tuple(f" {fold_term(word)} " for word in ("close to", "next to"))
HALVES = (" pro ", "pro ", " anti ")  # pro-Damascus
HAPPENED = tuple(
    fold_term(word) for word in ("took place", "occurred", "happened", "stood", "lies", "جرت", "وقعت", "وقع")
)
_AWAY = ("to", "born in", "born near", "native", "home in", "إلى", "نحو", "مواليد")
OTHER = (*FROM, *HALVES, *(f" {fold_term(word)} " for word in _AWAY))
KILOMETRES = frozenset(("kilometers", "kilometres", "km", "miles", "metres", "meters"))
ROADS = frozenset(("road", "highway", "route", "way", "motorway", "convoy", "bound"))
TOLD = ("asserted", "claimed", "admitted")
MANY_NAMED, MOSTLY = 4, 0.75  # places of a governorate that make an article one on it, and their share
FALLBACK = frozenset(("title", "article", "chain"))
NEAR = 3  # places back to look for a village


class Places:
    """Knows the places of one document."""

    def __init__(self, document: Document, lexicon: Lexicon, mentions: tuple[Found, ...]) -> None:
        self.document, self.lexicon, self.mentions = document, lexicon, mentions
        self.pair: tuple[Role, ...] = ()
        self._named = [one for one in mentions if one.kind == "place"]
        self._starts = [one.span[0] for one in self._named]
        self._datelines: set[int] = set()

    def again(self, sentence: Sentence) -> None:
        """Let `the city` be the last one named."""
        if sentence.items and sentence.items[0].is_dateline:
            self._datelines.add(sentence.items[0].span[0])
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

    def roads(self, sentence: Sentence) -> None:
        """الطريق الدولي تدمر - دير الزور: both ends name the road, and nothing is told to be there."""
        for at in sentence.places_of.get("road", ()):
            nxt = at + sentence.cues[at]["road"][1]
            one = sentence.owner[nxt] if nxt < len(sentence) else None
            other = sentence.owner[one.last + 1] if one and one.last + 1 < len(sentence) else None
            if one and other and one.first == nxt and one.place and other.place and not other.is_border:
                one.is_border = other.is_border = True

    def _is_named(self, sentence: Sentence, at: int) -> bool:
        """`the town of X`: it is the one that is named at word *at*."""
        if at >= len(sentence) or sentence.marks[at]:
            return False
        there = sentence.owner[at]
        return sentence.slot(at) == "of" or (there is not None and there.place is not None and not there.before)

    def _last(self, at: int, kinds: tuple[str, ...]) -> str | None:
        stop = bisect_left(self._starts, at)
        before = self._named[max(stop - MAX_NAMED, 0) : stop]
        if "village" in kinds:  # "left Kabajib south-west of Deir ez-Zor": the town is not the city that says where
            named = next((one for one in reversed(before[-NEAR:]) if self._kind(one.id) in ("town", "village")), None)
            if named:
                return named.id
        for found in reversed(before):
            kind = self._kind(found.id)
            if kind in kinds:
                return self._topic(before, found, at) if "city" in kinds else found.id
            if "city" in kinds and kind in ("quarter", "site", "airbase"):
                city = self.lexicon.ancestor(found.id, "city")
                if city:
                    return city
        return None

    def _topic(self, before: list[Found], last: Found, at: int) -> str:
        """The city that the article is on, if the *last* one is named less and not just before: who came from there is
        not told to be there.
        """
        sentence_of = self.document.sentence_of
        times = Counter(one.id for one in before if self._kind(one.id) == "city")
        most, count = times.most_common(1)[0]
        in_title = next((one.id for one in before if one.span[0] < self.document.body_at and one.id in times), None)
        if in_title and sentence_of(at) - sentence_of(last.span[0]) > 1 and times[in_title] >= times[last.id]:
            return in_title
        return most if count > 2 * times[last.id] else last.id

    def ladder(self, sentence: Sentence, draft: Draft, earlier: list[Draft]) -> None:
        """Give *draft* a place, unless it has one; and the most exact of those that it has."""
        if draft.get("actors") and draft.get("recipients") and FAMILY.get(draft.type) is not Family.TALK:
            self.pair = (*draft.get("actors"), *draft.get("recipients"))
            self.pair = tuple({role.id: role for role in self.pair}.values())[:2]
        places = draft.roles.get("places", [])
        origins = {role.id for role in draft.get("origins")}
        if not places:
            places = self._in_sentence(sentence, draft, origins)
        if not places and draft.type in CHAINED and not (draft.type == "casualties" and draft.stance == "admitted"):
            places = self._chain(sentence, draft, earlier)
        if not places and draft.type in ("strike", "casualties", "bombing", "attack", "clash"):
            places = _of_title(earlier) or self._title or self._before(sentence, earlier) or self._article(draft)
        draft.roles["places"] = self._exact(places)

    def _in_sentence(self, sentence: Sentence, draft: Draft, origins: set[str]) -> list[Role]:
        """Before the trigger in its clause; else the one that follows."""
        trigger = draft.item
        family = FAMILY.get(draft.type)
        if family in ELSEWHERE and draft.type != "air_support":
            return []
        found: list[tuple[int, Item]] = []
        named = {role.span for role in draft.get("actors")}
        for item in sentence.items:
            if item.place is None or item.place.id in origins or item.span in named or not self._can_be(item):
                continue
            if item.actor is not None and not self._is_where(sentence, item):
                continue
            slot = self.slot(sentence, item)
            if slot in ASIDE and not (slot == "to" and draft.type in ("attack", "clash", "casualties", "bombing")):
                continue
            if (
                is_direction(sentence, item)
                and item.first
                and any(one.place and item.first - 3 <= one.last < item.first for one in sentence.items)
            ):
                continue
            if item.is_dateline and not self._is_near(item.place.id):
                continue  # BEIRUT (Reuters) -
            far = len(sentence) if item.is_dateline or self._is_vague(item.place.id) else 0  # only if there is no other
            found.append((far + abs(item.first - trigger.first), item))
        found.sort(key=lambda pair: pair[0])
        if not found:
            return []
        nearest = found[0][1]
        is_listed = draft.trigger.language == "ar" and draft.type in LISTED
        listed = _list_of(sentence, nearest) if is_listed else [nearest]
        return [Role(id=one.place.id, span=one.span, basis="sentence") for one in listed if one.place]

    def _is_near(self, place: str) -> bool:
        """The dateline's *place* lies in the country that most of the article's places lie in."""
        country = self.lexicon.ancestor(place, "country")
        counted = Counter(self.lexicon.ancestor(one.id, "country") for one in self._named)
        counted[country] -= 1
        return not +counted or counted[country] == max(counted.values())

    def slot(self, sentence: Sentence, item: Item) -> str:
        if item.before[:1] == AND or (item.first and sentence.has(item.first - 1, "joiner")):
            before = [one for one in sentence.items if one.last < item.first]
            is_listed = bool(before) and before[-1].is_name and item.first - before[-1].last <= 2  # not قصف وروسيا
            return self.slot(sentence, before[-1]) if is_listed else ""
        for i in range(item.first - 1, max(item.first - 4, -1), -1):
            if sentence.owner[i] is not None:
                return ""
            slot = sentence.slot(i)
            if slot and slot != "none":
                if slot == "to" and i and sentence.words[i - 1] in ROADS:
                    return "from"
                if slot == "from" and i and sentence.words[i - 1] in KILOMETRES:
                    return "in"
                return slot if slot != "to" or i == item.first - 1 else ""  # to deconflict X
        return "in" if item.before else ""

    def _is_where(self, sentence: Sentence, item: Item) -> bool:
        return self.slot(sentence, item) in ("in", "on")

    def _can_be(self, item: Item) -> bool:
        return item.place is not None and not item.is_border and self._kind(item.place.id) not in NOWHERE

    def _is_vague(self, place: str) -> bool:
        return self._kind(place) in ("country", "region")

    def _kind(self, place: str) -> str | None:
        row = self.lexicon.places.get(place)
        return row.kind if row else None

    def _chain(self, sentence: Sentence, draft: Draft, earlier: list[Draft]) -> list[Role]:
        """The place of the event before it, of the same one who did it if there is one."""
        mine = {role.id for role in (*draft.get("actors"), *draft.get("recipients"))}
        before = [
            one
            for one in earlier
            if sentence.index - one.sentence <= MAX_CHAIN
            and one is not draft
            and one.item.span[0] < draft.item.span[0]
            and one.get("places")
            and one.get("places")[0].basis not in ("title", "article")
        ]
        same = [one for one in before if mine & {role.id for role in (*one.get("actors"), *one.get("recipients"))}]
        last = (same or [one for one in before if sentence.index - one.sentence <= 2 and one.stance in TOLD])[-1:]
        return [Role(id=role.id, span=role.span, basis="chain") for one in last for role in one.get("places")]

    @cached_property
    def _title(self) -> list[Role]:
        """What the title names, for events of the body; where somebody is from only if it names no other."""
        before = bisect_left(self._starts, self.document.body_at)
        named = [one for one in self._named[:before] if self._kind(one.id) not in (*NOWHERE, "country")]
        named = [one for one in named if not self.document.text.endswith(HALVES, 0, one.span[0])]
        named.sort(key=lambda one: self.document.text.endswith(FROM, 0, one.span[0]))
        return [Role(id=one.id, span=one.span, basis="title") for one in named[:1]]

    @cached_property
    def _countries(self) -> list[tuple[str, int]]:
        """The countries that the places named lie in, most named first; a state that acts is not where."""
        actors = {one.span for one in self.mentions if one.kind == "actor"}
        counted = Counter(
            one.id for one in self._named if one.span not in actors and one.span[0] not in self._datelines
        )
        countries: Counter[str] = Counter()
        for path, count in counted.items():
            if country := self.lexicon.ancestor(path, "country"):
                countries[country] += count
        return countries.most_common()

    def _article(self, draft: Draft) -> list[Role]:
        """The country that the article is about, but not that of who does it."""
        own = {role.id.partition(".")[0] for role in draft.get("actors")}
        if not self._countries:  # a regime fights at home
            home = next((role.id for role in draft.get("actors") if self._is_regime(role.id)), None)
            return [Role(id=home.partition(".")[0], span=None, basis="article")] if home else []
        if self._governorate:
            return [Role(id=self._governorate, span=None, basis="article")]
        first, count = self._countries[0]
        other, less = next((one for one in self._countries if one[0] not in own), (first, count))
        country = first if less * MUCH_LESS <= count else other
        return [Role(id=country, span=None, basis="article")]

    @cached_property
    def _governorate(self) -> str | None:
        """The one that nearly all places named lie in."""
        found = Counter(self.lexicon.ancestor(one.id, "governorate") for one in self._named)
        exact = sum(count for path, count in found.items() if path)
        path, count = found.most_common(1)[0] if found else (None, 0)
        return path if path and count >= MANY_NAMED and count >= MOSTLY * sum(found.values()) and exact else None

    def _before(self, sentence: Sentence, earlier: list[Draft]) -> list[Role]:
        """The place that one of the two sentences before names: At four they were at X. Eleven were killed."""
        spans = self.document.sentences
        for index in range(sentence.index - 1, max(sentence.index - 1 - MAX_BEFORE, -1), -1):
            untold = any(one.sentence == index and one.stance not in TOLD for one in earlier)
            if untold or spans[index][0] < self.document.body_at:
                break
            if YEAR.search(self.document.text, *spans[index]):
                break  # where it was in 2014
            begin, stop = (bisect_left(self._starts, at) for at in spans[index])
            for one in reversed(self._named[begin:stop]):
                if self._is_where_told(one) and self.document.text.endswith(LOCATIVES, 0, one.span[0]):
                    return [Role(id=one.id, span=one.span, basis="chain")]
        return []

    def _is_where_told(self, one: Found) -> bool:
        """An exact place, that nobody comes from, goes to or is called after."""
        is_exact = self._kind(one.id) not in (*NOWHERE, "country", "region") and one.span[0] not in self._datelines
        text, at = self.document.text, one.span[0]
        return is_exact and (text.endswith(BESIDE, 0, at) or not text.endswith(OTHER, 0, at))

    def told_next(self, drafts: list[Draft]) -> None:
        """The place that the sentence after an event names, where nothing else told where it was."""
        taken = {one.sentence for one in drafts if any(role.basis not in FALLBACK for role in one.get("places"))}
        for draft in drafts:
            nxt = draft.sentence + 1
            if draft.type not in CHAINED or nxt in taken or nxt >= len(self.document.sentences):
                continue
            if any(role.basis != "article" and not self._is_vague(role.id) for role in draft.get("places")):
                continue
            start, end = self.document.sentences[nxt]
            named = self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
            where = next((one for one in named if self._kind(one.id) not in (*NOWHERE, "country")), None)
            own = [role.id for role in draft.get("places") if role.basis != "article"]
            if own and not any(word in self.document.text[start:end] for word in HAPPENED):
                continue
            is_within = where is not None and all(self.lexicon.is_under(where.id, path) for path in own)
            if where and is_within and self._is_where_told(where):
                draft.roles["places"] = [Role(id=where.id, span=where.span, basis="next")]

    def _is_regime(self, path: str) -> bool:
        steps = path.split(".")
        return any(self.lexicon.actor_kind(".".join(steps[:n])) == "regime" for n in range(2, len(steps) + 1))

    def _exact(self, places: list[Role]) -> list[Role]:
        """Without those that hold another one of them."""
        return [
            role
            for role in places
            if not any(other.id != role.id and other.id.startswith(f"{role.id}.") for other in places)
        ]


def _list_of(sentence: Sentence, last: Item) -> list[Item]:
    """*last* and the places before it in its list: في سراقب، كفرنبل والميادين."""
    listed, first = [last], last
    while first.before.startswith(AND) or sentence.marks[first.first] == SOFT:
        there = sentence.owner[first.first - 1] if first.first else None
        if there is None or there.place is None or there.actor is not None or there.last != first.first - 1:
            break
        listed.insert(0, there)
        first = there
    return listed if first.first == last.first or last.before.startswith(AND) else [last]


def _of_title(earlier: list[Draft]) -> list[Role]:
    """Where the title's own event is told to be."""
    for one in earlier:
        if one.prominence == "title" and one.get("places") and one.get("places")[0].basis not in FALLBACK:
            return [Role(id=role.id, span=role.span, basis="title") for role in one.get("places")]
    return []
