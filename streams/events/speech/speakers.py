"""Speakers: who says so where no name stands that we know: ناشطون, residents, a man with a name of his own.

Sentence, say verb -> **speaker_after**, **speaker_before** -> speech, claims. The cue `speaker` names the row of actors
that stands for them; one whom nothing names is an unnamed source.
"""

from streams.events.model import Role
from streams.events.sentence import SOFT, Sentence
from streams.text.fold import fold_term

REACH, MAX_NAME = 5, 8
TITLE = 20  # words between a name and what its bearer says, if commas stand around what he is
MAX_BEFORE = 9  # words between a say verb and the unnamed who says it
UNNAMED = "source"
ENDS = frozenset(("that", "accord", "slot", "say", "now"))
SPOKEN = frozenset(
    map(
        fold_term,
        ("صرح", "صرحت", "قال", "قالت", "قول", "أعلن", "أعلنت", "ذكر", "ذكرت", "أفاد", "أفادت", "أكد", "أكدت", "لسان"),
    )
)
PREPOSED = frozenset(("slot", "that", "accord", "joiner", "clause", "now", "negation", "light", "support"))


def speaker_after(sentence: Sentence, begin: int, *, by_name: bool = False) -> tuple[Role, ...]:
    """The speaker among the first words from *begin* on; *by_name*: else whoever stands between them and `that`."""
    is_told = bool(sentence.places_of.get("speaker"))
    for i in range(begin, min(begin + REACH, len(sentence))) if is_told else ():
        cues = sentence.cues[i]
        if (i > begin and sentence.marks[i] >= SOFT) or "that" in cues or sentence.owner[i] is not None:
            break
        cue = cues.get("speaker")
        if cue and cue[0]:
            first = begin if by_name and _is_name(sentence, begin, i) else i  # خالد الحلبي وهو طبيب
            return (_role(sentence, cue[0], first, i + cue[1] - 1),)
    return _named(sentence, begin) if by_name else ()


def _is_name(sentence: Sentence, begin: int, stop: int) -> bool:
    """The words [begin, stop) say nothing: a name, and what its bearer is."""
    return all(sentence.owner[i] is None and not sentence.cues[i] for i in range(begin, stop))


def speaker_before(sentence: Sentence, at: int) -> tuple[Role, ...]:
    """The speaker right before the say verb at word *at*; where he is may stand between: medics in the town said."""
    if not sentence.places_of.get("speaker"):
        return ()
    near = at - 3
    for i in range(at - 1, max(at - MAX_BEFORE, -1), -1):
        if sentence.marks[i + 1] >= SOFT:
            return ()
        there, cues = sentence.owner[i], sentence.cues[i]
        if there is not None and (there.place is None or not there.is_name):
            return ()
        cue = cues.get("speaker")
        if cue and cue[0] and there is None:
            return (_role(sentence, cue[0], i, i + cue[1] - 1),)
        if there is not None or sentence.slot(i) in ("in", "on", "of"):
            near = i - 3
        elif i <= near:
            return ()
    return ()


def who_spoke(sentence: Sentence, at: int, begin: int) -> tuple[Role, ...]:
    """The unknown words from *begin* on, if the accord at word *at* is one of speech: كما صرح فلان; not وفق الاتفاق."""
    last = begin - 1
    for i in range(begin, min(begin + REACH, len(sentence))):
        if (i > begin and sentence.marks[i]) or sentence.owner[i] is not None or sentence.cues[i]:
            break
        last = i
    is_spoken = not SPOKEN.isdisjoint(sentence.words[at:begin])
    return (_role(sentence, UNNAMED, begin, last),) if is_spoken and last >= begin else ()


def _named(sentence: Sentence, begin: int) -> tuple[Role, ...]:
    """The words from *begin* up to `that`, if they can be a name."""
    if begin >= len(sentence) or not PREPOSED.isdisjoint(sentence.cues[begin]):
        return ()
    last = begin - 1
    for i in range(begin, min(begin + MAX_NAME, len(sentence))):
        cues = sentence.cues[i]
        if (i > begin and sentence.marks[i]) or sentence.owner[i] is not None or (cues and not ENDS.isdisjoint(cues)):
            break
        last = i
    reach = TITLE if last + 1 < len(sentence) and sentence.marks[last + 1] == SOFT and last > begin else MAX_NAME
    told = last >= begin and sentence.has_in(last + 1, last + 1 + reach, "that")  # قال X، مدير كذا، إن
    return (_role(sentence, UNNAMED, begin, last),) if told else ()


def _role(sentence: Sentence, id_: str, first: int, last: int) -> Role:
    return Role(id=id_, span=(sentence.starts[first], sentence.end(last)), basis="stated")
