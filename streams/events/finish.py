"""Finish: stance, claimants, platform, number, place and span of a draft whose slots are filled."""

from functools import cached_property

from streams.events.agents import clause_start
from streams.events.carried import STANCE, Carried
from streams.events.claims import RELAYS
from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.numbers import quantity_of
from streams.events.parties import Parties, root
from streams.events.places import Places
from streams.events.platforms import platform_near
from streams.events.sentence import Item, Sentence
from streams.events.speech import Report
from streams.events.stances import stance_of
from streams.text.document import Span
from streams.text.fold import fold_term, spell

TOPICS = ("bombing", "casualties", "clash", "siege_ongoing")
STATES = ("siege_ongoing", "siege_laid", "territory_held")
TOLD = ("asserted", "claimed", "admitted")
SLOTS = ("actors", "recipients", "places", "origins")
COUNTED = ("strike", "casualties", "captured", "bombing")
SINGULAR = (fold_term("ة"), "strike", "raid", "airstrike", "attack")
REACTS, COUNTS = 5, 4  # words before a strike that tell of it as known; words beside it that count it
MANY = 100  # dead or raids of the past: a report that counts up years
SPORT_WORDS = 3  # of an article on sport
SPORTS = ("strike", "attack", "clash", "casualties")
TOLL, TOLLS = 1000, ("casualties", "strike")
CAMPAIGN = fold_term("حملة جوية")


