"""Places of the whole war: a headline that names only a town is placed; words, people and foreign towns are not."""

from collections.abc import Callable

import pytest

from streams.judge import judge, look
from streams.messages import Article
from tests.shipped import RULEBOOK

Places = Callable[[str], set[str]]


@pytest.fixture(scope="module")
def places() -> Places:
    def named(text: str) -> set[str]:
        return {one.id for one in look(Article(id="a", text=text), RULEBOOK).mentions if one.kind == "place"}

    return named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("عشرات الغارات الروسية تستهدف محيط سلمى", "syria.latakia.salma"),
        ("قصف بلدة سلمى وكنسبا", "syria.latakia.salma"),
        ("غارات على خان الشيح والدير خبية", "syria.rif-dimashq.deir-khabiyah"),
        ("اشتباكات في مرج السلطان بالغوطة الشرقية", "syria.rif-dimashq.marj-sultan"),
        ("قصف صاروخي على حربنفسه جنوب حماة", "syria.hama.harbinafsah"),
        ("براميل متفجرة على الغنطو وتيرمعلة", "syria.homs.teir-maalah"),
        ("غارات على مزارع الملاح وحندرات", "syria.aleppo.handarat"),
        ("قصف حيي الشيخ مقصود والأشرفية", "syria.aleppo.city.sheikh-maqsoud"),
        ("طريق الكاستيلو", "syria.aleppo.city.castello"),
        ("مدينة إنخل بريف درعا", "syria.daraa.inkhil"),
        ("معارك القلمون الشرقي", "syria.rif-dimashq.qalamoun.eastern"),
        ("عين الفيجة في وادي بردى", "syria.rif-dimashq.ayn-fijah"),
        ("ريف حمص الشمالي", "syria.homs.northern-countryside"),
        ("جبال اللاذقية", "syria.latakia.mountains"),
        ("حي الوعر بحمص", "syria.homs.waer"),
        ("اشتباكات في بادية السويداء", "syria.suwayda.badia"),
        ("أحياء حلب الشرقية", "syria.aleppo.city"),
        ("Tens of Russian raids target Salma", "syria.latakia.salma"),
        ("Heavy clashes around Khan al-Sheeh camp", "syria.rif-dimashq.khan-shih"),
        ("Russian jets hit Maarrat al-Nu’man", "syria.idlib.maarat-al-numan"),
        ("shells on Hirbnafsah and Zara", "syria.hama.harbinafsah"),
        ("raids on Khan Shekhon", "syria.idlib.khan-sheikhoun"),
        ("clashes in Menbej", "syria.aleppo.manbij"),
        ("barrel bombs on Inkhel", "syria.daraa.inkhil"),
        ("advance in the Kurds Mountain", "syria.latakia.jabal-al-akrad"),
        ("shelling on al-Dameer", "syria.rif-dimashq.dumayr"),
        ("Hosh Nasri in Eastern Ghouta", "syria.rif-dimashq.hawsh-nasri"),
        ("the northern countryside of Homs", "syria.homs.northern-countryside"),
        ("Reef Dimashq", "syria.rif-dimashq"),
        ("al-Waer neighborhood", "syria.homs.waer"),
        ("Castello road", "syria.aleppo.city.castello"),
        ("удары по посёлку под Сальмой, взяли Сальму", "syria.latakia.salma"),
        ("бои в Сайднае и в Джисрине", "syria.rif-dimashq.jisrin"),
        ("квартал Шейх-Максуд", "syria.aleppo.city.sheikh-maqsoud"),
        ("Восточный Каламун", "syria.rif-dimashq.qalamoun.eastern"),
        ("обстрел Харбинафсы", "syria.hama.harbinafsah"),
        ("огонь по Хан-Туману и Кинсаббе", "syria.latakia.kinsabba"),
    ],
)
def test_a_town_of_the_war(places, text, place):
    assert place in places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("الفنانة سلمى في القاهرة", "syria.latakia.salma"),
        ("اللاعب أنخل دي ماريا", "syria.daraa.inkhil"),
        ("عين مديرا للمستشفى", "syria.rif-dimashq.mudayra"),
        ("بزينة رمضان", "syria.rif-dimashq.bzina"),
        ("جوزف ستالين في روسيا", "syria.idlib.juzif"),
        ("في سوريا وجسرين على النهر", "syria.rif-dimashq.jisrin"),
        ("قال في سوريا، وحضر الجلسة الوزير", "syria.quneitra.hadar"),
        ("قرفا من السياسة", "syria.daraa.qarfa"),
        ("الإمارات، الشيخ سعيد بن محمد", "syria.aleppo.city.sheikh-saeed"),
        ("كتاب من القطن وقطنا أبيض", "syria.rif-dimashq.qatana"),
        ("السومرية نيوز", "syria.damascus.somariyah"),
        ("Salma Hayek in Cairo", "syria.latakia.salma"),
        ("the State Duma in Moscow", "syria.rif-dimashq.douma"),
        ("Sheikh Isa Qassim in Bahrain", "syria.aleppo.sheikh-isa"),
        ("Hamdaniya in Nineveh", "syria.aleppo.city.hamdaniyah"),
        ("Hadar Goldin", "syria.quneitra.hadar"),
        ("Сахур в Рамадан", "syria.aleppo.city.sakhour"),
        ("депутат Госдумы", "syria.rif-dimashq.douma"),
        ("охота на кабана", "syria.latakia.kabana"),
    ],
)
def test_what_is_no_town(places, text, place):
    assert place not in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "عشرات الغارات الروسية تستهدف محيط سلمى",
        "Tens of Russian raids target Salma",
        "Российская авиация нанесла удар по Сальме",
    ],
)
def test_a_headline_that_names_only_a_town_of_latakia_alerts(text):
    assert "russian-strikes" in judge(Article(id="a", text=text), RULEBOOK).classification.rules
