"""Stances: whether an event is told as a fact, a claim, a plan, a denial or as history; the first that holds."""

import re

from streams.events.agents import clause_start, light_verb
from streams.events.sentence import SOFT, Item, Sentence
from streams.events.speech import Report
from streams.events.times import LONG, OPEN, SHORT, is_beside, told_since
from streams.text.fold import fold_term

YEAR_DIGITS = 4
THREE = 3  # digits of a number that is no day
ANTECEDENT = 6  # words of the noun that a relative clause hangs on
MAX_OPENERS, NEAR_YEAR = 2, 3
SAID_ON = 3  # words from `said` to its day
MAX_MONTHS = 14  # words between an event and how many months it went on
OPENS_YEAR = 6  # a year among the first words is that of all its sentence
MAX_YEAR = 16  # words between an event and the year that is its own
COMING = 9  # words from an event noun to its verb
MOCK = 12  # words in which targets are told to be none
FALSE = 16  # words from an event noun to what says that it is false
OF_THAT = 6  # words from `feared` to `that`
NEAR_SERVES = 7  # words from strikes to what they are told to have helped
NEAR, FAR = 4, 9  # words before a trigger in which a negation, a plan is about it
HABITUAL = frozenset(
    {"strike", "attack", "clash", "casualties", "bombing", "siege_ongoing", "air_support", "military_support"}
)
GROUND = frozenset(
    {"territory_seized", "siege_laid", "siege_broken", "siege_tightened", "force_entry", "advance", "route_opened"}
)
NOMINAL = ("negation", "halt")
OPENERS = frozenset(("clause", "condition", "that"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_AFTER = frozenset(map(fold_term, ("году", "года")))  # в 2016 году
_IN_YEAR = frozenset(
    fold_term(word)
    for word in [
        "بين",
        "خلال",
        "in",
        "عام",
        "سنة",
        "العام",
        "of",
        "since",
        "منذ",
        "году",
        "early",
        "late",
        "mid",
        "summer",
        "winter",
        "spring",
        "autumn",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "صيف",
        "شتاء",
        "ربيع",
        "خريف",
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "الأول",
        "الثاني",
        "آذار",
        "شباط",
    ]
)
_TO, _AN = fold_term("to"), fold_term("أن")
_MAY, _SINCE = "may", frozenset((fold_term("since"), fold_term("منذ"), fold_term("ومنذ")))
_DATES = frozenset(("in", "on", "of", "since", "late", "early", "last", "by", "mid", "until"))
_LAM = tuple(fold_term(c + "ل") for c in ("", "و"))
_AL = fold_term("ال")
_ANY, MAX_ANY = frozenset(map(fold_term, ("أي", "أية", "لأي", "بأي"))), 12
_HAD = frozenset(map(fold_term, ("قد", "وقد")))
_WAS = tuple(fold_term(word) for word in ("كان", "كانت", "كانوا", "كانتا"))
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
_IN = fold_term("ب")
_MONTHS, _LASTING = frozenset(("months", "years")), frozenset(("for", "over", "in", "during"))
_MONTH_NAMES = frozenset(
    (
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december",
    )
)  # fmt: skip
_IN_MONTH = frozenset(("in", "last", "early", "late", "mid", "since"))
_NOBODY = frozenset(("no", "none", "neither", "нет", "ни"))
_QUESTION = frozenset("?؟")
_QUOTES = "\"'»”’) "
_MA = frozenset((fold_term("ما"), fold_term("وما")))


def stance_of(sentence: Sentence, trigger: Item, type_: str, inner: list[Report], year: int | None) -> tuple[str, str]:
    """The stance of the event at *trigger*, and the folded cue that says so.

    *inner* are the reports that cover it; *year* is the article's, if it is dated.
    """
    at = trigger.first
    start = _scope_start(sentence, at, inner)
    if cue := _within(sentence, "unclear", 0, at):
        return "claimed", cue  # who did it is in doubt, not that it was done
    near, kinds = max(start, at - NEAR), {report.kind for report in inner}
    if cue := _negated(sentence, trigger, near, inner):
        return "negated", cue
    if cue := "denial" if "deny" in kinds else _untrue(sentence, trigger):
        return "denied", cue
    if _asks(sentence):
        return "conditional", "question"
    if (
        cue := "link"
        if "link" in kinds
        else _within(sentence, "condition", start, at)
        or _within(sentence, "condition", 0, 1)
        or _may(sentence, start, at)
    ):
        return "conditional", cue
    if cue := _plan(sentence, trigger, type_, start):
        return "planned", cue
    if cue := _history(sentence, trigger, type_, start, year, inner):
        return "background", cue
    if "admit" in kinds:
        return "admitted", "admission"
    if inner:
        return "claimed", "say"
    hedge = _within(sentence, "hedge", near, min(at + NEAR, len(sentence)))
    return ("claimed", hedge) if hedge else ("asserted", "")


def _negated(sentence: Sentence, trigger: Item, near: int, inner: list[Report]) -> str:
    at = trigger.first
    cue = _within(sentence, "negation", near, at) or _within(sentence, "halt", near, at)
    if cue and _goes_on(sentence, near, at):
        cue = ""
    cue = cue or _light_negated(sentence, trigger) or _of_nobody(sentence, trigger)
    return (
        cue
        or _not_any(sentence, at)
        or _not_said(sentence, inner)
        or _halts(sentence, trigger)
        or _doubted(sentence, at)
    )


def _doubted(sentence: Sentence, at: int) -> str:
    """`no evidence that jets bombed the town`, `jets held off from striking`."""
    for i in sentence.places_of.get("doubted", ()):
        if at - FAR <= i < at and max(sentence.marks[i + 1 : at + 1]) <= SOFT:
            return sentence.words[i]
    return ""


def _halts(sentence: Sentence, trigger: Item) -> str:
    """Strikes on the town *have stopped*: an English verb without an object, right after them."""
    if not trigger.is_noun or trigger.senses[0].trigger.language != "en":
        return ""
    for i in sentence.places_of.get("halt", ()):
        if trigger.last < i <= trigger.last + NEAR_SERVES and _is_verb_of(sentence, trigger, i):
            after = i + sentence.cues[i]["halt"][1]
            is_end = after >= len(sentence) or sentence.marks[after] > 0
            if is_end or not {"slot", "now", "clause", "joiner"}.isdisjoint(sentence.cues[after]):
                return sentence.words[i]
    return ""


def _goes_on(sentence: Sentence, start: int, at: int) -> bool:
    """لم يتوقف القصف: what is not halted goes on."""
    for i in sentence.places_of.get("halt", ()):
        if start <= i < at:
            return sentence.has_in(i - 1, i, "negation")
    return False


def _untrue(sentence: Sentence, trigger: Item) -> str:
    """الحديث عن غارات روسية محض افتراء: it is said to be false, after an event noun and before anybody else speaks."""
    for i in sentence.places_of.get("untrue", ()):
        is_told = trigger.is_noun or trigger.senses[0].trigger.language == "en"  # reports that jets bombed X are false
        if is_told and trigger.last < i <= trigger.last + FALSE:
            return "" if sentence.has_in(trigger.last, i, "say") else sentence.words[i]
    return ""


def _not_any(sentence: Sentence, at: int) -> str:
    """لم يسجل المرصد أي غارة: any is said of nothing."""
    if not at or sentence.words[at - 1] not in _ANY:
        return ""
    return _within(sentence, "negation", max(at - MAX_ANY, 0), at - 1)


def _not_said(sentence: Sentence, inner: list[Report]) -> str:
    """The say verb itself is negated: لم يعلن."""
    for report in inner:
        if report.kind == "say" and report.at > 0 and sentence.has(report.at - 1, "negation"):
            return sentence.words[report.at - 1]
    return ""


def _light_negated(sentence: Sentence, trigger: Item) -> str:
    """لم تنفذ القوات الجوية ... ضربات: the verb that carries the noun is negated, however far before it."""
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if light is None:
        return ""
    at = before = light[0]
    while before > max(at - 2, 0) and not sentence.marks[before]:
        before -= 1
    opens = before == at - 1 and sentence.words[before] in _MA  # ما is `that which` elsewhere
    return sentence.words[before] if opens else _within(sentence, "negation", before, at)


def _of_nobody(sentence: Sentence, trigger: Item) -> str:
    """No aircraft of the air force carried out strikes: a clause whose subject is none."""
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if trigger.is_noun and light is None:
        return ""
    start = clause_start(sentence, light[0] if light else trigger.first)
    return sentence.words[start] if sentence.words[start] in _NOBODY and not sentence.has(start, "affirmed") else ""


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


def _is_coming(sentence: Sentence, trigger: Item) -> bool:
    """الغارات الروسية لن تستثني, ستستمر: the verb of the event noun is of the future."""
    last, stop = trigger.last, min(trigger.last + COMING, len(sentence))
    for i in sentence.places_of.get("coming", ()) if trigger.is_noun else ():
        if last < i < stop:
            return not any(sentence.marks[last + 1 : i + 1]) and not sentence.has_in(last + 1, i, "relative")
    return False


def _is_aim(sentence: Sentence, trigger: Item) -> bool:
    """An Arabic noun of taking, besieging, entering after ل or towards."""
    if trigger.before not in _LAM:
        return bool(trigger.first) and sentence.slot(trigger.first - 1) == "to"
    return not sentence.has_in(trigger.first - NEAR, trigger.first, "undergo")


def _plan(sentence: Sentence, trigger: Item, type_: str, start: int) -> str:
    at = trigger.first
    tenses = {sense.tense for sense in trigger.senses}
    if at and sentence.has(at - 1, "battle_of"):
        return sentence.words[at - 1]
    if tenses == {"future"} or _is_coming(sentence, trigger):
        return "future"
    if cue := _within(sentence, "plan", max(start, at - FAR), at):
        return cue
    if "base" in tenses and at and sentence.words[at - 1] == _TO and not sentence.has_in(start, at, "did"):
        return _TO
    light = light_verb(sentence, trigger) if trigger.is_noun else None
    if light and sentence.cues[light[0]].get("light", ("",))[0] == "future":
        return "future"  # ستواصل الطائرات قصف المدينة
    if tenses == {"present"} and at and sentence.words[at - 1] == _AN:  # يخشى الأهالي أن تقصف
        return _within(sentence, "plan", max(at - OF_THAT, 0), at - 1)
    if light and light[0] and sentence.words[light[0] - 1] == _TO and not sentence.has_in(start, light[0], "did"):
        return _TO  # to begin joint strikes
    if sentence.has_in(trigger.last + 1, min(trigger.last + MOCK, len(sentence)), "mock"):
        return "mock"  # ضربات تدريبية على أهداف وهمية
    if type_ in GROUND and trigger.is_noun and _is_aim(sentence, trigger):
        return "purpose"  # يتقدم لتطويق المدينة, نحو فك الحصار
    is_purpose = "present" in tenses and trigger.before in _LAM and "noun" not in tenses
    return "purpose" if is_purpose and not sentence.has_in(start, at, "did") else ""  # عاد ليقصف did it


def _scope_start(sentence: Sentence, at: int, inner: list[Report]) -> int:
    """Where the words begin that can be about the trigger: its clause, but not what is told before a report."""
    start = clause_start(sentence, at)
    while start > 0 and (_is_aside(sentence, start, at) or _is_governed(sentence, start)):
        start = clause_start(sentence, start - 1)
    for _ in range(MAX_OPENERS):  # so that
        if start and not OPENERS.isdisjoint(sentence.cues[start - 1]):
            start -= 1
    return max([start, *(report.start for report in inner if report.at >= 0 and report.start <= at)], default=start)


def _is_aside(sentence: Sentence, start: int, at: int) -> bool:
    return sentence.marks[start] == SOFT and not _opens(sentence, start) and at == start


def _is_governed(sentence: Sentence, start: int) -> bool:
    """A verb stands right before the clause that was cut there, and governs it: would *end* the bombing."""
    there = sentence.owner[start - 1]
    return sentence.marks[start] == 0 and there is not None and not there.is_name


def _opens(sentence: Sentence, at: int) -> bool:
    item = sentence.owner[at]
    return item is not None and item.is_name


def _within(sentence: Sentence, kind: str, start: int, stop: int) -> str:
    for i in sentence.places_of.get(kind, ()):
        if start <= i < stop:
            owner = sentence.owner[i]
            if owner is not None and owner.is_name:
                continue
            if not _is_other(sentence, kind, i) and not (kind in NOMINAL and _is_spent(sentence, kind, i, stop)):
                return sentence.words[i]
    return ""


def _is_spent(sentence: Sentence, kind: str, at: int, stop: int) -> bool:
    """A noun at word *at* negates the event next to it, not the one at word *stop*: بعد فشل الهجوم شنت غارات."""
    if not sentence.cues[at][kind][0]:  # لم, not: a particle reaches on
        return False
    there = (sentence.owner[i] for i in range(at + 1, stop))
    return any(item is not None and not item.is_name and item.first > at for item in there)


def _is_other(sentence: Sentence, kind: str, at: int) -> bool:
    """The cue at word *at* says something else: لا سيما, in May, the worst raid since."""
    if kind == "negation":
        return sentence.has(at, "still") or sentence.has_in(at - 1, at + 1, "affirmed")
    if kind == "condition" and sentence.words[at] == _MAY:
        beside = (sentence.words[i] for i in (at - 1, at + 1) if 0 <= i < len(sentence))
        return any(word.isdigit() or word in _DATES for word in beside)
    if kind == "past" and sentence.words[at] in _SINCE:
        return sentence.has_in(at - 6, at, "superlative")
    return False


def _history(  # noqa: PLR0917  as stance_of has them
    sentence: Sentence, trigger: Item, type_: str, start: int, year: int | None, inner: list[Report]
) -> str:
    stop = len(sentence)
    cue = _within(sentence, "history", 0, stop) or _in_passing(sentence, trigger, type_)
    cue = cue or _likened(sentence, trigger)
    cue = cue or _old_year(sentence, trigger, year)
    since = told_since(sentence, trigger, before=type_ not in HABITUAL) if "since" in sentence.places_of else ""
    if not cue and since == LONG and type_ in HABITUAL:
        return LONG
    if not cue and type_ in HABITUAL:
        cue = _for_months(sentence, trigger) or _in_month(sentence, trigger)
        cue = cue or _within(sentence, "habit", 0, stop)
    if cue or (since != SHORT and _is_now(sentence, inner)):
        return cue
    if type_ == "strike" and trigger.is_noun and (use := _serves(sentence, trigger) or _is_regarded(sentence, trigger)):
        return use
    if was := _used_to(sentence, trigger, type_, start):
        return was
    if since == SHORT:
        return ""
    if since in (LONG, OPEN):
        return since
    if type_ in HABITUAL:
        return _within(sentence, "past", 0, stop)
    if sentence.has_in(start - 1, start + 1, "relative") and trigger.senses[0].trigger.language == "en":
        start = max(start - ANTECEDENT, 0)  # last year's operation that lifted the siege
    return _within(sentence, "past", start, trigger.first) or _long_ago(sentence, trigger)


def _serves(sentence: Sentence, trigger: Item) -> str:
    """`Russian strikes have helped the army`: what they did for others takes it as known that there were any."""
    for i in sentence.places_of.get("serves", ()):
        if trigger.last < i <= trigger.last + NEAR_SERVES and _is_verb_of(sentence, trigger, i):
            return sentence.words[i]
    return ""


def _is_verb_of(sentence: Sentence, trigger: Item, at: int) -> bool:
    """Nothing else is told between the event noun and its verb at word *at*: strikes on the town *stopped*."""
    for i in range(trigger.last + 1, at + 1):
        there = sentence.owner[i]
        if sentence.marks[i] or (there is not None and not there.is_name):
            return False
    return True


def _is_regarded(sentence: Sentence, trigger: Item) -> str:
    """`protests against Russian strikes`, `shelters from`, `ministers discussed`: their matter, not their news."""
    at = trigger.first
    for i in sentence.places_of.get("regards", ()):
        if at - FAR <= i < at and not any(sentence.marks[i + 1 : at + 1]):
            return sentence.words[i]
    return ""


def _long_ago(sentence: Sentence, trigger: Item) -> str:
    """سيطر على البلدة الشهر الماضي: told right of an Arabic verb, with nothing else between."""
    if trigger.senses[0].trigger.language != "ar":
        return ""
    for i in sentence.places_of.get("past", ()):
        if trigger.last < i <= trigger.last + MAX_YEAR and is_beside(sentence, i, trigger):
            return sentence.words[i]
    return ""


def _used_to(sentence: Sentence, trigger: Item, type_: str, start: int) -> str:
    """كانت الطائرات تقصف المدينة: كان before a verb of the present is how it used to be."""
    at = trigger.first
    is_present = any(sense.tense == "present" for sense in trigger.senses)
    had = at > 0 and sentence.words[at - 1] in _HAD  # كانت قد قصفت
    if trigger.is_noun or not (is_present or had or type_ not in HABITUAL):
        return ""
    for i in sentence.places_of.get("be", ()):
        if start - 1 <= i < at <= i + FAR and sentence.words[i].endswith(_WAS):
            return sentence.words[i]
    return ""


def _is_now(sentence: Sentence, inner: list[Report]) -> bool:
    """A day is named, and not as the one on which somebody said so."""
    days = sentence.places_of.get("now")
    if not days:
        return False
    said = [report.at for report in inner if report.at >= 0]
    return any(all(not at < day <= at + SAID_ON for at in said) for day in days)


def _in_month(sentence: Sentence, trigger: Item) -> str:
    """`bombed a market in July and August`: a month without its day was not this week."""
    words = sentence.words
    for i in range(trigger.last + 2, min(trigger.last + MAX_MONTHS, len(words))):
        there = sentence.owner[i]
        if there is not None and there.senses:
            return ""  # what follows is told of the next event
        if words[i] not in _MONTH_NAMES or words[i - 1] not in _IN_MONTH:
            continue
        return "" if i + 1 < len(words) and words[i + 1].isdigit() and len(words[i + 1]) < THREE else words[i]
    return ""


def _for_months(sentence: Sentence, trigger: Item) -> str:
    """`struck us for 15 months`, `in two years`: what lasts that long is no news; the first in years is."""
    words, cues = sentence.words, sentence.cues
    for i in sentence.places_of.get("unit", ()):
        if words[i] not in _MONTHS or i < trigger.last or i < 2 or i > trigger.last + MAX_MONTHS:
            continue
        counted = words[i - 1].isdigit() or not {"number", "tens"}.isdisjoint(cues[i - 1])
        if counted and words[i - 2] in _LASTING and not sentence.has_in(0, i, "superlative"):
            return words[i]
    return ""


def _likened(sentence: Sentence, trigger: Item) -> str:
    """`likened it to the bombing of Dresden`, شبهه بقصف دريسدن: another war's."""
    is_arabic = trigger.senses[0].trigger.language == "ar"
    if is_arabic and not trigger.before.endswith(_IN):
        return ""
    return _within(sentence, "likened", 0, trigger.first)


def _in_passing(sentence: Sentence, trigger: Item, type_: str) -> str:
    """`after the liberation of the town`: told before, and the ground for something else."""
    before = trigger.first - 1
    if type_ != "territory_seized" or before < 0 or sentence.slot(before) != "after":
        return ""
    tenses = {sense.tense for sense in trigger.senses}
    return sentence.words[before] if "noun" in tenses and tenses <= {"noun", "past"} else ""


def _is_in_year(words: list[str], at: int) -> bool:
    """In, since the year at word *at*: в 2016 году names it after."""
    return words[at - 1] in _IN_YEAR or (at + 1 < len(words) and words[at + 1] in _YEAR_AFTER)


def _is_of_event(sentence: Sentence, at: int) -> bool:
    """The year at word *at* stands right before an event noun, or a word or two before it."""
    for i in range(at + 1, min(at + 1 + NEAR_YEAR, len(sentence))):
        there = sentence.owner[i]
        if sentence.marks[i] or sentence.slot(i):
            return False
        if there is not None and there.senses:
            return there.is_noun
    return False


def _old_year(sentence: Sentence, trigger: Item, year: int | None) -> str:
    """A year that is not the article's; without its date, one that is told without its day."""
    at, words = trigger.first, sentence.words
    is_arabic = trigger.senses[0].trigger.language == "ar"
    for i in sentence.digits:
        word = words[i]
        if (
            not i
            or (abs(i - at) > MAX_YEAR and not i < OPENS_YEAR < at)
            or len(word) != YEAR_DIGITS
            or not _YEAR.fullmatch(word)
        ):
            continue
        if sentence.words[i - 1] in _SINCE and sentence.has_in(i - 8, i, "superlative"):
            continue
        if is_arabic and not is_beside(sentence, i, trigger):
            return ""
        if year is None and _is_of_event(sentence, i):
            return word  # the 2019 market bombing
        has_day = any(sentence.words[j].isdigit() and len(sentence.words[j]) < 3 for j in range(max(i - 4, 0), i))
        if (year and int(word) < year) or (year is None and _is_in_year(words, i) and not has_day):
            return word
    return ""
