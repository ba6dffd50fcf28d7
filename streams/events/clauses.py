"""Clauses: the triggers of one sentence to drafts of events, each slot by the first rung of its ladder that holds."""

from streams.events.actions import Actions, Sense
from streams.events.agents import clause_start, is_joined, light_verb
from streams.events.arabic import Arabic
from streams.events.arguments import arguments_after
from streams.events.claims import reports
from streams.events.draft import Draft
from streams.events.european import European
from streams.events.finish import Finish
from streams.events.heads import Heads
from streams.events.kinds import FAMILY, HARM, Family
from streams.events.model import Role
from streams.events.nations import put_nations
from streams.events.nearby import Nearby
from streams.events.needs import is_filled
from streams.events.nouns import is_noun, is_verb_misread
from streams.events.objects import Objects
from streams.events.parties import Parties
from streams.events.places import Places
from streams.events.references import References
from streams.events.sentence import COLON, Item, Sentence
from streams.events.slots import Slots
from streams.events.subjects import Subjects
from streams.events.support import Helpers
from streams.events.victims import Victims
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found

SPORTS = ("advance", "attack", "clash", "strike", "captured", "territory_seized", "territory_lost")


class Clauses:
    """Codes one sentence after the other; what a later one may refer back to is kept."""

    def __init__(self, document: Document, lexicon: Lexicon, actions: Actions, mentions: tuple[Found, ...]) -> None:
        self.parties = Parties(document, lexicon, actions)
        self.places = Places(document, lexicon, mentions)
        self.slots = Slots(self.parties, self.places)
        self.heads = Heads(self.parties)
        subjects = Subjects(self.parties, self.slots)
        self.arabic = Arabic(self.parties, subjects, self.heads)
        self.european = European(self.parties, subjects)
        self.references = References(self.parties, self.places, Victims(self.parties))
        self.helpers = Helpers(self.parties)
        self.nearby = Nearby(self.parties)
        self.finish = Finish(self.parties, self.places)
        self.objects = Objects(self.parties)
        self.paragraph = -1

    def code(
        self, sentence: Sentence, earlier: list[Draft], speakers: tuple[Role, ...]
    ) -> tuple[list[Draft], tuple[Role, ...]]:
        """The drafts of *sentence*, after those of *earlier* ones; and who speaks at its end."""
        language = sentence.triggers[0].senses[0].trigger.language if sentence.triggers else "en"
        paragraph = self.parties.document.paragraph_of(sentence.span[0])
        if paragraph != self.paragraph:
            self.paragraph, self.parties.running = paragraph, []
        if language == "en":
            _drop_misread(sentence)
        self._name(sentence, language)
        told = reports(sentence, language, self.parties.lexicon, speakers)
        self.parties.told = told
        drafts = self._drafts(sentence, earlier)
        if drafts:
            drafts = self._finished(sentence, drafts, earlier)
        return drafts, told[-1].claimants if told else speakers

    def _drafts(self, sentence: Sentence, earlier: list[Draft]) -> list[Draft]:
        """One for each trigger that is an event, in reading order, its slots filled."""
        coded: dict[int, Draft] = {}
        taken: set[int] = set()
        for item in self._in_turn(sentence):
            if item.first in taken:
                continue
            draft = self._choose(sentence, item, coded, earlier)
            if draft is None:
                continue
            coded[item.first] = draft
            if draft.dropped:
                continue
            taken.update(range(item.first, item.last + 1))
            if draft.object_at is not None:  # the siege that is broken
                taken.add(draft.object_at)
                if draft.object_at in coded:
                    coded[draft.object_at].dropped = True
        self._revive(sentence, list(coded.values()))
        return [coded[at] for at in sorted(coded) if not coded[at].dropped]

    def _revive(self, sentence: Sentence, coded: list[Draft]) -> None:
        """Strikes on a place that only lack who carried them out, where the sentence names the one who may have."""
        for draft in coded:
            at = any(role.basis in ("target", "stated") for role in draft.get("places"))
            lacks = draft.dropped and not draft.is_absorbed and not draft.get("actors")
            if lacks and draft.is_noun and at and draft.type == "strike":
                draft.dropped = False
                self.nearby.fill(sentence, [draft])
                draft.dropped = not draft.get("actors")

    def _finished(self, sentence: Sentence, drafts: list[Draft], earlier: list[Draft]) -> list[Draft]:
        """*drafts* with all that is told of them, and those that they are told for."""
        drafts += self.helpers.support(sentence, drafts)
        drafts += self.helpers.kills(sentence, drafts)
        self.helpers.alike(sentence, drafts)
        self.nearby.fill(sentence, drafts)
        self.finish.count(sentence, drafts)
        so_far = [*earlier, *drafts]
        for draft in drafts:
            self.finish.fill(sentence, draft, self.parties.told, so_far)
            if draft.stance == "background" and draft.get("actors") == tuple(self.parties.running):
                self.parties.running = []  # who did it long ago does not go on with it
        return [draft for draft in drafts if not draft.dropped]

    def _name(self, sentence: Sentence, language: str) -> None:
        """Names that only the words around them make: the town, their Russian allies, the Russians."""
        self.places.again(sentence)
        self._allies(sentence, language)
        if language == "ar":
            put_nations(sentence, self.parties)
            self.places.roads(sentence)

    def _allies(self, sentence: Sentence, language: str) -> None:
        """Let `their Russian allies` be a name."""
        allies = tuple(sentence.places_of.get("ally", ()))
        if not allies:
            return
        nisba = self.parties.actions.words[language].nisba
        noun = self.parties.nouns.force_noun(None)
        for at in allies:
            cue = sentence.cues[at].get("ally") if at else None
            owner = nisba.get(sentence.words[at - 1])
            if cue and cue[0] == "noun" and owner and noun and not sentence.owner[at] and not sentence.owner[at - 1]:
                span = (sentence.starts[at - 1], sentence.end(at))
                id_ = self.parties.lexicon.actor_id(owner, noun)
                sentence.put(Item(at - 1, at, span, "", actor=Found("actor", id_, span, owner.actor)))
                sentence.items.sort(key=lambda item: item.first)

    def _in_turn(self, sentence: Sentence) -> list[Item]:
        """The triggers of *sentence* in the order that they are coded in."""
        turns = [(self._turn(sentence, item), item.first) for item in sentence.triggers]
        if len(turns) < 2:
            return sentence.triggers
        order = sorted(range(len(turns)), key=turns.__getitem__)
        return [sentence.triggers[i] for i in order]

    def _turn(self, sentence: Sentence, item: Item) -> int:
        """Nouns are coded first, then verbs and what a pronoun refers to, the dead last."""
        item.is_noun = is_noun(sentence, item, self.parties.actions)
        if all(sense.trigger.type in HARM for sense in item.senses):
            return 2
        if not item.is_noun:
            return 1
        light = light_verb(sentence, item)
        joined = light is not None and any(is_joined(sentence, light[0], kind) for kind in ("light", "managed"))
        return 0 if not joined and not self.parties.nouns.is_possessed(sentence, item) else 1

    def _choose(self, sentence: Sentence, item: Item, coded: dict[int, Draft], earlier: list[Draft]) -> Draft | None:
        """The first reading of *item* whose object and needs are there; those with an object first."""
        waiting: Draft | None = None
        for sense in item.senses if len(item.senses) == 1 else _readings(item):
            draft = self._open(sentence, item, sense)
            if draft is None:
                continue
            self._fill(sentence, draft, coded, earlier)
            if not draft.dropped or draft.is_absorbed:
                return draft
            waiting = waiting or (draft if draft.is_noun else None)
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
            draft.arguments.go_on(sentence)
        if trigger.object:
            self.objects.take(sentence, draft)
        goes_on = sentence.has_in(item.first - 4, item.first, "still")
        is_state = not draft.is_noun and sentence.words[item.first - 1 : item.first] in (["is"], ["are"])
        if (goes_on or is_state) and trigger.type == "siege_laid":
            draft.type = "siege_ongoing"
        if trigger.present and sense.tense in ("present", "base") and (goes_on or not self._is_headline(sentence)):
            draft.type = trigger.present
        draft.why += draft.arguments.why
        return draft

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
        self.references.from_reports(draft)
        self.references.refer(sentence, draft, coded, earlier)
        if draft.type == "strike" and self._is_bomb(sentence, draft):
            draft.type, draft.outcome = "bombing", "detonated"
        if not is_filled(sentence, draft, self.parties.lexicon) or self._flies(draft):
            draft.dropped = True
        elif draft.get("actors") and (not draft.is_noun or draft.pattern in ("light", "claimant")):
            self.parties.running = list(draft.get("actors"))

    def _flies(self, draft: Draft) -> bool:
        """Planes take no ground."""
        platforms = {self.parties.lexicon.platform_of(role.id) for role in draft.get("actors")}
        return platforms == {"air"} and FAMILY.get(draft.type) in (Family.MOVE, Family.HOLD)

    def _is_bomb(self, sentence: Sentence, draft: Draft) -> bool:
        """A car bomb that hits is no strike from afar."""
        start = clause_start(sentence, draft.item.first)
        named = [one.weapon.id for one in sentence.items if start <= one.first < draft.item.first and one.weapon]
        return not draft.is_noun and any(id_.startswith(("ied", "mine")) for id_ in named)

    def _is_headline(self, sentence: Sentence) -> bool:
        return sentence.span[0] < self.parties.document.body_at or len(self.parties.document.sentences) == 1


def _readings(item: Item) -> list[Sense]:
    """What *item* may be, the likeliest first: as the noun or verb that it is, with an object."""
    noun = item.is_noun
    readings = [sense for sense in item.senses if (sense.tense == "noun") == noun]
    others = [sense for sense in item.senses if (sense.tense == "noun") != noun]  # written alike: إصابة, أصابه
    if not readings:
        readings, others = others, []
    readings.sort(key=lambda sense: (not sense.trigger.object, sense.trigger.type == "captured"))
    return [*readings, *others]


def _drop_misread(sentence: Sentence) -> None:
    """`hit targets in A, B and C`: a noun that is written like a verb is no trigger, and ends no list."""
    for item in [
        item
        for item in sentence.triggers
        if item.actor is None and all(is_verb_misread(sentence, item, sense) for sense in item.senses)
    ]:
        sentence.take_back(item)


def _is_label(sentence: Sentence, item: Item) -> bool:
    """The first word, before a colon."""
    nxt = item.last + 1
    return item.first == 0 and nxt < len(sentence) and sentence.marks[nxt] == COLON
