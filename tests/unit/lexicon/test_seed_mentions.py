"""What the seed names, and where; read by hand."""

from pathlib import Path

import pytest

SEED = Path(__file__).parents[3] / "seeds" / "000_6b714176f946d910.txt"
# Read by hand: (id, start, end), code points of the text as received.
IN_THE_SEED = [
    ("syria.government.forces", 6, 17),
    ("syria.government.militias", 19, 42),
    ("islamic-state", 177, 201),
    ("syria.government.sources", 231, 250),
    ("islamic-state", 373, 387),
    ("syria.government.forces", 415, 426),
    ("person.ibrahim-khalil", 474, 488),
    ("media.sharqiya-observatory", 497, 511),
    ("syria.government.forces", 515, 526),
    ("islamic-state", 576, 600),
    ("syria.government.forces", 616, 627),
    ("person.ibrahim-khalil", 775, 779),
    ("islamic-state", 789, 803),
    ("syria.government.forces", 811, 822),
    ("islamic-state", 891, 898),
    ("syria.government.forces", 934, 945),
    ("islamic-state", 1001, 1008),
    ("person.ibrahim-khalil", 1069, 1075),
    ("russia.defence-ministry", 1094, 1114),
    ("russia.military.navy", 1118, 1124),
    ("islamic-state", 1167, 1181),
    ("syria.government.forces", 1217, 1228),
    ("russia.defence-ministry", 1366, 1373),
    ("media.reuters", 1536, 1544),
    ("islamic-state", 1574, 1588),
    ("russia.government", 1654, 1659),
    ("russia.military", 1676, 1682),
    ("russia.government.putin", 1717, 1745),
    ("syria.government", 1778, 1784),
    ("syria.government.forces", 1815, 1826),
    ("islamic-state", 1879, 1893),
    ("syria.deir-ez-zor.city.western-districts", 94, 120),
    ("syria.deir-ez-zor.city.western-districts", 282, 308),
    ("syria.deir-ez-zor.city.western-districts", 1831, 1863),
    ("syria.deir-ez-zor.brigade-137", 149, 161),
    ("syria.deir-ez-zor.brigade-137", 316, 328),
    ("syria.deir-ez-zor.brigade-137", 668, 680),
    ("syria.deir-ez-zor.airbase", 440, 467),
    ("syria.deir-ez-zor.shola", 543, 551),
    ("syria.deir-ez-zor.shola", 1308, 1316),
    ("syria.deir-ez-zor.kabajib", 553, 560),
    ("syria.deir-ez-zor.kabajib", 1299, 1306),
    ("syria.jabal-bishri", 755, 767),
    ("syria.deir-ez-zor.kharrata-field", 836, 856),
    ("syria.deir-ez-zor-damascus-road", 1321, 1357),
    ("syria.homs.palmyra", 1347, 1351),
    ("syria.damascus", 1353, 1357),
    ("mediterranean-sea", 1397, 1410),
    ("russia", 1592, 1597),
    ("former-soviet-republics", 1599, 1631),
    ("syria", 1686, 1691),
    ("syria.deir-ez-zor", 2037, 2054),
    ("syria.homs", 2063, 2066),
    ("missile.cruise.kalibr", 1141, 1156),
    ("ied.car-bomb", 915, 930),
    ("mine.minefield", 984, 994),
    ("air-cover", 56, 69),
    ("vehicle.military", 260, 276),
    ("target.ammunition-depot", 1450, 1464),
    ("target.repair-workshop", 1466, 1495),
    ("target.command-post", 1416, 1436),
]
THE_CITY = [(a, a + 9) for a in (111, 299, 691, 861, 1192, 1335, 1797, 1854, 1999, 2045)]


@pytest.fixture(scope="session")
def seen(read):
    return read(SEED.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("row", "start", "end"), IN_THE_SEED)
def test_the_seed_names(seen, row, start, end):
    assert [one for one in seen if one.id == row and one.start < end and start < one.end]


def test_the_seed_names_nothing_else(seen):
    known = [*IN_THE_SEED, *(("syria.deir-ez-zor.city", *span) for span in THE_CITY)]
    others = [one for one in seen if not any(one.id == row and one.start < b and a < one.end for row, a, b in known)]

    # the frigate is an arm too, and Moscow a town
    assert [(one.id, one.text) for one in others] == [("vessel.frigate", "فرقاطة"), ("russia.moscow", "موسكو")]


def test_the_seed_names_the_city_ten_times_without_its_proclitics(seen):
    assert [(one.start, one.end) for one in seen if one.id == "syria.deir-ez-zor.city"] == THE_CITY


def test_nothing_is_named_after_the_byline(seen):
    assert max(one.end for one in seen) <= 2111
