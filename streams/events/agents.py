"""Agents: who does it, by the first rung of the ladder that holds, and how that is known.

The agent of a verb stands at the start of its clause, or right after it (Arabic); it is never looked for elsewhere.
"""

from msgspec import Struct

from streams.events.sentence import HARD, SOFT, Item, Sentence
from streams.text.fold import fold_term

BOUNDARIES = frozenset(("that", "relative", "clause", "say", "deny", "admit", "accuse"))
_AND, _AL = fold_term("و"), fold_term("ال")
_OF = fold_term("من")
_PREPOSED = tuple(fold_term(c + p) for c in ("", "و", "ف") for p in "بلك")
MAX_LIGHT = 9
STOPS_LIGHT = ("by", "on", "from")
GOVERNING = ("in", "on", "from", "for", "to")
ENDS_LIGHT = frozenset(("that", "relative", "clause", "say"))
COUNTING = frozenset(("tens", "number", "armed", "group"))  # dozens of planes, a pair of jets
BEFORE_ACTOR = frozenset(("now", "armed", "tens", "adjective", "have", "arms"))
MAX_ANTECEDENT = 4  # words from a name to the relative that refers to it: الهزات المدمرة التي are nobody
TOLD_TO = 4  # words from `told` to `that`
MAX_LIST = 4  # words from one name of a list to the next


class Subject(Struct, frozen=True, gc=False):
    """The item that is subject of a verb, how it stands to it, and whether the verb is joined to an earlier one."""

    item: Item | None
    pattern: str = ""


NOBODY = Subject(None)


def clause_start(sentence: Sentence, at: int) -> int:
    """The first word of the clause that holds word *at*."""
    start = sentence.clauses.get(at)
    if start is None:
        start = sentence.clauses[at] = _clause_start(sentence, at)
    return start


def _clause_start(sentence: Sentence, at: int) -> int:
    marks, cues, owner = sentence.marks, sentence.cues, sentence.owner
    for i in range(at, 0, -1):
        if marks[i]:
            return i
        if cues[i - 1] and not BOUNDARIES.isdisjoint(cues[i - 1]):
            return i
        there = owner[i - 1]
        if there is not None and there.senses and there.last == i - 1 and i < at and _is_verb(there):
            return i
    return 0


def is_joined(sentence: Sentence, at: int, kind: str) -> bool:
    """The cue of *kind* at word *at* is written together with `and`: its clause begins there."""
    word = sentence.words[at]
    if not word.startswith(_AND):
        return False
    return any(cue.kind == kind for cue in sentence.actions.cues.get(word[1:], ()))


def subject_before(sentence: Sentence, at: int, *, joined: bool = False) -> Subject:
    """Who stands before the verb at word *at*, in its own clause or as the antecedent of a relative one.

    *joined*: the verb is written together with `and`, so nobody does.
    """
    if joined and at:
        return NOBODY
    subject = sentence.subjects.get(at)
    if subject is None:
        subject = sentence.subjects[at] = _subject_before(sentence, at)
    return subject


def _subject_before(sentence: Sentence, at: int) -> Subject:
    start = clause_start(sentence, at)
    if antecedent := _after_relative(sentence, start, at):
        return Subject(antecedent, "relative")
    first = None
    for item in sentence.items:
        if start <= item.first and item.last < at and not _is_preposed(sentence, item, start):
            if item.actor is not None and _is_cover(sentence, item):
                continue
            first = item
            break
    beside = _beside(sentence, start, at)
    if beside is not None and first is not None and not _are_listed(sentence, first, beside):
        first = beside  # ... and ISIS detonated
    if (first is None or not first.actor) and (head := _head_of_list(sentence, start, at)):
        return Subject(head, "subject_verb")
    if first is not None:
        return Subject(first, "subject_verb")
    if start and sentence.has(start - 1, "relative") and not _is_said(sentence, start - 1):
        antecedent = _last_before(sentence, start - 1)
        is_near = sentence.words[start - 1].isalpha() or (  # which; Arabic letters are folded to others
            antecedent is not None and start - 1 - antecedent.last <= MAX_ANTECEDENT
        )
        return Subject(antecedent, "relative") if is_near else Subject(None)
    if (
        start
        and sentence.marks[start] == SOFT
        and not (sentence.words[at].startswith(_AND) or sentence.has_in(start, at, "joiner"))
    ):
        return _over_aside(sentence, start)
    return Subject(None)


