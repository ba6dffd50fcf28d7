"""Tables: the rows of the lexicon by id, as read.

rules/lexicon/*.yaml -> reader -> **tables** -> hierarchy, forces, Lexicon
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streams.lexicon.meanings import Meanings
from streams.lexicon.rows import Actor, ForceNoun, Named, Owner, Place, RoleNoun, Texts, Weapon


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Rows by id. Ids are paths: one also stands for all that lies under it."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    owners: Mapping[str, Owner] = field(default_factory=dict)
    force_nouns: Mapping[str, ForceNoun] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    weapons: Mapping[str, Weapon] = field(default_factory=dict)
    roles: Mapping[str, RoleNoun] = field(default_factory=dict)
    qualifiers: Mapping[str, Texts] = field(default_factory=dict)
    meanings: Meanings = field(default_factory=lambda: Meanings({}, {}), compare=False, repr=False)

    def rows(self, kind: str) -> Mapping[str, Named]:
        """The rows of *kind*: actor, place, weapon or target (which are among the weapons)."""
        return {"actor": self.actors, "place": self.places}.get(kind, self.weapons)
