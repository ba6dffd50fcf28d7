"""Forces: composed names, of an owner and a force noun (russia.military.air), and what is known of them.

hierarchy -> **forces** -> Lexicon, names
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from streams.lexicon.hierarchy import COMPOSED, Hierarchy, paths
from streams.lexicon.meanings import Name
from streams.lexicon.rows import ForceNoun, Owner
from streams.lexicon.words import language_of_term
from streams.text.fold import fold_term

STATE_KINDS = frozenset({"state", "government", "coalition"})  # whose forces may be told of in one breath
ARTICLE = "ال"


@dataclass(frozen=True, kw_only=True)
class Forces(Hierarchy):
    """Whose forces there can be, and what they are."""

    @cached_property
    def composed(self) -> Mapping[str, tuple[Owner, ForceNoun]]:
        """Actor id -> owner and force noun, for all that can be composed."""
        pairs = ((owner, noun) for owner in self.owners.values() for noun in self.force_nouns.values())
        return {self.actor_id(owner, noun): (owner, noun) for owner, noun in reversed(list(pairs))}

    def actor_id(self, owner: Owner, noun: ForceNoun) -> str:
        """The id of *owner*'s forces of that kind; an armed group's fighters are the group."""
        if not self.is_state(owner):
            return owner.actor
        first, dot, rest = noun.id.partition(".")
        return f"{owner.actor}.{owner.forces.get(first, first)}{dot}{rest}"

    def owned(self, owner: Owner, noun: ForceNoun) -> Name:
        """The composed name of *owner*'s forces of that kind."""
        return self._owned[owner.id, noun.id]

    @cached_property
    def _owned(self) -> dict[tuple[str, str], Name]:
        pairs = [(owner, noun) for owner in self.owners.values() for noun in self.force_nouns.values()]
        return {
            (owner.id, noun.id): Name(
                "actor", path, COMPOSED + i, self.actor_kind(path), owner=owner.actor, platform=noun.platform
            )
            for i, (owner, noun) in enumerate(pairs)
            for path in (self.actor_id(owner, noun),)
        }

    def owner_of(self, actor: str) -> Owner | None:
        """The owner whose actor *actor* is or lies under; the closest one."""
        if actor not in self._owners_of:
            owned = (self._owner_by_actor[path] for path in paths(actor) if path in self._owner_by_actor)
            self._owners_of[actor] = next(owned, None)
        return self._owners_of[actor]

    def platform_of(self, actor: str) -> str | None:
        """The platform of an actor that is also a composed name: of russia.military.air, air."""
        composed = self.composed.get(actor)
        return composed[1].platform if composed else None

    def actor_kind(self, actor: str) -> str | None:
        """The kind of the row, else of the force noun that it is composed of."""
        row = self.actors.get(actor)
        if row:
            return row.kind
        composed = self.composed.get(actor)
        return composed[1].kind if composed else None

    def is_state(self, owner: Owner) -> bool:
        row = self.actors.get(owner.actor)
        return row is None or row.kind in STATE_KINDS

    def is_regime(self, actor: str) -> bool:
        """*actor* is, or lies under, the army or the like of a regime, that fights at home; not the state itself."""
        above = [path for path in paths(actor) if "." in path]
        return any(self.actor_kind(path) == "regime" for path in above)

    @cached_property
    def regimes(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Owners whose army is a regime's: the actor that each is, and what it is called in English, folded."""
        return tuple(
            (owner.actor, frozenset(map(fold_term, (*owner.nisba.get("en", ()), *owner.names))))
            for owner in self.owners.values()
            if self.is_regime(f"{owner.actor}.{owner.forces.get('military', '')}")
        )

    @cached_property
    def _owners_of(self) -> dict[str, Owner | None]:
        """Answers of `owner_of`: at most one for each actor and for each place that may be one."""
        return {}

    @cached_property
    def _owner_by_actor(self) -> dict[str, Owner]:
        return {owner.actor: owner for owner in reversed(list(self.owners.values()))}


def composed_name(owner: Owner, noun: ForceNoun, language: str | None) -> str:
    """`طيران روسيا`, `Russian air force`, `авиация (Россия)`: adjectives agree with nouns in all but English."""
    code = language if language in noun.forms or language in noun.name else "en"
    own = noun.name.get(code or "en") or next(iter(noun.forms.get(code or "en", ())), noun.id)
    names = [name for name in owner.names if language_of_term(name).code == code]
    if code == "ar" and names:
        return f"{own.removeprefix(ARTICLE)} {names[0]}"
    if code == "ru" and names:
        return f"{own} ({names[0]})"
    whose = next(iter(owner.nisba.get("en", ())), next(iter(names or owner.names), owner.actor))
    return f"{whose[:1].upper()}{whose[1:]} {own}"
