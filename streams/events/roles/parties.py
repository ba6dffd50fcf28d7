"""Parties: who is who. A state strikes with its forces, an outlet bombs nobody, and who acted last acts on."""

from collections.abc import Iterable, Iterator

from streams.events.actions import Actions
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, FORCES, Family, is_place
from streams.events.model import Role
from streams.events.roles.nouns import Nouns
from streams.events.sentence import SOFT, Item, Sentence
from streams.events.speech import Report
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found
from streams.text.fold import fold_term

ONLY_FORCE = frozenset({"agent.force"})  # needs of verbs that say enough themselves: bombs
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


class Parties:
    """Names of one document as roles; `running` is who acted last, `told` the reports of the sentence at hand."""

    def __init__(self, document: Document, lexicon: Lexicon, actions: Actions) -> None:
        self.document, self.lexicon, self.actions = document, lexicon, actions
        self.nouns = Nouns(document, lexicon, actions)
        self.running: list[Role] = []  # who acted last in the paragraph
        self.pair: tuple[Role, ...] = ()  # the two of the last event that names both
        self.told: list[Report] = []  # what the sentence reports
        self.mentions: tuple[Found, ...] = ()  # of the document

    def remember(self, draft: Draft) -> None:
        """Let `both sides` be those of *draft*, if it names them."""
        actors, recipients = draft.get("actors"), draft.get("recipients")
        if actors and recipients and FAMILY.get(draft.type) is not Family.TALK:
            self.pair = tuple({role.id: role for role in (*actors, *recipients)}.values())[:2]

    def may_act(self, item: Item, draft: Draft) -> bool:
        """An outlet bombs nobody, nor does a person who is no head of state."""
        if item.actor is None:
            return False
        if FAMILY.get(draft.type, Family.HIT) is Family.TALK:
            return True
        kind = self.lexicon.actor_kind(item.actor.id)
        if kind == "person" and draft.type == "strike" and draft.trigger.needs <= ONLY_FORCE:
            return self._is_head(item)
        return kind in FORCES and (kind != "ministry" or "defence" in item.actor.id)

    def _is_head(self, item: Item) -> bool:
        """Assad and Putin bomb with their forces: their names are those of the states whose these are."""
        owner = self.lexicon.owner_of(item.actor.id) if item.actor else None
        name = self.document.text[item.span[0] : item.span[1]]
        return owner is not None and name in map(fold_term, owner.names)

    def role(self, item: Item, basis: str, draft: Draft) -> Role:
        """The actor of *item* in a slot of *draft*."""
        return self.forces(Role(id=item.actor.id if item.actor else "", span=item.span, basis=basis), draft, basis)

    def forces(self, role: Role, draft: Draft, basis: str, *, whole: bool = False) -> Role:
        """A state, or its government, strikes with its forces."""
        id_ = role.id
        kind = self.lexicon.actor_kind(id_)
        owner = self.lexicon.owner_of(id_)
        is_state = (
            owner is not None
            and self.lexicon.is_state(owner)
            and kind in ("state", "government", "ministry", "regime", "coalition", "person", "source")
        )
        acts = FAMILY.get(draft.type) in (Family.HIT, Family.SUPPORT) or basis == "claimant"
        if owner is not None and (is_state or whole) and acts:
            noun = self.nouns.force_noun("air" if draft.platform == "air" and not whole else None)
            if noun:
                id_ = self.lexicon.actor_id(owner, noun)
        return Role(id=id_, span=role.span, basis=basis)

    def owned_by(self, draft: Draft, owner: str, item: Item) -> None:
        row = self.lexicon.owners.get(owner) or self.lexicon.owner_of(owner)
        id_ = row.actor if row else owner
        draft.add("actors", self.forces(Role(id=id_, span=item.span, basis="weapon_owner"), draft, "weapon_owner"))
        if draft.pattern == "bare":
            draft.pattern = "weapon_owner"

    def owned(self, draft: Draft, weapon: Found, item: Item) -> None:
        if weapon.owner:
            self.owned_by(draft, weapon.owner, item)

    def group(self, sentence: Sentence, first: Item) -> Iterator[Item]:
        """*first* and what is joined to it: the army and its allies, `Syrian or Russian jets`."""
        yield first
        last = first
        for item in sentence.items:
            if item.first <= last.last:
                continue
            if item.actor is None or not item.is_name:
                return
            between = range(last.last + 1, item.first)
            joined = item.before[:1] == self.nouns.and_ and not between
            joined = joined or _is_one_noun(last, item) or _is_phrase(sentence, between)
            if not joined and not (
                between
                and len(between) <= 3
                and sentence.has(between[0], "joiner")
                and all(sentence.has(i, "joiner") or sentence.slot(i) == "of" for i in between)
            ):
                allied = (
                    bool(between)
                    and len(between) <= 5
                    and all(sentence.has(i, "joiner") or sentence.has(i, "ally") for i in between)
                )
                adjacent = not between and not _is_arabic(sentence, item) and not _is_apart(sentence, item)
                if not allied and not adjacent:
                    return
            yield item
            last = item

    def inherit(self, draft: Draft, basis: str, but: Iterable[str] = (), *, first: bool = False) -> None:
        """Who acted last in the paragraph acts here too; only the *first* of them where a pronoun means one."""
        roles = [role for role in self.running if role.id not in but][: 1 if first else None]
        if roles and not draft.get("actors"):
            whole = draft.type == "military_support"
            draft.add("actors", *(self.forces(role, draft, basis, whole=whole) for role in roles))
            if draft.pattern == "bare":
                draft.pattern = "inherit"

    def suffers(self, draft: Draft, item: Item) -> None:
        is_harm = FAMILY.get(draft.type) is Family.HARM
        if is_harm and item.actor is None:
            return  # who fled the town were killed elsewhere
        if is_place(item, self.lexicon) and item.place and not (item.actor and is_harm):
            draft.add("places", Role(id=item.place.id, span=item.span, basis="target"))
        elif item.actor and not self.is_machine(draft, item):
            draft.add("recipients", self.role(item, "stated", draft))

    def is_machine(self, draft: Draft, item: Item) -> bool:
        """Planes and guns are no victims."""
        is_carrier = item.actor is not None and self.lexicon.platform_of(item.actor.id) is not None
        return is_carrier and FAMILY.get(draft.type) is Family.HARM


