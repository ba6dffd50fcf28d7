"""Carried: what one Arabic sentence opens and the next tells on without a cue of its own: a drill, a threat, a year.

sentence before, strike -> **Carried** -> stance. بدأت روسيا مناورات. وقصفت الطائرات أهدافا: that is the drill's; هدد
الوزير. وأضاف أن الغارات: that is the threat's. Only strikes that news would else be made of are asked for.
"""

from streams.events.sentence import Sentence
from streams.text.document import Document
from streams.text.fold import fold_term

OPENS_YEAR = 6  # words in which a year is that of all that follows
YEAR_DIGITS = 4
SAYS = 2  # words in which `he added` stands
STANCE = {"drill": "planned", "threat": "planned", "year": "background"}
_AND = fold_term("و")


class Carried:
    """Of one document; `last` is the sentence that went on with what was opened, and what that was."""

    def __init__(self, document: Document, year: int | None) -> None:
        self.document, self.year = document, year
        self.last = (-1, "")

    def into(self, sentence: Sentence, *, is_said: bool) -> str:
        """What the sentence before *sentence* opened and this one goes on with: drill, threat, year or "".

        *is_said*: the strike is in somebody's mouth.
        """
        index = sentence.index
        if not sentence.words[0].startswith(_AND) or "now" in sentence.places_of:
            return ""
        if self.last[0] == index:
            return self.last[1]
        before = self.document.sentences[index - 1] if index else sentence.span
        paragraph_of = self.document.paragraph_of_sentence
        if not index or paragraph_of(index - 1) != paragraph_of(index):
            return ""
        opened = self.last[1] if self.last[0] == index - 1 else self._opened(sentence, before)
        fits = {
            "drill": not is_said and sentence.has_in(0, len(sentence), "site"),
            "threat": is_said and sentence.has_in(0, SAYS, "say"),
            "year": not is_said and not any(len(sentence.words[i]) == YEAR_DIGITS for i in sentence.digits),
        }
        opened = opened if fits.get(opened) else ""
        self.last = (index, opened)
        return opened

    def _opened(self, sentence: Sentence, span: tuple[int, int]) -> str:
        words, cues = self.document.text[span[0] : span[1]].split(" "), sentence.actions.cues
        for word in words:
            for cue in cues.get(word, ()):
                if cue.kind in STANCE and not cue.rest:
                    return cue.kind
        return "year" if self._is_old(words[:OPENS_YEAR], sentence) else ""

    def _is_old(self, words: list[str], sentence: Sentence) -> bool:
        """A year before the article's, or, of one without its date, one after its month."""
        for i, word in enumerate(words):
            if i and len(word) == YEAR_DIGITS and word.isdigit() and word[:2] in ("19", "20"):
                if self.year:
                    return int(word) < self.year
                cues, month = sentence.actions.cues, (words[i - 1],)
                one = any(cue.kind == "long" and not cue.rest for cue in cues.get(words[i - 1], ()))
                two = any(cue.kind == "long" and cue.rest == month for cue in cues.get(words[i - 2], ()))
                return (one or two) and not any(word.isdigit() for word in words[:i])
        return False
