"""Arguments: the names to the right of a trigger, each with the slot that the words before it put it in.

Sentence, trigger -> **arguments_after** -> slots. The walk ends where the clause does.
"""

from collections.abc import Mapping

from msgspec import Struct, field

from streams.events.sentence.argument import Argument, Arguments
from streams.events.sentence.item import Item
from streams.events.sentence.member import between, is_alike, is_direction, is_member
from streams.events.sentence.page import HARD, SOFT
from streams.events.sentence.sentence import STATE, Sentence
from streams.text.fold import fold_term

MAX_GAP = 12  # words without a name, then it is somebody else's clause; and of an aside
MIN_WORD = 3  # letters after the `and` of a new clause (وأدت)
STOPS = frozenset(("that", "relative", "clause", "say", "accord", "admit", "deny", "accuse", "border"))
_AND, _IN, _TO = (fold_term(letter) for letter in "وبل")
_IN_PLACE = {"", "on", "in", "of", "to"}


def arguments_after(sentence: Sentence, trigger: Item) -> Arguments:
    """Walk right from *trigger* to where its clause ends."""
    return _Walk(sentence, trigger.last + 1).go()


def go_on(arguments: Arguments, sentence: Sentence) -> None:
    """Let *arguments* be those after the event that ended the walk, too."""
    if arguments.event is None:
        return
    further = arguments_after(sentence, arguments.event.item)
    arguments.found += further.found
    arguments.stop, arguments.event = further.stop, further.event


