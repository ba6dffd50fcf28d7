"""Nearby: strikes whose agent no pattern binds take the only carriers of the sentence, and nobody else's."""

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK


def strikes(text: str) -> list[Frame]:
    frames = look(Article(id="test", text=text), RULEBOOK).frames
    return [frame for frame in frames if frame.type == "strike"]


def parties(text: str) -> set[str]:
    return {role.id.partition(".")[0] for frame in strikes(text) for role in frame.actors}


@pytest.mark.parametrize(
    "text",
    [
        "لم تغب المقاتلات الروسية عن سماء المنطقة طوال الليل وأحصى السكان ثماني غارات على بلدة الشعفة",
        "شوهدت قاذفات روسية فوق الميادين قبل أن تهز المدينة غارات عنيفة بحسب السكان",
        "Russian bombers circled low over the town and within minutes six air strikes levelled the market of Saraqib",
        "Российские бомбардировщики кружили над городом, и через минуту авиаудары разрушили рынок в Саракибе",
    ],
)
def test_the_only_planes_of_the_sentence_are_who_struck(text: str) -> None:
    assert "russia" in parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "لم يتضح ما إذا كان الطيران الروسي أم السوري قد قصف سوق بلدة سراقب",
        "Syrian or Russian jets - witnesses could not tell which - dropped five bombs on the market of Saraqib",
        "Rescuers could not say whether Syrian or Russian planes bombed the school in Saraqib",
        "Syrian and Russian planes have since Friday evening bombed the hills around Saraqib",
        "The monitor said Russian and Syrian government jets had since carried out sixty raids on Saraqib",
    ],
)
def test_doubt_who_it_was_is_no_doubt_that_it_was(text: str) -> None:
    told = [frame for frame in strikes(text) if frame.stance in ("asserted", "claimed")]
    assert any(role.id.startswith("russia.military") for frame in told for role in frame.actors)


@pytest.mark.parametrize(
    "text",
    [
        "هبطت طائرة شحن روسية في القامشلي بعد ساعات من غارات على بلدة الشعفة",
        "غارات على مواقع التنظيم قرب التنف أثناء دورية للمقاتلات الروسية",
        "An air strike hit a depot near Albukamal while Russian jets were on patrol along the coast",
        "Air strikes hit Mayadin hours after Russian transport planes had delivered aid to Deir ez-Zor",
        "Авиаудары нанесены по Маядину, российские самолеты вели патрулирование у побережья",
    ],
)
def test_planes_on_another_errand_did_not_strike(text: str) -> None:
    assert "russia" not in parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "حلقت طائرات روسية وطائرات للتحالف الدولي فوق المدينة ثم سقطت غارات على بلدة الشعفة",
        "Russian bombers and American jets were both seen overhead before the raids on Hajin",
    ],
)
def test_of_two_air_forces_apart_neither_is_taken(text: str) -> None:
    assert all(role.basis != "nearby" for frame in strikes(text) for role in frame.actors)
