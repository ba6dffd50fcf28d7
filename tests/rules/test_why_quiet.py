"""Why an article alerts nobody, in one plain sentence, in the words of the shipped rules."""

import pytest

from agents.cli.why import why_quiet
from streams.judge import judge
from streams.messages import Article
from tests.shipped import RULEBOOK


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("وفرت طائرات روسية غطاء جوياً للجيش قرب تدمر", "air cover is no strike"),
        ("Russian jets gave air cover to the column near Palmyra", "air cover is no strike"),
        ("روسيا تعتزم قصف مواقع التنظيم في إدلب", "russian-strikes: the strike is only planned"),
        ("Russian warplanes will bomb Idlib, the ministry said", "russian-strikes: the strike is only planned"),
        ("نفت موسكو أن تكون طائرات روسية قصفت إدلب", "russian-strikes: the strike is denied"),
        ("Moscow denied that Russian warplanes had bombed Idlib", "russian-strikes: the strike is denied"),
        ("Rail strike strands Russian passengers at the French border", '"Rail strike" means something else'),
        ("Russia strikes deal with Jordan on southern Syria", '"strikes deal" means something else'),
        ("Coalition jets bombed a village in Homs", "russian-strikes: the strike is by US-led coalition air force"),
        ("افتتاح العام الدراسي في الحسكة", "it tells of nothing that a rule asks for"),
        ("تبدأ فجر اليوم امتحانات المدارس", "it tells of nothing that a rule asks for"),
        ("Погода в Сирии", "it tells of nothing that a rule asks for"),
    ],
)
def test_why_nobody_is_told(text: str, said: str) -> None:
    article = Article(id="a", text=text)
    assert judge(article, RULEBOOK).matches == ()
    assert why_quiet(article, RULEBOOK) == said
