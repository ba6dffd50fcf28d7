"""What a lexicon that loads may still not ship with."""

import pytest

from streams.lexicon import lint, read_lexicon
from streams.text.terms import TermTable

SYRIA = """defaults: {source: s, licence: l}
places:
  - {id: syria, kind: country, name: {en: Syria, ar: سوريا}}
  - {id: syria.dez, kind: governorate, name: {en: Dez, ar: ديز}, box: [34, 39, 36, 41], lat: 35, lon: 40,
     precision_km: 9}
"""
POINT = "lat: 35, lon: 40, precision_km: 1"


def told(rows: str) -> list[str]:
    return [fault.what for fault in lint(read_lexicon({"a.yaml": rows}, TermTable()))]


def test_the_small_lexicon_lacks_only_precision(small):
    assert {what.partition(": ")[2] for what in told(small)} <= {"no precision_km", "a governorate without its box"}


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (f"{{id: syria.dez.a, kind: village, name: {{en: Aaa}}, {POINT}}}", "syria.dez.a: no name in ar"),
        (f"{{id: syria.dez.a, kind: village, name: {{ar: ااا}}, {POINT}}}", "syria.dez.a: no name in en"),
        (
            f"{{id: syria.dez.a, kind: vilage, name: {{en: Aaa, ar: ببب}}, {POINT}}}",
            'syria.dez.a: unknown kind "vilage"',
        ),
        (f"{{id: syria.dez.a, name: {{en: Aaa, ar: ببب}}, {POINT}}}", "syria.dez.a: no kind"),
        (f"{{id: syria.x.a, kind: village, name: {{en: Aaa, ar: ببب}}, {POINT}}}", 'syria.x.a: no place "syria.x"'),
        ("{id: syria.dez.a, kind: village, name: {en: Aaa, ar: ببب}}", "syria.dez.a: no coordinates"),
        ("{id: syria.dez.a, kind: road, name: {en: Aaa, ar: ببب}, lat: 35}", "syria.dez.a: no coordinates"),
        (
            "{id: syria.dez.a, kind: village, name: {en: Aaa, ar: ببب}, lat: 35, lon: 40}",
            "syria.dez.a: no precision_km",
        ),
        (
            "{id: syria.dez.a, kind: village, name: {en: Aaa, ar: ببب}, lat: 33, lon: 40, precision_km: 1}",
            "syria.dez.a: 33.0, 40.0 is outside the box of syria.dez",
        ),
        (
            f"{{id: syria.dez.a, kind: village, name: {{en: Aaa, ar: ببب}}, outside_box: why, {POINT}}}",
            "syria.dez.a: outside_box, but it is inside",
        ),
        (
            "{id: a, kind: village, name: {en: Aaa, ar: ببب}, lat: 135, lon: 40, precision_km: 1}",
            "a: 135.0, 40.0 is nowhere",
        ),
        (
            f"{{id: syria.raq, kind: governorate, name: {{en: Aaa, ar: ببب}}, {POINT}}}",
            "syria.raq: a governorate without its box",
        ),
        (
            f"{{id: syria.dez.a, kind: village, name: {{en: Aaa, ar: ببب}}, aliases: [to], {POINT}}}",
            'syria.dez.a: "to" is too short to be told from other words',
        ),
    ],
)
def test_a_place_that_may_not_ship(row, what):
    assert told(f"{SYRIA}  - {row}\n") == [what]


def test_a_row_without_source_or_licence():
    assert told("actors: [{id: a, kind: state, name: {en: Aaa, ar: ببب}}]") == ["a: no licence", "a: no source"]


@pytest.mark.parametrize("alias", ["IS", "ИГ"])
def test_a_short_name_in_capitals_may_ship(alias):
    names = f"name: {{en: Aaa, ar: ببب}}, aliases: [{alias}]"

    assert told(f"defaults: {{source: s, licence: l}}\nactors: [{{id: a, kind: state, {names}}}]") == []


@pytest.mark.parametrize(
    ("first", "second", "collides"),
    [
        ("Manbij", "manbij", True),
        ("دير الزور", "دَير الزُّور", True),
        ("Хомс", "хомс", True),
        ("Manbij", "Minbij", False),
    ],
)
def test_one_name_for_two_rows(first, second, collides):
    rows = f"""  - {{id: syria.dez.a, kind: village, name: {{en: Aaa, ar: ببب}}, aliases: [{first}], {POINT}}}
  - {{id: syria.dez.b, kind: village, name: {{en: Bbb, ar: تتت}}, aliases: [{second}], {POINT}}}
"""
    clash = [f'syria.dez.b: "{second}" is a name of syria.dez.a too (a.yaml:6)'] if collides else []

    assert told(SYRIA + rows) == clash


def test_one_name_may_be_shared_by_a_place_and_what_lies_under_it_and_where_it_is_guarded():
    rows = f"""  - {{id: syria.dez.city, kind: city, name: {{en: Dez, ar: ديز}}, {POINT}}}
  - {{id: syria.other, kind: site, name: {{en: Dez, ar: ديز}}, only_after: [site], {POINT}}}
"""
    assert told(SYRIA + rows) == []


def test_nouns_and_owners():
    rows = """defaults: {source: s, licence: l}
actors: [{id: a, kind: state, name: {en: Aaa, ar: ببب}}]
owners: [{id: o, actor: a}]
force_nouns: [{id: military, en: [forces]}]
roles: [{id: r, kinds: [minstry], en: [the ministry]}]
"""
    assert told(rows) == ["owner o: neither names nor nisba", "military: no noun in ar", 'r: unknown kind "minstry"']


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ("kind: media", "a: no outlet"),
        ("kind: media, outlet: wire", 'a: unknown outlet "wire"'),
        ("kind: militia, outlet: partisan", "a: an outlet, but no medium"),
        ("kind: militia, since: 2017-13", 'a: "2017-13" is no date'),
        ("kind: militia, since: 2018, until: 2017-01-28", "a: it ends before it begins"),
    ],
)
def test_what_a_medium_is_and_when_a_party_was_there(fields, what):
    rows = "defaults: {source: s, licence: l}\nactors: [{id: a, name: {en: Aaa, ar: ببب, ru: ввв}, %s}]"

    assert told(rows % fields) == [what]
