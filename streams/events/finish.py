"""Finish: stance, claimants, platform, number, place and span of a draft whose slots are filled."""

from streams.events.claims import Report
from streams.events.draft import Draft
from streams.events.numbers import quantity_of
from streams.events.parties import Parties, root
from streams.events.places import Places
from streams.events.platforms import platform_near
from streams.events.sentence import Item, Sentence
from streams.events.stances import stance_of
from streams.text.fold import fold_term

CAMPAIGN = fold_term("حملة جوية")


class Finish:
    """Fills what is told of the whole event."""

    def __init__(self, parties: Parties, places: Places) -> None:
        self.parties, self.places = parties, places
        published = parties.document.article.published_at or parties.document.article.event_time
        self.year = published.year if published else None

    def fill(self, sentence: Sentence, draft: Draft, told: list[Report], all_: list[Draft]) -> None:
        item = draft.item
        inner = [report for report in told if report.covers(item.first)]
        if draft.type in ("denial", "accusation", "statement", "warning", "talks"):
            inner = [report for report in inner if report.at != item.first and report.kind in ("say", "accord")]
        if draft.type == "air_support" and not draft.get("recipients"):
            mine = {root(role.id) for role in draft.get("actors")}
            near = [
                one for one in sentence.items if one.actor and one.first < item.first and root(one.actor.id) not in mine
            ]
            for one in near[:1]:
                draft.add("recipients", self.parties.role(one, "sentence", draft))
        number = False
        if draft.type in ("strike", "casualties", "captured", "bombing"):
            draft.quantity, draft.quantity_text = quantity_of(
                sentence,
                item,
                draft.arguments.stop,
                _start(sentence, item),
                is_object=draft.type != "strike"
                and (draft.trigger.language == "ar" or (not draft.is_noun and draft.pattern != "passive")),
                is_counted=draft.type in ("casualties", "captured")
                or (not draft.is_noun and bool(draft.trigger.object)),
            )
            number = draft.quantity is not None or draft.quantity_text is not None
        draft.stance, cue = stance_of(sentence, item, draft.type, inner, self.year, number=number)
        if (
            draft.type == "siege_ongoing"
            and draft.stance in ("asserted", "claimed")
            and self.parties.nouns.is_state(item)
        ):
            draft.stance, cue = "background", "state"
        if draft.stance in ("asserted", "claimed", "admitted") and self._is_passing(sentence, draft):
            draft.stance, cue = "background", "in passing"
        if cue and draft.stance not in ("asserted", "claimed"):
            draft.why.append(f"{draft.stance}: {cue}" if cue.isascii() and cue.isalpha() else draft.stance)
        innermost = next((report for report in reversed(inner) if report.claimants), None)
        if innermost:
            draft.add("claimants", *innermost.claimants)
        for report in inner:
            draft.add("via", *report.via)
        if draft.type == "strike":
            draft.platform = self._carrier(draft) or draft.platform or platform_near(sentence, item)
        else:
            draft.platform = None
        draft.roles["recipients"] = [
            role
            for role in draft.get("recipients")
            if draft.type in ("clash", "talks") or all(role.id != one.id for one in draft.get("actors"))
        ]
        if any(report.accused for report in inner):
            draft.roles["recipients"] = [role for role in draft.get("recipients") if role.basis != "accused"]
        self.places.ladder(sentence, draft, all_)
        at = item.span[0]
        lead = self.parties.document.lead
        draft.prominence = "title" if at < self.parties.document.body_at else "lead" if at < lead[1] else "body"
        first = min(
            [
                item.span[0],
                *(
                    role.span[0]
                    for roles in draft.roles.values()
                    for role in roles
                    if role.span
                    and sentence.span[0] <= role.span[0] < sentence.span[1]
                    and role in draft.get("actors") + draft.get("recipients") + draft.get("places")
                ),
            ]
        )
        last = max(
            [
                item.span[1],
                *(
                    role.span[1]
                    for roles in draft.roles.values()
                    for role in roles
                    if role.span
                    and sentence.span[0] <= role.span[0] < sentence.span[1]
                    and role not in draft.get("claimants")
                ),
            ]
        )
        draft.span = (first, last)

    def _is_passing(self, sentence: Sentence, draft: Draft) -> bool:
        """`criticised the Russian strikes`: a definite plural with no number, day, target or verb of its own."""
        if (
            draft.type != "strike"
            or not draft.is_noun
            or draft.pattern in ("light", "event_verb", "undergo", "by", "chain")
        ):
            return False
        text = self.parties.document.text[draft.item.span[0] : draft.item.span[1]]
        is_campaign = "campaign" in text or text.endswith(CAMPAIGN)
        if not (is_campaign or self.parties.nouns.is_definite(sentence, draft.item)) or sentence.has_in(
            0, len(sentence), "now"
        ):
            return False
        row = (self.parties.lexicon.places.get(role.id) for role in draft.get("places"))
        exact = any(one is not None and one.kind not in ("country", "region") for one in row)
        counted = any(sentence.has(i, "number") or sentence.words[i].isdigit() for i in range(len(sentence)))
        return not exact and not counted

    def _carrier(self, draft: Draft) -> str | None:
        """The platform of those who do it."""
        platforms = {self.parties.lexicon.platform_of(role.id) for role in draft.get("actors")} - {None}
        return platforms.pop() if len(platforms) == 1 else None


def _start(sentence: Sentence, item: Item) -> int:
    start = item.first
    while start > 0 and sentence.marks[start] == 0:
        start -= 1
    return start
