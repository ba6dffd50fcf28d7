"""Reader: the sections `actions` and `cues` of the lexicon's files to Actions, or every fault of every file at once."""

from collections.abc import Mapping

from streams.events.actions import Actions
from streams.text.terms import TermTable


def read_actions(files: Mapping[str, str], table: TermTable) -> Actions:
    """Read *files* (path -> YAML text); every form of a trigger goes into *table*. Raises LoadError with all faults."""
    return Actions()