class _Walk(Struct, gc=False):
    """`slot` waits for its name; `last` is the name before, `last_slot` its slot; `joined`: the next one is listed with
    it; `aside`: between commas stands when it was.
    """

    sentence: Sentence
    begin: int
    at: int = 0
    slot: str = ""
    last_slot: str = ""
    last: Item | None = None
    joined: bool = False
    aside: bool = False
    gap: int = 0
    result: Arguments = field(default_factory=Arguments)

    def go(self) -> Arguments:
        """Name by name and word by word, to where the clause ends."""
        sentence, at = self.sentence, self.begin
        size, marks, owner, cues_of = len(sentence), sentence.marks, sentence.owner, sentence.cues
        while at < size:
            self.at = at
            if marks[at]:
                if not self._passes_mark():
                    break
                at = self.at
            item = owner[at]
            if item is not None and item.first == at:
                if not (self._event(item) if item.senses and not (item.actor or item.weapon) else self._name(item)):
                    break
            elif not cues_of[at] and self.last is None and self.gap < MAX_GAP:  # a word that says nothing
                self.gap += 1
                at += 1
                continue
            elif not self._passes_word(cues_of[at]):
                break
            at = self.at
        self.result.stop = at
        return self.result

    def _passes_word(self, cues: Mapping[str, tuple[str, int]]) -> bool:
        if self.joined and self._is_those_of():
            self.at += 2
            return True
        if "light" in cues and self._light():
            return True
        if "veil" in cues:  # by what appeared to be Russian jets
            self.at += cues["veil"][1]
            return True
        if cues and not STOPS.isdisjoint(cues) and not (self.at == self.begin and "relative" in cues):
            if not self._is_by_again():
                return False
            self.joined = False
            self.at += 1
            return True
        self.gap += 1
        return self.gap <= MAX_GAP and self._word(self.at)

    def _is_those_of(self) -> bool:
        """By Syrian planes *or those of* Russia: the next name is listed with the one before."""
        words, at = self.sentence.words, self.at
        return words[at] in self.sentence.actions.lists["those_of"] and words[at + 1 : at + 2] == ["of"]

    def _is_by_again(self) -> bool:
        """Attacked twice, *first* by a helicopter and *then* by a jet."""
        nxt = self.at + 1
        in_turn = self.sentence.words[self.at] in self.sentence.actions.lists["in_turn"]
        return in_turn and nxt < len(self.sentence) and self.sentence.slot(nxt) == "by"

    def _passes_mark(self) -> bool:
        """The mark before the word does not end the clause: a list goes on, or it is said when."""
        sentence, at = self.sentence, self.at
        mark = sentence.marks[at]
        if mark != HARD and self._is_by_again():
            return True
        if mark == SOFT and at == self.begin:
            return True
        if mark >= HARD:
            return False
        cues, item, last = sentence.cues[at], sentence.owner[at], self.last
        if self.last_slot == "support" and item and item.actor and last and is_alike(item, last):
            self.joined = True  # backed by Russia, Iran and Hezbollah
            return True
        if "now" in cues or "support" in cues or self.aside:
            self.aside = "now" in cues or "support" in cues
            self.slot = "" if self.slot == "support" else self.slot
            return True
        if "slot" in cues and cues["slot"][0] == "by" and cues["slot"][1] > 1:
            return True  # raids, carried out by
        if mark == SOFT and (by := self._by_whom()):
            self.at = by if self.last is not None or "relative" in cues else at
            return True
        if last is None:
            return False
        listed = (item is not None and item.is_name and is_alike(item, last)) or is_member(self.sentence, at, self.last)
        if listed or (last.actor is not None and "arms" in cues):  # by the army, warplanes and ...
            self.joined = True
            return True
        return "joiner" in cues

    def _by_whom(self) -> int:
        """The word of `were` where an aside ends: raids on X, near Y, *were* carried out by; they said *were*; or 0."""
        sentence, at = self.sentence, self.at
        for i in sentence.places_of.get("be", ()):
            if (
                at <= i <= at + MAX_GAP
                and i + 1 < len(sentence)
                and (sentence.marks[i] == SOFT or sentence.has(i - 1, "say"))
            ):
                cue = sentence.cues[i + 1].get("slot")
                if cue and cue[0] == "by" and cue[1] > 1:
                    return i
        return 0

    def _name(self, item: Item) -> bool:
        before, last = item.before, self.last
        if before[:1] == _AND:
            self.joined |= last is not None and last.last >= item.first - 1 - between(self.sentence, last, item)
            before = before[1:]
            if not self.joined and last is not None:
                return False
        here = self._slot_of(item, before)
        if (
            item.place
            and last is not None
            and last.place
            and here in ("", "in", "of")
            and is_direction(self.sentence, item)
        ):
            self.result.why.append("a place after a direction says where the one before it lies")
        else:
            self.result.found.append(Argument(here, item))
            self.last_slot = here
        self.last, self.slot, self.joined, self.gap = item, "", False, 0
        self.at = item.last + 1
        return True

    def _slot_of(self, item: Item, before: str) -> str:
        here = self.slot or (self.last_slot if self.joined else "")
        is_place = item.place is not None and item.actor is None
        if before.startswith(_IN):
            return "in" if is_place else "with"
        if before.startswith(_TO):
            return ("on" if here in _IN_PLACE else here) if is_place else "for"
        return here

    def _event(self, item: Item) -> bool:
        """Another trigger ends the clause; who is besieged is only told where he is, who helps stands aside."""
        if "support" in self.sentence.cues[item.first]:
            return self._word(item.first)
        word = self.sentence.words[item.first]
        for state in STATE:
            if state in word:
                self.at = item.last + 1
                return True
        self.result.event = Argument(self.slot, item)
        return False

    def _light(self) -> bool:
        """غارات نفذتها طائرات: who stands after the light verb did it."""
        cue = self.sentence.cues[self.at].get("light")
        if cue is None:
            return False
        nxt = self.at + cue[1]
        if nxt < len(self.sentence) and (hedge := self.sentence.cues[nxt].get("hedge")):
            nxt += hedge[1]  # نفذتها على الأرجح طائرات
        following = self.sentence.owner[nxt] if nxt < len(self.sentence) else None
        if following is None or not following.actor or following.before:
            return False
        self.slot = "by"
        self.at = nxt
        return True

    def _word(self, at: int) -> bool:
        word, cues = self.sentence.words[at], self.sentence.cues[at]
        step = 1
        if "support" in cues:
            self.slot, step = "support", cues["support"][1]
        elif "joiner" in cues:
            self.joined = self.last is not None
            step = cues["joiner"][1]
        elif "slot" in cues:
            value, step = cues["slot"]
            # on the outskirts *of*, بإسناد *من*
            is_held = value == "of" or (value == "from" and self.slot == "support")
            if value != "none" and not (is_held and self.slot):
                self.slot = value
            self.joined = False
        elif not cues and self.last is not None and word.startswith(_AND) and len(word) > MIN_WORD:
            if not is_member(self.sentence, at, self.last):
                return False
            self.joined = True
        elif "site" in cues:
            self._site(word)
        owner = self.sentence.owner
        while step > 1 and owner[at + step - 1] is not None:
            step -= 1  # في ريف حلب: the name begins within the phrase
        self.at += step
        return True

    def _site(self, word: str) -> None:
        """ببلدة, لمدينة, وبلدة: a word for a place brings its preposition with it."""
        if word[:1] in (_IN, _TO) and not self.slot:
            self.slot = "in" if word[0] == _IN else "on"
        elif self.last is not None and word[:1] == _AND:
            self.joined = True
