"""YAML files to a Lexicon, or every fault of every file at once."""

import pytest

from streams.errors import LoadError
from streams.lexicon import read_lexicon
from streams.text.terms import TermTable

ACTOR = "  - {id: russia, kind: state, name: {en: Russia, ar: روسيا}, source: s, licence: l}\n"


def load(base: dict[str, str], overlay: dict[str, str] | None = None):
    return read_lexicon(base, TermTable(), overlay)


def faults(*texts: str) -> list[str]:
    with pytest.raises(LoadError) as raised:
        load({f"{name}.yaml": text for name, text in zip("abc", texts, strict=False)})
    return [str(fault) for fault in raised.value.faults]


def test_all_faults_of_all_files_are_told_at_once():
    first = """actors:
  - {id: x, nmae: {en: X}, aliases: one}
  - {name: {en: Y, fr: Y}}
  - just a text
"""
    second = """wepons: []
weapons:
  - {id: w, platform: water, owner: nobody}
places:
  - {id: p, lat: north, in: [nowhere], box: [2, 1, 1, 2], base_of: nobody}
"""
    assert faults(first, second, "actors: [") == [
        'a.yaml:2:13: unknown field "nmae"; did you mean "name"?',
        "a.yaml:2:37: a list is expected here; write it as [one, two]",
        "a.yaml:3:5: a row of actors without id; add id: ...",
        'a.yaml:3:20: unknown language "fr"; known: ar, en, ru',
        "a.yaml:4:5: a row is a mapping; write {id: ..., name: {en: ..., ar: ...}}",
        'b.yaml:1:1: unknown section "wepons"; did you mean "weapons"?',
        'b.yaml:3:5: weapon w: no owner "nobody"',
        'b.yaml:3:23: unknown platform "water"; known: air, land, sea',
        'b.yaml:5:5: place p: base_of: no owner "nobody"',
        'b.yaml:5:5: place p: no region "nowhere"; known: p',
        "b.yaml:5:18: a number is expected here; degrees and kilometres are written as 35.18",
        "b.yaml:5:45: a box is four numbers; write [south, west, north, east] in degrees",
        (
            "c.yaml:2:1: invalid YAML: did not find expected node content while parsing a flow node; "
            "check quotes and indentation"
        ),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[a]", "a.yaml:1:1: a lexicon file is a mapping of sections; begin with one of:"),
        ("actors: {id: x}", "a.yaml:1:9: actors is a list of rows; begin each row with '- '"),
        ("defaults: here", "a.yaml:1:11: defaults are a mapping; write {source: ..., licence: ...}"),
        ("owners: [{id: x}]", "a.yaml:1:10: a row of owners without actor; add actor: ..."),
        ("owners: [{id: x, actor: russai}]\nactors:\n" + ACTOR, 'owner x: no actor "russai"; did you mean "russia"?'),
        ("actors: [{id: x, name: {en: '!'}}]", "x: the term '!' has no letter and no digit; write it in letters"),
        ("actors: [{id: x, name: [en]}]", "a mapping by language is expected here; write {en: ..., ar: ...}"),
        ("actors: [{id: }]", "a.yaml:1:15: a text is expected here; fill it in"),
        ("qualifiers: {de: [x]}", 'a.yaml:1:14: unknown language "de"; known: ar, en, ru'),
        ("actors: &a []", "a.yaml:1:9:"),
    ],
)
def test_a_fault_names_its_place_and_what_to_do(text, fault):
    assert any(fault in told for told in faults(text))


def test_one_id_twice_in_one_layer_is_a_fault():
    assert faults("actors:\n" + ACTOR, "actors:\n" + ACTOR) == [
        'b.yaml:2:5: actors: the id "russia" is taken by a.yaml:2; one row an id: join the two'
    ]


def test_a_row_of_the_overlay_replaces_and_others_are_added():
    base = {"a.yaml": "actors:\n" + ACTOR + "  - {id: iran, kind: state, name: {en: Iran, ar: إيران}}\n"}
    overlay = {"mine.yaml": "actors: [{id: russia, name: {en: Rus}}, {id: mine, name: {en: Mine}}]"}
    lexicon = load(base, overlay)

    assert {row.id: row.name["en"] for row in lexicon.actors.values()} == {
        "russia": "Rus",
        "iran": "Iran",
        "mine": "Mine",
    }


def test_defaults_fill_in_their_own_file_only():
    lexicon = load(
        {
            "a.yaml": "defaults: {source: S, licence: L}\nactors: [{id: a, name: {en: Aaa}, source: own}]",
            "b.yaml": "actors: [{id: b, name: {en: Bbb}}]",
        }
    )

    assert [(row.source, row.licence) for row in lexicon.actors.values()] == [("own", "L"), (None, None)]


def test_an_empty_file_is_an_empty_lexicon():
    assert not load({"a.yaml": "# nothing yet\n"}).actors


def test_the_digest_tells_rows_apart_and_not_where_they_are_written():
    one = load({"a.yaml": "actors:\n" + ACTOR, "b.yaml": "places: [{id: p, name: {en: Ppp}}]"})
    moved = load({"z.yaml": "\n\nplaces: [{id: p, name: {en: Ppp}}]\nactors:\n" + ACTOR})
    other = load({"a.yaml": "actors:\n" + ACTOR, "b.yaml": "places: [{id: p, name: {en: Pppp}}]"})

    assert one.digest == moved.digest
    assert one.digest != other.digest
    assert one.canonical() == moved.canonical()


def test_every_name_goes_into_the_one_table():
    table = TermTable()
    read_lexicon({"a.yaml": "actors: [{id: a, name: {en: Aaa, ar: ببب}, aliases: [Ccc]}]"}, table)

    assert table.written == ["Aaa", "ببب", "Ccc"]
