"""Circling: planes of the sentence before that did nothing yet: `Russian jets came back. They bombed the market`.

Sentence, mentions -> **circling** -> european.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties, root
from streams.events.sentence import Sentence


def circling(sentence: Sentence, draft: Draft, parties: Parties) -> list[Role]:
    """The planes or ships of one state that the sentence before names, and no other party, in the same paragraph."""
    document, lexicon = parties.document, parties.lexicon
    start, end = document.sentences[sentence.index - 1] if sentence.index else (0, 0)
    if start == end or document.paragraph_of(start) != document.paragraph_of(sentence.span[0]):
        return []
    named = [one for one in parties.mentions if one.kind == "actor" and start <= one.span[0] < end]
    carriers = [one for one in named if lexicon.platform_of(one.id) is not None]
    if not carriers or len({root(one.id) for one in named}) != 1:
        return []
    owner = lexicon.owner_of(carriers[0].id)
    is_state = owner is not None and lexicon.is_state(owner)
    return [parties.forces(Role(id=carriers[0].id, span=None, basis="pronoun"), draft, "pronoun")] if is_state else []