def _head_of_list(sentence: Sentence, start: int, at: int) -> Item | None:
    """`Russian aircraft, rocket launchers and artillery` bombarded: the actor before the comma begins the list."""
    there = sentence.owner[start - 1] if start and sentence.marks[start] == SOFT else None
    is_list = there is not None and there.is_name and there.actor is not None and sentence.has_in(start, at, "joiner")
    return first_joined(sentence, there) if is_list and there is not None else None


def _is_cover(sentence: Sentence, item: Item) -> bool:
    """Russian air cover is a name and support at once, and shells nobody."""
    return any(trigger.actor is item.actor for trigger in sentence.triggers)


def _is_said(sentence: Sentence, at: int) -> bool:
    """The `that` at word *at* begins what is said, and refers to nothing: no name stands right before it."""
    is_told = sentence.has_in(at - TOLD_TO, at, "say")  # witnesses told Reuters that
    return sentence.has(at, "that") and (at == 0 or is_told or sentence.owner[at - 1] is None)


def _beside(sentence: Sentence, start: int, at: int) -> Item | None:
    """The actor whose name ends right before the verb, and is no preposition's."""
    i = at - 1
    while i > start and sentence.owner[i] is None and not {"have", "now", "adjective"}.isdisjoint(sentence.cues[i]):
        i -= 1
    item = sentence.owner[i] if i >= start else None
    is_actor = item is not None and item.is_name and item.actor is not None and item.first > start
    return item if is_actor and item is not None and not _is_preposed(sentence, item, start) else None


def first_joined(sentence: Sentence, item: Item) -> Item:
    """The first of the actors that are joined to *item*: Syrian or Russian planes."""
    first = item
    for one in reversed([one for one in sentence.items if one.last < item.first]):
        between = range(one.last + 1, first.first)
        if one.actor is None or not one.is_name or not all(sentence.has(i, "joiner") for i in between):
            break
        first = one
    return first


def _are_listed(sentence: Sentence, first: Item, last: Item) -> bool:
    """All names from *first* to *last* are actors: they act together."""
    between = [item for item in sentence.items if first.first <= item.first <= last.first]
    return all(
        item.actor is not None and item.is_name for item in between
    ) and last.first - first.last <= MAX_LIST * len(between)


def _after_relative(sentence: Sentence, start: int, at: int) -> Item | None:
    """The fighters who attacked the field *withdrew*: the verb before is a relative clause's."""
    there = sentence.owner[start - 1] if start else None
    if there is None or there.is_name or sentence.marks[start] or sentence.has_in(start, at, "joiner"):
        return None
    above = clause_start(sentence, there.first)
    return _last_before(sentence, above - 1) if above and sentence.has(above - 1, "relative") else None


def _over_aside(sentence: Sentence, start: int) -> Subject:
    """`the army, backed by X, entered`: the subject of the clause before the comma, if it has no verb yet."""
    for i in range(start - 1, -1, -1):
        if i and sentence.marks[i] < SOFT and not any(kind in sentence.cues[i - 1] for kind in ("that", "say")):
            continue
        inner = (
            sentence.has(i, "support")
            or sentence.has(i, "relative")
            or sentence.has(i, "now")
            or sentence.has(i, "slot")
        )
        if inner and i and sentence.marks[i] == SOFT:
            continue
        items = [item for item in sentence.items if i <= item.first < start]
        if items and items[0].is_name and items[0].actor and not _is_preposed(sentence, items[0], i):
            if any(_is_verb(item) and not sentence.has(item.first, "support") for item in items[1:] if item.senses):
                return Subject(None)
            return Subject(items[0], "subject_verb")
        return Subject(None)
    return Subject(None)


