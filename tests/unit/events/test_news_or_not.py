"""What is news and what is not: durations, halts, blame, drills, sport; written for this test."""

import pytest

from agents.rulebook import read_rulebook
from streams.events import Frame
from streams.judge import judge, look
from streams.messages import Article

RULEBOOK = read_rulebook()
NEWS = (
    "تتعرض بلدة سرمين منذ صباح اليوم لغارات روسية",
    "قصفت الطائرات الروسية مدينة دير الزور المحاصرة منذ عامين",
    "المقاتلات الروسية تغير على تفتناز لأول مرة منذ خمسة أشهر",
    "شنت الطائرات الروسية منذ ثلاثة أيام غارات على كفرنبل",
    "قصفت طائرات روسية بلدة الأتارب، وتخضع البلدة لسيطرة المعارضة منذ عام 2012",
    "قتل ستة مدنيين بغارات روسية على بنش ليرتفع عدد القتلى إلى 90 منذ بداية الشهر",
    "لم يتوقف القصف الروسي على محيط سراقب ليلة أمس",
    "عادت المروحيات الروسية لتقصف أطراف مدينة السخنة",
    "الروس قصفوا القوارب عند المعبر في الميادين",
    "أغار الطيران الروسي على معبر قرب بلدة هجين، ولم يعرف عدد القتلى",
    "قُصفت بلدة الجنينة من قبل الطيران الروسي",
    "مجزرة للطيران الروسي في مدينة الطبقة",
    "استشهاد طفل وإصابة أمه جراء قصف روسي على بلدة البوليل",
    "غارات جوية نفذتها على الأرجح طائرات روسية قتلت أربعة في الميادين",
    "قصفت طائرات حربية لم يعرف إن كانت روسية أم سورية بلدة محكان",
    "حمّل أهالي بلدة البصيرة الطيران الروسي مسؤولية قصف المخبز",
    "وُجهت أصابع الاتهام إلى سلاح الجو الروسي في قصف مشفى بريف حلب",
    "القصف المنسوب إلى الطيران الروسي على حلفايا أوقع عشرة قتلى",
    "سقط أربعة قتلى من عائلة واحدة قرب قرية مراط. واتهم الأهالي روسيا بالوقوف وراء الحادثة.",
    "سقطت صواريخ على سوق قرب جرابلس. ورجح مرصد أن تكون قد أطلقت من بارجة روسية.",
    "قصفت طائرة مشفى في موحسن. هذا الطراز لا يمتلكه سوى الروس.",
    "Five people died in a raid on Saraqib. The opposition blamed Moscow for the massacre.",
)
NO_NEWS = (
    "قالت الشبكة اليوم إن القوات الجوية الروسية قتلت خمسة آلاف مدني منذ أيلول 2015 في سوريا",
    "دمرت الطائرات الروسية خلال عامين مئة مدرسة في إدلب",
    "ساندت الطائرات الروسية خلال العام الحالي القوات الحكومية بغارات على البادية السورية",
    "شن الطيران الروسي غارات على دير الزور الشهر الماضي",
    "لم يسجل المرصد أي غارة روسية على إدلب اليوم",
    "تراجعت وتيرة القصف الروسي على إدلب",
    "توقف القصف الروسي على ريف حماة",
    "خرج العشرات في مدينة الباب تنديدا بالقصف الروسي على إدلب",
    "قد تتعرض الفصائل في إدلب لضربات القوات الجوية الروسية",
    "نفذت الطائرات الروسية ضربات تدريبية على أهداف وهمية قبالة طرطوس",
    "وزارة الدفاع الروسية: مقاتلتان إسرائيليتان أطلقتا أربعة صواريخ على مطار التيفور",
    "اتهمت موسكو التحالف بقصف الميادين",
    "قتل 22 طفلا في قصف على مدرسة في إدلب. واتهم الأهالي روسيا بتعطيل محادثات جنيف.",
    "المهاجم الروسي يقود القصف الروسي على شباك الخصوم في مباريات الدوري السوري",
    "Five people died in a raid on Saraqib. The opposition blamed Moscow for the stalled talks.",
)


def strikes(text: str) -> bool:
    return "russian-strikes" in judge(Article(id="test", text=text), RULEBOOK).classification.rules


def frames(text: str, type_: str) -> list[Frame]:
    return [frame for frame in look(Article(id="test", text=text), RULEBOOK).frames if frame.type == type_]


@pytest.mark.parametrize("text", NEWS)
def test_it_is_news(text: str) -> None:
    assert strikes(text)


@pytest.mark.parametrize("text", NO_NEWS)
def test_it_is_none(text: str) -> None:
    assert not strikes(text)


def test_who_blames_says_so() -> None:
    (killed,) = frames("قتل عشرة مدنيين في سراقب. وحملت الخوذ البيضاء موسكو المسؤولية عن المجزرة.", "casualties")

    assert (killed.stance, [role.id for role in killed.claimants]) == ("claimed", ["white-helmets"])


def test_thousands_are_counted() -> None:
    (killed,) = frames("قتل خمسة آلاف مدني في حلب", "casualties")

    assert killed.quantity == 5000
