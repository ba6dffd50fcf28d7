"""Clauses: one sentence after the other to drafts of its events.

Sentence -> names, reports, triggers in turn (`readings`), helpers, finish -> **Clauses** -> coder.
"""

from streams.events.actions import Actions
from streams.events.draft import Draft
from streams.events.finish import Finish
from streams.events.kinds import HARM
from streams.events.model import Role
from streams.events.places import Places
from streams.events.readings import Readings
from streams.events.roles.afterthought import put_afterthought
from streams.events.roles.announced import own_kills
from streams.events.roles.fighters import put_believed, put_bracketed, put_fighters
from streams.events.roles.nations import put_allies, put_nations
from streams.events.roles.nearby import Nearby
from streams.events.roles.parties import Parties
from streams.events.roles.partners import put_partners
from streams.events.roles.support import Helpers
from streams.events.sentence import Item, Sentence
from streams.events.sentence.clause import is_joined
from streams.events.sentence.light import is_executed, light_verb
from streams.events.sentence.noun_or_verb import is_noun, is_verb_misread
from streams.events.speech import reports
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found

NEAR = 2  # sentences in which what was done by nobody tells where


class Clauses:
    """Codes one sentence after the other; what a later one may refer back to is kept."""

    def __init__(self, document: Document, lexicon: Lexicon, actions: Actions, mentions: tuple[Found, ...]) -> None:
        self.parties = Parties(document, lexicon, actions)
        self.parties.mentions = mentions
        self.places = Places(document, lexicon, mentions, actions.lists["at_war"])
        self.readings = Readings(self.parties)
        self.helpers = Helpers(self.parties)
        self.nearby = Nearby(self.parties)
        self.finish = Finish(self.parties, self.places)
        self.paragraph = -1
        self.awaiting: list[Draft] = []  # what was done by nobody: an event only if somebody is told to have done it

    def code(
        self, sentence: Sentence, earlier: list[Draft], speakers: tuple[Role, ...]
    ) -> tuple[list[Draft], tuple[Role, ...]]:
        """The drafts of *sentence*, after those of *earlier* ones; and who speaks at its end."""
        language = sentence.triggers[0].senses[0].trigger.language if sentence.triggers else "en"
        paragraph = self.parties.document.paragraph_of_sentence(sentence.index)
        if paragraph != self.paragraph:
            self.paragraph, self.parties.running = paragraph, []
        if language == "en":
            _drop_misread(sentence)
            self._drop_empty(sentence)
        self._name(sentence, language)
        told = reports(sentence, language, self.parties.lexicon, speakers)
        self.parties.told = told
        drafts, awaiting = self._drafts(sentence, earlier)
        for draft in awaiting:
            self.finish.fill(sentence, draft, told, [*earlier, *drafts, draft])
        self.awaiting += awaiting
        if drafts:
            drafts = self._finished(sentence, drafts, earlier)
        return drafts, told[-1].claimants if told else speakers

    def _drafts(self, sentence: Sentence, earlier: list[Draft]) -> tuple[list[Draft], list[Draft]]:
        """One for each trigger that is an event, in reading order, its slots filled; and those that may become one."""
        coded: dict[int, Draft] = {}
        taken: set[int] = set()
        for item in self._in_turn(sentence):
            if item.first in taken or self._is_listed_harm(sentence, item, coded):
                continue
            draft = self.readings.choose(sentence, item, coded, earlier)
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
        if not coded:  # as of every second sentence
            return [], []
        self._revive(sentence, list(coded.values()))
        in_order = [coded[at] for at in sorted(coded)]
        return [one for one in in_order if not one.dropped], [one for one in in_order if one.awaits]

    def _is_listed_harm(self, sentence: Sentence, item: Item, coded: dict[int, Draft]) -> bool:
        """شهداء وجرحى, قتل وجرح: the dead and the wounded of one event."""
        before = sentence.owner[item.first - 1] if item.first and item.before[:1] == self.parties.nouns.and_ else None
        first = coded.get(before.first) if before is not None else None
        return first is not None and not first.dropped and first.type in HARM and _is_harm(item)

    def _drop_empty(self, sentence: Sentence) -> None:
        """`turned the tide`: a verb that is one only with its object, and has none, is no trigger."""
        is_there = self.readings.objects.is_there
        for item in list(sentence.triggers):
            if item.actor is None and all(
                sense.trigger.object and not is_there(sentence, item, sense) for sense in item.senses
            ):
                sentence.take_back(item)

    def _revive(self, sentence: Sentence, coded: list[Draft]) -> None:
        """Strikes on a place that only lack who carried them out, where the sentence names the one who may have."""
        for draft in coded:
            if not draft.dropped or draft.is_absorbed or not draft.is_noun or draft.type != "strike":
                continue
            at = any(role.basis in ("target", "stated") for role in draft.get("places"))
            if at and not draft.get("actors"):
                draft.dropped = False
                self.nearby.fill(sentence, [draft])
                draft.dropped = not draft.get("actors")

    def _finished(self, sentence: Sentence, drafts: list[Draft], earlier: list[Draft]) -> list[Draft]:
        """*drafts* with all that is told of them, and those that they are told for."""
        drafts += self.helpers.support(sentence, drafts)
        drafts += self.helpers.kills(sentence, drafts)
        self.helpers.alike(sentence, drafts)
        self.helpers.places_of_kills(drafts)
        own_kills(sentence, drafts, self.parties)
        put_afterthought(sentence, drafts, self.parties)
        self.nearby.fill(sentence, drafts)
        self.finish.count(sentence, drafts)
        near = [one for one in self.awaiting if 0 < sentence.index - one.sentence <= NEAR]
        so_far = [*sorted([*earlier, *near], key=lambda one: one.item.span), *drafts] if near else [*earlier, *drafts]
        for draft in drafts:
            self.finish.fill(sentence, draft, self.parties.told, so_far)
        return [draft for draft in drafts if not draft.dropped]

    def _name(self, sentence: Sentence, language: str) -> None:
        """Names that only the words around them make: the town, their Russian allies, the Russians."""
        self.places.again.name(sentence)
        put_allies(sentence, language, self.parties)
        if language == "en":
            put_fighters(sentence, self.parties)
            put_bracketed(sentence, self.parties)
            put_believed(sentence, self.parties)
        if language == "ar":
            put_nations(sentence, self.parties)
            put_partners(sentence, self.parties)
            self.places.again.roads(sentence)
            self.places.again.passed(sentence)

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
        if _is_harm(item):
            return 2
        if not item.is_noun:
            return 1
        light = light_verb(sentence, item)
        joined = light is not None and any(is_joined(sentence, light[0], kind) for kind in ("light", "managed"))
        return 0 if not joined and not self.parties.nouns.is_possessed(sentence, item) else 1


def _is_harm(item: Item) -> bool:
    for sense in item.senses:  # noqa: SIM110 - asked for every trigger: no generator
        if sense.trigger.type not in HARM:
            return False
    return True


def _drop_misread(sentence: Sentence) -> None:
    """`hit targets in A, B and C`: a noun that is written like a verb is no trigger, and ends no list."""
    for item in [
        item
        for item in sentence.triggers
        if item.actor is None
        and (is_executed(sentence, item) or all(is_verb_misread(sentence, item, sense) for sense in item.senses))
    ]:
        sentence.take_back(item)
