"""Article: where an event was by the whole article: its title's place, the governorate or country that it is about.

places named -> **OfArticle** -> ladder: its last rungs.
"""

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from streams.events.draft import Draft
from streams.events.kinds import NOWHERE
from streams.events.model import Role
from streams.events.places.named import FROM, HALVES, Named

MUCH_LESS = 3  # times: the army of the country that an article is about fights at home
MANY_NAMED, MOSTLY = 4, 0.75  # places of a governorate that make an article one on it, and their share


class OfArticle:
    """Counted once an article, when the first event asks."""

    def __init__(self, named: Named, at_war: frozenset[str]) -> None:
        self.named, self.at_war = named, at_war

    @cached_property
    def title(self) -> list[Role]:
        """What the title names, for events of the body; where somebody is from only if it names no other."""
        before = bisect_left(self.named.starts, self.named.document.body_at)
        named = [one for one in self.named.all[:before] if self.named.kind(one.id) not in (*NOWHERE, "country")]
        named = [one for one in named if not self.named.document.text.endswith(HALVES, 0, one.span[0])]
        named.sort(key=lambda one: self.named.document.text.endswith(FROM, 0, one.span[0]))
        return [Role(id=one.id, span=one.span, basis="title") for one in named[:1]]

    def about(self, draft: Draft) -> list[Role]:
        """The country that the article is about, but not that of who does it."""
        own = {role.id.partition(".")[0] for role in draft.get("actors")}
        if not self._countries:  # a regime fights at home
            home = next((role.id for role in draft.get("actors") if self.named.lexicon.is_regime(role.id)), None)
            country = home.partition(".")[0] if home else self._home
            return [Role(id=country, span=None, basis="article")] if country else []
        if self._governorate:
            return [Role(id=self._governorate, span=None, basis="article")]
        first, count = self._countries[0]
        other, less = next((one for one in self._countries if one[0] not in own), (first, count))
        country = first if less * MUCH_LESS <= count else other
        return [Role(id=country, span=None, basis="article")]

    @cached_property
    def _countries(self) -> list[tuple[str, int]]:
        """The countries that the places named lie in, most named first; a state that acts is not where."""
        actors = {one.span for one in self.named.mentions if one.kind == "actor"}
        counted = Counter(
            one.id for one in self.named.all if one.span not in actors and one.span[0] not in self.named.datelines
        )
        countries: Counter[str] = Counter()
        for path, count in counted.items():
            if country := self.named.lexicon.ancestor(path, "country"):
                countries[country] += count
        return countries.most_common()

    @cached_property
    def _home(self) -> str | None:
        """The country of a regime whose war an English article speaks of: a regime-held town, Syrian rebels, HTS."""
        words = self.named.document.text.split(" ")
        regimes, is_war = self.named.lexicon.regimes, not self.at_war.isdisjoint(words)
        return next((country for country, names in regimes if is_war or not names.isdisjoint(words)), None)

    @cached_property
    def _governorate(self) -> str | None:
        """The one that nearly all places named lie in."""
        found = Counter(self.named.lexicon.ancestor(one.id, "governorate") for one in self.named.all)
        exact = sum(count for path, count in found.items() if path)
        path, count = found.most_common(1)[0] if found else (None, 0)
        return path if path and count >= MANY_NAMED and count >= MOSTLY * sum(found.values()) and exact else None
