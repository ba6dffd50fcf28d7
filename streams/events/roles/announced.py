"""Announced: what a force announces as its own deed, by the noun: أعلنت روسيا قصف مواقع, القضاء على قيادي بضربة جوية.

Sentence, draft of a noun, reports -> **announced** -> references; **own_kills** -> clauses.
"""

from collections.abc import Iterator

from streams.events.draft import Draft
from streams.events.kinds import is_force
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import Sentence
from streams.text.fold import fold_term

BESIDE = 5  # words around `killed`
_AND, _IN, _TA = fold_term("و"), fold_term("ب"), fold_term("ت")
_HERS = frozenset(map(fold_term, ("أنها", "إنها", "بأنها")))
_HIS = frozenset(map(fold_term, ("أنه", "إنه", "بأنه")))
_SELF = _HERS | _HIS


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
        between = range(report.at + 1, item.first)
        is_self = any(sentence.words[i] in lists["own_deed"] and sentence.words[i - 1] in _SELF for i in between)
        if item.before.endswith(_IN) and is_self:  # ذكرت أنها دمرت مقرا بضربة جوية
            yield from _forces(draft, report.claimants, parties)
            return
        if sentence.words[report.at].removeprefix(_AND) not in lists["announces"]:
            continue
        nxt = item.last + 1
        there = sentence.owner[nxt] if nxt < len(sentence) else None
        is_target = sentence.has(nxt, "site") or (there is not None and there.place is not None and not there.actor)
        is_deed = item.first == report.start and not item.before and is_target
        is_own = any(sentence.words[i] in lists["own_deed"] for i in between) and not any(
            sentence.has(i, "that") for i in between
        )
        by_it = item.before.endswith(_IN) and is_own
        if is_deed or by_it:
            yield from _forces(draft, report.claimants, parties)
        return


def of_self(sentence: Sentence, draft: Draft, at: int, parties: Parties) -> list[Role]:
    """قالت روسيا إنها قصفت, أعلن التحالف أنه نفذ ضربات: the verb at word *at* is told by who does it."""
    before = at - 1 - (at > 1 and sentence.has(at - 1, "have"))
    word = sentence.words[before] if before >= 0 and not sentence.marks[at] else ""
    is_hers, is_his = word in _HERS, word in _HIS
    form = sentence.words[at]
    is_feminine = form.startswith(_TA) or _TA in form[-3:]
    if not (is_hers and is_feminine) and not (is_his and not is_feminine):
        return []
    told = [one for one in parties.told if one.kind in ("say", "admit") and 0 <= one.at < before and one.covers(at)]
    return list(_forces(draft, told[-1].claimants, parties)) if told else []


def own_kills(sentence: Sentence, drafts: list[Draft], parties: Parties) -> None:
    """`Russia says 40 militants were killed in a strike`: who tells of enemies dead, by nobody, struck."""
    dead = [one for one in drafts if one.type == "casualties" and not one.get("actors")]
    groups = (role for one in drafts for role in one.get("recipients") if one.type in ("strike", "casualties"))
    is_group = any(parties.lexicon.actor_kind(role.id) == "armed-group" for role in groups)
    if not is_group and not any(_are_enemies(sentence, one) for one in dead):
        return
    for draft in drafts:
        if draft.type != "strike" or draft.trigger.language != "en" or draft.get("actors") or draft.by_arms:
            continue
        told = [one for one in parties.told if one.kind in ("say", "accord") and one.covers(draft.item.first)]
        for role in told[-1].claimants if told else ():
            kind, owner = parties.lexicon.actor_kind(role.id), parties.lexicon.owner_of(role.id)
            speaks = kind in ("state", "military") or role.id.endswith(".defence-ministry")
            if speaks and owner is not None and parties.lexicon.is_state(owner):
                draft.add("actors", parties.forces(role, draft, "claimant"))


def _are_enemies(sentence: Sentence, dead: Draft) -> bool:
    """Those killed: before `were killed` and `dead`, after `kills`."""
    first, after = dead.item.first, dead.item.last + 1
    is_after = not dead.is_noun and dead.pattern != "passive"
    words = sentence.words[after : after + BESIDE] if is_after else sentence.words[max(first - BESIDE, 0) : first]
    return not sentence.actions.lists["enemies"].isdisjoint(words)


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
