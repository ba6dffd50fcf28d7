"""Coder: mentions and trigger hits of a document to its events.

mentions -> **code_events** -> rules, classification. Sentence by sentence: nouns first, then verbs, then who was hurt,
for a verb may have a noun as its subject (raids hit), and the dead have a cause (killed in raids).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from operator import attrgetter

from streams.events.actions import Actions, Sense
from streams.events.clauses import Clauses
from streams.events.draft import Draft
from streams.events.merge import merged
from streams.events.model import Frame, Role
from streams.events.roles.blame import blame
from streams.events.roles.identity import identify
from streams.events.sentence import Sentence
from streams.events.sentence.page import Page
from streams.lexicon import Lexicon
from streams.text.document import Document, Span
from streams.text.findings import Found

# what bounds the work on one article: a sentence beyond it is a list or lost its full stops, and is not coded
MAX_SENTENCE = 6_000
MAX_PHRASES = 4  # of those that mean something else, over one word
MAX_EARLIER = 60  # events that one may refer back to
Hit = tuple[Span, tuple[Sense, ...]]


def code_events(
    document: Document,
    hits: Mapping[int, list[Span]],
    mentions: tuple[Found, ...],
    lexicon: Lexicon,
    actions: Actions,
) -> tuple[Frame, ...]:
    """The events of *document* in reading order, each once: what is told again is in the first one's `also`."""
    found = hits.keys() & actions.triggers.keys()
    if not found or not mentions:  # nobody and nowhere that we know: no event that a rule could ask for
        return ()
    starts = [mention.span[0] for mention in mentions]
    by_sentence = _by_sentence(document, hits, found, actions, starts)
    if not by_sentence:
        return ()
    clauses = Clauses(document, lexicon, actions, mentions)
    page = Page(document)
    drafts: list[Draft] = []
    speakers: tuple[Role, ...] = ()
    for index in sorted(by_sentence):
        start, end = document.sentences[index]
        if end - start > MAX_SENTENCE or index in document.lone:
            continue
        sentence = Sentence(page, index, actions)
        sentence.place_names(mentions[bisect_left(starts, start) : bisect_right(starts, end - 1)])
        sentence.place_triggers(by_sentence[index])
        sentence.items.sort(key=attrgetter("first"))
        coded, speakers = clauses.code(sentence, drafts[-MAX_EARLIER:], speakers)
        drafts += coded
    drafts = sorted([*drafts, *clauses.awaiting], key=lambda one: one.item.span) if clauses.awaiting else drafts
    drafts = blame(drafts, clauses.parties)
    identify(document, drafts, mentions, clauses.parties)
    drafts = [draft for draft in drafts if not draft.awaits or draft.get("actors")]
    clauses.places.told_next(drafts)
    return merged([draft.frame() for draft in drafts], lexicon)


def _by_sentence(
    document: Document, hits: Mapping[int, list[Span]], found: set[int], actions: Actions, starts: list[int]
) -> dict[int, list[Hit]]:
    """Trigger hits by the sentence that they stand in, without those in a phrase that means something else."""
    never = sorted(span for term in actions.never & hits.keys() for span in hits[term])
    placed: dict[int, list[Hit]] = {}
    sentences = document.sentences
    begins = [start for start, _ in sentences]
    for term in found:
        senses = actions.triggers[term]
        is_free = term not in actions.bound
        for span in hits[term]:
            if never and _lies_in(span, never):
                continue
            sentence = bisect_right(begins, span[0]) - 1
            if is_free or _may_be(senses, document, sentences[sentence], starts):
                placed.setdefault(sentence, []).append((span, senses))
    return placed


def _lies_in(span: Span, phrases: list[Span]) -> bool:
    """*span* lies in one of *phrases*, which are in order."""
    at = bisect_right(phrases, (span[0], span[1] + MAX_SENTENCE))
    for start, end in phrases[max(at - MAX_PHRASES, 0) : at]:  # noqa: SIM110 - asked for every hit: no generator
        if start <= span[0] and span[1] <= end:
            return True
    return False


def _may_be(senses: tuple[Sense, ...], document: Document, sentence: Span, starts: list[int]) -> bool:
    """The object of one of *senses*, that all need one, stands in the sentence, or some name that may be it."""
    start, end = sentence
    at = bisect_left(starts, start)
    if at < len(starts) and starts[at] < end:
        return True
    text = document.text[start:end]
    return any(word in text for sense in senses for word in sense.trigger.object)
