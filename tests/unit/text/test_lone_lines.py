"""Lone lines: on a page of sentences a line that no sentence mark ends tells of another story, or heads a section."""

import pytest

from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

PROSE = {
    "ar": "قال سكان في المدينة إن المدارس بقيت مغلقة لليوم الثالث على التوالي بسبب انقطاع الكهرباء، وإن لجنة الأهالي "
    "طلبت من المجلس المحلي توفير الوقود قبل نهاية الأسبوع، في حين اكتفى المجلس بالإعلان عن اجتماع جديد لم يحدد موعده.",
    "en": "Residents of the town said that its schools had stayed shut for a third day for want of power, and that a "
    "committee of parents had asked the local council for fuel before the week is out; it has called a meeting.",
    "ru": "Жители города говорят, что школы закрыты третий день подряд из-за отключения электричества, и что комитет "
    "родителей попросил местный совет найти топливо до конца недели; совет пообещал собраться, но не сказал когда.",
}
LINE = {
    "ar": "الطيران الحربي الروسي يقصف قرية البارة في جبل الزاوية",
    "en": "Russian warplanes bomb the village of al-Bara in Idlib",
    "ru": "Российские самолёты разбомбили деревню Бара в Идлибе",
}


def paragraphs(language: str) -> list[str]:
    return [f"{PROSE[language][:-1]} {number}." for number in (1, 2, 3)]


def strikes(text: str, title: str | None = None) -> list[str]:
    frames = look(Article(id="test", title=title, text=text), RULEBOOK).frames
    return [frame.type for frame in frames if frame.type == "strike"]


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_a_line_between_sentences_tells_of_another_story(language: str) -> None:
    first, second, third = paragraphs(language)
    assert not strikes("\n".join([first, second, LINE[language], third]))
    assert strikes("\n".join([first, second, LINE[language] + ".", third]))


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_a_list_after_a_colon_is_the_article(language: str) -> None:
    first, second, third = paragraphs(language)
    assert strikes("\n".join([first, second, third[:-1] + ":", LINE[language], LINE[language] + " 2"]))


@pytest.mark.parametrize("language", ["ar", "en", "ru"])
def test_a_post_or_a_brief_is_made_of_lines(language: str) -> None:
    assert strikes(LINE[language])
    assert strikes("\n".join([LINE[language], PROSE[language]]))
    assert strikes("\n".join([PROSE[language], LINE[language]]), title=LINE[language])
