"""Afterthought: whose the planes were, behind the last comma of an English headline: `..., probably Russian`.

Sentence, drafts -> **put_afterthought** -> clauses.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import HARD, SOFT, Sentence

MAX_WORDS = 7  # of an afterthought
WORDS = frozenset({"to", "be", "most", "very", "more", "are", "were", "all"})


def put_afterthought(sentence: Sentence, drafts: list[Draft], parties: Parties) -> None:
    """Give the strikes of nobody before an afterthought, in the same heading, those whom it names."""
    for draft in drafts:
        if draft.type != "strike" or draft.trigger.language != "en" or draft.get("actors"):
            continue
        after = range(draft.item.last + 1, len(sentence))
        stop = next((i for i in after if sentence.marks[i] >= HARD), len(sentence))
        start = max((i for i in after if i < stop and sentence.marks[i] == SOFT), default=stop)
        roles = _named(sentence, start, stop, draft, parties) if 1 < stop - start <= MAX_WORDS else []
        if roles:
            draft.add("actors", *roles)
            draft.pattern = "identity"


def _named(sentence: Sentence, start: int, stop: int, draft: Draft, parties: Parties) -> list[Role]:
    """The words [start, stop) are a hedge and a nationality, or a party that is suspected."""
    last, before = stop - 1, range(start, stop - 1)
    noun, nisba = (
        parties.nouns.force_noun("air" if draft.platform == "air" else None),
        sentence.actions.words["en"].nisba,
    )
    if sentence.words[last] in nisba and noun and _is_hedge(sentence, before):
        span = (sentence.starts[last], sentence.end(last))
        id_ = parties.lexicon.actor_id(nisba[sentence.words[last]], noun)
        return [Role(id=id_, span=span, basis="identity")]
    one = sentence.owner[last - 1]
    if sentence.words[last] == "suspected" and one and one.actor and one.first == start and parties.may_act(one, draft):
        for slot in ("recipients", "places"):
            draft.roles[slot] = [role for role in draft.get(slot) if role.span != one.span]
        return [parties.role(one, "identity", draft)]
    return []


def _is_hedge(sentence: Sentence, words: range) -> bool:
    """All of *words* hedge, or are said with one that does."""
    hedges = [i for i in words if sentence.has(i, "hedge")]
    return bool(hedges) and all(i in hedges or sentence.words[i] in WORDS for i in words)