def _is_preposed(sentence: Sentence, item: Item, start: int) -> bool:
    """A preposition stands between *item* and the name before it (or the clause's start)."""
    if item.before.startswith(_PREPOSED):
        return True
    i = item.first - 1
    while i >= start and sentence.owner[i] is None:
        cues = sentence.cues[i]
        if sentence.words[i].isdigit() or "now" in cues or "unit" in cues:
            return False  # on 5 May Russian jets ...
        if "slot" in cues and cues["slot"][0] != "none" and "joiner" not in cues:
            counted = cues["slot"][0] == "of" and i and not COUNTING.isdisjoint(sentence.cues[i - 1])
            if sentence.words[i + 1] == "be":
                return False  # what appeared to be Russian jets
            if not counted or sentence.words[i + 1] == "them":  # dozens of civilians; many of them Russian
                return True
        if "accord" in cues or "support" in cues or "undergo" in cues:
            return True
        i -= 1
    # after another name without a verb between: `the town of X`, a list's later members
    return i >= start and item.place is not None and item.actor is None


def _last_before(sentence: Sentence, at: int) -> Item | None:
    return next((item for item in reversed(sentence.items) if item.last < at), None)


def _is_verb(item: Item) -> bool:
    for sense in item.senses:  # noqa: SIM110 - asked for every verb and noun of a clause: no generator
        if sense.tense not in ("noun", "ing"):
            return True
    return False


def light_verb(sentence: Sentence, trigger: Item) -> tuple[int, int] | None:
    """The light verb whose object the noun *trigger* is: its word and its length; None if there is none.

    It may hang on `managed to` by a preposition: تمكنت من دخول.
    """
    if trigger.first not in sentence.lights:
        sentence.lights[trigger.first] = _light_verb(sentence, trigger)
    return sentence.lights[trigger.first]


def _light_verb(sentence: Sentence, trigger: Item) -> tuple[int, int] | None:
    first = trigger.first
    if first > MAX_LIGHT and sentence.marks[first] == SOFT and (cue := sentence.cues[0].get("light")):
        return 0, cue[1]  # نفذت ست قاذفات، أقلعت من كذا وعبرت كذا، ضربة
    if not (sentence.has_in(first - MAX_LIGHT, first, "light") or sentence.has_in(first - MAX_LIGHT, first, "managed")):
        return None
    hangs = trigger.first > 0 and sentence.slot(trigger.first - 1) in STOPS_LIGHT
    if (
        sentence.words[first].startswith(_AL)
        and first
        and sentence.owner[first - 1] is None
        and not sentence.cues[first - 1]
    ):
        return None  # لمتضرري القصف: another noun's
    for i in range(trigger.first - 1 - hangs, max(trigger.first - MAX_LIGHT, -1), -1):
        cues = sentence.cues[i]
        verb = cues.get("managed") or (None if hangs else cues.get("light"))
        if verb and not _is_governed_noun(sentence, i, trigger):
            return i, verb[1]
        there = sentence.owner[i]
        is_verb = there is not None and not there.is_name and _is_verb(there)
        is_slot = "slot" in cues and "since" not in cues and not _is_number(sentence, i + 1)  # flew over 60 sorties
        slot = cues["slot"][0] if is_slot else None
        if is_verb or sentence.marks[i + 1] >= HARD or slot in STOPS_LIGHT or not ENDS_LIGHT.isdisjoint(cues):
            return None
    return None


def _is_number(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].isdigit() or not {"number", "tens"}.isdisjoint(sentence.cues[at])


def _is_governed_noun(sentence: Sentence, at: int, trigger: Item) -> bool:
    """عن وجه الأرض: what an Arabic preposition governs is a noun, though a light verb is written alike."""
    slot = sentence.cues[at - 1].get("slot") if at and trigger.senses[0].trigger.language == "ar" else None
    return slot is not None and slot[0] in GOVERNING and slot[1] == 1


def actor_after(sentence: Sentence, at: int, reach: int = 3) -> Item | None:
    """The actor whose name begins at word *at*, or after up to *reach* words that may stand before it."""
    if at < len(sentence) and (veil := sentence.cues[at].get("veil")):
        at += veil[1]  # by what appeared to be
    for i in range(at, min(at + reach + 1, len(sentence))):
        if i > at and sentence.marks[i] >= HARD:
            return None
        item = sentence.owner[i]
        if item is not None:
            return item if item.first == i and not item.before.startswith(_PREPOSED) else None
        cues = sentence.cues[i]
        if sentence.words[i] == _OF and i > at and sentence.has_in(at, i, "armed"):
            continue  # وحدات من الجيش, مجموعات متسللة من التنظيم
        if BEFORE_ACTOR.isdisjoint(cues):
            return None
    return None
