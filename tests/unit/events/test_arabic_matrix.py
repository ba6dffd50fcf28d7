"""Arabic strikes by coverage: every carrier in every form, every coordination in both orders; and what is no strike.

Sentences are put together here, so that a wording that nobody has read yet is as likely to be found as one that was.
"""

import pytest

from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

TOLD = ("asserted", "claimed", "admitted")
FEMININE = (  # subjects of a verb in the feminine
    "الطائرات الروسية", "المقاتلات الحربية الروسية", "القوات الفضائية الجوية الروسية", "القوة الجوية الروسية",
    "القوات الجو-فضائية الروسية", "الطائرات من دون طيار الروسية", "الزوارق الحربية الروسية", "راجمات الصواريخ الروسية",
    "مقاتلات سو-35 الروسية", "طائرات سوخوي 34 روسية", "مروحيات كا-52 روسية", "طائرات حربية من سلاح الجو الروسي",
    "طائرات تابعة لسلاح الجو الروسي", "طائرات المحتلين الروس", "مقاتلات بوتين", "طائرات يرجح أنها روسية",
    "طائرات رجح ناشطون أنها روسية", "مروحيات إما روسية أو سورية", "طائرات سورية وأخرى روسية",
    "طائرات النظام إلى جانب الطائرات الروسية", "مروحيات النظام والمقاتلات الروسية", "الطائرات السورية - الروسية",
)  # fmt: skip
MASCULINE = (
    "الطيران الحربي الروسي", "طيران الحليف الروسي", "الطيران النظامي والروسي", "طيران النظام والطيران الروسي",
    "سلاح الجو الروسي وسلاح جو النظام", "طيران بشار وبوتين", "طيران النظام بالاشتراك مع الطيران الروسي",
)  # fmt: skip
FORMS = {
    "f": (
        "قصفت {} بلدة سراقب", "شنت {} غارات على بلدة سراقب", "استهدفت {} بلدة سراقب", "{} تقصف بلدة سراقب",
        "سقط قتلى جراء استهداف {} بلدة سراقب", "غارات شنتها {} على بلدة سراقب", "تعرضت بلدة سراقب لقصف من {}",
        "قامت {} بقصف بلدة سراقب", "أفاد ناشطون بأن {} ألقت قنابل عنقودية على بلدة سراقب", "هاجمت {} بلدة سراقب",
    ),
    "m": (
        "قصف {} بلدة سراقب", "شن {} غارات على بلدة سراقب", "استهدف {} بلدة سراقب", "كثف {} غاراته على بلدة سراقب",
        "سقط قتلى جراء قصف {} بلدة سراقب", "الغارات التي نفذها {} على بلدة سراقب قتلت طفلين",
    ),
}  # fmt: skip
NO_STRIKE = (
    "ستواصل الطائرات الروسية قصف بلدة سراقب",
    "قال لافروف إن المقاتلات الروسية ستشن غارات على بلدة سراقب",
    "يخشى الأهالي أن تقصف الطائرات الروسية بلدة سراقب",
    "من المتوقع أن تستهدف القاذفات الروسية بلدة سراقب",
    "لوحت موسكو باستئناف غارات روسية على بلدة سراقب",
    "أمهلت القوات الروسية الفصائل في سراقب يومين قبل شن ضربات عليها",
    "اعتادت الطائرات الروسية قصف بلدة سراقب",
    "دأبت المروحيات الروسية على استهداف المشافي في بلدة سراقب",
    "مرت ثلاثة أعوام على قصف الطائرات الروسية بلدة سراقب",
    "قال مسؤول روسي إن الادعاءات بشأن غارات روسية على بلدة سراقب عارية عن الصحة",
    "وصف لافروف التقارير عن ضربات روسية على بلدة سراقب بأنها كاذبة",
    "قصف مسلحون طائرات روسية في بلدة سراقب",
    "استهدفت الفصائل بالصواريخ القوات الروسية في بلدة سراقب",
    "نفت موسكو الأنباء. وتابعت أن قصف الطائرات الروسية بلدة سراقب قصة مفبركة.",
    "بدأت روسيا مناورات قبالة الساحل السوري. وقصفت الطائرات الروسية أهدافاً قرب بلدة سراقب.",
    "لوح الكرملين بالتصعيد. وأوضح أن ضربات الطائرات الروسية على بلدة سراقب رهن بانسحاب الفصائل.",
    "في تشرين الثاني 2016 بدأت الحملة على سراقب. وشنت الطائرات الروسية مئات الغارات على البلدة.",
)


def struck(text: str) -> list[str]:
    """The places that Russian forces are told to have struck in Syria."""
    return [
        place.id
        for frame in look(Article(id="matrix", text=text), RULEBOOK).frames
        if frame.type == "strike" and frame.stance in TOLD
        if any(role.id.startswith("russia.military") for role in frame.actors)
        for place in frame.places
    ]


@pytest.mark.parametrize("form", FORMS["f"])
@pytest.mark.parametrize("who", FEMININE)
def test_a_strike_is_told_of_every_carrier(who: str, form: str) -> None:
    assert "syria.idlib.saraqib" in struck(form.format(who))


@pytest.mark.parametrize("form", FORMS["m"])
@pytest.mark.parametrize("who", MASCULINE)
def test_a_strike_is_told_of_every_air_force(who: str, form: str) -> None:
    assert "syria.idlib.saraqib" in struck(form.format(who))


@pytest.mark.parametrize("text", NO_STRIKE)
def test_what_is_feared_planned_denied_or_past_is_none(text: str) -> None:
    assert not struck(text)


def test_a_drill_ends_where_the_day_is_told() -> None:
    text = "أجرت القوات الروسية مناورات. وقصفت الطائرات الروسية صباح اليوم مواقع في بلدة سراقب."
    assert "syria.idlib.saraqib" in struck(text)