class Finish:
    """Fills what is told of the whole event."""

    def __init__(self, parties: Parties, places: Places) -> None:
        self.parties, self.places = parties, places
        self.has_toll = False
        published = parties.document.article.published_at or parties.document.article.event_time
        self.year = published.year if published else None
        self.carried = Carried(parties.document, self.year)
        self.counts_years = False  # many dead or raids of the past were told: a report, that goes on so

    def fill(self, sentence: Sentence, draft: Draft, told: list[Report], drafts: list[Draft]) -> None:
        """Complete *draft*; *drafts* are all of the article so far, in order, those of this sentence among them."""
        inner = [report for report in told if report.covers(draft.item.first)]
        if FAMILY.get(draft.type) is Family.TALK:  # what is said is the event itself
            inner = [report for report in inner if report.kind in ("say", "accord")]
        self._helped(sentence, draft)
        self._stance(sentence, draft, inner)
        if draft.type in TOLLS and draft.stance in TOLD and self.has_toll and "now" not in sentence.places_of:
            draft.stance = "background"
            draft.why.append("background: a toll of thousands")
        if draft.tense == "ing" and draft.type == "casualties" and draft.stance in TOLD:
            self._follow(draft, drafts)
        self._claim(draft, inner)
        if draft.type == "strike":
            draft.platform = self._carrier(draft) or draft.platform or platform_near(sentence, draft.item)
        else:
            draft.platform = None
        if draft.type not in ("clash", "talks") and draft.get("recipients"):
            own = {role.id for role in draft.get("actors")}
            draft.roles["recipients"] = [role for role in draft.get("recipients") if role.id not in own]
        self.places.ladder(sentence, draft, drafts)
        draft.dropped |= _is_generic(draft) or (draft.type in SPORTS and self._is_sport(draft))
        document, at = self.parties.document, draft.item.span[0]
        draft.prominence = "title" if at < document.body_at else "lead" if at < document.lead[1] else "body"
        draft.span = _span(sentence, draft)

    def _follow(self, draft: Draft, drafts: list[Draft]) -> None:
        """`bombed a market in July, killing ten`: who died then died in what was told right before."""
        before = [one for one in drafts if one.sentence == draft.sentence and one.item.first < draft.item.first]
        if before and FAMILY.get(before[-1].type) is Family.HIT and before[-1].stance == "background":
            draft.stance = "background"

    def count(self, sentence: Sentence, drafts: list[Draft]) -> None:
        """How many, for all *drafts* of *sentence*; thousands of dead are the toll of a war."""
        self.has_toll = False
        for draft in drafts:
            if draft.type in COUNTED:
                self._count(sentence, draft)
            if draft.type == "casualties":
                self.has_toll |= (draft.quantity or 0) >= TOLL or draft.quantity_text == "thousands"

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

    def _stance(self, sentence: Sentence, draft: Draft, inner: list[Report]) -> None:
        draft.stance, cue = stance_of(sentence, draft.item, draft.type, inner, self.year)
        if draft.stance in TOLD:
            is_siege = draft.type == "siege_ongoing"
            is_state = is_siege and (draft.trigger.type == "siege_laid" or self.parties.nouns.is_state(draft.item))
            if is_state or (draft.type in STATES and _is_relative(sentence, draft)):
                draft.stance, cue = "background", "state"
            elif self._is_own_denial(sentence, draft, inner):
                draft.stance, cue = "denied", "alleged"
            elif self._is_passing(sentence, draft):
                draft.stance, cue = "background", "in passing"
            elif self.counts_years and "report_of" in sentence.places_of and not sentence.places_of.get("now"):
                draft.stance, cue = "background", "report"
            elif draft.type == "strike" and draft.trigger.language == "ar":
                opened = self.carried.into(sentence, is_said=bool(inner))
                draft.stance, cue = STANCE.get(opened, draft.stance), opened
        elif draft.stance == "background" and (draft.quantity or 0) >= MANY:
            self.counts_years = True
        if draft.stance not in TOLD:
            draft.why.append(f"{draft.stance}: {spell(cue) if cue else draft.stance}")

    def _is_own_denial(self, sentence: Sentence, draft: Draft, inner: list[Report]) -> bool:
        """Of what is attributed to a party, in its own mouth: قال لافروف إن القصف المنسوب إلى الطيران الروسي."""
        item = draft.item
        if not sentence.has_in(item.first, item.last + 3, "alleged"):
            return False
        own = {root(role.id) for role in draft.get("actors")}
        return any(root(role.id) in own for report in inner for role in report.claimants)

    def _is_passing(self, sentence: Sentence, draft: Draft) -> bool:
        """`criticised the Russian strikes`: a definite plural with no number, day, target or verb of its own."""
        if (
            draft.type != "strike"
            or not draft.is_noun
            or draft.pattern in ("light", "event_verb", "undergo", "by", "chain", "accused")
        ):
            return False
        text = self.parties.document.text[draft.item.span[0] : draft.item.span[1]]
        is_campaign = "campaign" in text or text.endswith(CAMPAIGN)
        if text.endswith(SINGULAR):
            return False  # the raid: one that was told
        if draft.pattern == "inherit" and self._is_campaign_of(sentence, draft):
            return True
        after = draft.item.last + 1
        if draft.get("recipients") or any(
            sentence.has_in(after, after + 4, kind) for kind in ("result", "undergo", "light")
        ):
            return False
        if not (is_campaign or self.parties.nouns.is_definite(sentence, draft.item)) or sentence.has_in(
            0, len(sentence), "now"
        ):
            return False
        if sentence.has_in(draft.item.first - REACTS, draft.item.first, "reaction"):
            return True  # protests against the raids on the town
        row = (self.parties.lexicon.places.get(role.id) for role in draft.get("places"))
        exact = any(one is not None and one.kind not in ("country", "region") for one in row)
        near = (max(draft.item.first - COUNTS, 0), draft.item.last + COUNTS + 1)
        counted = sentence.has_in(*near, "number") or sentence.has_in(*near, "tens")
        return not (exact or counted or any(near[0] <= i < near[1] for i in sentence.digits))

    def _is_campaign_of(self, sentence: Sentence, draft: Draft) -> bool:
        """`its bombing turned the war around`: no place of its own, no number and no day."""
        own = any(role.basis in ("target", "stated") for role in draft.get("places"))
        is_english = draft.trigger.language == "en"
        return (
            is_english and not own and not sentence.digits and sentence.places_of.keys().isdisjoint(("number", "now"))
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


def _is_relative(sentence: Sentence, draft: Draft) -> bool:
    """الأحياء التي يحاصرها التنظيم: a present tense in a relative clause says how it is there."""
    start = clause_start(sentence, draft.item.first)
    if draft.trigger.language == "en":
        return draft.type == "territory_held"  # who holds what is how it is, and nothing that happens
    is_told = draft.tense == "present" and draft.trigger.language == "ar"
    return is_told and start > 0 and sentence.has(start - 1, "relative")


def _is_generic(draft: Draft) -> bool:
    """Nobody, nowhere and no number is told of in its own words: explosions as such, the victims of wars.

    Arabic prose has such words as topics; in English, mostly headlines and reports, hardly one (7 of 97 bare ones).
    """
    if draft.trigger.language != "ar" or draft.type not in TOPICS:
        return False
    own = [role for role in draft.get("places") if role.basis not in ("title", "article", "chain")]
    counted = draft.quantity is not None or draft.quantity_text is not None
    return not (own or counted or draft.get("actors") or draft.get("recipients") or draft.weapons)


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
