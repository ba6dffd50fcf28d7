"""Circling: planes of the sentence before that did nothing yet: `Russian jets came back. They bombed the market`.

Sentence, mentions -> **circling** -> european.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties, root
from streams.events.sentence import Sentence

MAX_LIST = 6  # code points between two names of one list


def circling(sentence: Sentence, draft: Draft, parties: Parties) -> list[Role]:
    """The planes or ships of one state, or of a list, that the sentence before names, and no other party; in the same
    paragraph.
    """
    document, lexicon = parties.document, parties.lexicon
    start, end = document.sentences[sentence.index - 1] if sentence.index else (0, 0)
    if start == end or document.paragraph_of(start) != document.paragraph_of(sentence.span[0]):
        return []
    named = [one for one in parties.mentions if one.kind == "actor" and start <= one.span[0] < end]
    carriers = [one for one in named if lexicon.platform_of(one.id) is not None]
    owners = [lexicon.owner_of(one.id) for one in carriers]
    if not carriers or not all(owner is not None and lexicon.is_state(owner) for owner in owners):
        return []
    is_list = len(carriers) == len(named) and named[-1].span[0] - named[0].span[1] <= MAX_LIST
    if len({root(one.id) for one in named}) > 1 and not is_list:
        return []
    roles = {one.id: Role(id=one.id, span=None, basis="pronoun") for one in carriers}
    return [parties.forces(role, draft, "pronoun") for role in roles.values()]
