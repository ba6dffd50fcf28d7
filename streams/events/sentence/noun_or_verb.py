"""Noun or verb: which of the two a trigger is, where both are written alike: قصف, strikes.

Sentence, trigger -> **is_noun**, **is_verb_misread** -> clauses.
"""

from collections.abc import Container

from streams.events.actions import Actions, Sense
from streams.events.sentence.clause import clause_start
from streams.events.sentence.item import Item
from streams.events.sentence.pair import is_dual, pair_before
from streams.events.sentence.sentence import STATE, Sentence
from streams.events.sentence.subject import subject_before
from streams.lexicon.words import Words
from streams.text.fold import fold_term

AL, AND, TO, SO = (fold_term(letters) for letters in ("ال", "و", "ل", "ف"))
THAT = frozenset(map(fold_term, ("أن", "إن", "بأن")))
AFTER_NOUN = frozenset(("slot", "be", "have"))
BEFORE_SUBJECT = frozenset(("armed", "arms", "number", "tens", "now"))
BEFORE_NOUN = frozenset(("slot", "light", "undergo", "support", "halt", "negation", "accuse", "deny", "admit"))


def is_noun(sentence: Sentence, item: Item, actions: Actions) -> bool:
    """*item* is the noun of its trigger, not the verb that is written alike."""
    if len(item.senses) == 1:
        return item.senses[0].tense == "noun"
    tenses = {sense.tense for sense in item.senses}
    if "noun" not in tenses or tenses == {"noun"}:
        return "noun" in tenses
    if item.senses[0].trigger.language == "ar":
        return _is_arabic_noun(sentence, item, actions.words["ar"])
    if (told := _told_before(sentence, item, tenses, actions.words["en"].nisba)) is not None:
        return told
    if tenses & {"past", "participle"} and not tenses & {"base", "present"}:
        return False
    return _told_after(sentence, item)


def _is_arabic_noun(sentence: Sentence, item: Item, words: Words) -> bool:
    """After a preposition, a light verb or another event noun, before an adjective; or a verb stands there already."""
    before, nxt = item.first - 1, item.last + 1
    if is_dual(sentence.words[item.first], "past") and item.before in ("", SO):
        return not _are_two(sentence, item)
    if item.before.removeprefix(AND):
        return True
    if before >= 0 and not BEFORE_NOUN.isdisjoint(sentence.cues[before]):
        return True
    if before > 0 and sentence.words[before] in THAT and "say" in sentence.cues[before - 1]:
        return True  # قال إن قصف الطائرات: no verb stands right after it
    previous = sentence.owner[before] if before >= 0 else None
    if previous is not None and not previous.is_name and all(sense.tense == "noun" for sense in previous.senses):
        return True
    if nxt < len(sentence) and (
        sentence.words[nxt] in words.nisba or sentence.words[nxt] in words.by_first or sentence.has(nxt, "adjective")
    ):
        return True
    following = sentence.owner[nxt] if nxt < len(sentence) else None
    if following is not None and following.actor and following.before == TO:
        return True  # تقدم لقوات النظام
    if nxt < len(sentence) and sentence.words[nxt].startswith(TO + TO):
        return True  # قصف للنظام
    return not item.before and _follows_verb(sentence, item.first)


def _told_before(sentence: Sentence, item: Item, tenses: set[str], nisba: Container[str]) -> bool | None:
    """What the word before an English form makes of it; None if it does not say."""
    before = item.first - 1
    if before < 0:
        return None
    word, lists = sentence.words[before], sentence.actions.lists
    if word in lists["before_verb"] and tenses & {"base", "present"}:
        return False
    if "ing" in tenses and sentence.marks[item.first] > 0:
        return False  # ..., ending the siege
    if "be" in sentence.cues[before] and tenses & {"past", "participle"}:
        return "ing" not in tenses and _is_state_form(sentence, item)
    if word in nisba and not _closes_name(sentence, before):
        return True
    return True if word in lists["determiner"] or "adjective" in sentence.cues[before] else None


def _closes_name(sentence: Sentence, at: int) -> bool:
    """Jets believed to be Russian: the adjective at word *at* is the end of a name, and no noun follows it."""
    there = sentence.owner[at]
    return there is not None and there.actor is not None and there.first < at == there.last


