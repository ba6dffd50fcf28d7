"""Speakers without a row: whose words they are is told by their span; an agreement, a map or a clock says nothing."""

import pytest

from tests.unit.events.told import told

SPOKEN = [
    ("قتل خمسة مدنيين بقصف على الميادين، كما صرح سليم العاني المتحدث باسم البلدية", "سليم العاني المتحدث باسم البلدية"),
    ("غارات على البوكمال خلفت قتلى، على حد قول مروان الحسن", "مروان الحسن"),
    ("وقال مروان الحسن إن غارات استهدفت البوكمال", "مروان الحسن"),
]
NOBODY = ["قتل خمسة مدنيين بقصف على الميادين، بحسب التوقيت المحلي عند الثامنة", "غارات على البوكمال وفق الخطة المرسومة"]


@pytest.mark.parametrize(("text", "name"), SPOKEN)
def test_who_spoke_is_a_source_with_a_span(text: str, name: str) -> None:
    claimants = [role for frame in told(text) for role in frame.claimants]

    assert {role.id for role in claimants} == {"source"}
    assert {role.span[1] - role.span[0] for role in claimants if role.span} == {len(name)}


@pytest.mark.parametrize("text", NOBODY)
def test_an_accord_with_no_speech_names_nobody(text: str) -> None:
    assert [role for frame in told(text) for role in frame.claimants] == []
