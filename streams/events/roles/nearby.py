"""Nearby: the last rung of the agent's ladder: the one air force or navy of the sentence.

drafts of a sentence -> **Nearby** -> stance. News binds the striker in more ways than patterns know: `raids which the
monitor counted from dawn on and which Russian jets flew`, قبل أن تعود المقاتلات الروسية. Where one state's carriers
alone are named as acting, and nothing says that they did something else, they are who struck; basis "nearby".
"""

from collections.abc import Iterator
from itertools import pairwise

from streams.events.draft import Draft
from streams.events.roles.downed import is_downed
from streams.events.roles.parties import Parties, root
from streams.events.sentence import Item, Sentence
from streams.text.fold import fold_term

# what stands around a name that does not strike: it is hit, helped with, left from, talked to
AWAY = frozenset(("on", "from", "to", "with", "for", "after", "before", "of", "cause"))
ELSEWHERE = ("support", "errand", "deny", "halt", "history")
MAX_BEFORE = 2  # words between a preposition and the name that it governs
MAX_BETWEEN = 2  # words from one name of a list to the next
_EITHER = fold_term("إما")


class Nearby:
    """Of one document."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def fill(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """Give each strike of nobody in *sentence* the only carriers that it names."""
        open_ = [draft for draft in drafts if draft.type == "strike" and not draft.dropped and not draft.get("actors")]
        if not open_:
            return
        taken = {role.span for draft in drafts for slot in ("recipients", "claimants") for role in draft.get(slot)}
        carriers = [item for item in self._carriers(sentence) if item.span not in taken]
        if not carriers or not (
            len({root(item.actor.id) for item in carriers if item.actor}) == 1
            or _are_joint(carriers, {root(role.id) for draft in open_ for role in draft.get("places")})
            or _EITHER in sentence.words
        ):
            return
        if any(sentence.places_of.get(kind) for kind in ELSEWHERE):
            return
        for draft in open_:
            platforms = {self.parties.lexicon.platform_of(item.actor.id) for item in carriers if item.actor}
            if draft.platform and draft.platform not in platforms and None not in platforms:
                continue
            draft.add("actors", *(self.parties.role(item, "nearby", draft) for item in carriers))
            draft.pattern = "nearby"

    def _carriers(self, sentence: Sentence) -> Iterator[Item]:
        """Names of a state's planes, ships or guns that no preposition takes out of the action."""
        lexicon = self.parties.lexicon
        for item in sentence.items:
            if not item.is_name or item.actor is None:
                continue
            owner = lexicon.owner_of(item.actor.id)
            carries = lexicon.platform_of(item.actor.id) is not None
            if owner is None or not lexicon.is_state(owner) or not carries:
                continue
            before = range(max(item.first - MAX_BEFORE, 0), item.first)
            if not any(sentence.slot(i) in AWAY for i in before) and not is_downed(sentence, item):
                yield item


def _are_joint(carriers: list[Item], homes: set[str]) -> bool:
    """One list: of one noun (المقاتلات الروسية والسورية), or of who is at home and another."""
    if any(two.first - one.last > MAX_BETWEEN for one, two in pairwise(carriers)):
        return False
    last = carriers[-1]
    return last.first == last.last or any(root(one.actor.id) in homes for one in carriers if one.actor)
