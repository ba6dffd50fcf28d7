"""Word orders: who does what to whom, where, read off one sentence each; Arabic, then English, then Russian."""

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

AIR, IS = "russia.military.air", "islamic-state"
SYRIA = "syria.government.forces"
MAYADIN, DOUMA, IDLIB = "syria.deir-ez-zor.mayadin", "syria.rif-dimashq.douma", "syria.idlib"
CITY, AIRBASE, OMAR = (f"syria.deir-ez-zor.{name}" for name in ("city", "airbase", "omar-field"))


def frames(text: str, title: str | None = None) -> tuple[Frame, ...]:
    return look(Article(id="test", text=text, title=title), RULEBOOK).frames


def one(text: str, type_: str) -> Frame:
    found = [frame for frame in frames(text) if frame.type == type_]
    assert len(found) == 1, [frame.type for frame in frames(text)]
    return found[0]


def ids(frame: Frame, slot: str) -> list[str]:
    return [role.id for role in getattr(frame, slot)]


# text, type, pattern, actors, recipients, places
TOLD = [
    # verb, subject
    ("قصف الطيران الحربي الروسي بلدة سراقب", "strike", "verb_subject", [AIR], [], ["syria.idlib.saraqib"]),
    # subject, verb
    ("قوات النظام قصفت بالمدفعية مدينة الرستن", "strike", "subject_verb", [SYRIA], [], ["syria.homs.rastan"]),
    ("Russian warplanes bombed the town of Saraqib", "strike", "subject_verb", [AIR], [], ["syria.idlib.saraqib"]),
    ("Сирийская армия освободила Меядин", "territory_seized", "subject_verb", [SYRIA], [], [MAYADIN]),
    # relative, and the main verb after it
    ("تنظيم الدولة الذي هاجم حقل العمر انسحب إلى الميادين", "attack", "relative", ["islamic-state"], [], [OMAR]),
    ("تنظيم الدولة الذي هاجم حقل العمر انسحب من الميادين", "territory_lost", "relative", [IS], [], [MAYADIN]),
    (
        "The Islamic State fighters who attacked the Omar oil field withdrew from Mayadin",
        "territory_lost", "relative", ["islamic-state"], [], [MAYADIN],
    ),
    # adjectives; one noun of two
    ("غارات جوية روسية وسورية على مدينة إدلب", "strike", "adjective", [AIR, f"{SYRIA}.air"], [], [f"{IDLIB}.city"]),
    ("Syrian and Russian air strikes hit Idlib", "strike", "adjective", [AIR, f"{SYRIA}.air"], [], [IDLIB]),
    ("تعرضت مدينة دير الزور لقصف روسي", "strike", "adjective", ["russia.military"], [], [CITY]),
    # owner
    ("دمار واسع بعد قصف قوات النظام مدينة دوما", "strike", "owner", [SYRIA], [], [DOUMA]),
    ("Israel's bombardment of Damascus", "strike", "adjective", ["israel.military"], [], ["syria.damascus"]),
    ("Авиаудары российских ВКС по Идлибу", "strike", "owner", [AIR], [], [IDLIB]),
    # light verbs
    ("شنت الطائرات الروسية أكثر من عشر غارات على مدينة الميادين", "strike", "light", [AIR], [], [MAYADIN]),
    ("Russian jets carried out ten air strikes on Mayadin", "strike", "light", [AIR], [], [MAYADIN]),
    ("Российская авиация нанесла удары по позициям ИГ в Идлибе", "strike", "light", [AIR], ["islamic-state"], [IDLIB]),
    # by
    ("غارات نفذتها طائرات روسية على بلدة الشولا", "strike", "by", [AIR], [], ["syria.deir-ez-zor.shola"]),
    ("Mayadin was bombed by Russian warplanes", "strike", "by", [AIR], [], [MAYADIN]),
    ("Air strikes by Russian jets hit Mayadin", "strike", "by", [AIR], [], [MAYADIN]),
    # inherited
    ("سيطرت قوات النظام على كباجب وهاجمت مدينة الميادين", "attack", "inherit", [SYRIA], [], [MAYADIN]),
    # the cause of the dead
    ("مقتل عشرة مدنيين بقصف لقوات النظام على مدينة دوما", "casualties", "bare", [SYRIA], ["civilians"], [DOUMA]),
    ("Russian air strikes killed 12 civilians in Idlib", "casualties", "subject_verb", [AIR], ["civilians"], [IDLIB]),
    # sieges
    ("فكت قوات النظام الحصار عن مطار دير الزور العسكري", "siege_broken", "verb_subject", [SYRIA], [], [AIRBASE]),
    ("The Syrian army broke the siege of Deir ez-Zor airport", "siege_broken", "subject_verb", [SYRIA], [], [AIRBASE]),
]  # fmt: skip


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told[0])
def test_pattern(told: tuple[str, str, str, list[str], list[str], list[str]]) -> None:
    text, type_, pattern, actors, recipients, places = told
    frame = one(text, type_)
    assert sorted(ids(frame, "actors")) == sorted(actors)
    assert ids(frame, "recipients") == recipients
    assert ids(frame, "places") == places
    assert frame.pattern == pattern