def _told_after(sentence: Sentence, item: Item) -> bool:
    """What follows a noun follows the English form, or no subject stands before it."""
    nxt, before = item.last + 1, item.first - 1
    if nxt >= len(sentence) or sentence.marks[nxt] > 0 or not AFTER_NOUN.isdisjoint(sentence.cues[nxt]):
        return True
    there = sentence.owner[nxt]
    if there and not there.is_name:
        return True
    previous = sentence.owner[before] if before >= 0 else None
    is_base = all(sense.tense in ("noun", "base") for sense in item.senses)
    articles = sentence.actions.lists["article"]
    if is_base and previous is not None and previous.first and sentence.words[previous.first - 1] in articles:
        return True  # the IS attack
    if previous is None or not (previous.actor or previous.senses or previous.weapon):
        previous = subject_before(sentence, item.first).item
    return previous is None or not (previous.actor or previous.senses or previous.weapon)


def _follows_verb(sentence: Sentence, at: int) -> bool:
    """A verb of the same clause stands before word *at*, and two verbs do not without a word between their clauses."""
    start = clause_start(sentence, at)
    if start and sentence.marks[start] == 0:
        there = sentence.owner[start - 1]
        verb = there is not None and not there.is_name and any(sense.tense != "noun" for sense in there.senses)
        return verb or any(kind in sentence.cues[start - 1] for kind in ("say", "deny", "admit", "accuse"))
    return any(kind in sentence.cues[i] for i in range(start, at) for kind in ("light", "undergo"))


def _is_state_form(sentence: Sentence, item: Item) -> bool:
    """`is encircled` says how somebody is; `was encircled by` tells what was done to him."""
    return sentence.words[item.last] in STATE and not (
        item.last + 1 < len(sentence) and sentence.slot(item.last + 1) == "by"
    )


def _is_ambiguous_dual(sentence: Sentence, item: Item, sense: Sense) -> bool:
    """قصفا is also a noun, دكا a city."""
    word = sentence.words[item.first]
    if sense.tense != "past" or not is_dual(word, "past"):
        return False
    is_listed = word[len(item.before) :] in sentence.actions.lists["after_two"]
    return is_listed or any(other.tense == "noun" for other in item.senses)


def _are_two(sentence: Sentence, item: Item) -> bool:
    """Two stand right before the dual verb *item*, or it goes on with what they do: عادا فقصفا."""
    return pair_before(sentence, item.first, beside=item.before != SO) is not None


def _is_after_none(sentence: Sentence, item: Item) -> bool:
    """تدخل is a verb right after who begins the clause: else it is intervention."""
    if sentence.words[item.first] not in sentence.actions.lists["after_name"]:
        return False
    subject = sentence.owner[item.first - 1] if item.first else None
    if subject is None or subject.actor is None or sentence.marks[item.first]:
        return True
    start = clause_start(sentence, item.first)
    return any(BEFORE_SUBJECT.isdisjoint(sentence.cues[i]) for i in range(start, subject.first))


def is_verb_misread(sentence: Sentence, item: Item, sense: Sense) -> bool:
    """A form that is a noun here, though the trigger has none: in *the fight*, against ISIL *targets*, الفجر."""
    if sense.trigger.language == "ar" and sense.tense != "noun":
        is_bare = _is_ambiguous_dual(sentence, item, sense) and not _are_two(sentence, item)
        return item.before.endswith(AL) or is_bare or _is_after_none(sentence, item)
    if sense.trigger.language != "en" or sense.tense not in ("base", "present"):
        return False
    before = sentence.words[item.first - 1] if item.first else ""
    if before in sentence.actions.lists["determiner"] and before != "s":
        return True
    if before in sentence.actions.words["en"].nisba and not _closes_name(sentence, item.first - 1):
        return True
    nxt = item.last + 1
    if sense.trigger.type == "strike" and nxt < len(sentence) and sentence.slot(nxt) in ("in", "on", "from", "of"):
        return True
    closes = nxt >= len(sentence) or sentence.marks[nxt] > 0
    return closes and sense.trigger.type in ("strike", "territory_seized", "captured", "casualties", "military_support")
