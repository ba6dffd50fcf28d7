"""Slots: the names after a trigger into the slots of its draft, as the family of its type says."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family, is_place
from streams.events.model import Role
from streams.events.roles.parties import Parties
from streams.events.sentence import Item, Sentence
from streams.events.sentence.argument import Argument

WHENCE = "where fighters are from"
NEAR, AFTER = 3, 6
BESIDE = 5  # words from an Arabic event noun to who it is from: قصف جوي ومدفعي من النظام
JOINER = 5  # code points of `or` with its spaces
_GROUND = (Family.HIT, Family.MOVE, Family.HOLD, Family.LOSS, Family.SIEGE, Family.BREAK, Family.ROUTE)


class Slots:
    """Fills slots from arguments."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties

    def fill(self, sentence: Sentence, draft: Draft, only: list[Argument] | None = None) -> None:
        """Fill the slots from the names to the right, as the family of the type says."""
        family = FAMILY.get(draft.type, Family.HIT)
        where_slots = ("in", "from", "on", "to", "") if family in _GROUND else ("in", "from")
        for arg in draft.arguments.found if only is None else only:
            item = arg.item
            if arg.slot == "support":
                continue
            if item.weapon:
                draft.weapons.append(item.weapon.id)
                if draft.type == "strike":
                    draft.platform = draft.platform or item.weapon.platform
            if item.actor and not (is_place(item, self.parties.lexicon) and arg.slot in where_slots):
                self._party(sentence, draft, arg, _agent_slot(sentence, draft, arg) or family.role(arg.slot, "actor"))
            elif item.place and arg.slot == "by" and self.parties.lexicon.has("actor", item.place.id):
                role = Role(id=item.place.id, span=item.span, basis="by")  # attributed to Russia
                draft.add("actors", self.parties.forces(role, draft, "by"))
            elif item.place:
                is_for = draft.is_noun and draft.type == "strike" and draft.trigger.language == "ar"
                is_for = is_for and arg.slot in ("for", "to") and item.first <= draft.item.last + AFTER
                self._place(sentence, draft, arg, "places" if is_for else family.role(arg.slot, "place"))
        if family is Family.CLASH:
            self._mutual(sentence, draft)
        elif draft.type == "talks" and len(draft.get("actors")) > 1 and not draft.get("recipients"):
            draft.add("recipients", *draft.get("actors"))

    def _party(self, sentence: Sentence, draft: Draft, arg: Argument, slot: str | None) -> None:
        if slot is None or (slot == "recipients" and self.parties.is_machine(draft, arg.item)):
            return
        there = draft.get("actors")
        if slot == "actors":
            is_listed = arg.slot == "from" and bool(there) and _is_joined(there[-1], arg.item)  # من النظام وروسيا
            is_open = (
                is_listed
                or arg.slot == "for"
                or draft.pattern in ("owner", "light")
                or FAMILY.get(draft.type) is Family.CLASH
            )
            if there and not is_open and there[0].basis != "by":
                return
            if not self.parties.may_act(arg.item, draft):
                return
            if arg.slot == "for":
                draft.pattern = "owner"
            if arg.slot == "by" and draft.pattern in ("bare", "undergo", "passive"):
                draft.pattern = "by"
        basis = "by" if arg.slot == "by" else "stated"
        draft.add(slot, self.parties.role(arg.item, basis, draft))
        if slot == "actors" and arg.slot == "from" and draft.trigger.language == "ar":  # من طائرات سورية وأخرى روسية
            joined = [one for one in self.parties.group(sentence, arg.item) if self.parties.may_act(one, draft)]
            draft.add(slot, *(self.parties.role(one, basis, draft) for one in joined if one is not arg.item))

    def _place(self, sentence: Sentence, draft: Draft, arg: Argument, slot: str | None) -> None:
        item = arg.item
        if item.place is None or slot is None:
            return
        if slot == "places" and not is_place(item, self.parties.lexicon):
            draft.why.append(f"{item.place.id}: a road, a river or a border is no place of events")
        elif arg.slot == "from" and self._is_whence(sentence, draft, item):
            draft.why.append(f"{item.place.id}: {WHENCE}")
        elif draft.type == "advance" and self._is_whither(sentence, item, item.place.id):
            draft.why.append(f"{item.place.id}: they go towards it, and are not there")
        else:
            basis = "target" if arg.slot in ("", "on", "of", "to") else "stated"
            draft.add(slot, Role(id=item.place.id, span=item.span, basis=basis))

    def _is_whither(self, sentence: Sentence, item: Item, place: str) -> bool:
        """تقدم نحو دير الزور: towards the capital or the governorate."""
        row = self.parties.lexicon.places.get(place)
        is_far = row is not None and (row.kind == "governorate" or place.endswith(".city"))
        before = sentence.words[item.first - 1] if item.first else ""
        return is_far and before in sentence.actions.lists["towards"]

    def _is_whence(self, sentence: Sentence, draft: Draft, item: Item) -> bool:
        """`fighters from Russia`: it says where they are from, not where it was launched."""
        before = [one for one in sentence.items if one.last < item.first]
        last = before[-1] if before else None
        if last is None:
            return False
        is_list = (
            last.place is not None
            and last.actor is None
            and any(role.id == last.place.id for role in draft.get("origins"))
        )
        whence = draft.why and draft.why[-1].endswith(WHENCE)
        if last.place is not None and whence and not is_list:
            return True
        people = last.actor is not None or sentence.has_in(item.first - 2, item.first, "armed")
        return people and item.first - last.last <= 2 and draft.type not in ("territory_lost", "advance", "force_entry")

    def _mutual(self, sentence: Sentence, draft: Draft) -> None:
        """Clashes: both are actors and recipients; with only one named, the other is who acted last."""
        if sentence.has_in(draft.item.last + 1, draft.item.last + 4, "both"):
            pair = self.parties.pair
            draft.add("actors", *pair)
            draft.add("recipients", *pair)
            return
        with_ = [arg.item for arg in draft.arguments.found if arg.slot in ("with", "on") and arg.item.actor]
        between = any(arg.slot == "between" for arg in draft.arguments.found)
        if with_ and not between:
            others = [self.parties.role(item, "stated", draft) for item in with_]
            draft.roles["actors"] = [
                role for role in draft.get("actors") if all(role.id != other.id for other in others)
            ]
            if not draft.roles["actors"]:
                self.parties.inherit(draft, "inherited", but={other.id for other in others}, first=True)
            draft.add("recipients", *others)
        elif len(draft.get("actors")) > 1:
            draft.add("recipients", *draft.get("actors"))


