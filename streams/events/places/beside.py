"""Beside: the place that stands nearest to an event in its sentence, where its own words name none.

Sentence, draft -> **beside** -> ladder.
"""

from collections import Counter

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, NOWHERE, Family
from streams.events.model import Role
from streams.events.places.named import Named
from streams.events.sentence import SOFT, Item, Sentence
from streams.events.sentence.member import is_direction
from streams.text.fold import fold_term

LISTED = ("strike", "casualties", "bombing", "attack")  # that strike several places at once
AND = fold_term("و")
ASIDE = ("from", "to", "after", "by", "cause", "support", "before", "between")
# movement and ground have the places that their own words name; support is told of a party, not of a place
ELSEWHERE = (Family.MOVE, Family.HOLD, Family.LOSS, Family.ROUTE, Family.SUPPORT)


def beside(sentence: Sentence, draft: Draft, named: Named) -> list[Role]:
    """The place nearest to the trigger, and its list; none for movement and ground."""
    trigger, origins = draft.item, {role.id for role in draft.get("origins")}
    family = FAMILY.get(draft.type)
    if family in ELSEWHERE and draft.type != "air_support":
        return []
    found: list[tuple[int, Item]] = []
    own = {role.span for role in draft.get("actors")}
    for item in sentence.items:
        if item.place is None or item.place.id in origins or item.span in own or not _can_be(item, named):
            continue
        slot = slot_before(sentence, item)
        if item.actor is not None and slot not in ("in", "on"):
            continue
        if slot in ASIDE and not (slot == "to" and draft.type in ("attack", "clash", "casualties", "bombing")):
            continue
        if (
            is_direction(sentence, item)
            and item.first
            and any(one.place and item.first - 3 <= one.last < item.first for one in sentence.items)
        ):
            continue
        if (item.is_dateline or _is_speakers(sentence, item)) and not _is_near(item.place.id, named):
            continue  # BEIRUT (Reuters) - ; our correspondent in Gaziantep says
        far = len(sentence) if item.is_dateline or named.is_vague(item.place.id) else 0  # only if there is no other
        found.append((far + abs(item.first - trigger.first), item))
    found.sort(key=lambda pair: pair[0])
    if not found:
        return []
    nearest = found[0][1]
    is_listed = draft.trigger.language == "ar" and draft.type in LISTED
    listed = [*_list_of(sentence, nearest), *_listed_after(sentence, nearest)] if is_listed else [nearest]
    return [Role(id=one.place.id, span=one.span, basis="sentence") for one in listed if one.place]


def slot_before(sentence: Sentence, item: Item) -> str:
    """The slot that the words before *item* put it in; "" if they put it in none."""
    if item.before[:1] == AND or (item.first and sentence.has(item.first - 1, "joiner")):
        before = [one for one in sentence.items if one.last < item.first]
        is_listed = bool(before) and before[-1].is_name and item.first - before[-1].last <= 2  # not قصف وروسيا
        return slot_before(sentence, before[-1]) if is_listed else ""
    for i in range(item.first - 1, max(item.first - 4, -1), -1):
        if sentence.owner[i] is not None:
            return ""
        slot = sentence.slot(i)
        if slot and slot != "none":
            if slot == "to" and i and sentence.words[i - 1] in sentence.actions.lists["leads_to"]:
                return "from"
            if slot == "of" and i and sentence.words[i - 1] in sentence.actions.lists["bound"]:
                return "from"  # a native of X
            if slot == "from" and i and sentence.words[i - 1] in sentence.actions.lists["distance"]:
                return "in"
            return slot if slot != "to" or i == item.first - 1 else ""  # to deconflict X
    return "in" if item.before else ""


def _list_of(sentence: Sentence, last: Item) -> list[Item]:
    """*last* and the places before it in its list: في سراقب، كفرنبل والميادين."""
    listed, first = [last], last
    while first.before.startswith(AND) or sentence.marks[first.first] == SOFT:
        there = sentence.owner[first.first - 1] if first.first else None
        if there is None or there.place is None or there.actor is not None or there.last != first.first - 1:
            break
        listed.insert(0, there)
        first = there
    return listed if first.first == last.first or last.before.startswith(AND) else [last]


def _listed_after(sentence: Sentence, first: Item) -> list[Item]:
    """The places after *first* in its list: قرب حلب والرقة ودير الزور."""
    listed: list[Item] = []
    at = first.last + 1
    while at < len(sentence) and (there := sentence.owner[at]) is not None and there.first == at:
        if there.place is None or there.actor is not None or not there.before.startswith(AND):
            break
        listed.append(there)
        at = there.last + 1
    return listed


def _is_speakers(sentence: Sentence, item: Item) -> bool:
    """Who speaks is there: an activist *in* the town."""
    return slot_before(sentence, item) == "in" and sentence.has_in(item.first - 3, item.first - 1, "speaker")


def _can_be(item: Item, named: Named) -> bool:
    return item.place is not None and not item.is_border and named.kind(item.place.id) not in NOWHERE


def _is_near(place: str, named: Named) -> bool:
    """The dateline's *place* lies in the country that most of the article's places lie in."""
    country = named.lexicon.ancestor(place, "country")
    counted = Counter(named.lexicon.ancestor(one.id, "country") for one in named.all)
    counted[country] -= 1
    return not +counted or counted[country] == max(counted.values())
