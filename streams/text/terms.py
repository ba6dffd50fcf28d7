"""Terms to spans: every term of every rule and lexicon row in one automaton, one pass over the folded text.

Separators stand inside the patterns (`" term "`, and `"term "` for stems that take proclitics), so word boundaries
cost nothing to check; what stands to the left of an Arabic stem is looked up among its legal proclitics.
"""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import daachorse

from streams.languages import ARABIC
from streams.text.fold import fold, fold_term

ARTICLE = fold_term(ARABIC.article)
MIN_PREFIX_LETTERS = 4
_LAM = fold_term("ل")


def _folded(strings: frozenset[str]) -> frozenset[str]:
    return frozenset(fold_term(s) for s in strings)


_ANY, _DEFINITE, _LONG_ONLY = map(_folded, (ARABIC.proclitics, ARABIC.definite, ARABIC.long_only))
_SHORT = _ANY - _LONG_ONLY
_LAM_AFTER_ARTICLE = _folded(frozenset({"ل", "ول", "فل"}))
_NOTHING = frozenset({""})


class _Pattern(NamedTuple):
    """One string of the automaton for one term. `before` are the letters that may stand left of it, up to a space."""

    term: int
    before: frozenset[str] | None  # None: the pattern itself begins with a space
    open_end: bool  # a prefix term: the word goes on to its end
    article: bool  # the term was written with its article


@dataclass(slots=True)
class TermTable:
    """Collects terms, each once, and hands out their ids; `compile` makes the automaton."""

    ids: dict[tuple[str, bool, bool], int] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    def add(self, term: str, *, inflect: bool = True) -> int:
        """The id of *term* (`word*` is a prefix). *inflect* adds the endings that are always safe.

        Raises ValueError, its text for the rule's author, if nothing of the term is left after folding, or a prefix
        is too short.
        """
        prefix = term.endswith("*")
        key = (term.removesuffix("*").strip(), prefix, inflect)
        if key not in self.ids:
            folded = fold_term(key[0])
            if not folded:
                raise ValueError(f"the term {term!r} has no letter and no digit")
            if prefix and len(folded.rpartition(" ")[2]) < MIN_PREFIX_LETTERS:
                raise ValueError(f"the prefix {term!r} is shorter than {MIN_PREFIX_LETTERS} letters")
            self.ids[key] = len(self.written)
            self.written.append(term)
        return self.ids[key]

    def compile(self) -> "Automaton":
        """The automaton over all terms added so far."""
        patterns: dict[str, list[_Pattern]] = {}
        for (raw, prefix, inflect), term in self.ids.items():
            for text, pattern in _patterns(raw, term, prefix=prefix, inflect=inflect):
                patterns.setdefault(text, []).append(pattern)
        return Automaton(list(patterns), [tuple(p) for p in patterns.values()])


def _patterns(raw: str, term: int, *, prefix: bool, inflect: bool) -> list[tuple[str, _Pattern]]:
    end = "" if prefix else " "
    if not ARABIC.letters.match(raw.lstrip("#\"'«“([")):
        return [(f" {fold_term(raw)}{end}", _Pattern(term, None, prefix, article=False))]
    found: list[tuple[str, _Pattern]] = []
    for form in dict.fromkeys(_forms(raw) if inflect and not prefix else (fold_term(raw),)):
        stem = form.removeprefix(ARTICLE) if _has_article(form) else form
        is_long = len(stem) >= ARABIC.long_stem  # a phrase is
        if stem == form:
            found.append((form + end, _Pattern(term, _ANY if is_long else _SHORT, prefix, article=False)))
            continue
        before = _DEFINITE | (_LAM_AFTER_ARTICLE if stem.startswith(_LAM) else frozenset())
        found.append((stem + end, _Pattern(term, before, prefix, article=True)))
    return found


def _has_article(folded: str) -> bool:
    """Written with ال; a word of two letters after it (الم) is taken as written."""
    return folded.startswith(ARTICLE) and len(folded.split(" ", 1)[0]) - len(ARTICLE) > 2


def _forms(raw: str) -> list[str]:
    stem = raw.strip().rstrip("\"'»”)]")
    forms = [fold_term(stem)]
    for off, on in ARABIC.endings:
        if off and not stem.endswith(off):
            continue
        if not off and stem.endswith(("ة", "ى", "ا", "ء")):
            continue  # before a suffix these letters change: the row of their own ending, or none, serves them
        forms += [fold_term(stem.removesuffix(off) + ending) for ending in on]
    return forms


@dataclass
class Automaton:
    """Finds all terms in folded text. Different terms may fold to one string: then it has several patterns."""

    strings: list[str]
    patterns: list[tuple[_Pattern, ...]]
    _machine: daachorse.DoubleArrayAhoCorasick | None = None

    def __post_init__(self) -> None:
        if self.strings:
            self._machine = daachorse.DoubleArrayAhoCorasick([s.encode("ascii") for s in self.strings])

    @cached_property
    def phrases(self) -> frozenset[int]:
        """The terms of several words."""
        return frozenset(
            pattern.term
            for string, patterns in zip(self.strings, self.patterns, strict=True)
            if " " in string.strip()
            for pattern in patterns
        )

    def scan(self, text: str) -> dict[int, list[tuple[int, int]]]:
        """Term id -> folded [start, end) of its occurrences, without separators and proclitics, in reading order."""
        hits: dict[int, list[tuple[int, int]]] = {}
        if self._machine is None:
            return hits
        all_patterns = self.patterns
        for start, end, found in self._machine.find_overlapping(text.encode("ascii")):
            for term, legal, open_end, article in all_patterns[found]:
                if legal is None:
                    first = start + 1
                else:
                    before = text[text.rfind(" ", 0, start) + 1 : start]
                    if before not in legal:
                        continue
                    first = start - 2 if article and before[-2:] == ARTICLE else start
                span = (first, text.index(" ", end) if open_end else end - 1)
                if term in hits:
                    hits[term].append(span)
                else:
                    hits[term] = [span]
        for spans in hits.values():
            if len(spans) > 1:
                spans.sort()
        return hits


def find_term(term: str, raw: str) -> list[tuple[int, int]]:
    """Raw spans of one *term* in *raw*: the engine on a single term, for tests and for `rules explain`."""
    table = TermTable()
    table.add(term)
    folded = fold(raw)
    return [folded.raw_span(a, b) for spans in table.compile().scan(folded.text).values() for a, b in spans]
