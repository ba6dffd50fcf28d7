"""Reader: the lexicon's YAML files to a Lexicon, or every fault of every file at once.

rules/lexicon/*.yaml -> `read_lexicon` -> Lexicon. A file is a mapping with any of the sections below; each is a list
of rows, but `qualifiers`: {language: [word, ...]}. `defaults: {source, licence}` fills in the rows of its own file.

    actors:      {id, kind, name{}, aliases[], not[], not_with[], in[], since, until, outlet, source, licence}
    owners:      {id, actor, names[], nisba{}, not[], not_with[], forces{}}
    force_nouns: {id, platform, kind, name{}, ar[], en[], ru[], not[]}
    places:      {id, kind, name{}, aliases[], not[], never[], typos[], only_after[], lat, lon, precision_km, in[],
                  box, outside_box, base_of, source, licence}
    weapons:     {id, kind, name{}, aliases[], not[], platform, owner, source, licence}
    roles:       {id, kinds[], ar[], en[], ru[]}
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from streams import yaml
from streams.errors import Fault, LoadError
from streams.lexicon.compiler import compile_meanings
from streams.lexicon.fields import Faults, did_you_mean, fields, lists_by_language, text
from streams.lexicon.hierarchy import paths
from streams.lexicon.model import Lexicon
from streams.lexicon.rows import Row, Weapon
from streams.lexicon.sections import BUILD, FIELDS, REQUIRED, SECTIONS
from streams.text.terms import TermTable


@dataclass(slots=True)
class _Sections:
    """Rows of one layer by section and id; an overlay's replace those of the base."""

    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: {name: {} for name in FIELDS})
    qualifiers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def read_lexicon(base: Mapping[str, str], table: TermTable, overlay: Mapping[str, str] | None = None) -> Lexicon:
    """Read *base* and lay *overlay* over it (path -> YAML text): a row of the same id is replaced, others are added.

    Every name goes into *table*, the rulebook's one list of terms. Raises LoadError with all faults of all files.
    """
    layers = [_read(base), _read(overlay or {})]
    merged = _Sections(faults=[fault for layer in layers for fault in layer.faults])
    for layer in layers:
        for section, rows in layer.rows.items():
            merged.rows[section].update(rows)
        for code, words in layer.qualifiers.items():
            merged.qualifiers[code] = (*merged.qualifiers.get(code, ()), *words)
    lexicon = _lexicon(merged)
    faults = [*merged.faults, *_dangling(lexicon)]
    meanings, unreadable = compile_meanings(
        table,
        actors=[(row, _owner_id(lexicon, row.id), lexicon.platform_of(row.id)) for row in lexicon.actors.values()],
        places=lexicon.places.values(),
        weapons=[(row, _weapon_owner(lexicon, row)) for row in lexicon.weapons.values()],
        owners=lexicon.owners.values(),
        nouns=lexicon.force_nouns.values(),
        roles=lexicon.roles.values(),
        qualifiers=lexicon.qualifiers,
    )
    if faults or unreadable:
        raise LoadError([*faults, *unreadable])
    return _lexicon(merged, meanings=meanings)


def _lexicon(sections: _Sections, **more: Any) -> Lexicon:
    rows: dict[str, Any] = sections.rows
    return Lexicon(**{name: rows[name] for name in FIELDS}, qualifiers=sections.qualifiers, **more)


def _owner_id(lexicon: Lexicon, actor: str) -> str | None:
    owner = lexicon.owner_of(actor)
    return owner.actor if owner else None


def _weapon_owner(lexicon: Lexicon, weapon: Weapon) -> str | None:
    owner = lexicon.owners.get(weapon.owner or "")
    return owner.actor if owner else weapon.owner


