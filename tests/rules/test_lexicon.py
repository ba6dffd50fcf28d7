"""The shipped lexicon: it loads, its lint is clean, and it reads the seed as a person did."""

from collections.abc import Callable
from pathlib import Path

import pytest

from streams.lexicon import Lexicon, find_mentions, lint, read_lexicon
from streams.messages import Article, Hit
from streams.text.document import Document, lay_out
from streams.text.findings import Found, find_terms
from streams.text.terms import TermTable

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "000_6b714176f946d910.txt").read_text(encoding="utf-8")
CITY = "syria.deir-ez-zor.city"
# Read by hand: id -> [start, end), code points of the text as received. Every one must be found, by overlap.
IN_THE_SEED = {
    "syria.government.forces": [
        (6, 17), (409, 426), (515, 526), (616, 627), (811, 822), (934, 945), (1217, 1228), (1778, 1784), (1815, 1826),
    ],
    "syria.government.militias": [(19, 42)],
    "syria.government.sources": [(231, 250)],
    "islamic-state": [
        (177, 201), (373, 387), (576, 600), (783, 803), (891, 898), (1001, 1008), (1167, 1181), (1574, 1588),
        (1879, 1893),
    ],
    "russia.military": [(56, 69), (1666, 1672), (1676, 1682)],
    "russia.military.navy": [(1118, 1124)],
    "russia.defence-ministry": [(1094, 1114), (1366, 1373)],
    "russia.government": [(1654, 1659)],
    "russia.government.putin": [(1717, 1745)],
    "person.ibrahim-khalil": [(474, 488), (775, 779), (1069, 1075)],
    "media.sharqiya-observatory": [(497, 511)],
    "media.reuters": [(1536, 1544)],
    "syria.deir-ez-zor.city.western-districts": [(94, 120), (282, 308), (1831, 1863)],
    "syria.deir-ez-zor.brigade-137": [(149, 161), (316, 328), (668, 680)],
    "syria.deir-ez-zor.airbase": [(440, 467)],
    "syria.deir-ez-zor.shola": [(543, 551), (1308, 1316)],
    "syria.deir-ez-zor.kabajib": [(553, 560), (1299, 1306)],
    "syria.jabal-bishri": [(755, 767)],
    "syria.deir-ez-zor.kharrata-field": [(836, 856)],
    "syria.deir-ez-zor-damascus-road": [(1321, 1357)],
    "syria.homs.palmyra": [(1347, 1351)],
    "syria.damascus": [(1353, 1357)],
    "mediterranean-sea": [(1397, 1410)],
    "syria": [(1686, 1691)],
    "syria.deir-ez-zor": [(2037, 2054)],
    "syria.homs": [(2063, 2066)],
    "russia": [(1592, 1597)],
    "former-soviet-republics": [(1599, 1631)],
    "missile.cruise.kalibr": [(1141, 1156)],
    "ied.car-bomb": [(915, 930)],
    "mine.minefield": [(984, 994)],
    "air-cover": [(56, 69)],
    "vehicle.military": [(260, 276)],
    "target.ammunition-depot": [(1450, 1464)],
    "target.repair-workshop": [(1466, 1495)],
    "target.command-post": [(1416, 1436)],
}  # fmt: skip
THE_CITY = [(at, at + 9) for at in (111, 299, 691, 861, 1192, 1335, 1797, 1854, 1999, 2045)]

Read = Callable[[str], list[tuple[Found, Hit]]]


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    folder = ROOT / "rules" / "lexicon"
    return {f"rules/lexicon/{path.name}": path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}


@pytest.fixture(scope="module")
def table() -> TermTable:
    return TermTable()


@pytest.fixture(scope="module")
def lexicon(files: dict[str, str], table: TermTable) -> Lexicon:
    return read_lexicon(files, table)


@pytest.fixture(scope="module")
def read(lexicon: Lexicon, table: TermTable) -> Read:
    automaton = table.compile()

    def mentions(text: str) -> list[tuple[Found, Hit]]:
        article = Article(id="a", text=text)
        document = Document(article, lay_out(article))
        return [
            (one, document.hit(one.span)) for one in find_mentions(document, find_terms(document, automaton), lexicon)
        ]

    return mentions


@pytest.fixture(scope="module")
def seed(read: Read) -> list[tuple[Found, Hit]]:
    return read(SEED)


def test_its_lint_is_clean(lexicon):
    assert [str(fault) for fault in lint(lexicon)] == []


def test_it_holds_the_parties_the_places_and_the_arms(lexicon):
    assert len(lexicon.actors) >= 40
    assert len([place for place in lexicon.places if place.startswith("syria.")]) >= 1_400
    assert len(lexicon.weapons) >= 30
    east = ("syria.deir-ez-zor.", "syria.raqqa.", "syria.hasakah.")
    assert len([place for place in lexicon.places if place.startswith(east)]) >= 120


@pytest.mark.parametrize(("row", "spans"), IN_THE_SEED.items(), ids=list(IN_THE_SEED))
def test_the_seed_names(seed, row, spans):
    for start, end in spans:
        assert [hit.text for one, hit in seed if one.id == row and hit.start < end and start < hit.end], (start, end)


