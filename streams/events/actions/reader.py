"""Reader: the sections `actions`, `cues` and `words` of the lexicon's files to Actions, or every fault at once."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from streams import yaml
from streams.errors import LoadError
from streams.events.actions.actions import LISTS, Actions, Cue
from streams.events.actions.book import Book, rows_of
from streams.events.actions.cue_rows import read_cue, read_words
from streams.events.actions.triggers import read_action
from streams.ids import digest
from streams.lexicon import Lexicon
from streams.lexicon.fields import Faults
from streams.lexicon.words import with_and_without_article
from streams.text.terms import TermTable

Key = TypeVar("Key")
Value = TypeVar("Value")
READ = {"actions": read_action, "cues": read_cue, "words": read_words}


def read_actions(files: Mapping[str, str], table: TermTable, lexicon: Lexicon) -> Actions:
    """Read *files* (path -> YAML text); every form of a trigger goes into *table*. Raises LoadError with all faults."""
    book = Book(table)
    found = []
    said: list[Any] = []
    for path, content in files.items():
        root = yaml.parse(content, path)
        if not isinstance(root, yaml.Mapping):
            continue
        faults = Faults(path)
        for section, read in READ.items():
            node = root.get(section)
            if node is None:
                continue
            said.append([section, yaml.plain(node)])
            for item in rows_of(faults, node):
                read(book, faults, item)
        found += faults.found
    if found:
        raise LoadError(found)
    cues = {word: tuple(sorted(same, key=lambda cue: -len(cue.rest))) for word, same in book.cues.items()}
    return Actions(
        triggers=_shared(
            ((term, tuple(senses)) for term, senses in book.triggers.items()),
            lambda senses: tuple((id(sense.trigger), sense.tense) for sense in senses),
        ),
        bound=frozenset(
            term for term, senses in book.triggers.items() if all(sense.trigger.object for sense in senses)
        ),
        never=frozenset(book.never),
        cues=cues,
        alone=_shared(
            (
                (word, {cue.kind: (cue.value, 1) for cue in reversed(same) if not cue.rest})
                for word, same in cues.items()
            ),
            lambda kinds: tuple(kinds.items()),
        ),
        lists={name: frozenset(book.lists.get(name, ())) for name in LISTS},
        sport=frozenset(word for word, same in cues.items() if any(c.kind == "sport" and not c.rest for c in same)),
        phrases={word: _by_second(same) for word, same in cues.items() if any(cue.rest for cue in same)},
        words={
            code: replace(words, qualifiers=words.qualifiers | _adjectives(cues))
            for code, words in lexicon.meanings.words.items()
        },
        digest=digest("actions", repr(said)),
    )


def _shared(said: Iterable[tuple[Key, Value]], alike: Callable[[Value], Hashable]) -> dict[Key, Value]:
    """*said* as a mapping in which values that are *alike* are one object.

    Words by ten thousands say a few hundred things: these stay in the processor's caches, a value for each would not.
    """
    once: dict[Hashable, Value] = {}
    return {key: once.setdefault(alike(value), value) for key, value in said}


def _by_second(same: tuple[Cue, ...]) -> dict[str, tuple[Cue, ...]]:
    """Second word -> those of *same*, all of one first word, that it goes on, and those of the first word alone."""
    seconds = dict.fromkeys(cue.rest[0] for cue in same if cue.rest)
    return {second: tuple(cue for cue in same if not cue.rest or cue.rest[0] == second) for second in seconds}


def _adjectives(cues: Mapping[str, tuple[Cue, ...]]) -> set[str]:
    plain = {word for word, same in cues.items() if any(cue.kind == "adjective" and not cue.rest for cue in same)}
    return {form for word in plain for form in with_and_without_article(word)}
