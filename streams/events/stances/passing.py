"""Passing: strikes that are only spoken of (`criticised the Russian strikes`), and how things stand (a siege).

Sentence, draft with its slots filled -> **is_passing**, **is_state**, **is_own_denial** -> Stances.
"""

from streams.events.draft import Draft
from streams.events.roles.parties import Parties, root
from streams.events.sentence import Sentence
from streams.events.sentence.clause import clause_start
from streams.events.speech import Report
from streams.text.fold import fold_term

STATES = ("siege_ongoing", "siege_laid", "territory_held")
SINGULAR = (fold_term("ة"), "strike", "raid", "airstrike", "attack")
REACTS, COUNTS = 5, 4  # words before a strike that tell of it as known; words beside it that count it
_AND = fold_term("و")
_OBJECT = (fold_term("ها"), fold_term("هم"))
_BECAME = frozenset(map(fold_term, ("باتت", "بات", "أصبحت", "أصبح", "أمست", "أمسى", "صارت", "صار")))
CAMPAIGN = fold_term("حملة جوية")
LIVE = ("light", "event_verb", "undergo", "by", "chain", "accused")  # patterns that tell a strike, not of it


def is_passing(sentence: Sentence, draft: Draft, parties: Parties) -> bool:
    """`criticised the Russian strikes`: a definite plural with no number, day, target or verb of its own."""
    if draft.type != "strike" or not draft.is_noun or draft.pattern in LIVE:
        return False
    text = parties.document.text[draft.item.span[0] : draft.item.span[1]]
    is_campaign = "campaign" in text or text.endswith(CAMPAIGN)
    if text.endswith(SINGULAR):
        return False  # the raid: one that was told
    if draft.pattern == "inherit" and _is_campaign_of(sentence, draft):
        return True
    after = draft.item.last + 1
    if draft.get("recipients") or any(
        sentence.has_in(after, after + 4, kind) for kind in ("result", "undergo", "light")
    ):
        return False
    is_known = parties.nouns.is_definite(sentence, draft.item) or parties.nouns.is_possessed(sentence, draft.item)
    if not (is_campaign or is_known) or sentence.has_in(0, len(sentence), "now"):
        return False
    if sentence.has_in(draft.item.first - REACTS, draft.item.first, "reaction"):
        return True  # protests against the raids on the town
    row = (parties.lexicon.places.get(role.id) for role in draft.get("places"))
    exact = any(one is not None and one.kind not in ("country", "region") for one in row)
    near = (max(draft.item.first - COUNTS, 0), draft.item.last + COUNTS + 1)
    counted = sentence.has_in(*near, "number") or sentence.has_in(*near, "tens")
    return not (exact or counted or any(near[0] <= i < near[1] for i in sentence.digits))


def _is_campaign_of(sentence: Sentence, draft: Draft) -> bool:
    """`its bombing turned the war around`: no place of its own, no number and no day."""
    own = any(role.basis in ("target", "stated") for role in draft.get("places"))
    is_english = draft.trigger.language == "en"
    return is_english and not own and not sentence.digits and sentence.places_of.keys().isdisjoint(("number", "now"))


def is_own_denial(sentence: Sentence, draft: Draft, inner: list[Report]) -> bool:
    """Of what is attributed to a party, in its own mouth: قال لافروف إن القصف المنسوب إلى الطيران الروسي."""
    item = draft.item
    if not sentence.has_in(item.first, item.last + 3, "alleged"):
        return False
    own = {root(role.id) for role in draft.get("actors")}
    return any(root(role.id) in own for report in inner for role in report.claimants)


def is_state(sentence: Sentence, draft: Draft, parties: Parties) -> bool:
    """It says how a place stands, and nothing that happens: besieged, held."""
    if draft.type in ("strike", "attack") and _is_object_of_habit(sentence, draft):
        return True
    is_siege = draft.type == "siege_ongoing"
    if is_siege and (draft.trigger.type == "siege_laid" or parties.nouns.is_state(draft.item)):
        return True
    return draft.type in STATES and (
        _is_relative(sentence, draft) or _is_by_the_way(sentence) or _is_held(sentence, draft)
    )


def _is_object_of_habit(sentence: Sentence, draft: Draft) -> bool:
    """المناطق التي تقصفها روسيا: what they always hit, with no day."""
    is_of = _is_relative(sentence, draft) and draft.trigger.language == "ar" and "now" not in sentence.places_of
    return is_of and sentence.words[draft.item.first].endswith(_OBJECT)


def _is_held(sentence: Sentence, draft: Draft) -> bool:
    """تسيطر قسد على حقول النفط: who holds what, with no day and no `now it does`."""
    is_told = draft.type == "territory_held" and draft.tense == "present" and draft.trigger.language == "ar"
    has_become = any(word.removeprefix(_AND) in _BECAME for word in sentence.words) if is_told else False
    return is_told and "now" not in sentence.places_of and not has_become


def _is_by_the_way(sentence: Sentence) -> bool:
    """يشار إلى أن التنظيم يسيطر على المحافظة: what is known, at the end of an article."""
    first = sentence.words[0].removeprefix(_AND)
    return first in sentence.actions.lists["by_the_way"]


def _is_relative(sentence: Sentence, draft: Draft) -> bool:
    """الأحياء التي يحاصرها التنظيم: a present tense in a relative clause says how it is there."""
    start = clause_start(sentence, draft.item.first)
    if draft.trigger.language == "en":
        return draft.type == "territory_held"  # who holds what is how it is, and nothing that happens
    is_told = draft.tense == "present" and draft.trigger.language == "ar"
    return is_told and start > 0 and sentence.has(start - 1, "relative")
