"""Whose planes they were, told in a sentence after the strike; written for this test."""

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

RUSSIAN = (
    "قضى ثلاثة مدنيين بصواريخ ألقتها طائرات حربية على بلدة سراقب. الطائرات تابعة لسلاح الجو الروسي بحسب المراصد.",
    "قتل خمسة أشخاص بغارة جوية على سراقب. وقال مصدر محلي إن الطائرة إما روسية أو تابعة للنظام.",
    "استهدفت غارات جوية سوقا في سراقب. وقال ناشطون إن الطيران الروسي يقف وراء الهجوم.",
    "Warplanes bombed the town of Saraqib overnight. The planes were Russian, residents said.",
    "Six raids hit the centre of Saraqib, people there said by telephone.\nThey blamed Moscow.",
    "Air strikes hit a market in Saraqib. Ten people died. Activists said Russian jets were behind the attack.",
    "Warplanes bombed Saraqib. Residents said it was a Russian plane.",
)
NOT_RUSSIAN = (
    "قصفت طائرات حربية سراقب. الطائرات الروسية غادرت قاعدة حميميم.",
    "قتل خمسة أشخاص بغارة جوية على سراقب. الطائرة تابعة للنظام.",
    "Warplanes bombed Saraqib. The planes were not Russian. Moscow blamed the rebels.",
    "Syrian army helicopters bombed Saraqib. Residents said they saw a Russian plane too.",
    "Warplanes bombed Saraqib. A truce was agreed. Aid came. Schools opened. They blamed Moscow for the delay.",
    "Warplanes bombed Saraqib. Turkey blamed Russia for the price of gas.",
)


def strikes(text: str) -> list[Frame]:
    frames = look(Article(id="test", text=text), RULEBOOK).frames
    return [frame for frame in frames if frame.type == "strike"]


def by_russia(frame: Frame) -> bool:
    return any(role.id.startswith("russia.military") for role in frame.actors)


@pytest.mark.parametrize("text", RUSSIAN)
def test_the_next_sentences_tell_who_flew(text: str) -> None:
    assert [frame for frame in strikes(text) if by_russia(frame) and frame.stance == "claimed"]


@pytest.mark.parametrize("text", NOT_RUSSIAN)
def test_others_told_of_after_a_strike_did_not_fly_it(text: str) -> None:
    assert strikes(text)
    assert not any(by_russia(frame) for frame in strikes(text))
