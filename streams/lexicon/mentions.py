"""Mentions: which known actors, places and weapons a document names, and where.

hits of the one pass -> **find_mentions** -> rules, classification. Aliases and composed names are candidates; guards
and the longest name decide among them; what is left explains the pronouns and role nouns between them.
"""

from collections.abc import Mapping

from streams.lexicon.anaphora import Anaphora
from streams.lexicon.candidate import Candidate, candidate, with_article, word_start
from streams.lexicon.guards import Guards, Verdict
from streams.lexicon.meanings import Meaning
from streams.lexicon.model import Lexicon
from streams.lexicon.names import Composed, Composer
from streams.lexicon.overlaps import resolve
from streams.lexicon.reading import Reading
from streams.text.document import Document, Span
from streams.text.findings import Found
from streams.text.fold import fold_term

_TO = {"", fold_term("ل"), fold_term("لل")}


def find_mentions(document: Document, hits: Mapping[int, list[Span]], lexicon: Lexicon) -> tuple[Found, ...]:
    """The mentions among *hits* (term id -> folded spans), in reading order.

    Of names that overlap the longest stands; a place may hold another (the districts of a city, the city), a composed
    name its weapon (Russian *frigate*), and a country may be both a place and an actor.
    """
    terms = lexicon.meanings.terms
    meant = [(meaning, spans) for term, spans in hits.items() if (meaning := terms.get(term))]
    if not meant:
        return ()
    text, words = document.text, lexicon.meanings.words
    reading = Reading(document)
    composer = Composer(reading, lexicon)
    guards = Guards(reading, lexicon)
    composed = [
        composer.compose(head, words[head.language.code], span)
        for meaning, spans in meant
        for head in meaning.heads
        for span in spans
    ]
    found, waiting = _named(meant, guards)
    for noun in composed:  # the first owner's name has the noun in it, the others' are their own words
        found += [
            candidate(text, lexicon.owned(owner, noun.head.noun), *span, noun.span) for owner, span in noun.owners
        ]
    excluded = _excluded(meant)
    found = [
        one
        for one in found
        if (one.name.id not in excluded and not one.name.is_ambiguous) or guards.is_meant(one, excluded)
    ]
    if excluded:
        waiting = [one for one in waiting if not one.is_covered(excluded)]
    if waiting:
        found += guards.expected(waiting, found)
    found += _neighbours(composed, found, composer)
    found = guards.provinces(resolve(found, guards, lexicon))
    found = Anaphora(guards, lexicon, found).resolve(composed, meant)
    return tuple(
        Found(name.kind, name.id, (start, -reach), name.owner, name.platform) for start, reach, _, _, name, _ in found
    )


def _named(meant: list[tuple[Meaning, list[Span]]], guards: Guards) -> tuple[list[Candidate], list[Candidate]]:
    """Aliases that stand by themselves, and those that still wait for a place beside them."""
    text = guards.text
    new = tuple.__new__  # a third of the time of the constructor
    found: list[Candidate] = []
    waiting: list[Candidate] = []
    for meaning, spans in meant:
        for name in meaning.names:
            rank = name.rank
            if not name.is_guarded:
                for start, end in spans:
                    first = start if text[start - 1] == " " else with_article(text, start)
                    if first < start and name.kind == "place":  # as in the verdict of a guarded one
                        continue
                    found.append(new(Candidate, (first, -end, 0, rank, name, ())))
                continue
            for start, end in spans:
                one = candidate(text, name, start, end)
                verdict = guards.verdict(one, start)
                if verdict is Verdict.STANDS:
                    found.append(one)
                elif verdict is Verdict.WAITS:
                    waiting.append(one)
    return found, waiting


def _excluded(meant: list[tuple[Meaning, list[Span]]]) -> dict[str, list[Span]]:
    """Id -> spans where its names mean something else."""
    excluded: dict[str, list[Span]] = {}
    for meaning, spans in meant:
        for row in meaning.excluded:
            excluded.setdefault(row, []).extend(spans)
    return excluded


def _neighbours(composed: list[Composed], found: list[Candidate], composer: Composer) -> list[Candidate]:
    """Force nouns whose owner is an actor named beside them: طائرات سلاح الجو الروسي, Syrian army warplanes."""
    open_ends = [noun for noun in composed if not noun.owners and noun.pronoun is None]
    if not open_ends:
        return []
    text, lexicon = composer.reading.text, composer.lexicon
    actors = [one for one in found if one.name.kind == "actor" and one.name.owner]
    starts = {start: one for one in actors if text[(start := word_start(text, one.start)) : one.start] in _TO}
    ends = {one.end: one for one in actors}
    added = []
    for noun in open_ends:
        start, end = noun.span
        beside = starts.get(noun.refers_to) if noun.refers_to else None
        if beside:
            end = beside.end
        elif noun.head.language.owner_before and (beside := ends.get(start - 1)):
            start = beside.start
        owner = lexicon.owner_of(beside.name.id) if beside else None
        if owner and not composer.reading.is_broken((start, end)):
            added.append(candidate(text, lexicon.owned(owner, noun.head.noun), start, end, noun.span))
    return added
