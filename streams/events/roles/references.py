"""References: what is told elsewhere: by the report around it, the event before it, the other side of a siege."""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family, is_force
from streams.events.model import TOLD, Role
from streams.events.places.beside import slot_before
from streams.events.roles.announced import announced
from streams.events.roles.bases import flies_from
from streams.events.roles.parties import Parties, root
from streams.events.roles.victims import Victims
from streams.events.sentence import HARD, Sentence
from streams.events.speech import Report

TIMES = ("after", "before", "cause")  # slots of another event's words
NEAR_HIT = 4  # words from `landed` to whose troops are hit
BESIDE = 6  # words between an arm and what it does, a base and who took off


class References:
    """Fills slots that the clause itself leaves open."""

    def __init__(self, parties: Parties, victims: Victims) -> None:
        self.parties, self.victims = parties, victims

    def from_reports(self, sentence: Sentence, draft: Draft) -> None:
        """Agents that only the report tells: the accused; the claimant's own forces."""
        if not self.parties.told or draft.get("actors"):
            return
        draft.add("actors", *announced(sentence, draft, self.parties))
        if draft.get("actors"):
            draft.pattern = "claimant"
        else:
            self._accused(sentence, draft)

    def _accused(self, sentence: Sentence, draft: Draft) -> None:
        """Who is accused of it, who denies it, who says it of his own forces."""
        family = FAMILY.get(draft.type, Family.HIT)
        for report in reversed(self.parties.told):
            if not report.covers(draft.item.first):
                continue
            if report.accused and family is not Family.TALK:
                draft.add("actors", *(self.parties.forces(role, draft, "accused") for role in report.accused))
                draft.pattern = "accused"
                if report.kind == "heading" and draft.type == "attack":
                    draft.type = "strike"
                blamed = {role.span for role in report.accused}  # blamed the raids *on Russia*: it is not hit
                for slot in ("recipients", "places"):
                    draft.roles[slot] = [role for role in draft.get(slot) if role.span not in blamed]
                return
            if report.kind == "deny" and family is Family.HIT:  # who denies it is who is said to have done it
                draft.add("actors", *(self.parties.forces(role, draft, "claimant") for role in report.claimants))
                return
            is_ground = family in (Family.SIEGE, Family.BREAK, Family.HOLD, Family.MOVE) and draft.is_noun
            if is_ground and (own := [role for role in report.claimants if is_force(self.parties.lexicon, role.id)]):
                draft.add("actors", *(Role(id=role.id, span=role.span, basis="claimant") for role in own))
                draft.pattern = "claimant"
                return
            if draft.by_arms and report.claimants and draft.type in ("strike", "force_entry", "advance"):
                if _is_apart(sentence, report, draft):
                    continue
                draft.add(
                    "actors",
                    *(
                        self.parties.forces(role, draft, "claimant")
                        for role in report.claimants
                        if self.parties.lexicon.owner_of(role.id) and not self._is_hit(sentence, draft, role)
                    ),
                )
                return

    def _is_hit(self, sentence: Sentence, draft: Draft, role: Role) -> bool:
        """What is hit is a base of whom *role* names, or troops of his; rockets that *landed* are those of others."""
        nxt, nisba = draft.item.last + 1, self.parties.actions.words[draft.trigger.language].nisba
        owners = [nisba.get(word) for word in sentence.words[nxt : nxt + NEAR_HIT]]
        if sentence.words[draft.item.first] == "landed" or any(
            one and root(one.actor) == root(role.id) for one in owners
        ):
            return True
        rows = (self.parties.lexicon.places.get(place.id) for place in draft.get("places"))
        return any(row is not None and row.base_of and root(row.base_of) == root(role.id) for row in rows)

    def refer(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft], earlier: list[Draft]) -> None:
        """What is told elsewhere: the cause of the dead, the strike just told, the other side of a siege."""
        family = FAMILY.get(draft.type, Family.HIT)
        item = draft.item
        if family is Family.HARM:
            self.victims.cause(sentence, draft, coded)
            self.victims.people(sentence, draft)
        if draft.type == "strike" and not draft.get("actors"):
            for one in draft.weapons:
                row = self.parties.lexicon.weapons.get(one)
                if row and row.owner:
                    self.parties.owned_by(draft, row.owner, item)
            is_by_gunmen = draft.armed and not draft.by_arms  # قصف مسلحون طائرات روسية
            if not draft.get("actors") and draft.trigger.language == "ar" and not is_by_gunmen:
                self._arms(sentence, draft)
            elif draft.trigger.language == "en" and draft.armed:
                self._from_home(sentence, draft)
        if (
            draft.type in ("strike", "attack")
            and draft.is_noun
            and not draft.get("actors")
            and self.parties.nouns.is_definite(sentence, item)
        ):
            same = next(
                (
                    one
                    for one in reversed(earlier)
                    if one.type == draft.type and sentence.index - one.sentence <= 3 and one.stance in TOLD
                ),
                None,
            )
            if same and (not draft.get("places") or not same.get("places")):
                draft.add("actors", *(Role(id=role.id, span=None, basis="chain") for role in same.get("actors")))
                draft.platform = draft.platform or same.platform
                draft.pattern = "chain"
        if family in (Family.SIEGE, Family.BREAK, Family.ROUTE) or draft.type == "territory_seized":
            self._siege(sentence, draft)

    def _arms(self, sentence: Sentence, draft: Draft) -> None:
        """صواريخ روسية, صواريخ الطيران الروسي: whose they are that fall, hit, are fired; where they took off."""
        first, stop = draft.item.first - BESIDE, draft.item.last + BESIDE
        for at in () if sentence.places_of.get("errand") else sentence.places_of.get("arms", ()):
            if any(sentence.slot(i) in TIMES for i in range(at + 1, draft.item.first)):
                continue  # وصلت طائرات روسية بعد قصف المطار
            if not first <= at <= stop or any(
                sentence.marks[min(at, draft.item.first) + 1 : max(at, draft.item.last) + 1]
            ):
                continue
            whole, there = sentence.owner[at], sentence.owner[at + 1] if at + 1 < len(sentence) else None
            if whole and whole.actor and self.parties.may_act(whole, draft):  # طيران الأسد وطيران الاحتلال الروسي
                roles = [self.parties.role(one, "adjective", draft) for one in self.parties.group(sentence, whole)]
            else:
                roles = self.parties.nouns.owners_at((sentence.starts[at], sentence.end(at)), "ar", draft.platform)
            if not roles and there and there.actor and there.first == at + 1 and not there.before:
                roles = [self.parties.role(there, "owner", draft)] if self.parties.may_act(there, draft) else []
            if roles:
                draft.add("actors", *roles)
                draft.pattern = "owner"
                return
        self._from_home(sentence, draft)

    def _from_home(self, sentence: Sentence, draft: Draft) -> None:
        """إقلاع طائرتين من حميميم: who alone flies from there."""
        for one in sentence.items:
            row = self.parties.lexicon.places.get(one.place.id) if one.place else None
            if row is None or not row.base_of or any(role.id == row.id for role in draft.get("places")):
                continue
            if sentence.has_in(one.first - BESIDE, one.first, "took_off") or flies_from(sentence, one):
                self.parties.owned_by(draft, row.base_of, one)
                draft.pattern = "owner"

    def _siege(self, sentence: Sentence, draft: Draft) -> None:
        """The other side: of a siege the besieged or the besieger, of ground taken who held it."""
        family = FAMILY.get(draft.type, Family.HIT)
        if family is Family.SIEGE and draft.type == "siege_ongoing" and draft.is_noun:
            held = next(
                (
                    one
                    for one in reversed(sentence.items)
                    if one.last < draft.item.first and one.last >= draft.item.first - 2
                ),
                None,
            )
            if held and held.actor and self.parties.nouns.is_state(draft.item):
                draft.add("recipients", self.parties.role(held, "stated", draft))
                draft.roles["actors"] = [role for role in draft.get("actors") if role.id != held.actor.id]
            elif held and held.place and not draft.get("places") and self.parties.nouns.is_state(draft.item):
                draft.add("places", Role(id=held.place.id, span=held.span, basis="target"))
        if draft.type == "siege_broken" and not draft.get("actors"):
            own = [arg.item for arg in draft.arguments.found if arg.slot == "for" and arg.item.actor]
            for item in own:
                draft.add("actors", self.parties.role(item, "beneficiary", draft))
        wanted = "actors" if draft.type == "siege_ongoing" else "recipients"
        if draft.get(wanted):
            return
        mine = {root(role.id) for slot in ("actors", "recipients") for role in draft.get(slot)}
        others = {
            root(one.actor.id): one
            for one in sentence.items
            if one.actor
            and is_force(self.parties.lexicon, one.actor.id)
            and root(one.actor.id) not in mine
            and not one.place
            and not sentence.has(one.first - 1, "support")
            and not sentence.has(one.first - 2, "support")
            and not one.senses
            and (family is not Family.HOLD or slot_before(sentence, one) in ("with", "on", "from"))
        }
        if mine and len(others) == 1:
            draft.add(wanted, self.parties.role(next(iter(others.values())), "sentence", draft))


def _is_apart(sentence: Sentence, report: Report, draft: Draft) -> bool:
    """Another heading begins between who speaks and the event."""
    said = max(report.at, report.start)
    return any(mark >= HARD for mark in sentence.marks[said + 1 : draft.item.first + 1])
