"""Pronouns, role nouns and surnames mean the last mention of the right kind; in Arabic, English and Russian."""

import pytest

NAVY, MINISTRY = "russia.military.navy", "russia.defence-ministry"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت وزارة الدفاع الروسية أن فرقاطة تابعة لها أطلقت", (NAVY, "فرقاطة تابعة لها")),
        ("اعترفت موسكو بمقتل جنديين من قواتها", ("russia.military", "قواتها")),
        ("أقرت وزارة الدفاع الروسية بأن طائراتها", ("russia.military.air", "طائراتها")),
        ("تقدمت قوات النظام تحت غطاء طائرات روسية نحو قواتها", ("syria.government.forces", "قواتها")),
        ("تقدمت قوات النظام تحت طائرات روسية نحو قواتها", ("syria.government.forces", "قواتها")),
        ("Syrian troops advanced under Russian jets and its forces", ("syria.government.forces", "its forces")),
        ("Войска Асада при поддержке ВКС России и их войска", ("syria.government.forces", "их войска")),
        ("Russia's defence ministry said its frigate fired", (NAVY, "its frigate")),
        ("Moscow denied that its fighter jets", ("russia.military.air", "its fighter jets")),
        ("Минобороны России сообщило, что её фрегат", (NAVY, "её фрегат")),
    ],
)
def test_a_pronouns_forces_are_those_of_the_last_state(read, text, expected):
    assert expected in read.pairs(text)


@pytest.mark.parametrize(
    "text",
    [
        "فرقاطة تابعة لها",
        "أعلنت رويترز أن فرقاطة تابعة لها",
        "أعلنت موسكو.\nفرقاطة تابعة لها",
        "أعلنت موسكو مقتل عناصر داعش وقواتها",
        "Moscow said ISIS and its troops",
        "its frigate",
        "Reuters and its frigate",
        "её фрегат",
    ],
)
def test_a_pronoun_without_a_state_before_it_in_the_paragraph_is_nobodys(read, text):
    assert not {one for one in read.ids(text) if one.startswith("russia.military")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزارة الدفاع الروسية قالت. وأضافت الوزارة", (MINISTRY, "الوزارة")),
        ("هاجم داعش الموقع، ثم انسحب التنظيم", ("islamic-state", "التنظيم")),
        ("Russia's defence ministry said. The ministry added", (MINISTRY, "The ministry")),
        ("ISIS struck. The group left", ("islamic-state", "The group")),
        ("Минобороны РФ сообщило. По данным министерство", (MINISTRY, "министерство")),
        ("ИГИЛ отступило, группировка", ("islamic-state", "группировка")),
        ("في دير الزور دخلوا المطار العسكري", ("syria.deir-ez-zor.airbase", "المطار العسكري")),
        ("near Deir ez-Zor they reached the air base", ("syria.deir-ez-zor.airbase", "the air base")),
        ("у Дейр-эз-Зора, военный аэродром", ("syria.deir-ez-zor.airbase", "военный аэродром")),
    ],
)
def test_a_role_noun_is_the_last_of_its_kind(read, text, expected):
    assert read.pairs(text)[-1] == expected


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("التنظيم يعود إلى كباجب", "استعاد تنظيم الدولة كباجب", "islamic-state"),
        ("The group is back in Kabajib", "ISIS retook Kabajib", "islamic-state"),
        ("Группировка вернулась", "ИГИЛ вернулось", "islamic-state"),
    ],
)
def test_a_role_noun_in_the_title_may_mean_who_is_named_next(read, title, text, expected):
    assert read(text, title)[0].id == expected


@pytest.mark.parametrize(
    "text",
    ["وأضافت الوزارة", "رويترز والتنظيم", "the ministry said", "the group", "ведомство", "في حمص المطار العسكري"],
)
def test_a_role_noun_with_nothing_before_it_is_nobody(read, text):
    assert not set(read.ids(text)) - {"media.reuters", "syria.homs.city"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("قال إبراهيم خليل. وأضاف خليل", ["person.ibrahim-khalil"] * 2),
        ("قال إبراهيم خليل، وفق الخليل", ["person.ibrahim-khalil"] * 2),
        ("قال إبراهيم خليل في مدينة الخليل", ["person.ibrahim-khalil", "palestine.hebron"]),
        ("الخليل", ["palestine.hebron"]),
        ("خليل", []),
        ("Ibrahim Khalil said. Khalil added", ["person.ibrahim-khalil"] * 2),
        ("Khalil said", []),
        ("Ибрагим Халиль сказал. Халиль добавил", ["person.ibrahim-khalil"] * 2),
        ("Халиль сказал", []),
    ],
)
def test_a_surname_is_the_person_who_was_named_in_full(read, text, ids):
    assert read.ids(text) == ids