def _read(files: Mapping[str, str]) -> _Sections:
    layer = _Sections()
    for path, content in files.items():
        faults = Faults(path)
        try:
            root = yaml.parse(content, path)
        except LoadError as error:
            layer.faults += error.faults
            continue
        if isinstance(root, yaml.Mapping):
            _read_file(layer, faults, root)
        elif not (isinstance(root, yaml.Scalar) and root.value is None):  # an empty file is an empty lexicon
            faults.add(root, "a lexicon file is a mapping of sections", f"begin with one of: {', '.join(SECTIONS)}")
        layer.faults += faults.found
    return layer


def _read_file(layer: _Sections, faults: Faults, root: yaml.Mapping) -> None:
    defaults: dict[str, Any] = {}
    node = root.get("defaults")
    if isinstance(node, yaml.Mapping):
        defaults = fields(faults, node, {"source": text, "licence": text})
    elif node:
        faults.add(node, "defaults are a mapping", "write {source: ..., licence: ...}")
    for key, section in root.entries:
        if key.text == "qualifiers":
            for code, words in lists_by_language(faults, section).items():
                layer.qualifiers[code] = (*layer.qualifiers.get(code, ()), *words)
        elif key.text in FIELDS:
            _read_section(layer, faults, key.text, section, defaults)
        elif key.text not in ("defaults", "actions", "cues", "words"):
            faults.add(key, f'unknown section "{key.text}"', did_you_mean(key.text, SECTIONS))


def _read_section(layer: _Sections, faults: Faults, section: str, node: yaml.Node, defaults: Mapping[str, Any]) -> None:
    if not isinstance(node, yaml.Sequence):
        if not (isinstance(node, yaml.Scalar) and node.value is None):
            faults.add(node, f"{section} is a list of rows", "begin each row with '- '")
        return
    rows = layer.rows[section]
    for item in node.items:
        if not isinstance(item, yaml.Mapping):
            faults.add(item, "a row is a mapping", "write {id: ..., name: {en: ..., ar: ...}}")
            continue
        values = fields(faults, item, FIELDS[section])
        missing = [name for name in REQUIRED.get(section, ("id",)) if name not in values and not item.get(name)]
        for name in missing:
            faults.add(item, f"a row of {section} without {name}", f"add {name}: ...")
        if any(name not in values for name in REQUIRED.get(section, ("id",))):
            continue
        earlier = rows.get(values["id"])
        if earlier:
            there = f"{earlier.at.path}:{earlier.at.line}"
            faults.add(item, f'{section}: the id "{values["id"]}" is taken by {there}', "one row an id: join the two")
            continue
        rows[values["id"]] = BUILD[section](faults.at(item), values, defaults)


def _dangling(lexicon: Lexicon) -> list[Fault]:
    """References to rows that are not there."""
    known = lexicon.known("actor")
    faults = []
    for owner in lexicon.owners.values():
        if owner.actor not in lexicon.actors and not any(a.startswith(f"{owner.actor}.") for a in lexicon.actors):
            hint = did_you_mean(owner.actor, {step for actor in lexicon.actors for step in paths(actor)})
            faults.append(owner.at.fault(f'owner {owner.id}: no actor "{owner.actor}"', hint))
    for weapon in lexicon.weapons.values():
        if weapon.owner and weapon.owner not in lexicon.owners and weapon.owner not in known:
            hint = did_you_mean(weapon.owner, lexicon.owners)
            faults.append(weapon.at.fault(f'weapon {weapon.id}: no owner "{weapon.owner}"', hint))
    for actor in lexicon.actors.values():
        faults += _unknown(actor, f"actor {actor.id}: no actor", actor.groups, known)
    for place in lexicon.places.values():
        faults += _unknown(place, f"place {place.id}: no region", place.regions, lexicon.places)
        if place.base_of:
            faults += _unknown(place, f"place {place.id}: base_of: no owner", (place.base_of,), lexicon.owners)
    return faults


def _unknown(row: Row, what: str, ids: tuple[str, ...], known: Collection[str]) -> list[Fault]:
    return [
        row.at.fault(f'{what} "{missing}"', did_you_mean(missing, known)) for missing in ids if missing not in known
    ]
