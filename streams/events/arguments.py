"""Arguments: the names to the right of a trigger, each with the slot that the words before it put it in.

Sentence, trigger -> **arguments_after** -> roles. The walk ends where the clause does.
"""

from dataclasses import dataclass, field

from streams.events.sentence import HARD, SOFT, Item, Sentence
from streams.text.fold import fold_term

MAX_GAP = 12  # words without a name, then it is somebody else's clause
STOPS = frozenset(("that", "relative", "clause", "say", "accord", "admit", "deny", "accuse", "border"))
_AND, _IN, _TO = (fold_term(letter) for letter in "وبل")
_IN_PLACE = {"", "on", "in", "of", "to"}


@dataclass(frozen=True, slots=True)
class Argument:
    """`slot`: on in from to by with between of for cause support after, or "" where no word says one."""

    slot: str
    item: Item


@dataclass(slots=True)
class Arguments:
    """Names in [trigger, stop); `event` is the trigger noun that ended the walk, with the slot that it stood in."""

    found: list[Argument] = field(default_factory=list)
    stop: int = 0
    event: Argument | None = None
    why: list[str] = field(default_factory=list)

    def of(self, *slots: str) -> list[Item]:
        return [one.item for one in self.found if one.slot in slots]


def arguments_after(sentence: Sentence, trigger: Item, start: int | None = None) -> Arguments:
    """Walk right from *trigger* (or from word *start*) to where its clause ends."""
    result = Arguments()
    words, marks, owner = sentence.words, sentence.marks, sentence.owner
    at = begin = trigger.last + 1 if start is None else start
    slot, last_slot, last = "", "", None
    aside = joined = False  # aside: between commas stands when it was
    gap = 0
    while at < len(words):
        cues = sentence.cues[at]
        item = owner[at]
        if at > begin or marks[at] > SOFT:
            if marks[at] >= HARD:
                break
            if marks[at] == SOFT:
                if "now" in cues:
                    aside = True
                elif aside:
                    aside = False
                elif last is not None and item is not None and item.is_name and _alike(item, last.item):
                    joined = True
                elif last is not None and last.item.actor is not None and "arms" in cues:
                    joined = True  # by the army, warplanes and ...
                elif not (last is not None and "joiner" in cues):
                    break
        if item is not None and item.first == at:
            if item.is_name or item.actor or item.weapon:
                before = item.before
                if before[:1] == _AND and before != "":
                    joined, before = (
                        last is not None and last.item.last >= item.first - 1 - _between(sentence, last.item, item),
                        before[1:],
                    )
                    if not joined and last is not None:
                        break
                here = slot or (last_slot if joined else "")
                if before.startswith(_IN):
                    here = "in" if item.place and not item.actor else "with"
                elif before.startswith(_TO):
                    here = ("on" if here in _IN_PLACE else here) if item.place and not item.actor else "for"
                if (
                    item.place
                    and last is not None
                    and last.item.place
                    and here in ("", "in", "of")
                    and is_direction(sentence, item)
                ):
                    result.why.append("a place after a direction says where the one before it lies")
                    at, last, slot, joined = item.last + 1, Argument(last.slot, item), "", False
                    last_slot = last.slot
                    continue
                last = Argument(here, item)
                result.found.append(last)
                last_slot, slot, joined, gap = here, "", False, 0
                at = item.last + 1
                continue
            if all(sense.trigger.type == "siege_ongoing" for sense in item.senses) and last is not None and not slot:
                at = item.last + 1  # who is besieged is where he is
                continue
            result.event = Argument(slot, item)
            break
        if "light" in cues and at + cues["light"][1] < len(words):
            following = owner[at + cues["light"][1]]
            if following and following.actor and not following.before:
                slot = "by"
                at += cues["light"][1]
                continue
        if cues and not STOPS.isdisjoint(cues) and not (at == begin and "relative" in cues):
            break
        gap += 1
        if gap > MAX_GAP:
            break
        step = 1
        if "support" in cues:
            slot, step = "support", cues["support"][1]
        elif "joiner" in cues:
            joined = last is not None
            step = cues["joiner"][1]
        elif "slot" in cues:
            value, step = cues["slot"]
            slot = value if value != "none" and not (value == "of" and slot) else slot
            joined = False
        elif not cues and last is not None and words[at].startswith(_AND) and len(words[at]) > 3:
            break  # وأدت: a new clause
        elif "site" in cues and words[at][:1] in (_IN, _TO) and not slot:
            slot = "in" if words[at][0] == _IN else "on"
        elif "site" in cues and last is not None and words[at][:1] == _AND:
            joined = True
        at += step
    result.stop = at
    return result


def _alike(one: Item, other: Item) -> bool:
    return bool((one.place and other.place) or (one.actor and other.actor and not one.place))


def _between(sentence: Sentence, one: Item, other: Item) -> int:
    """How many words of a list may stand between two of its members: `and the town of`."""
    between = range(one.last + 1, other.first)
    return (
        len(between)
        if len(between) <= 2 and all({"site", "slot", "joiner", "armed"} & sentence.cues[i].keys() for i in between)
        else 0
    )


def is_direction(sentence: Sentence, item: Item) -> bool:
    """`west of` is right before *item*."""
    for n in (1, 2, 3):
        at = item.first - n
        if at >= 0 and (cue := sentence.cues[at].get("direction")) and cue[1] == n:
            return True
    return False
