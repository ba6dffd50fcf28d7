"""Cues: what the words of a sentence say of the events around them: kind -> value and number of words.

words, Actions -> **read_cues** -> Sentence. Most words say nothing: a look-up a word, and work for the rest.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat

from streams.events.actions import Actions, Cue

Cues = Mapping[str, tuple[str, int]]
NOTHING: Cues = {}


def read_cues(words: list[str], actions: Actions) -> list[Cues]:
    """The cues that begin at each of *words*; those of a phrase where its further words follow."""
    seconds, nothing, last = actions.seconds, NOTHING, len(words) - 1
    found: list[Cues] = list(map(actions.alone.get, words, repeat(nothing)))
    phrases = []
    for i, kinds in enumerate(found):
        if kinds is not nothing and (word := words[i]) in seconds and i < last and words[i + 1] in seconds[word]:
            found[i] = _kinds(actions.cues[word], words, i)
            phrases.append(i)
    for i in phrases:
        _settle(found, i)
    return found


def places_of(cues: list[Cues]) -> dict[str, list[int]]:
    """Kind of cue -> the words at which one begins, in order."""
    found: dict[str, list[int]] = {}
    for i, kinds in enumerate(cues):
        if kinds:
            for kind in kinds:
                if kind in found:
                    found[kind].append(i)
                else:
                    found[kind] = [i]
    return found


def _settle(found: list[Cues], at: int) -> None:
    """Let the phrase at word *at* say what its words alone would not: so far, said to have, أكثر من."""
    kinds = found[at]
    plain = kinds.get("plain")
    if plain and all(cue[1] <= plain[1] for cue in kinds.values()):
        found[at : at + plain[1]] = [{"plain": plain}] + [NOTHING] * (plain[1] - 1)
        return
    if "say" in kinds and kinds.get("hedge", ("", 0))[1] > 1:
        found[at] = {kind: cue for kind, cue in kinds.items() if kind != "say"}
    if "slot" in kinds:
        for j in range(at + 1, at + kinds["slot"][1]):
            if "slot" in found[j]:
                found[j] = {kind: cue for kind, cue in found[j].items() if kind != "slot"}


def _kinds(cues: Iterable[Cue], words: list[str], at: int) -> Cues:
    """Those of *cues*, the longest first, whose further words stand after word *at*."""
    kinds: dict[str, tuple[str, int]] = {}
    for cue in cues:
        n = len(cue.rest)
        if cue.kind not in kinds and (not n or tuple(words[at + 1 : at + 1 + n]) == cue.rest):
            kinds[cue.kind] = (cue.value, n + 1)
    return kinds
