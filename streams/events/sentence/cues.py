"""Cues: what the words of a sentence say of the events around them: kind -> value and number of words.

words, Actions -> **read_cues** -> Sentence. Most words say nothing: a look-up a word, and work for the rest.
"""

from collections.abc import Iterable, Mapping
from itertools import repeat

from streams.events.actions import Actions, Cue
from streams.text.fold import fold_term

Cues = Mapping[str, tuple[str, int]]
NOTHING: Cues = {}
OF: Cues = {"slot": ("of", 1)}
_FROM, _WHENCE = fold_term("من"), ("from", 1)
_WITH = tuple(map(fold_term, "وفبل"))
MAX_SIDES = 2  # adjectives between a part of a town and من


def read_cues(words: list[str], actions: Actions) -> tuple[list[Cues], dict[str, list[int]]]:
    """The cues that begin at each of *words*, those of a phrase where its further words follow; and kind of cue -> the
    words at which one begins, in order.
    """
    phrases, nothing, last = actions.phrases, NOTHING, len(words) - 1
    found: list[Cues] = list(map(actions.alone.get, words, repeat(nothing)))
    cued = [i for i, kinds in enumerate(found) if kinds is not nothing]
    begun = []
    for i in cued:
        if words[i] in phrases and i < last and (cues := phrases[words[i]].get(words[i + 1])):
            found[i] = _kinds(cues, words, i)
            begun.append(i)
    for i in begun:
        _settle(found, i)
    if _FROM in words:
        for i in cued:
            if words[i] == _FROM and found[i].get("slot") == _WHENCE and _is_part(words, i, actions):
                found[i] = OF
    places: dict[str, list[int]] = {}
    for i in cued:
        for kind in found[i]:
            if kind in places:
                places[kind].append(i)
            else:
                places[kind] = [i]
    return found, places


def _is_part(words: list[str], at: int, actions: Actions) -> bool:
    """الأحياء الغربية من المدينة, جزء من المدينة: what stands before `from` at word *at* is a part of what follows."""
    lists, before = actions.lists, at - 1
    while before > 0 and at - before <= MAX_SIDES and words[before] in lists["side"]:
        before -= 1
    word = words[before] if before >= 0 else ""
    while word[:1] in _WITH and word not in lists["quarter"] and word not in lists["part"]:
        word = word[1:]
    return word in lists["part"] or (before < at - 1 and word in lists["quarter"])


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
