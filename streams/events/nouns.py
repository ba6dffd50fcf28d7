"""Nouns: whether a trigger is a noun here, and whose event it is (Russian raids, غارات روسية, قصف النظام)."""

from collections.abc import Container

from streams.events.actions import Actions, Sense
from streams.events.agents import clause_start, first_joined, subject_before
from streams.events.arguments import Argument
from streams.events.model import Role
from streams.events.sentence import STATE, Item, Sentence
from streams.languages import LANGUAGES
from streams.lexicon import Lexicon
from streams.lexicon.meanings import Head
from streams.lexicon.names import Composer
from streams.lexicon.owners import Whose
from streams.lexicon.reading import Reading
from streams.lexicon.rows import ForceNoun
from streams.lexicon.words import Words
from streams.text.document import Document, Span
from streams.text.fold import fold_term

AL, AND, IN, TO, LIKE, MEN = (fold_term(letters) for letters in ("ال", "و", "ب", "ل", "ك", "م"))
SUFFIXES = tuple(fold_term(suffix) for suffix in ("ها", "هم", "ته", "هما"))
THAT = frozenset(map(fold_term, ("أن", "إن", "بأن")))
MIN_POSSESSED = 4
DETERMINERS = frozenset(
    (
        "the", "a", "an", "its", "their", "this", "that", "these", "those", "his", "of", "by", "in", "with", "from",
        "no", "several", "more", "another", "any", "some", "such", "each", "s", "between", "after", "during",
        "following", "amid", "despite",
    )
)  # fmt: skip
ARTICLES = frozenset(("the", "a", "an", "this", "another", "each"))
BEFORE_VERB = frozenset(("to", "will", "would", "not", "could", "who", "which"))
AFTER_NOUN = frozenset(("slot", "be", "have"))
LANGUAGE = {language.code: language for language in LANGUAGES}
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
    word = sentence.words[before]
    if word in BEFORE_VERB and tenses & {"base", "present"}:
        return False
    if "ing" in tenses and sentence.marks[item.first] > 0:
        return False  # ..., ending the siege
    if "be" in sentence.cues[before] and tenses & {"past", "participle"}:
        return "ing" not in tenses and _is_state_form(sentence, item)
    return True if word in DETERMINERS or word in nisba or "adjective" in sentence.cues[before] else None


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
    if is_base and previous is not None and previous.first and sentence.words[previous.first - 1] in ARTICLES:
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


def is_verb_misread(sentence: Sentence, item: Item, sense: Sense) -> bool:
    """A form that is a noun here, though the trigger has none: in *the fight*, against ISIL *targets*, الفجر."""
    if sense.trigger.language == "ar" and sense.tense != "noun" and item.before.endswith(AL):
        return True
    if sense.trigger.language != "en" or sense.tense not in ("base", "present"):
        return False
    before = sentence.words[item.first - 1] if item.first else ""
    if (before in DETERMINERS and before != "s") or before in sentence.actions.words["en"].nisba:
        return True
    nxt = item.last + 1
    if sense.trigger.type == "strike" and nxt < len(sentence) and sentence.slot(nxt) in ("in", "on", "from", "of"):
        return True
    closes = nxt >= len(sentence) or sentence.marks[nxt] > 0
    return closes and sense.trigger.type in ("strike", "territory_seized", "captured", "casualties", "military_support")


