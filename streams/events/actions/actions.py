"""Actions: what a term of the automaton means as a trigger, and what the words around triggers mean.

rules/lexicon/actions.yaml, cues.yaml -> reader -> **Actions** -> coder. Immutable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from streams.lexicon.words import Words

NONE: frozenset[str] = frozenset()
LISTS = (
    "month", "before_month", "before_year", "after_year", "long_units", "before_long", "beside_may", "any", "nobody",
    "determiner", "article", "before_verb", "leads_to", "distance", "bound", "street", "towards", "things", "illness",
    "announces", "own_deed", "part", "quarter", "side",
    "by_the_way", "craft", "after_name", "after_two", "fighters", "of_air", "those_of", "one_site", "in_turn",
    "asked", "no_deed", "crime", "of_planes", "downed", "done_to", "massacre", "enemies", "at_war",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One line of an action. `needs`: one of them must fill a slot, or it is no event (`streams.events.needs`).

    `object`: folded words, or kinds of weapon (weapon, weapon.ied), of which one must follow the trigger;
    `object_forms` are the words with all that may be written together with them. `subject` is the role of who does it:
    agent, or recipient (who loses, falls). `present` is the type that the present tense has (controls, holds).
    """

    type: str
    language: str
    needs: frozenset[str] = NONE
    object: frozenset[str] = NONE
    object_forms: frozenset[str] = NONE
    platform: str | None = None
    outcome: str | None = None
    subject: str = "agent"
    present: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """What one term may be: a form of a trigger. `tense`: noun past present future base participle ing."""

    trigger: Trigger
    tense: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words after the first one (folded), and what the phrase means: `kind` and what is said of it more."""

    rest: tuple[str, ...]
    kind: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """`triggers` is by term id of the rulebook's automaton; those in `bound` are none without an object. `never` are
    terms that no trigger may lie in.

    `cues` are by their first word, the longest first; `alone` says what each of these words means by itself (kind ->
    value, 1; `sport` are those of sport), `phrases` which of its cues may hold before which second word. `lists` are
    words that are no cues, by what they are asked for (LISTS). `words` are the lexicon's, with the adjectives that may
    stand between an event noun and whose it is. `digest` hashes what the files say.
    """

    triggers: Mapping[int, tuple[Sense, ...]] = field(default_factory=dict)
    bound: frozenset[int] = frozenset()
    never: frozenset[int] = frozenset()
    cues: Mapping[str, tuple[Cue, ...]] = field(default_factory=dict)
    alone: Mapping[str, Mapping[str, tuple[str, int]]] = field(default_factory=dict)
    sport: frozenset[str] = frozenset()
    phrases: Mapping[str, Mapping[str, tuple[Cue, ...]]] = field(default_factory=dict)
    lists: Mapping[str, frozenset[str]] = field(default_factory=lambda: dict.fromkeys(LISTS, NONE))
    words: Mapping[str, Words] = field(default_factory=dict)
    digest: str = ""
