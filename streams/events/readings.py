"""Readings: one trigger to a draft: the first thing it may be whose object and needs are there, its slots filled.

Sentence, trigger -> **Readings** -> clauses. A verb's slots are filled by the word order of its language, a noun's by
whose it is; then by what stands to the right, by the report around it, and by what was told before.
"""

from streams.events.actions import Sense
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.needs import is_filled
from streams.events.roles.arabic import Arabic
from streams.events.roles.european import European
from streams.events.roles.heads import Heads
from streams.events.roles.objects import Objects
from streams.events.roles.parties import Parties
from streams.events.roles.references import References
from streams.events.roles.slots import Slots
from streams.events.roles.subjects import Subjects
from streams.events.roles.victims import Victims
from streams.events.sentence import COLON, Item, Sentence
from streams.events.sentence.arguments import arguments_after, go_on
from streams.events.sentence.clause import clause_start
from streams.events.sentence.noun_or_verb import is_verb_misread

BESIDE = 8  # words from what is hit to `was hit`
ANTECEDENT = 4  # words of the noun that a relative clause hangs on
IT = frozenset({"it", "which"})  # the hospital named before
ACTING = ("light", "claimant")  # patterns of nouns whose agent acts on
SPORTS = ("advance", "attack", "clash", "strike", "captured", "territory_seized", "territory_lost")


