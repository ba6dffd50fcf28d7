"""Announced: what a force announces as its own deed, by the noun: أعلنت روسيا قصف مواقع, القضاء على قيادي بضربة جوية.

Sentence, draft of a noun, reports -> **announced** -> references.
"""

from collections.abc import Iterator

from streams.events.draft import Draft
from streams.events.kinds import is_force
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import Sentence
from streams.text.fold import fold_term

_AND, _IN = fold_term("و"), fold_term("ب")


def announced(sentence: Sentence, draft: Draft, parties: Parties) -> Iterator[Role]:
    """Those who announce the Arabic strike of *draft*, and so carried it out; what they tell of others has another form
    (أن, who did it right after the noun), and who is hit does not announce it as his.
    """
    lists, item = sentence.actions.lists, draft.item
    if draft.type != "strike" or not draft.is_noun or draft.trigger.language != "ar":
        return
    for report in reversed(parties.told):
        if report.at < 0 or not report.covers(item.first) or report.start >= len(sentence):
            continue
        if sentence.words[report.at].removeprefix(_AND) not in lists["announces"]:
            continue
        nxt = item.last + 1
        there = sentence.owner[nxt] if nxt < len(sentence) else None
        is_target = sentence.has(nxt, "site") or (there is not None and there.place is not None and not there.actor)
        is_deed = item.first == report.start and not item.before and is_target
        between = range(report.at + 1, item.first)
        is_own = any(sentence.words[i] in lists["own_deed"] for i in between) and not any(
            sentence.has(i, "that") for i in between
        )
        by_it = item.before.endswith(_IN) and is_own
        if is_deed or by_it:
            yield from _forces(draft, report.claimants, parties)
        return


def _forces(draft: Draft, claimants: tuple[Role, ...], parties: Parties) -> Iterator[Role]:
    """Of *claimants* those that are forces or have some, and are not hit."""
    lexicon = parties.lexicon
    rows = (lexicon.places.get(role.id) for role in draft.get("places"))
    hit = {role.id.partition(".")[0] for role in draft.get("recipients")}
    hit |= {row.base_of.partition(".")[0] for row in rows if row and row.base_of}
    for role in claimants:
        owner = lexicon.owner_of(role.id)
        may_strike = is_force(lexicon, role.id) or (owner is not None and lexicon.is_state(owner))
        if may_strike and role.id.partition(".")[0] not in hit:
            yield parties.forces(role, draft, "claimant")
