"""Ladder: where an event was: its own words, the sentence, what was told before, the title, the article's country.

draft with its slots filled -> **Places** -> finish.
"""

from streams.events.draft import Draft
from streams.events.model import Role
from streams.events.places.again import Again
from streams.events.places.article import OfArticle
from streams.events.places.beside import beside
from streams.events.places.chain import CHAINED, in_sentences_before, of_event_before, of_title, told_next
from streams.events.places.named import Named
from streams.events.sentence import Sentence
from streams.lexicon import Lexicon
from streams.text.document import Document
from streams.text.findings import Found

ANYWHERE = ("strike", "casualties", "bombing", "attack", "clash")  # that the title or the whole article places


class Places:
    """Knows the places of one document."""

    def __init__(
        self, document: Document, lexicon: Lexicon, mentions: tuple[Found, ...], at_war: frozenset[str]
    ) -> None:
        self.named = Named(document, lexicon, mentions)
        self.again, self.of_article = Again(self.named), OfArticle(self.named, at_war)

    def fill(self, sentence: Sentence, draft: Draft, earlier: list[Draft]) -> None:
        """Give *draft* a place, unless it has one; and the most exact of those that it has."""
        places = draft.roles.get("places", [])
        if not places:
            places = beside(sentence, draft, self.named)
        if not places and draft.type in CHAINED and not (draft.type == "casualties" and draft.stance == "admitted"):
            places = of_event_before(sentence, draft, earlier)
        if not places and draft.type in ANYWHERE:
            places = (
                of_title(earlier)
                or self.of_article.title
                or in_sentences_before(sentence, earlier, self.named)
                or self.of_article.about(draft)
            )
        draft.roles["places"] = _exact(places)

    def told_next(self, drafts: list[Draft]) -> None:
        """Give each of *drafts*, all of the article, the place that the sentence after it tells, if it needs one."""
        told_next(drafts, self.named)


def _exact(places: list[Role]) -> list[Role]:
    """Without those that hold another one of them."""
    if len(places) < 2:
        return [*places]
    return [
        role
        for role in places
        if not any(other.id != role.id and other.id.startswith(f"{role.id}.") for other in places)
    ]
