"""Mentions: which known actors, places and weapons a document names, and where.

hits of the one pass -> **find_mentions** -> rules, classification. Aliases and composed names are candidates; guards
and the longest name decide among them; what is left explains the pronouns and role nouns between them.
"""

from collections.abc import Mapping

from streams.lexicon.anaphora import Anaphora
from streams.lexicon.candidate import WRITTEN, Candidate, Surfaces, candidate, with_article
from streams.lexicon.guards import Guards, Verdict, is_covered
from streams.lexicon.meanings import Head, Meaning, owner_without
from streams.lexicon.model import Lexicon
from streams.lexicon.names import Composed, Composer
from streams.lexicon.overlaps import resolve
from streams.lexicon.provinces import provinces
from streams.lexicon.reading import Reading
from streams.text.document import Document, Span
from streams.text.findings import Found
from streams.text.fold import fold_term

_ARMED = ("military", "militia", "armed-group")
_PLAIN = ("state", "person", "media", "source")
_TO = fold_term("ل")


def find_mentions(document: Document, hits: Mapping[int, list[Span]], lexicon: Lexicon) -> tuple[Found, ...]:
    """The mentions among *hits* (term id -> folded spans), in reading order.

    Of names that overlap the longest stands; a place may hold another (the districts of a city, the city), a composed
    name its weapon (Russian *frigate*), and a country may be both a place and an actor.
    """
    meaning_of = lexicon.meanings.terms.get
    meant = [(meaning, spans) for term, spans in hits.items() if (meaning := meaning_of(term)) is not None]
    if not meant:
        return ()
    reading = Reading(document)
    composer = Composer(reading, lexicon)
    guards = Guards(reading, lexicon)
    excluded, others = _elsewhere(meant)
    composed, alone = _composed(meant, excluded, composer)
    found, waiting = _named(meant, guards)
    found += _forces(composed, excluded, others, guards)
    if excluded:
        waiting = [one for one in waiting if not is_covered(one.name.id, *one.span, excluded)]
    if excluded:
        found = [
            one
            for one in found
            if (one.name.id not in excluded and not one.name.is_ambiguous) or guards.is_meant(one, excluded)
        ]
    else:  # then only the ambiguous can be somebody else
        found = [one for one in found if not one.name.is_ambiguous or guards.is_meant(one, excluded)]
    if others:
        found = [one for one in found if not guards.is_another(one.start, one.name.id, others)]
    if waiting:
        found += guards.expected(waiting, found)
    found += _neighbours(composed, alone, found, composer)
    text = document.text
    # Latin letters stand for themselves in folded text: only their words can be part of an address
    found = [one for one in found if not ("a" <= text[one[0]] <= "z" and guards.is_in_address(one))]
    found = provinces(resolve(found, guards, lexicon), guards)
    found = Anaphora(guards, lexicon, found).resolve(composed, meant)
    new = tuple.__new__  # a third of the time of the constructor
    return tuple(
        [
            new(Found, (name.kind, name.id, (start, -reach), name.owner, name.platform))
            for start, reach, _, _, name, _ in found
        ]
    )


def _composed(
    meant: list[tuple[Meaning, list[Span]]], excluded: dict[str, Surfaces], composer: Composer
) -> tuple[list[Composed], list[tuple[Head, Span]]]:
    """What stands around each force noun that is one (`شركات الطيران` are no air force), and those that stand alone."""
    text, words = composer.reading.text, composer.lexicon.meanings.words
    composed: list[Composed] = []
    alone: list[tuple[Head, Span]] = []
    for meaning, spans in meant:
        for head in meaning.heads:
            own = words[head.language.code]
            before = own.near_before if own.language.owner_before else None
            after, qualifiers = own.near_after, own.qualifiers
            for span in spans:
                if excluded and is_covered(head.excluded_as, *span, excluded):
                    continue
                start, at = span[0] - 1, span[1] + 1
                word = text[at : text.find(" ", at)]
                is_alone = word not in after and word not in qualifiers
                if is_alone and before is not None:
                    word = text[text.rfind(" ", 0, start) + 1 : start]
                    is_alone = word not in before and word not in qualifiers
                if is_alone and not head.is_possessed:
                    alone.append((head, span))
                else:
                    composed.append(composer.compose(head, own, span))
    return composed, alone


