"""Partners: who is no name alone, and one beside a state: النظام وروسيا, روسيا والنظام, النظام والروس.

Sentence -> **put_partners** -> clauses. Alone, النظام may be any order or system; joined to a state it acts.
"""

from streams.events.roles.parties import Parties
from streams.events.sentence import Item, Sentence
from streams.text.findings import Found
from streams.text.fold import fold_term

_AND = fold_term("و")


def put_partners(sentence: Sentence, parties: Parties) -> None:
    """Let the word joined to a state's name be a name, too, if an owner of forces is called so."""
    words, put = sentence.words, False
    if parties.actions.words["ar"].naming.isdisjoint(words):
        return
    for item in [item for item in sentence.items if item.actor]:
        before, nxt = item.first - 1, item.last + 1
        is_second = item.before == _AND and before >= 0 and not sentence.marks[item.first]
        is_first = nxt < len(words) and words[nxt].startswith(_AND) and not sentence.marks[nxt]
        if not (is_first or is_second) or not _is_state(item, parties):
            continue
        if is_second:
            put |= _put(sentence, parties, before, words[before])
        if is_first:
            put |= _put(sentence, parties, nxt, words[nxt][len(_AND) :])
    if put:
        sentence.items.sort(key=lambda item: item.first)


def _is_state(item: Item, parties: Parties) -> bool:
    owner = parties.lexicon.owner_of(item.actor.id) if item.actor else None
    return owner is not None and parties.lexicon.is_state(owner)


def _put(sentence: Sentence, parties: Parties, at: int, word: str) -> bool:
    """Put *word*, which ends where word *at* does, if it is an owner's whole name."""
    noun, end = parties.nouns.force_noun(None), sentence.end(at)
    start = end - len(word)
    if sentence.owner[at] is not None or noun is None:
        return False
    whose = parties.nouns.composer.owners.after(parties.actions.words["ar"], word, start, end)
    if whose is None or whose.end != end:
        return False
    before = sentence.words[at][: -len(word)]
    id_ = parties.lexicon.owned(whose.owner, noun).id
    sentence.put(Item(at, at, (start, end), before, actor=Found("actor", id_, (start, end), whose.owner.actor)))
    return True
