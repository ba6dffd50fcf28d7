"""Names are composed, not listed: owner x force noun x qualifiers, in Arabic, English and Russian."""

import pytest

AIR, SYRIAN_AIR = "russia.military.air", "syria.government.forces.air"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت طائرات حربية روسية البلدة", [(AIR, "طائرات حربية روسية")]),
        ("نفذها سلاح الجو الروسي", [(AIR, "سلاح الجو الروسي")]),
        ("من قبل القوات الجوية الروسية.", [(AIR, "القوات الجوية الروسية")]),
        ("قصفت الطائرات الحربية الروسية", [(AIR, "الطائرات الحربية الروسية")]),
        ("وشن طيران النظام غارات", [(SYRIAN_AIR, "طيران النظام")]),
        ("سيطرت قوات النظام على", [("syria.government.forces", "قوات النظام")]),
        ("سيطرت قوات «النظام» على", [("syria.government.forces", "قوات «النظام")]),
        ("للقوات الروسية", [("russia.military", "قوات الروسية")]),
        ("غواصتان روسيتان تطلقان", [("russia.military.navy", "غواصتان روسيتان")]),
        ("Russian warplanes bombed it", [(AIR, "Russian warplanes")]),
        ("the Russian military jets", [(AIR, "Russian military jets")]),
        ("the regime's warplanes struck", [(SYRIAN_AIR, "regime's warplanes")]),
        ("U.S. jets flew", [("coalition.military.air", "U.S. jets")]),
        ("US jets flew", [("coalition.military.air", "US jets")]),
        ("troops of the regime left", [("syria.government.forces", "troops of the regime")]),
        ("Российские боевые самолёты нанесли", [(AIR, "Российские боевые самолёты")]),
        ("по данным ВКС России", [(AIR, "ВКС России")]),
        ("самолёты ВКС России", [(AIR, "самолёты ВКС России")]),
        ("войска Асада вошли", [("syria.government.forces", "войска Асада")]),
    ],
)
def test_owner_and_noun_make_one_name(read, text, expected):
    assert read.pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طائرات روسية أو سورية", [(AIR, "طائرات روسية"), (SYRIAN_AIR, "سورية")]),
        ("الطائرات الروسية والسورية", [(AIR, "الطائرات الروسية"), (SYRIAN_AIR, "السورية")]),
        ("طائرات النظام وروسيا", [(SYRIAN_AIR, "طائرات النظام"), (AIR, "روسيا")]),
        ("طائرات روسية وأخرى سورية", [(AIR, "طائرات روسية"), (SYRIAN_AIR, "سورية")]),
        ("Syrian and Russian jets", [(SYRIAN_AIR, "Syrian"), (AIR, "Russian jets")]),
        ("Syrian and/or Russian jets", [(SYRIAN_AIR, "Syrian"), (AIR, "Russian jets")]),
        ("Syrian government and Russian jets", [(SYRIAN_AIR, "Syrian government"), (AIR, "Russian jets")]),
        ("الطائرات الروسية والتابعة للنظام", [(AIR, "الطائرات الروسية"), (SYRIAN_AIR, "التابعة للنظام")]),
        ("regime and Russian jets", [(SYRIAN_AIR, "regime"), (AIR, "Russian jets")]),
        ("российские или сирийские самолёты", [(AIR, "российские"), (SYRIAN_AIR, "сирийские самолёты")]),
    ],
)
def test_two_owners_over_one_noun_are_both_named(read, text, expected):
    assert read.pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "طائرات حربية يعتقد أنها روسية",
        "warplanes believed to be Russian",
        "warplanes, thought to be Russian",
        "самолёты предположительно российские",
    ],
)
def test_a_hedge_may_stand_between_the_noun_and_its_owner(read, text):
    assert read.pairs(text) == [(AIR, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("طائرات تابعة للنظام", [(SYRIAN_AIR, "طائرات تابعة للنظام")]),
        ("فرقاطة تابعة للبحرية الروسية", [("russia.military.navy", "فرقاطة تابعة للبحرية الروسية")]),
        ("jets of the Russian air force", [(AIR, "jets of the Russian air force")]),
        ("troops loyal to President Assad", [("syria.government.forces", "troops loyal to President Assad")]),
        ("самолёты российских ВКС", [(AIR, "самолёты российских ВКС")]),
        ("jets belonging to Russia", [(AIR, "jets belonging to Russia")]),
        ("Syrian army warplanes", [(SYRIAN_AIR, "Syrian army warplanes")]),
    ],
)
def test_the_owner_may_be_told_after_a_word_of_belonging_or_by_a_neighbour(read, text, expected):
    assert [pair for pair in read.pairs(text) if pair[0] != "vessel.frigate"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت القوات، روسية الصنع",
        "وصلت القوات. الروسية تنفي",
        "pro-Russian forces",
        "Russian-backed troops",
        "Russian, forces said",
        "they told us forces came",
        "warplanes of the town",
        "пророссийские войска",
        "войска. Российские",
    ],
)
def test_a_noun_and_a_nationality_that_do_not_belong_together_are_no_name(read, text):
    assert read.ids(text, "actor") == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("قوات النظام", ["syria.government.forces"]),
        ("قوات النظام السوري", ["syria.government.forces"]),
        ("قوات النظام الجوية", ["syria.government.forces"]),
        ("قوات النظام التركي", ["turkey.military"]),
        ("قوات النظام المصري", []),
        ("government troops", ["syria.government.forces"]),
        ("The government troops", ["syria.government.forces"]),
        ("Syrian government troops", ["syria.government.forces"]),
        ("Turkish government troops", ["turkey.military"]),
        ("Yemeni government troops", []),
        ("Syrian and Turkish government troops", ["syria.government.forces", "turkey.military"]),
        ("правительственные войска", ["syria.government.forces"]),
        ("сирийские правительственные войска", ["syria.government.forces"]),
        ("турецкие правительственные войска", ["turkey.military"]),
    ],
)
def test_a_regime_is_whose_its_nationality_says(read, text, ids):
    assert read.ids(text, "actor") == ids


def test_a_hyphen_joins_two_nationalities(read):
    assert read.pairs("Russian-Syrian jets") == [(AIR, "Russian"), (SYRIAN_AIR, "Syrian jets")]


def test_who_is_joined_to_a_noun_is_not_its_owner(read):
    assert read.pairs("جيش وقوات النظام") == [("syria.government.forces", "قوات النظام")]


def test_a_country_before_a_comma_is_where_not_whose(read):
    assert read.pairs("In Russia, forces gathered") == [("russia", "Russia")]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("بين قوات النظام وداعش", ["syria.government.forces", "islamic-state"]),
        ("troops of the regime and Islamic State", ["syria.government.forces", "islamic-state"]),
    ],
)
def test_an_armed_group_does_not_join_a_states_forces(read, text, ids):
    assert read.ids(text) == ids


@pytest.mark.parametrize("text", ["جيش داعش", "Islamic State troops"])
def test_the_forces_of_an_armed_group_are_the_group(read, text):
    assert read.pairs(text) == [("islamic-state", text)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("ar", "طيران روسيا"), ("en", "Russian air force"), ("ru", "авиация (Россия)"), (None, "Russian air force")],
)
def test_a_composed_id_has_a_name_in_each_language(read, language, expected):
    assert read.lexicon.name("actor", AIR, language) == expected