def test_the_city_is_named_ten_times_without_proclitics(seed):
    spans = [(hit.start, hit.end) for one, hit in seed if one.id == CITY]

    assert len(spans) == 10
    assert all(start <= a and b == end for (start, end), (a, b) in zip(spans, THE_CITY, strict=True))
    assert all(SEED[start:end].startswith(("دير", "مدينة")) for start, end in spans)


def test_the_seeds_byline_and_comment_form_name_nothing(seed):
    assert max(hit.end for _, hit in seed) <= 2111


def test_the_seed_names_neither_hebron_nor_the_golan(seed):
    named = {one.id for one, _ in seed}

    assert not {one for one in named if one.startswith("palestine") or "golan" in one}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("بيلاروسيا والعروسين والفروسية والفيروسي والكيروسين", "russia"),
        ("Belorussia, Prussian, Byelorussian", "russia"),
        ("Белоруссия, прусский, новороссийский", "russia"),
        ("الجولان والجولاني", "syria.deir-ez-zor.shola"),
        ("Golan, al-Golani", "syria.deir-ez-zor.shola"),
        ("Голаны, Джолани", "syria.deir-ez-zor.shola"),
        ("قناة الميادين: وقالت الميادين", "syria.deir-ez-zor.mayadin"),
        ("وصرح مسؤول للميادين", "syria.deir-ez-zor.mayadin"),
        ("Al Mayadeen TV said", "syria.deir-ez-zor.mayadin"),
        ("телеканал Аль-Маядин сообщил", "syria.deir-ez-zor.mayadin"),
        ("large-calibre guns of a smaller caliber", "missile.cruise.kalibr"),
        ("орудия крупного калибра", "missile.cruise.kalibr"),
        ("who is it and what is it for us", "islamic-state"),
        ("who is it and what is it for us", "united-states"),
        ("حقول القمح", "mine.minefield"),
        ("cotton fields", "mine.minefield"),
        ("طائرات روسية تدمر مستودعاً", "syria.homs.palmyra"),
        ("إيران تدمر أدلة", "syria.homs.palmyra"),
        ("المحادثات السلمية", "syria.hama.salamiyah"),
        ("وصلت السفيرة الجديدة", "syria.aleppo.safirah"),
        ("الترمس والحمص", "syria.homs"),
        ("المعتقلين إدارياً", "syria.rif-dimashq.darayya"),
        ("قوات النظام المصري", "syria"),
        ("Yemeni government forces", "syria"),
    ],
)
def test_what_only_looks_like_a_name(read, text, row):
    assert not [one.id for one, _ in read(text) if one.id == row or one.id.startswith(f"{row}.")]


@pytest.mark.parametrize(
    ("text", "row", "platform"),
    [
        ("قصفت طائرات حربية روسية", "russia.military.air", "air"),
        ("القوات الجوية الروسية أو السورية", "russia.military.air", "air"),
        ("القوات الجوية الروسية أو السورية", "syria.government.forces.air", "air"),
        ("طيران النظام وروسيا", "russia.military.air", "air"),
        ("غواصتان روسيتان تطلقان", "russia.military.navy", "sea"),
        ("الجيش السوري والقوات الرديفة", "syria.government.forces", None),
        ("Russian warplanes kill 164", "russia.military.air", "air"),
        ("Syrian and/or Russian jets", "syria.government.forces.air", "air"),
        ("a Russian submarine", "russia.military.navy", "sea"),
        ("Syrian army troops", "syria.government.forces", None),
        ("Российские самолёты нанесли", "russia.military.air", "air"),
        ("фрегат Черноморского флота России", "russia.military.navy", "sea"),
        ("самолёты ВКС России", "russia.military.air", "air"),
        ("Сирийская армия", "syria.government.forces", None),
        ("صواريخ كاليبر", "missile.cruise.kalibr", "sea"),
        ("Kalibr cruise missiles", "missile.cruise.kalibr", "sea"),
        ("крылатые ракеты «Калибр»", "missile.cruise.kalibr", "sea"),
    ],
)
def test_forces_and_arms_with_their_platform(read, text, row, platform):
    assert (row, platform) in {(one.id, one.platform) for one, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("في #دير_الزور", CITY),
        ("بديرالزور", CITY),
        ("لدير الزور", CITY),
        ("near Deir al-Zor", CITY),
        ("in Deir Ezzor", CITY),
        ("under Dayr az-Zawr", CITY),
        ("под Дейр-эз-Зором", CITY),
        ("الفوج ١٣٧", "syria.deir-ez-zor.brigade-137"),
        ("Brigade 137", "syria.deir-ez-zor.brigade-137"),
        ("137-й бригады", "syria.deir-ez-zor.brigade-137"),
        ("غارات على الميادين في ريف دير الزور", "syria.deir-ez-zor.mayadin"),
        ("raids on Mayadin", "syria.deir-ez-zor.mayadin"),
        ("удары по Маядину", "syria.deir-ez-zor.mayadin"),
        ("غارات على مدينة تدمر", "syria.homs.palmyra"),
        ("شرق تدمر", "syria.homs.palmyra"),
        ("east of Palmyra", "syria.homs.palmyra"),
        ("восточнее Пальмиры", "syria.homs.palmyra"),
        ("مدينة الخليل في الضفة", "palestine.hebron"),
        ("بلدتي الجولا وكباجب", "syria.deir-ez-zor.shola"),
    ],
)
def test_places_in_their_spellings(read, text, row):
    assert row in {one.id for one, _ in read(text)}
