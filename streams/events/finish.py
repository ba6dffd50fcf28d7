"""Finish: stance, claimants, platform, number, place and span of a draft whose slots are filled.

draft -> `stances`, claimants, platform, `places` -> **Finish** -> coder. What is no event after all is dropped.
"""

from functools import cached_property

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.model import TOLD
from streams.events.places import Places
from streams.events.roles.parties import Parties, root
from streams.events.sentence import Item, Sentence
from streams.events.sentence.numbers import quantity_of
from streams.events.sentence.platforms import platform_near
from streams.events.speech import RELAYS, Report
from streams.events.stances import Stances
from streams.text.document import Span

TOPICS = ("bombing", "casualties", "clash", "siege_ongoing")
UNTOLD = ("strike", "attack")  # that are topics, too, where they are history, wanted or feared
NEAR_ILLNESS = 4  # words from who is hurt to what they suffer from
ASKED = 3  # words from لماذا to the verb after لم
SLOTS = ("actors", "recipients", "places", "origins")
COUNTED = ("strike", "casualties", "captured", "bombing")
SPORT_WORDS = 3  # of an article on sport
SPORTS = ("strike", "attack", "clash", "casualties")


class Finish:
    """Fills what is told of the whole event."""

    def __init__(self, parties: Parties, places: Places) -> None:
        self.parties, self.places, self.stances = parties, places, Stances(parties)

    def fill(self, sentence: Sentence, draft: Draft, told: list[Report], drafts: list[Draft]) -> None:
        """Complete *draft*; *drafts* are all of the article so far, in order, those of this sentence among them."""
        inner = [report for report in told if report.covers(draft.item.first)]
        if FAMILY.get(draft.type) is Family.TALK:  # what is said is the event itself
            inner = [report for report in inner if report.kind in ("say", "accord")]
        self._helped(sentence, draft)
        self.stances.settle(sentence, draft, inner, drafts)
        self._claim(draft, inner)
        if draft.type == "strike":
            draft.platform = self._carrier(draft) or draft.platform or platform_near(sentence, draft.item)
        else:
            draft.platform = None
        if draft.type not in ("clash", "talks") and draft.get("recipients"):
            own = {role.id for role in draft.get("actors")}
            draft.roles["recipients"] = [role for role in draft.get("recipients") if role.id not in own]
        self.parties.remember(draft)
        self.places.fill(sentence, draft, drafts)
        draft.dropped |= (
            _is_generic(draft)
            or _is_asked(sentence, draft)
            or _is_ill(sentence, draft)
            or (draft.type in SPORTS and self._is_sport(draft))
        )
        document, at = self.parties.document, draft.item.span[0]
        draft.prominence = "title" if at < document.body_at else "lead" if at < document.lead[1] else "body"
        draft.span = _span(sentence, draft)

    def count(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """How many, for all *drafts* of *sentence*."""
        for draft in drafts:
            if draft.type in COUNTED:
                self._count(sentence, draft)
        self.stances.count(drafts)

    def _claim(self, draft: Draft, inner: list[Report]) -> None:
        """The innermost report is the claim; an outlet around another's words tells it on."""
        if not inner:
            return
        spoken = [report for report in inner if report.claimants]
        first_hand = [report for report in spoken if not self._is_relay(report)]
        if spoken:
            draft.add("claimants", *(first_hand or spoken)[-1].claimants)
        for report in inner:
            draft.add("via", *report.via, *(report.claimants if first_hand and self._is_relay(report) else ()))

    def _is_relay(self, report: Report) -> bool:
        kinds = {self.parties.lexicon.actor_kind(role.id) for role in report.claimants}
        return bool(kinds) and kinds <= set(RELAYS)

    def _helped(self, sentence: Sentence, draft: Draft) -> None:
        """Air cover is for whom the sentence names before it."""
        if draft.type != "air_support" or draft.get("recipients"):
            return
        mine = {root(role.id) for role in draft.get("actors")}
        for one in sentence.items:
            if one.actor and one.first < draft.item.first and root(one.actor.id) not in mine:
                draft.add("recipients", self.parties.role(one, "sentence", draft))
                return
        draft.add("recipients", *(role for role in self.parties.running if root(role.id) not in mine))

    def _count(self, sentence: Sentence, draft: Draft) -> None:
        is_arabic = draft.trigger.language == "ar"
        draft.quantity, draft.quantity_text = quantity_of(
            sentence,
            draft.item,
            draft.arguments.stop,
            _start(sentence, draft.item),
            is_object=draft.type != "strike" and (is_arabic or (not draft.is_noun and draft.pattern != "passive")),
            is_counted=draft.type in ("casualties", "captured") or (not draft.is_noun and bool(draft.trigger.object)),
        )

    def _is_sport(self, draft: Draft) -> bool:
        """Strikers shell goals: no place of its own, in an article on sport."""
        own = any(role.basis not in ("title", "article", "chain") for role in draft.get("places"))
        return not own and self._sport >= SPORT_WORDS

    @cached_property
    def _sport(self) -> int:
        return sum(map(self.parties.actions.sport.__contains__, self.parties.document.text.split(" ")))

    def _carrier(self, draft: Draft) -> str | None:
        """The platform of those who do it."""
        actors = draft.get("actors")
        platforms = {self.parties.lexicon.platform_of(role.id) for role in actors} - {None} if actors else ()
        return next(iter(platforms)) if len(platforms) == 1 else None


def _is_generic(draft: Draft) -> bool:
    """Nobody, nowhere and no number is told of in its own words: explosions as such, the victims of wars.

    Arabic prose has such words as topics; in English, mostly headlines and reports, hardly one (7 of 97 bare ones).
    """
    if draft.trigger.language != "ar" or draft.type not in (*TOPICS, *UNTOLD * (draft.stance not in TOLD)):
        return False
    own = [role for role in draft.get("places") if role.basis not in ("title", "article", "chain")]
    counted = draft.quantity is not None or draft.quantity_text is not None
    return not (own or counted or draft.get("actors") or draft.get("recipients") or draft.weapons)


def _is_ill(sentence: Sentence, draft: Draft) -> bool:
    """إصابات بالكوليرا: nobody did it."""
    after = draft.item.last + 1
    ill = sentence.actions.lists["illness"]
    return draft.type == "casualties" and not ill.isdisjoint(sentence.words[after : after + NEAR_ILLNESS])


def _is_asked(sentence: Sentence, draft: Draft) -> bool:
    """لماذا لم يستهدف: why it did not happen is asked, and tells of no event."""
    first = draft.item.first
    return draft.stance == "negated" and not draft.is_noun and sentence.has_in(first - ASKED, first - 1, "why")


def _span(sentence: Sentence, draft: Draft) -> Span:
    """From the first to the last word of the sentence that fills a slot, the claimants' left out."""
    start, end = draft.item.span
    for slot in SLOTS:
        for role in draft.roles.get(slot, ()):
            span = role.span
            if span and sentence.span[0] <= span[0] < sentence.span[1]:
                start, end = min(start, span[0]), max(end, span[1])
    return start, end


def _start(sentence: Sentence, item: Item) -> int:
    start = item.first
    while start > 0 and sentence.marks[start] == 0:
        start -= 1
    return start
