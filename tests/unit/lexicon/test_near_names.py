"""What stands beside a name or is written together with it: whose men they are, and what makes a name another thing."""

import pytest

FORCES, AIR = "syria.government.forces", "russia.military.air"
ROWS = """
actors:
  - {id: russia, kind: state, name: {en: Russia, ar: روسيا, ru: Россия}, aliases: [РФ]}
  - {id: russia.wagner, kind: militia, name: {en: Wagner, ar: فاغنر, ru: Вагнер},
     aliases: [قوات فاغنر, Russian Wagner forces, силы Вагнер России]}
  - {id: syria.government, kind: regime, name: {en: Syrian government, ar: النظام, ru: режим}}
  - {id: syria.government.forces, kind: regime, name: {en: Assad forces, ar: قوات النظام, ru: войска Асада}}
  - {id: syria.government.forces.tiger, kind: military, name: {en: Tiger Forces, ar: قوات النمر, ru: Силы Тигра}}
  - {id: syria.guard, kind: military, name: {en: Republican Guard, ar: الحرس الجمهوري, ru: Республиканская гвардия},
     not_with: [اليمن, Yemen, Йемен]}
  - {id: united-states, kind: state, name: {en: United States, ar: أميركا, ru: США}, aliases: [US]}
  - {id: media.tass, kind: media, outlet: agency, name: {en: TASS, ar: تاس, ru: ТАСС}}
  - {id: coalition, kind: coalition, name: {en: US-led coalition, ar: التحالف الدولي, ru: коалиция во главе с США}}
owners:
  - {id: russia, actor: russia, names: [روسيا, Russia, России], not: [Russia House],
     nisba: {ar: [روسي, روسية], en: [Russian], ru: [российские, российский]}}
  - {id: syria, actor: syria, names: [النظام, regime, Assad, Асада], forces: {military: government.forces},
     nisba: {ar: [سورية], en: [Syrian], ru: [сирийские]}}
  - {id: coalition, actor: coalition, names: [التحالف الدولي, US-led coalition]}
  - {id: a-coalition, actor: coalition, names: [التحالف, coalition, коалиции], not_with: [اليمن, Yemen, Йемен]}
force_nouns:
  - {id: military, kind: military, ar: [قوات, جنود, عناصر, جنديين], en: [forces, soldiers], ru: [войска, солдаты, силы]}
  - {id: military.air, kind: military, platform: air, ar: [طائرات, طيران], en: [jets], ru: [самолёты],
     not: [شركات الطيران, passenger jets, пассажирские самолёты]}
roles:
  - {id: regime, kinds: [regime], ar: [النظام], en: [regime], ru: [режим]}
"""


@pytest.fixture(scope="module")
def read_near(read_rows):
    return read_rows(ROWS)


@pytest.mark.parametrize("text", ["قوات فاغنر", "Russian Wagner forces", "силы Вагнер России"])
def test_a_name_that_was_written_comes_before_one_put_together(read_near, text):
    assert read_near.pairs(text) == [("russia.wagner", text)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("عناصر قوات النمر", "syria.government.forces.tiger"),
        ("طائرات قوات النمر", f"{FORCES}.air"),
        ("Tiger Forces soldiers", "syria.government.forces.tiger"),
        ("Tiger Forces jets", f"{FORCES}.air"),
        ("солдаты Силы Тигра", "syria.government.forces.tiger"),
        ("самолёты Силы Тигра", f"{FORCES}.air"),
    ],
)
def test_men_of_a_known_force_are_that_force_but_a_platform_says_more(read_near, text, row):
    assert read_near.pairs(text) == [(row, text)]


def test_some_of_its_forces_are_its_forces(read_near):
    assert read_near.pairs("قالت روسيا إن جنديين من قواتها قتلا") == [
        ("russia", "روسيا"),
        ("russia.military", "جنديين من قواتها"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "شركات الطيران الروسية",
        "Russian passenger jets",
        "российские пассажирские самолёты",
        "Russia House forces",
    ],
)
def test_what_is_no_force_noun_and_no_owner(read_near, text):
    assert [one for one in read_near.ids(text) if one != "russia"] == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("anti-coalition forces", []),
        ("coalition forces", ["coalition.military"]),
        ("anti-Assad forces", []),
        ("Assad forces", [FORCES]),
        ("the Syrian government and pro-regime gunmen", ["syria.government"]),
        ("the Syrian government. The regime denied", ["syria.government", "syria.government"]),
        ("антироссийские силы", []),
    ],
)
def test_anti_and_pro_make_it_something_else(read_near, text, ids):
    assert read_near.ids(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("In Russia forces loyal to them gathered", ["russia"]),
        ("Russia's forces gathered", ["russia.military"]),
        ("from Russia's forces", ["russia.military"]),
        ("Russia jets struck", [AIR]),
        ("В России войска собрались", []),
        ("войска России", ["russia.military"]),
    ],
)
def test_a_country_before_a_noun_is_where_if_a_preposition_says_so(read_near, text, ids):
    assert read_near.ids(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("طائرات روسية الصنع", []),
        ("طائرات روسية", [AIR]),
        ("Russian-made jets", []),
        ("US-made missiles", []),
        ("US missiles", ["united-states"]),
        ("самолёты российского производства", []),
    ],
)
def test_who_made_it_is_not_whose_it_is(read_near, text, ids):
    assert read_near.ids(text) == ids


def test_another_belongs_to_the_next_owner(read_near):
    assert read_near.ids("طائرات روسية وأخرى تابعة للنظام") == [AIR, f"{FORCES}.air"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("https://tass.ru/russia/1", []),
        ("www.russia-today.com", []),
        ("tass.ru, Russia.jpg", []),
        ("mail press@tass.com", []),
        ("@russia_now", []),
        ("lang=en-US", []),
        ("(TASS). Russia.", ["media.tass", "russia"]),
        ("U.S. and Russia/TASS", ["russia", "media.tass"]),
        ("by @TASS", ["media.tass"]),
        ("موقع tass.ru: روسيا", ["russia"]),
        ("сайт tass.ru: Россия", ["russia"]),
    ],
)
def test_links_files_accounts_and_locales_name_nobody(read_near, text, ids):
    assert read_near.ids(text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("طيران التحالف", ["coalition.military.air"]),
        ("طيران التحالف في اليمن", []),
        ("طيران التحالف\nاليمن", ["coalition.military.air"]),
        ("طيران التحالف الدولي لا في اليمن", ["coalition.military.air"]),
        ("الحرس الجمهوري في اليمن", []),
        ("الحرس الجمهوري", ["syria.guard"]),
        ("coalition jets", ["coalition.military.air"]),
        ("coalition jets over Yemen", []),
        ("US-led coalition jets, not in Yemen", ["coalition.military.air"]),
        ("the Republican Guard of Yemen", []),
        ("самолёты коалиции", ["coalition.military.air"]),
        ("самолёты коалиции, Йемен", []),
        ("Йемен: Республиканская гвардия", []),
    ],
)
def test_near_words_of_another_war_the_name_is_somebody_elses(read_near, text, ids):
    assert read_near.ids(text) == ids


def test_a_title_says_which_war_it_is(read_near):
    assert [one.id for one in read_near("الحرس الجمهوري ينسحب", title="اليمن")] == []
