"""Accusing: who accuses whom in English, and where the deed is told: before it, after it, or in the heading it closes.

Sentence, accuse verb -> **accusation** -> english.
"""

from streams.events.model import Role
from streams.events.sentence import HARD, SOFT, Item, Sentence
from streams.events.speech.report import Report, Said, roles_of

MAX_JOINED = 3
OF_WHAT = frozenset(("of", "for", "over"))


def accusation(sentence: Sentence, said: Said, subject: Item | None, speakers: tuple[Role, ...]) -> Report:
    """What is told before an accusation that closes its heading (`..., medics blame Russia`), else what follows."""
    stop = len(sentence)
    following = sentence.words[said.begin] if said.begin < stop else ""
    claimants, accused, begin = _accusing(sentence, said, subject, following, speakers)
    if closed := _closes(sentence, said, accused):
        begin, stop = 0, closed
    elif accused and following == "on":
        begin = 0  # raids that they blamed on X
    elif not any(one.first >= said.begin for one in sentence.items if not one.is_name):
        begin, accused = 0, ()
    return Report(kind="accuse", at=said.at, start=begin, stop=stop, claimants=claimants, accused=accused)


def _closes(sentence: Sentence, said: Said, accused: tuple[Role, ...]) -> int:
    """The end of the heading, if something is told in it before, and those *accused* are its last words; else 0."""
    stop = next((i for i in range(said.at + 1, len(sentence)) if sentence.marks[i] >= HARD), len(sentence))
    last = max((role.span[1] for role in accused if role.span), default=0)
    is_last = last and (said.begin >= stop or last >= sentence.end(stop - 1))
    return stop if is_last and any(not one.is_name and one.first < said.at for one in sentence.items) else 0


def _accusing(
    sentence: Sentence, said: Said, subject: Item | None, following: str, speakers: tuple[Role, ...]
) -> tuple[tuple[Role, ...], tuple[Role, ...], int]:
    """Accuser, accused and where the deed begins; the accused is the subject in `X was accused of`, `X blamed for`."""
    ours = roles_of([subject]) if subject else speakers
    if subject and (said.begin >= len(sentence) or sentence.marks[said.begin] >= SOFT):
        return (), roles_of(_joined(sentence, subject, said.at)), said.begin  # ..., Russia blamed
    is_passive = following in OF_WHAT
    others, begin = ((), said.begin) if is_passive else _accused(sentence, said.begin)
    if is_passive or following == "by":
        return others, roles_of(_joined(sentence, subject, said.at)) if subject else (), begin
    return ours, others, begin


def _accused(sentence: Sentence, begin: int) -> tuple[tuple[Role, ...], int]:
    """Whom the words from *begin* on accuse, and where the deed begins: blamed the raids *on Russia*."""
    blamed = next(
        (one for one in sentence.items if one.first >= begin and (one.actor or _is_state(sentence, one))), None
    )
    if blamed is None:
        return (), begin
    if blamed.actor is None and blamed.place is not None:
        return (Role(id=blamed.place.id, span=blamed.span, basis="stated"),), begin
    told_first = any(not one.is_name for one in sentence.items if begin <= one.first < blamed.first)
    return roles_of(_joined(sentence, blamed, len(sentence))), begin if told_first else blamed.last + 1


def _is_state(sentence: Sentence, item: Item) -> bool:
    """A country after `on`, blamed on it: not where."""
    is_country = item.place is not None and "." not in item.place.id
    return is_country and sentence.words[item.first - 1] in ("on", "to", "at")


def _joined(sentence: Sentence, first: Item, stop: int) -> list[Item]:
    """*first* and the actors joined to it, before word *stop*."""
    found = [first]
    for one in sentence.items:
        if one.first <= first.last:
            continue
        between = range(found[-1].last + 1, one.first)
        if one.first >= stop or one.actor is None or not between or len(between) > MAX_JOINED:
            break
        if not all(sentence.has(i, "joiner") or sentence.has(i, "ally") or sentence.words[i] == "the" for i in between):
            break
        found.append(one)
    return found
