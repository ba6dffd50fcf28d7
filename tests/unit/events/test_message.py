"""A frame as the Event of a classification: ids, and the exact words as received."""

from streams.judge import judge
from streams.messages import Article
from tests.shipped import RULEBOOK


def test_an_event_is_told_with_its_words_and_its_retelling() -> None:
    text = 'الطائرات الروسية قصفت "الميادين".\nوأضاف المرصد أن الطائرات الروسية قصفت الميادين مجددا.'
    (event,) = judge(Article(id="test", text=text), RULEBOOK).classification.events
    assert (event.type, event.actors, event.places, event.platform) == (
        "strike", ("russia.military.air",), ("syria.deir-ez-zor.mayadin",), "air",
    )  # fmt: skip
    assert text[event.start : event.end] == event.text == 'الطائرات الروسية قصفت "الميادين'
    assert event.basis == {"actor": "stated", "place": "target"}
    (again,) = event.also
    assert text[again.start : again.end] == again.text
    assert again.stance == "claimed"


def test_an_article_that_names_nobody_tells_no_event() -> None:
    assert (
        judge(Article(id="test", text="Ten people were killed in an air strike."), RULEBOOK).classification.events == ()
    )
