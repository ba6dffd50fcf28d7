"""Lint: what a lexicon that loads may still not ship with. Run by the tests and by `marsad rules check`."""

import re
from collections.abc import Iterator
from itertools import chain, combinations

from streams.errors import Fault
from streams.languages.language import words
from streams.lexicon.fields import did_you_mean
from streams.lexicon.hierarchy import paths
from streams.lexicon.model import Lexicon
from streams.lexicon.rows import Actor, Named, Place
from streams.lexicon.words import needs_capitals
from streams.text.fold import fold_term

PLACE_KINDS = words("country governorate district city village quarter site road water oil-gas airbase region")
ACTOR_KINDS = words(
    "state government regime ministry military militia armed-group coalition agency organisation media monitor person "
    "people source"
)
# an agency's wire, a broadcaster, a paper; a state's own; a party's own; a network of activists
OUTLETS = words("agency broadcaster newspaper state-agency state-broadcaster partisan activists monitor")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
WITHOUT_POINT = frozenset({"road", "region", "water", "country"})  # lines and areas
MIN_LETTERS = 3


def lint(lexicon: Lexicon) -> tuple[Fault, ...]:
    """Every shortcoming of *lexicon*, in reading order; empty if there is none."""
    named = chain(lexicon.actors.values(), lexicon.places.values(), lexicon.weapons.values())
    faults = chain(
        chain.from_iterable(_incomplete(row) for row in named),
        _kinds(lexicon),
        chain.from_iterable(_outlet_and_dates(actor) for actor in lexicon.actors.values()),
        chain.from_iterable(_misplaced(lexicon, place) for place in lexicon.places.values()),
        _without_parent(lexicon),
        _half_a_noun(lexicon),
        _short(lexicon),
        _collisions(lexicon),
    )
    return tuple(sorted(faults))


def _incomplete(row: Named) -> Iterator[Fault]:
    for code in ("en", "ar"):
        if not row.name.get(code):
            yield row.at.fault(f"{row.id}: no name in {code}", "add it to name: {en: ..., ar: ...}")
    for field in ("source", "licence"):
        if not getattr(row, field):
            yield row.at.fault(f"{row.id}: no {field}", "say where the row comes from, or set defaults for the file")


def _kinds(lexicon: Lexicon) -> Iterator[Fault]:
    for rows, known in ((lexicon.places, PLACE_KINDS), (lexicon.actors, ACTOR_KINDS)):
        for row in rows.values():
            if row.kind not in known:
                what = f'{row.id}: unknown kind "{row.kind}"' if row.kind else f"{row.id}: no kind"
                yield row.at.fault(what, did_you_mean(row.kind or "", known))
    known = ACTOR_KINDS | PLACE_KINDS
    for role in lexicon.roles.values():
        for kind in role.kinds:
            if kind not in known:
                yield role.at.fault(f'{role.id}: unknown kind "{kind}"', did_you_mean(kind, known))


def _outlet_and_dates(actor: Actor) -> Iterator[Fault]:
    is_medium = actor.kind in ("media", "monitor")
    if is_medium != (actor.outlet is not None):
        what = f"{actor.id}: no outlet" if is_medium else f"{actor.id}: an outlet, but no medium"
        yield actor.at.fault(what, f"say what it is: {', '.join(sorted(OUTLETS))}" if is_medium else "take outlet out")
    elif actor.outlet is not None and actor.outlet not in OUTLETS:
        yield actor.at.fault(f'{actor.id}: unknown outlet "{actor.outlet}"', did_you_mean(actor.outlet, OUTLETS))
    for date in (actor.since, actor.until):
        if date is not None and not _DATE.fullmatch(date):
            yield actor.at.fault(f'{actor.id}: "{date}" is no date', "write YYYY, YYYY-MM or YYYY-MM-DD")
    if actor.since and actor.until and actor.since > actor.until:
        yield actor.at.fault(f"{actor.id}: it ends before it begins", "check since and until")


def _misplaced(lexicon: Lexicon, place: Place) -> Iterator[Fault]:
    if place.lat is None or place.lon is None:
        if place.kind not in WITHOUT_POINT or place.lat is not None or place.lon is not None:
            yield place.at.fault(f"{place.id}: no coordinates", "add lat and lon in degrees")
        return
    if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
        yield place.at.fault(f"{place.id}: {place.lat}, {place.lon} is nowhere", "lat and lon are degrees")
    if place.precision_km is None or place.precision_km <= 0:
        yield place.at.fault(f"{place.id}: no precision_km", "say how far off the coordinates may be")
    governorate = lexicon.places.get(lexicon.ancestor(place.id, "governorate") or "")
    if governorate is None:
        return
    if governorate.box is None:
        if place is governorate:
            yield place.at.fault(f"{place.id}: a governorate without its box", "add box: [south, west, north, east]")
        return
    south, west, north, east = governorate.box
    is_inside = south <= place.lat <= north and west <= place.lon <= east
    if not is_inside and not place.outside_box:
        what = f"{place.id}: {place.lat}, {place.lon} is outside the box of {governorate.id}"
        yield place.at.fault(what, "check lat and lon; if they are right, say why in outside_box")
    if is_inside and place.outside_box:
        yield place.at.fault(f"{place.id}: outside_box, but it is inside", "take outside_box out")


def _without_parent(lexicon: Lexicon) -> Iterator[Fault]:
    for place in lexicon.places.values():
        parent = place.id.rpartition(".")[0]
        if parent and parent not in lexicon.places:
            yield place.at.fault(
                f'{place.id}: no place "{parent}"', did_you_mean(parent, lexicon.places.keys() - {place.id})
            )


def _half_a_noun(lexicon: Lexicon) -> Iterator[Fault]:
    for noun in lexicon.force_nouns.values():
        for code in ("en", "ar"):
            if not noun.forms.get(code):
                yield noun.at.fault(f"{noun.id}: no noun in {code}", f"add {code}: [...]")
    for owner in lexicon.owners.values():
        if not owner.names and not owner.nisba:
            yield owner.at.fault(f"owner {owner.id}: neither names nor nisba", "add the words that name it")


def _short(lexicon: Lexicon) -> Iterator[Fault]:
    for row in chain(lexicon.actors.values(), lexicon.places.values(), lexicon.weapons.values()):
        for alias in _aliases(row):
            if len(fold_term(alias)) < MIN_LETTERS and not needs_capitals(alias):
                yield row.at.fault(f'{row.id}: "{alias}" is too short to be told from other words', "write it out")


def _collisions(lexicon: Lexicon) -> Iterator[Fault]:
    """One string for two rows, unless one lies under the other (a governorate and its city) or is guarded."""
    for rows in (lexicon.actors, lexicon.places, lexicon.weapons):
        owners: dict[tuple[str, bool], list[Named]] = {}
        for row in rows.values():
            if isinstance(row, Place) and row.only_after:
                continue
            for key in dict.fromkeys((fold_term(alias), needs_capitals(alias)) for alias in _aliases(row)):
                owners.setdefault(key, []).append(row)
        for (folded, _), same in owners.items():
            for first, second in combinations(same, 2):
                if first.id in paths(second.id) or second.id in paths(first.id):
                    continue
                alias = next(alias for alias in _aliases(second) if fold_term(alias) == folded)
                there = f"{first.at.path}:{first.at.line}"
                what = f'{second.id}: "{alias}" is a name of {first.id} too ({there})'
                yield second.at.fault(what, "leave it to one of them, or guard it with only_after")


def _aliases(row: Named) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*row.name.values(), *row.aliases)))
