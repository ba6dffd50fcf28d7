"""Doubt: it is asked, made to depend on something, or held possible.

Sentence, trigger -> **doubted** -> ladder.
"""

from streams.events.sentence import Sentence
from streams.events.stances.reach import within
from streams.text.fold import fold_term

_QAD = fold_term("قد")
_PRESENT = tuple(
    fold_term(letters)
    for letters in (
        "ي",
        "تت",
        "تست",
        "تكون",
        "تؤ",
        "تشن",
        "تشهد",
        "تنفذ",
        "تقصف",
        "تضرب",
        "تعود",
        "تقوم",
        "تلجأ",
        "توجه",
    )
)
_QUESTION = frozenset("?؟")
_QUOTES = "\"'»”’) "


def doubted(sentence: Sentence, start: int, at: int, kinds: set[str]) -> str:
    """What makes the event at word *at*, whose words begin at *start*, one that may be; "" if nothing does.

    *kinds* are those of the reports that cover it.
    """
    if _asks(sentence):
        return "question"
    if "link" in kinds:
        return "link"
    cue = within(sentence, "condition", start, at) or within(sentence, "condition", 0, 1)
    return cue or _may(sentence, start, at)


def _asks(sentence: Sentence) -> bool:
    """It is a question, but not one that takes it for granted: why did they bomb?"""
    start, end = sentence.document.raw_sentences[sentence.index]
    raw = sentence.document.layout.raw
    is_question = raw[max(start, end - 3) : end].rstrip(_QUOTES)[-1:] in _QUESTION
    return is_question and not sentence.has_in(0, 3, "why")


def _may(sentence: Sentence, start: int, at: int) -> str:
    """قد and a verb of the present: it may be. Before one of the past it says that it was."""
    for i in sentence.places_of.get("have", ()):
        if start <= i < at and sentence.words[i].endswith(_QAD) and sentence.words[i + 1].startswith(_PRESENT):
            there = sentence.owner[i + 1]
            if there is None or not there.is_name:
                return sentence.words[i]
    return ""
