"""What words say of the events around them: alone, and as the first word of a phrase."""

import pytest

from streams.events.sentence.cues import read_cues
from streams.text.fold import fold_term
from tests.shipped import RULEBOOK

ACTIONS = RULEBOOK.actions


def cues_of(text: str) -> dict[str, list[tuple[str, str, int]]]:
    """Word -> kind, value and number of words of each of its cues."""
    words = [fold_term(word) for word in text.split()]
    cues, _ = read_cues(words, ACTIONS)
    return {
        word: sorted((kind, *cue) for kind, cue in kinds.items())
        for word, kinds in zip(text.split(), cues, strict=True)
        if kinds
    }


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("قال المرصد", "قال", "say"),
        ("the monitor said", "said", "say"),
        ("вчера они", "они", ""),
    ],
)
def test_a_word_alone(text: str, word: str, kind: str) -> None:
    assert [one for one, _, length in cues_of(text).get(word, []) if length == 1][:1] == ([kind] if kind else [])


def test_the_words_of_a_phrase_are_no_slots_of_their_own() -> None:
    phrase = cues_of("أكثر من غارة")
    assert "slot" not in [kind for kind, _, _ in phrase.get("من", [])]
    assert "slot" in [kind for kind, _, _ in cues_of("غارة من الجو")["من"]]


@pytest.mark.parametrize(
    "text", ["وقال إن الطائرات قصفت البلدة أكثر من مرة", "according to a monitor it was said to have hit"]
)
def test_kinds_are_found_where_they_stand(text: str) -> None:
    cues, places = read_cues([fold_term(word) for word in text.split()], ACTIONS)
    assert {(kind, i) for i, kinds in enumerate(cues) for kind in kinds} == {
        (kind, i) for kind, there in places.items() for i in there
    }
    assert all(there == sorted(there) for there in places.values())
