"""Actions: what each term of the automaton means as a trigger.

rules/lexicon/actions.yaml, cues.yaml -> reader -> **Actions** -> coder. Immutable.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """`triggers` is by term id of the rulebook's automaton; `digest` hashes what the files say."""

    triggers: Mapping[int, tuple[object, ...]] = field(default_factory=dict)
    digest: str = ""