class Nouns:
    """Reads whose event a noun tells of in one document."""

    and_, in_ = AND, (IN, AND + IN)

    def __init__(self, document: Document, lexicon: Lexicon, actions: Actions) -> None:
        self.document, self.lexicon, self.actions = document, lexicon, actions
        self.composer = Composer(Reading(document), lexicon)

    def force_noun(self, platform: str | None) -> ForceNoun | None:
        """The row that a state's forces are named by; those of the air where it was from there."""
        nouns = self.lexicon.force_nouns
        return (nouns.get(f"military.{platform}") if platform else None) or nouns.get("military")

    def may_be_owned(self, item: Item) -> bool:
        """A word that may say whose it is stands beside the noun at *item*: most have none, and are asked no more."""
        language = LANGUAGE[item.senses[0].trigger.language]
        words, reading = self.actions.words[language.code], self.composer.reading
        word = reading.word(item.span[1] + 1)[0]
        if word in words.near_after or word in words.qualifiers or (language.code == "ar" and word.startswith(TO)):
            return True
        if not language.owner_before:
            return False
        word = reading.word_before(item.span[0] - 1)[0]
        return word in words.near_before or word in words.qualifiers

    def owners(self, item: Item, platform: str | None) -> list[Role]:
        """Those whose adjective or name stands beside the noun at *item*."""
        return self.owners_at(item.span, item.senses[0].trigger.language, platform)

    def owners_at(self, beside: Span, code: str, platform: str | None) -> list[Role]:
        """Likewise of any noun, as of missiles: صواريخ روسية."""
        noun = self.force_noun("air" if platform == "air" else None)
        words = self.actions.words.get(code)
        if noun is None or words is None:
            return []
        found = self.composer.compose(Head(noun, LANGUAGE[code]), words, beside)
        roles = []
        for owner, span in found.owners:
            name = self.lexicon.owned(owner, noun)
            whole = (
                (span[0], beside[0] - 1)
                if span[1] > beside[0] > span[0]
                else (beside[1] + 1, span[1])
                if span[0] <= beside[0]
                else span
            )
            roles.append(Role(id=name.id, span=whole, basis="adjective"))
        return roles

    def belonging(self, item: Item, platform: str | None) -> list[Role]:
        """Whose it is by ل and names that are owners': غارات للنظام وروسيا, لروسيا وللنظام."""
        noun, words = self.force_noun("air" if platform == "air" else None), self.actions.words["ar"]
        if noun is None or item.senses[0].trigger.language != "ar":
            return []
        reading, at = self.composer.reading, item.span[1] + 1
        word, end = reading.word(at)
        while word in words.qualifiers:
            at = end + 1
            word, end = reading.word(at)
        roles: list[Role] = []
        bare = word if word.startswith(TO) else ""
        while bare and (whose := self._owner_in(words, bare, at, end)):
            roles.append(Role(id=self.lexicon.owned(whose.owner, noun).id, span=(at, whose.end), basis="owner"))
            at = whose.end + 1
            word, end = reading.word(at)
            bare = word[1:] if word.startswith(AND) else ""
        return roles

    def _owner_in(self, words: Words, word: str, at: int, end: int) -> Whose | None:
        """The owner whose name *word* is, with or without ل."""
        forms = (
            (AL + word[2:], word[2:]) if word.startswith(TO + TO) else (word[1:],) if word.startswith(TO) else (word,)
        )
        found = (self.composer.owners.after(words, form, at, end) for form in forms)
        return next((whose for whose in found if whose), None)

    def genitive(self, sentence: Sentence, item: Item, arguments: list[Argument]) -> Item | None:
        """The actor right after the noun: قصف قوات النظام; before it in English: Israel's strike, IS attack."""
        code = item.senses[0].trigger.language
        if code == "en":
            at = item.first - 1
            while at >= 0 and (sentence.words[at] == "s" or "adjective" in sentence.cues[at]) and item.first - at < 4:
                at -= 1
            there = sentence.owner[at] if at >= 0 else None
            is_owner = there is not None and there.actor and there.last == at and sentence.marks[at + 1] == 0
            return first_joined(sentence, there) if is_owner and there is not None else None
        if not arguments or arguments[0].slot or arguments[0].item.actor is None:
            return None
        one = arguments[0].item
        between = range(item.last + 1, one.first)
        if item.before.endswith(AL) and code == "ar":
            return None
        plain = all(
            any(kind in sentence.cues[i] for kind in ("adjective", "armed", "site", "land", "air")) for i in between
        )
        return one if len(between) <= 3 and plain and not one.before.removeprefix(AND) else None

    def is_possessed(self, sentence: Sentence, item: Item) -> bool:
        """A pronoun is written at its end: غاراتها, تقدمهم; or `its` before it."""
        if item.senses[0].trigger.language != "ar":
            return item.first > 0 and sentence.words[item.first - 1] in ("its", "their")
        text = self.document.text[item.span[0] : item.span[1]]
        return len(text) > MIN_POSSESSED and text.endswith(SUFFIXES)

    def is_definite(self, sentence: Sentence, item: Item) -> bool:
        """`the strike`, الضربة."""
        if item.senses[0].trigger.language == "ar":
            return AL in item.before or self.document.text[item.span[0] : item.span[1]].startswith(AL)
        return item.first > 0 and sentence.words[item.first - 1] in ("the", "this", "these", "those")

    def is_state(self, item: Item) -> bool:
        """Besieged: a participle that says how somebody is."""
        text = self.document.text[item.span[0] : item.span[1]]
        return any(word in text for word in STATE)
