"""Nouns: whose event a noun tells of: Russian raids, غارات روسية, قصف النظام, غارات للنظام وروسيا, its bombing.

Sentence, trigger noun -> **Nouns** -> parties, heads.
"""

from streams.events.actions import Actions
from streams.events.kinds import FAMILY, Family
from streams.events.model import Role
from streams.events.sentence import STATE, Item, Sentence
from streams.events.sentence.argument import Argument
from streams.events.sentence.listed import first_joined
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

AL, AND, IN, TO = (fold_term(letters) for letters in ("ال", "و", "ب", "ل"))
SUFFIXES = tuple(fold_term(suffix) for suffix in ("ها", "هم", "ته", "هما"))
MIN_POSSESSED = 4
LANGUAGE = {language.code: language for language in LANGUAGES}


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
        is_hit = all(FAMILY.get(sense.trigger.type) is Family.HIT for sense in item.senses)
        if is_hit and code == "ar" and any("site" in sentence.cues[i] for i in between):
            return None  # قصف مواقع داعش: it is hit
        plain = all(
            any(kind in sentence.cues[i] for kind in ("adjective", "armed", "site", "land", "air")) for i in between
        )
        return one if len(between) <= 3 and plain and not one.before.removeprefix(AND) else None

    def is_possessed(self, sentence: Sentence, item: Item) -> bool:
        """A pronoun is written at its end: غاراتها, تقدمهم; or `its` before it."""
        if item.senses[0].trigger.language != "ar":
            return item.first > 0 and sentence.words[item.first - 1] in ("its", "their")
        start, end = item.span
        return end - start > MIN_POSSESSED and self.document.text.endswith(SUFFIXES, start, end)

    def is_definite(self, sentence: Sentence, item: Item) -> bool:
        """`the strike`, الضربة."""
        if item.senses[0].trigger.language == "ar":
            return AL in item.before or self.document.text[item.span[0] : item.span[1]].startswith(AL)
        return item.first > 0 and sentence.words[item.first - 1] in ("the", "this", "these", "those")

    def is_state(self, item: Item) -> bool:
        """Besieged: a participle that says how somebody is."""
        text = self.document.text[item.span[0] : item.span[1]]
        return any(word in text for word in STATE)