def _agent_slot(sentence: Sentence, draft: Draft, arg: Argument) -> str | None:
    """An event noun names who did it: raids from Russian jets, bombing of Russian warplanes, قصف لقوات النظام."""
    family = FAMILY.get(draft.type)
    if arg.slot == "from" and draft.trigger.object and draft.type == "strike" and arg.item.actor:
        return "actors" if arg.item.actor.platform else None  # missiles launched from a Russian warship
    if family is Family.HARM and draft.is_noun and arg.slot == "for" and arg.item.actor and arg.item.actor.platform:
        return "actors"  # مجزرة للطيران الروسي
    if draft.tense == "ing" and arg.slot == "of" and arg.item.actor and arg.item.actor.platform:
        return "actors"  # the targeting of Russian warplanes on the town
    if not draft.is_noun or family not in (Family.HIT, Family.MOVE, Family.HOLD, Family.LOSS) or arg.item.actor is None:
        return None
    if arg.slot in ("from", "of") and family is Family.HIT:
        is_beside = arg.slot == "from" and draft.trigger.language == "ar" and arg.item.first <= draft.item.last + BESIDE
        return "actors" if arg.item.actor.platform or is_beside else None  # قصف جوي من النظام وروسيا
    there = draft.get("actors")
    is_near = arg.item.first <= draft.item.last + NEAR if not there else _is_joined(there[-1], arg.item)
    if sentence.has_in(draft.item.last + 1, arg.item.first, "site"):
        return None  # قصف مواقع لداعش: the positions are theirs
    if draft.trigger.needs and not there:  # تدمير رتل لداعش: it was theirs
        is_near = arg.item.first == draft.item.last + 1
    return "actors" if arg.slot == "for" and is_near else None


def _is_joined(before: Role, item: Item) -> bool:
    """للقوات السورية أو الروسية: the next name of a list."""
    return before.span is not None and item.span[0] - before.span[1] <= JOINER