class Readings:
    """Of one document."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.slots, self.objects = Slots(parties), Objects(parties)
        self.heads = Heads(parties)
        subjects = Subjects(parties, self.slots)
        self.arabic, self.european = Arabic(parties, subjects, self.heads), European(parties, subjects)
        self.references = References(parties, Victims(parties))

    def choose(self, sentence: Sentence, item: Item, coded: dict[int, Draft], earlier: list[Draft]) -> Draft | None:
        """The first reading of *item* whose object and needs are there; those with an object first."""
        waiting: Draft | None = None
        for sense in item.senses if len(item.senses) == 1 else _readings(item):
            draft = self._open(sentence, item, sense)
            if draft is None:
                continue
            self._fill(sentence, draft, coded, earlier)
            if not draft.dropped or draft.is_absorbed:
                return draft
            draft.awaits = _awaits(sentence, draft)
            waiting = waiting or (draft if draft.is_noun or draft.awaits else None)
        return waiting  # a noun that lacks its needs, until a verb says what it does

    def _open(self, sentence: Sentence, item: Item, sense: Sense) -> Draft | None:
        """A draft with its type and arguments; None if the reading is no event here."""
        trigger = sense.trigger
        if sense.tense != "noun" and _is_label(sentence, item):
            return None  # تدمر: a town that is written as a verb is
        if is_verb_misread(sentence, item, sense):
            return None
        if trigger.type in SPORTS and "sport" in sentence.places_of and sentence.places_of["sport"]:
            return None
        if trigger.object and not self.objects.is_there(sentence, item, sense):
            return None
        draft = Draft(
            trigger.type,
            item,
            trigger,
            sentence.index,
            sense.tense == "noun",
            sense.tense,
            platform=trigger.platform,
            outcome=trigger.outcome,
        )
        draft.arguments = arguments_after(sentence, item)
        if FAMILY.get(trigger.type) is Family.SUPPORT:
            go_on(draft.arguments, sentence)
        if trigger.object:
            self.objects.take(sentence, draft)
        if trigger.present or trigger.type == "siege_laid":
            draft.type = self._as_state(sentence, draft)
        draft.why += draft.arguments.why
        return draft

    def _as_state(self, sentence: Sentence, draft: Draft) -> str:
        """The type of what goes on rather than happens: is besieged, still holds."""
        first = draft.item.first
        goes_on = sentence.has_in(first - 4, first, "still")
        if (
            draft.trigger.present
            and draft.tense in ("present", "base")
            and (goes_on or not self._is_headline(sentence))
        ):
            return draft.trigger.present
        start = clause_start(sentence, first)
        is_relative = draft.tense == "present" and start > 0 and sentence.has(start - 1, "relative")
        is_state = is_relative or (not draft.is_noun and sentence.words[first - 1 : first] in (["is"], ["are"]))
        return "siege_ongoing" if draft.trigger.type == "siege_laid" and (goes_on or is_state) else draft.type

    def _fill(self, sentence: Sentence, draft: Draft, coded: dict[int, Draft], earlier: list[Draft]) -> None:
        if draft.is_noun:
            self.heads.fill(sentence, draft)
        elif draft.trigger.language == "ar":
            self.arabic.fill(sentence, draft, coded)
        else:
            self.european.fill(sentence, draft, coded)
        if draft.dropped:
            return
        self.slots.fill(sentence, draft)
        if draft.type == "accusation":
            draft.is_deed_elsewhere = sentence.has_in(draft.item.first, len(sentence), "deed")
        self.references.from_reports(sentence, draft)
        self.references.refer(sentence, draft, coded, earlier)
        if draft.type == "strike" and self._is_bomb(sentence, draft):
            draft.type, draft.outcome = "bombing", "detonated"
        if not is_filled(sentence, draft, self.parties.lexicon) or self._flies(draft):
            draft.dropped = True
        elif not draft.is_noun or draft.pattern in ACTING:
            acting = [role for role in draft.get("actors") if self.parties.lexicon.actor_kind(role.id) != "person"]
            self.parties.running = acting or self.parties.running

    def _flies(self, draft: Draft) -> bool:
        """Planes take no ground."""
        if FAMILY.get(draft.type) not in (Family.MOVE, Family.HOLD):
            return False
        return {self.parties.lexicon.platform_of(role.id) for role in draft.get("actors")} == {"air"}

    def _is_bomb(self, sentence: Sentence, draft: Draft) -> bool:
        """A car bomb that hits is no strike from afar."""
        start = clause_start(sentence, draft.item.first)
        if start and sentence.has(start - 1, "relative"):
            start -= ANTECEDENT  # a bomb that struck a convoy
        named = [one.weapon.id for one in sentence.items if start <= one.first < draft.item.first and one.weapon]
        return not draft.is_noun and any(id_.startswith(("ied", "mine")) for id_ in named)

    def _is_headline(self, sentence: Sentence) -> bool:
        return sentence.span[0] < self.parties.document.body_at or len(self.parties.document.sentences) == 1


def _awaits(sentence: Sentence, draft: Draft) -> bool:
    """`A clinic was hit`, `jets flattened a shop`: by whom or whose, another clause may tell."""
    if draft.type != "strike" or draft.is_noun or draft.get("actors"):
        return False
    first = draft.item.first
    if draft.by_arms or draft.pattern != "passive":
        return draft.by_arms
    is_again = not IT.isdisjoint(sentence.words[max(first - ANTECEDENT, 0) : first])
    before = sentence.words[0 if is_again else max(first - BESIDE, 0) : first]
    return not sentence.actions.lists["one_site"].isdisjoint(word.removesuffix("s") for word in before)


def _readings(item: Item) -> list[Sense]:
    """What *item* may be, the likeliest first: as the noun or verb that it is, with an object."""
    noun = item.is_noun
    readings = [sense for sense in item.senses if (sense.tense == "noun") == noun]
    others = [sense for sense in item.senses if (sense.tense == "noun") != noun]  # written alike: إصابة, أصابه
    if not readings:
        readings, others = others, []
    if len(readings) > 1:
        readings.sort(key=lambda sense: (not sense.trigger.object, sense.trigger.type == "captured"))
    return [*readings, *others]


def _is_label(sentence: Sentence, item: Item) -> bool:
    """The first word, before a colon."""
    nxt = item.last + 1
    return item.first == 0 and nxt < len(sentence) and sentence.marks[nxt] == COLON
