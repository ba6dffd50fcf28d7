"""Stances: the stance of each event of one article: what its sentence says, and what the article makes of it.

draft with its slots filled -> **Stances** (ladder, passing, carried) -> finish.
"""

from streams.events.draft import Draft
from streams.events.kinds import FAMILY, Family
from streams.events.model import TOLD
from streams.events.roles.parties import Parties
from streams.events.sentence import Sentence
from streams.events.speech import Report
from streams.events.stances.carried import STANCE, Carried
from streams.events.stances.ladder import stance_of
from streams.events.stances.passing import is_own_denial, is_passing, is_state
from streams.text.fold import spell

MANY = 100  # dead or raids of the past: a report that counts up years
TOLL, TOLLS = 1000, ("casualties", "strike")


class Stances:
    """`has_toll`: the sentence being coded counts the dead of a war."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        published = parties.document.article.published_at or parties.document.article.event_time
        self.year = published.year if published else None
        self.carried = Carried(parties.document, self.year)
        self.has_toll = False
        self.counts_years = False  # many dead or raids of the past were told: a report, that goes on so

    def count(self, drafts: list[Draft]) -> None:
        """Take note of the numbers in *drafts*, all of one sentence: thousands of dead are the toll of a war."""
        self.has_toll = False
        for draft in drafts:
            if draft.type == "casualties":
                self.has_toll |= (draft.quantity or 0) >= TOLL or draft.quantity_text == "thousands"

    def settle(self, sentence: Sentence, draft: Draft, inner: list[Report], drafts: list[Draft]) -> None:
        """Give *draft* its stance, and the cue in `why`. *inner* are the reports that cover it; *drafts* are all of the
        article so far, those of this sentence among them.
        """
        draft.stance, cue = stance_of(sentence, draft.item, draft.type, inner, self.year)
        if draft.stance in TOLD:
            draft.stance, cue = self._in_article(sentence, draft, inner)
        elif draft.stance == "background" and (draft.quantity or 0) >= MANY:
            self.counts_years = True
        if draft.stance not in TOLD:
            draft.why.append(f"{draft.stance}: {spell(cue) if cue else draft.stance}")
        if self.has_toll and draft.type in TOLLS and draft.stance in TOLD and "now" not in sentence.places_of:
            draft.stance = "background"
            draft.why.append("background: a toll of thousands")
        if draft.tense == "ing" and draft.type == "casualties" and draft.stance in TOLD:
            _follow(draft, drafts)

    def _in_article(self, sentence: Sentence, draft: Draft, inner: list[Report]) -> tuple[str, str]:
        """The stance of an event that its sentence tells as a fact or a claim, and why."""
        if is_state(sentence, draft, self.parties):
            return "background", "state"
        if is_own_denial(sentence, draft, inner):
            return "denied", "alleged"
        if is_passing(sentence, draft, self.parties):
            return "background", "in passing"
        if self.counts_years and "report_of" in sentence.places_of and not sentence.places_of.get("now"):
            return "background", "report"
        if draft.type == "strike" and draft.trigger.language == "ar":
            opened = self.carried.into(sentence, is_said=bool(inner))
            return STANCE.get(opened, draft.stance), opened
        return draft.stance, ""


def _follow(draft: Draft, drafts: list[Draft]) -> None:
    """`bombed a market in July, killing ten`: who died then died in what was told right before."""
    before = [one for one in drafts if one.sentence == draft.sentence and one.item.first < draft.item.first]
    if before and FAMILY.get(before[-1].type) is Family.HIT and before[-1].stance == "background":
        draft.stance = "background"
