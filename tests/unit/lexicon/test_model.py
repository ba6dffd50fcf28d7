"""What lies under what, what an id is called, and where it is."""

import pytest

from streams.errors import LoadError


@pytest.mark.parametrize(
    ("row", "ancestor", "is_under"),
    [
        ("russia.military.air", "russia.military.air", True),
        ("russia.military.air", "russia.military", True),
        ("russia.military.air", "russia", True),
        ("russia.military", "russia.military.air", False),
        ("russia.militaryx", "russia.military", False),
        ("syria.deir-ez-zor.shola", "syria", True),
        ("syria.deir-ez-zor.shola", "syria.badia", True),  # by its own `in`
        ("syria.deir-ez-zor.city", "syria.badia", False),
        ("nowhere", "syria", False),
    ],
)
def test_an_id_lies_under_its_path_and_its_regions(read, row, ancestor, is_under):
    assert read.lexicon.is_under(row, ancestor) is is_under


def test_a_region_is_inherited_from_what_lies_above(read_rows):
    rows = """places:
  - {id: world, name: {en: World}}
  - {id: east, name: {en: East}, in: [world]}
  - {id: a, name: {en: Aaa}, in: [east]}
  - {id: a.b, name: {en: Bbb}}
  - {id: loop, name: {en: Loop}, in: [loop]}
"""
    lexicon = read_rows(rows).lexicon

    assert lexicon.is_under("a.b", "east")
    assert lexicon.is_under("a.b", "world")
    assert not lexicon.is_under("loop", "world")


@pytest.mark.parametrize(
    ("place", "kind", "ancestor"),
    [
        ("syria.deir-ez-zor.city.western-districts", "governorate", "syria.deir-ez-zor"),
        ("syria.deir-ez-zor.city.western-districts", "city", "syria.deir-ez-zor.city"),
        ("syria.damascus", "governorate", "syria.damascus"),
        ("syria.deir-ez-zor.shola", "country", "syria"),
        ("syria.deir-ez-zor.shola", "region", "syria.badia"),
        ("syria.deir-ez-zor-damascus-road", "governorate", None),
        ("nowhere", "country", None),
    ],
)
def test_the_ancestor_of_a_kind(read, place, kind, ancestor):
    assert read.lexicon.ancestor(place, kind) == ancestor


def test_of_two_regions_of_one_kind_neither_is_the_ancestor(read_rows):
    rows = (
        "places: [{id: a, kind: region, name: {en: Aaa}}, {id: b, kind: region, name: {en: Bbb}}, {id: c, in: [a, b]}]"
    )

    assert read_rows(rows).lexicon.ancestor("c", "region") is None


@pytest.mark.parametrize(
    ("kind", "row", "language", "name"),
    [
        ("place", "syria.deir-ez-zor.city", "ar", "دير الزور"),
        ("place", "syria.deir-ez-zor.city", "en", "Deir ez-Zor"),
        ("place", "syria.deir-ez-zor.city", "ru", "Дейр-эз-Зор"),
        ("place", "syria.deir-ez-zor.city", None, "Deir ez-Zor"),
        ("place", "syria.deir-ez-zor.city", "fa", "Deir ez-Zor"),
        ("place", "syria.homs", "ru", "Homs governorate"),
        ("actor", "islamic-state", "en", "Islamic State"),
        ("weapon", "missile.cruise.kalibr", "ru", "Калибр"),
        ("target", "target.command-post", "en", "command post"),
        ("actor", "syria.government.forces", "ar", "قوات النظام"),
        ("actor", "nobody", "en", "nobody"),
    ],
)
def test_what_an_id_is_called(read, kind, row, language, name):
    assert read.lexicon.name(kind, row, language) == name


@pytest.mark.parametrize(
    ("kind", "row", "is_known"),
    [
        ("actor", "islamic-state", True),
        ("actor", "russia.military.air", True),
        ("actor", "russia.military", True),
        ("actor", "syria.government.forces.navy", True),
        ("actor", "russia.cavalry", False),
        ("place", "islamic-state", False),
        ("weapon", "missile.cruise", True),
        ("target", "target.command-post", True),
    ],
)
def test_ids_that_a_rule_may_name(read, kind, row, is_known):
    assert read.lexicon.has(kind, row) is is_known
    assert (row in read.lexicon.known(kind)) is is_known


def test_coordinates(read):
    assert read.lexicon.coordinates("syria.deir-ez-zor.city") == (35.33588, 40.14084)
    assert read.lexicon.coordinates("syria.deir-ez-zor-damascus-road") is None
    assert read.lexicon.coordinates("nowhere") is None


def test_an_actor_is_also_under_what_it_is_part_of(read_rows):
    rows = """actors:
      - {id: pmu.brigades, kind: militia, name: {en: Brigades, ar: كتائب, ru: бригады}, in: [axis.allies]}
      - {id: axis.allies, kind: militia, name: {en: Allies, ar: حلفاء, ru: союзники}, in: [league]}
      - {id: league, kind: militia, name: {en: League, ar: رابطة, ru: лига}, in: [axis.allies]}
    """
    lexicon = read_rows(rows).lexicon

    assert all(lexicon.is_under("pmu.brigades.air", above) for above in ("pmu", "axis", "axis.allies", "league"))
    assert lexicon.is_under("league", "axis")
    assert not lexicon.is_under("axis.allies", "pmu")


def test_what_an_actor_is_part_of_must_be_there(read_rows):
    with pytest.raises(LoadError, match='actor a: no actor "b"'):
        read_rows("actors: [{id: a, kind: militia, name: {en: A, ar: ا, ru: а}, in: [b]}]")