def _is_one_noun(last: Item, item: Item) -> bool:
    """الطائرات السورية - الروسية: the second adjective of a nation has no noun of its own."""
    if item.first != item.last or item.first != last.last + 1 or item.actor is None or last.actor is None:
        return False
    return item.actor.platform is not None and item.actor.platform == last.actor.platform


def _is_phrase(sentence: Sentence, between: range) -> bool:
    """بالاشتراك مع, in cooperation with (the): a joiner of several words is all that stands between."""
    cue = sentence.cues[between[0]].get("joiner") if between else None
    return cue is not None and cue[1] == len(between) - (sentence.words[between[-1]] == "the")


def _is_apart(sentence: Sentence, item: Item) -> bool:
    """A mark stands before *item*, and it is not the end of a headline's list: Russia, Assad bomb."""
    nxt, mark = item.last + 1, sentence.marks[item.first]
    there = sentence.owner[nxt] if nxt < len(sentence) else None
    acts = (there is not None and not there.is_name) or sentence.has(nxt, "light")
    return mark > SOFT or (mark == SOFT and not acts)


def _is_arabic(sentence: Sentence, item: Item) -> bool:
    """By the private alphabet: Latin letters and digits stand for themselves."""
    return sentence.words[item.first][:1] not in _LATIN


def root(path: str) -> str:
    """The party that *path* belongs to."""
    return path.partition(".")[0]
