"""Abroad: a state that attacks or destroys something in another country strikes it, no matter with what.

Sentence, draft -> **hits_abroad** -> needs. `Russia levelled a school in the town`; not: Russia attacks a report.
"""

from streams.events.draft import Draft
from streams.events.kinds import ARMED, HARM
from streams.events.sentence import Sentence
from streams.lexicon import Lexicon

REACH = 5  # words from the verb to what is hit
NOUNS = ("arms", "armed", "air")  # attack helicopters: no attack
ACTS = (*HARM, "strike")  # attack kills, attack hits


def hits_abroad(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """A state or its army does it, nowhere at home, to a place, a building, people or the armed."""
    named = (role.id.removesuffix(".military") for role in draft.get("actors"))
    states = {id_ for id_ in named if "." not in id_ and (owner := lexicon.owner_of(id_)) and lexicon.is_state(owner)}
    at_home = any(role.id.partition(".")[0] in states for role in draft.get("places"))
    if not states or at_home or _is_of_words(sentence, draft, lexicon):
        return False
    nxt, sites = draft.item.last + 1, sentence.actions.lists["one_site"]
    stop = min(max(draft.arguments.stop, nxt), nxt + REACH)
    is_site = any(word in sites or word.removesuffix("s") in sites for word in sentence.words[nxt:stop])
    there = sentence.owner[nxt] if nxt < len(sentence) else None
    if draft.is_noun and any(sentence.has(nxt, kind) for kind in NOUNS):
        return False
    if is_site or sentence.has_in(nxt, stop, "civilian"):
        return True
    if draft.is_noun:
        return there is not None and any(sense.trigger.type in ACTS for sense in there.senses)
    beside = {role.span for role in draft.get("places") if role.basis == "target" and "." in role.id}
    is_place = there is not None and there.span in beside
    return is_place or sentence.has_in(nxt, stop, "site") or bool(draft.get("recipients"))


def _is_of_words(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """It attacks a state or an organisation: with words."""
    hit = {role.span for role in draft.get("recipients")}
    named = [one.actor for one in sentence.items if one.span in hit and one.actor]
    return any(lexicon.actor_kind(one.id) not in (*ARMED, "people", None) for one in named)