@pytest.mark.parametrize(
    "text",
    [
        "اشتباكات بين قوات النظام وتنظيم الدولة في مدينة دير الزور",
        "Clashes between the Syrian army and Islamic State in Deir ez-Zor",
    ],
)
def test_both_sides_of_a_clash_are_both(text: str) -> None:
    frame = one(text, "clash")
    assert set(ids(frame, "actors")) == set(ids(frame, "recipients")) == {SYRIA, "islamic-state"}
    assert ids(frame, "places") == [CITY]


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت غواصة روسية صواريخ كاليبر من البحر المتوسط على مواقع تنظيم الدولة قرب الميادين",
        "A Russian submarine fired Kalibr missiles from the Mediterranean at Islamic State positions near Mayadin",
    ],
)
def test_where_it_came_from_is_not_where_it_hit(text: str) -> None:
    frame = one(text, "strike")
    assert (ids(frame, "places"), ids(frame, "origins")) == ([MAYADIN], ["mediterranean-sea"])
    assert frame.platform == "sea"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("لم تقصف روسيا مدينة إدلب", "negated"),
        ("Russia did not bomb Idlib", "negated"),
        ("نفت روسيا قصف مدينة إدلب", "denied"),
        ("Russia denied bombing Idlib", "denied"),
        ("إذا قصفت روسيا مدينة إدلب فسيفر السكان", "conditional"),
        ("If Russia bombs Idlib, people will flee", "conditional"),
        ("ستقصف روسيا مدينة إدلب", "planned"),
        ("Russia will bomb Idlib", "planned"),
        ("منذ عام 2015 تقصف روسيا مدينة إدلب", "background"),
        ("Russia has been bombing Idlib since September 2015", "background"),
        ("قال المرصد السوري لحقوق الإنسان إن طائرات روسية قصفت مدينة إدلب", "claimed"),
        ("Russian jets bombed Idlib, the Syrian Observatory for Human Rights said", "claimed"),
        ("On 5 May Russian jets bombed Idlib", "asserted"),
    ],
)
def test_stance(text: str, stance: str) -> None:
    frame = one(text, "strike")
    assert frame.stance == stance
    assert ids(frame, "actors")[0].startswith("russia.military")


@pytest.mark.parametrize(
    "text",
    [
        "قالت وزارة الدفاع الروسية إن طائراتها قصفت مدينة إدلب بحسب رويترز",
        "The Russian defence ministry said its jets bombed Idlib, Reuters reported",
    ],
)
def test_who_says_so_and_through_whom(text: str) -> None:
    frame = one(text, "strike")
    assert (ids(frame, "claimants"), ids(frame, "via")) == (["russia.defence-ministry"], ["media.reuters"])


def test_air_cover_is_support_and_no_strike() -> None:
    found = frames("Syrian troops advanced under Russian air cover in Deir ez-Zor")
    assert [frame.type for frame in found] == ["advance", "air_support"]
    assert ids(found[1], "recipients") == [SYRIA]


def test_strikes_that_ground_was_taken_with_are_both() -> None:
    types = {frame.type for frame in frames("Syrian troops, backed by Russian air strikes, captured Mayadin")}
    assert types == {"strike", "air_support", "territory_seized"}


@pytest.mark.parametrize(
    "text",
    [
        "لاعب المنتخب سجل هدفا بضربة جزاء في المباراة",
        "Russia strikes deal with Jordan on southern Syria",
        "Teachers went on strike in Damascus",
        "The Syrian army team advanced in the league",
    ],
)
def test_other_senses_are_no_events(text: str) -> None:
    assert frames(text) == ()


def test_an_article_tells_one_event_once() -> None:
    found = frames("Russian jets bombed Idlib on Monday.\nThe air strikes on Idlib killed nobody, the army said.")
    strikes = [frame for frame in found if frame.type == "strike"]
    assert len(strikes) == 1
    assert len(strikes[0].also) == 1


def test_a_list_of_places_is_one_event_in_all_of_them() -> None:
    frame = one("طال القصف الروسي بلدات كفرنبل وحاس وسراقب في ريف إدلب", "strike")
    assert set(ids(frame, "places")) >= {"syria.idlib.saraqib"}
    frame = one("Russian jets bombed Saraqib, Nowhere, Mayadin and Douma", "strike")
    assert set(ids(frame, "places")) == {"syria.idlib.saraqib", MAYADIN, DOUMA}


def test_the_title_gives_a_place_to_what_has_none() -> None:
    found = frames("Ten people were killed, a monitor said.", title="Air strikes in Mayadin")
    dead = next(frame for frame in found if frame.type == "casualties")
    assert ids(dead, "places") == [MAYADIN]
    assert dead.basis["place"] in ("title", "chain")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("أدانت فرنسا قصف المدنيين في حلب", "france"),
        ("نددت الولايات المتحدة بالغارات الروسية على إدلب", "united-states"),
        ("استنكر الائتلاف الوطني السوري استهداف المشفى", "syrian-opposition-politics"),
        ("France condemned the bombing of a hospital in Aleppo", "france"),
        ("Turkey denounces the offensive in Idlib", "turkey"),
        ("Франция осудила удары по Алеппо", "france"),
    ],
)
def test_who_condemns_makes_a_statement(text: str, who: str) -> None:
    said = [frame for frame in frames(text) if frame.type == "statement"]
    assert [[role.id.partition(".")[0] for role in frame.actors] for frame in said] == [[who]]


@pytest.mark.parametrize(
    "text",
    [
        "أدانت المحكمة ثلاثة متهمين بالسرقة في دمشق",
        "قال ناشطون إن الطيران الروسي قصف إدلب",
        "A court condemned three men to death in Damascus",
        "Суд осудил троих за кражу в Дамаске",
    ],
)
def test_a_verdict_and_a_claim_are_no_statements(text: str) -> None:
    assert not [frame for frame in frames(text) if frame.type == "statement"]
