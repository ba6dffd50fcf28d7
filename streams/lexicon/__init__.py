"""The lexicon: lists of actors, places and weapons, and the mentions of them in a text."""

from streams.lexicon.lint import lint
from streams.lexicon.mentions import find_mentions
from streams.lexicon.model import Lexicon
from streams.lexicon.reader import read_lexicon

__all__ = ["Lexicon", "find_mentions", "lint", "read_lexicon"]
