"""Needs: whether a trigger that may mean anything (hit, target, control) has what makes it an event."""

from collections.abc import Callable

from streams.events.abroad import hits_abroad
from streams.events.draft import Draft
from streams.events.kinds import FORCES
from streams.events.model import Role
from streams.events.sentence import Sentence
from streams.events.sentence.light import light_verb
from streams.lexicon import Lexicon
from streams.text.fold import fold_term

HARMLESS = 9  # words after the verb that may say that it was no strike

QUALIFYING = ("air", "sea", "land", "arms")


MAX_ADJECTIVES, MIN_WORD = 5, 3
_TO = fold_term("ل")


def is_filled(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    """One of the needs of the draft's trigger holds, or it has none."""
    needs = draft.trigger.needs
    if needs and draft.type == "strike" and draft.is_noun and _is_blow(sentence, draft):
        return False
    if needs and draft.type == "strike" and "harmless" in sentence.places_of and _is_harmless(sentence, draft):
        return False
    for need in needs:
        if _NEEDS[need](sentence, draft, lexicon):
            return True
    return not needs


def _is_harmless(sentence: Sentence, draft: Draft) -> bool:
    """Planes drop leaflets, and hit a fire with water."""
    trigger = draft.item
    for i in sentence.places_of["harmless"]:
        if trigger.last < i < trigger.last + HARMLESS:
            value = sentence.cues[i]["harmless"][0]
            if not draft.is_noun and (value == "fire" or sentence.words[trigger.first].startswith("drop")):
                return True
    return False


def _is_blow(sentence: Sentence, draft: Draft) -> bool:
    """ضربة روسية جديدة لخطط أنقرة: to what no bomb can hit, after adjectives alone."""
    nisba = sentence.actions.words["ar"].nisba
    for i in range(draft.item.last + 1, min(draft.item.last + MAX_ADJECTIVES, len(sentence))):
        word = sentence.words[i]
        if word.startswith(_TO) and sentence.owner[i] is None and not sentence.cues[i] and len(word) > MIN_WORD:
            return True
        if word not in nisba and not sentence.has(i, "adjective"):
            return False
    return False


def _agent_force(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    actors = draft.roles.get("actors", ())
    is_verb = draft.type == "strike" and draft.trigger.language == "ar" and not draft.is_noun
    if is_verb and actors and not draft.armed and all(_is_bare_state(sentence, role, lexicon) for role in actors):
        is_hit = bool(draft.weapons or draft.get("places") or draft.get("recipients"))
        return is_hit or (draft.tense != "present" and _target(sentence, draft, lexicon))  # خطة تستهدف حليفها
    return draft.armed or (bool(actors) and any(lexicon.actor_kind(role.id) in FORCES for role in actors))


def _is_bare_state(sentence: Sentence, role: Role, lexicon: Lexicon) -> bool:
    """A state by its one word, whose verbs aim at anything: plans, trade, allies."""
    owner = lexicon.owner_of(role.id)
    name = sentence.document.text[slice(*role.span)] if role.span else " "
    return owner is not None and lexicon.is_state(owner) and " " not in name


def _agent_platform(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    actors = draft.roles.get("actors")
    if actors and any(lexicon.platform_of(role.id) for role in actors):
        return True
    at = draft.item.first
    return sentence.has_in(at - 3, at + 3, "air") or sentence.has_in(at - 3, at + 3, "sea")


def _weapon(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    return bool(draft.weapons) or sentence.has_in(draft.item.last + 1, draft.arguments.stop, "arms")


def _qualified(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    """Air, missile, heavy right before or after the noun, and it is a noun."""
    item = draft.item
    beside = (item.first - 1, item.first - 2, item.last + 1)
    if not draft.is_noun or sentence.places_of.keys().isdisjoint(QUALIFYING):
        return False
    return any(sentence.has(i, kind) for i in beside for kind in QUALIFYING)


def _cue(kind: str) -> Callable[[Sentence, Draft, Lexicon], bool]:
    def holds(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
        return sentence.has_in(draft.item.last + 1, min(draft.arguments.stop, draft.item.last + 8), kind)

    return holds


def _target(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    named = bool(draft.roles.get("places") or draft.roles.get("recipients"))
    return named or _cue("site")(sentence, draft, lexicon) or _cue("armed")(sentence, draft, lexicon)


def _site(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    if draft.type != "territory_seized":
        return _cue("site")(sentence, draft, lexicon)
    last = draft.item.last  # `captured the country's largest field`, not `captured a man from the town`
    near = range(last + 1, min(last + 8, len(sentence)))
    stop = next((i for i in near if sentence.slot(i) not in (None, "of", "none")), near.stop)
    return sentence.has_in(last + 1, stop, "site")


def _armed(sentence: Sentence, draft: Draft, lexicon: Lexicon) -> bool:
    return bool(draft.roles.get("recipients")) or _cue("armed")(sentence, draft, lexicon)


def _thing(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    """استهداف قافلة قرب البوكمال: a convoy, a house, a base right after the noun, and a place."""
    nxt = draft.item.last + 1
    is_thing = nxt < len(sentence) and sentence.words[nxt] in sentence.actions.lists["things"]
    return draft.is_noun and is_thing and bool(draft.get("places"))


def _place(_: Sentence, draft: Draft, __: Lexicon) -> bool:
    """Ground is taken itself: who is captured in a town is not it."""
    is_ground = draft.type in ("territory_seized", "territory_held")
    return any(role.basis == "target" or not is_ground for role in draft.get("places"))


def _carried(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    """`conducted nine strikes near the town`, `hit by nine strikes`; `a strike in the town` may be of teachers."""
    many = sentence.words[draft.item.last].endswith("s")
    named = any(many or role.basis == "target" for role in draft.get("places"))
    if many and named and draft.pattern == "undergo":
        return _number(sentence, draft, _)
    light = light_verb(sentence, draft.item) if draft.is_noun and named else None
    return light is not None and sentence.words[light[0]].startswith(("conduct", "carr"))


def _civilian(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    return sentence.has_in(draft.item.first - 5, min(draft.arguments.stop, draft.item.last + 8), "civilian")


def _number(sentence: Sentence, draft: Draft, _: Lexicon) -> bool:
    first, stop = max(draft.item.first - 6, 0), draft.item.first + 5
    if sentence.has_in(first, stop, "number") or sentence.has_in(first, stop, "tens"):
        return True
    return any(first <= i < stop for i in sentence.digits)


_NEEDS: dict[str, Callable[[Sentence, Draft, Lexicon], bool]] = {
    "agent": lambda _, draft, __: bool(draft.get("actors")),
    "agent.force": _agent_force,
    "agent.platform": _agent_platform,
    "agent.abroad": hits_abroad,
    "weapon": _weapon,
    "event_subject": lambda _, draft, __: draft.armed,
    "qualified": _qualified,
    "target": _target,
    "target.place": _place,
    "target.actor": lambda _, draft, __: bool(draft.get("recipients")),
    "target.armed": _armed,
    "target.site": _site,
    "target.civilian": _civilian,
    "target.thing": _thing,
    "quantity": _number,
    "carried": _carried,
}