def _forces(
    composed: list[Composed], excluded: dict[str, Surfaces], others: dict[str, list[Span]], guards: Guards
) -> list[Candidate]:
    """The composed names: the first owner's has the noun in it, the others' are their own words."""
    text, lexicon = guards.text, guards.lexicon
    found = []
    for noun in composed:
        for owner, (start, end) in noun.owners:
            if excluded and is_covered(owner.actor, start, end, excluded):
                continue
            if others and guards.is_another(start, owner_without(owner), others):
                continue
            found.append(candidate(text, lexicon.owned(owner, noun.head.noun), start, end, noun.span))
    return found


def _named(meant: list[tuple[Meaning, list[Span]]], guards: Guards) -> tuple[list[Candidate], list[Candidate]]:
    """Aliases that stand by themselves, and those that still wait for a place beside them."""
    text = guards.text
    new = tuple.__new__  # as above
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
                    found.append(new(Candidate, (first, -end, WRITTEN, rank, name, ())))
                continue
            for start, end in spans:
                one = candidate(text, name, start, end)
                verdict = guards.verdict(one, start)
                if verdict is Verdict.STANDS:
                    found.append(one)
                elif verdict is Verdict.WAITS:
                    waiting.append(one)
    return found, waiting


def _elsewhere(meant: list[tuple[Meaning, list[Span]]]) -> tuple[dict[str, Surfaces], dict[str, list[Span]]]:
    """Id -> spans where its names mean something else, and near which they mean somebody else."""
    excluded: dict[str, list[Span]] = {}
    others: dict[str, list[Span]] = {}
    for meaning, spans in meant:
        for row in meaning.excluded:
            excluded.setdefault(row, []).extend(spans)
        for row in meaning.others:
            others.setdefault(row, []).extend(spans)
    return {row: Surfaces(spans) for row, spans in excluded.items()}, others


def _neighbours(
    composed: list[Composed], alone: list[tuple[Head, Span]], found: list[Candidate], composer: Composer
) -> list[Candidate]:
    """Force nouns whose owner is an actor named beside them: طائرات سلاح الجو الروسي, Syrian army warplanes.

    Men of a known force (عناصر الحرس الثوري) are that force.
    """
    actors = [one for one in found if one.name.owner and one.name.kind == "actor"] if alone or composed else []
    if not actors:
        return []
    open_ends = [(head, span, span[1] + 1 if head.language.owner_after else None) for head, span in alone]
    open_ends += [(n.head, n.span, n.refers_to) for n in composed if not n.owners and n.pronoun is None]
    text, lexicon = composer.reading.text, composer.lexicon
    starts = {one.start: one for one in actors}
    # a state or a person before a noun is its owner by adjective or 's, or not at all: the composer has seen to that
    ends = {one.end: one for one in actors if one.name.row_kind not in _PLAIN}
    added = []
    for head, span, refers_to in open_ends:
        start, end = span
        beside = _at(starts, text, refers_to) if refers_to else None
        if beside:
            end = beside.end
        elif head.language.owner_before and (beside := ends.get(start - 1)):
            start = beside.start
        owner = lexicon.owner_of(beside.name.id) if beside else None
        if beside is None or owner is None or composer.reading.is_broken((start, end)):
            continue
        name = lexicon.owned(owner, head.noun)
        if head.noun.kind == "military" and head.noun.platform is None:
            if beside.name.row_kind == "ministry":  # `Минобороны России генерал ...` are two
                continue
            is_theirs = beside.name.row_kind in _ARMED or lexicon.is_under(beside.name.id, name.id)
            name = beside.name if is_theirs else name
        added.append(candidate(text, name, start, end, span))
    return added


def _at(starts: Mapping[int, Candidate], text: str, at: int) -> Candidate | None:
    """The one of *starts* whose name begins at *at*, maybe after a ل."""
    found = starts.get(at)
    if found is None and text.startswith(_TO, at):
        found = starts.get(at + 1) or (starts.get(at + 2) if text.startswith(_TO, at + 1) else None)
    return found
