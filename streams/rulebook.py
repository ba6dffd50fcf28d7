"""Rulebook: every pack and the lexicon, parsed, checked and compiled once; immutable, so a swap is one assignment.

rules/ (path -> YAML text) -> `load_rulebook` -> Rulebook -> judge
"""

from collections.abc import Mapping
from dataclasses import dataclass

from streams.errors import LoadError
from streams.events import Actions, read_actions
from streams.events.model import TYPES
from streams.ids import digest
from streams.lexicon.model import Lexicon
from streams.lexicon.reader import read_lexicon
from streams.rules.model import Rule
from streams.rules.parser import parse_packs
from streams.rules.presearcher import Presearcher
from streams.text.terms import Automaton, TermTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """`id` hashes all rules and the lexicon; `rules` are by id, in file order. One automaton serves them all."""

    id: str
    rules: Mapping[str, Rule]
    lexicon: Lexicon
    actions: Actions
    automaton: Automaton
    presearcher: Presearcher
    term_count: int


def load_rulebook(
    packs: Mapping[str, str], lexicon: Mapping[str, str], overlay: Mapping[str, str] | None = None
) -> Rulebook:
    """Compile *packs* and *lexicon* (path -> YAML text), rows of *overlay* replacing rows of the same id.

    Raises LoadError with every fault of every file.
    """
    table = TermTable()
    # raises before any rule is read: rules name its ids, without it most of their faults would be untrue
    words = read_lexicon(lexicon, table, overlay)
    actions = read_actions({**lexicon, **(overlay or {})}, table, words)
    types = {sense.trigger.type for senses in actions.triggers.values() for sense in senses}
    rules, faults = parse_packs(packs, words, table, types | {*TYPES})
    if faults:
        raise LoadError(faults)
    return Rulebook(
        id=digest(
            "rulebook", words.digest, actions.digest, *(part for rule in rules for part in (rule.id, rule.version))
        ),
        rules={rule.id: rule for rule in rules},
        lexicon=words,
        actions=actions,
        automaton=table.compile(),
        presearcher=Presearcher(rules),
        term_count=len(table.written),
    )
