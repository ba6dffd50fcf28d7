"""What may be committed: nothing that is not done, and all that is."""

from faust.types import TP
from hypothesis import given
from hypothesis import strategies as st

from agents.progress import Progress, Stretch

PART, OTHER = TP("matches", 0), TP("matches", 1)


@given(offsets=st.sets(st.integers(0, 60), min_size=1).map(sorted), data=st.data())
def test_in_whatever_order_records_are_done_all_before_the_first_open_one_counts(
    offsets: list[int], data: st.DataObject
) -> None:
    stretch, open_ = Stretch(), list(offsets)
    for offset in offsets:  # with gaps: the broker keeps offsets for itself, and retention takes records away
        stretch.begin(offset)
    for offset in data.draw(st.permutations(offsets)):
        assert stretch.reached == open_[0]
        stretch.done(offset)
        open_.remove(offset)
    assert stretch.reached == offsets[-1] + 1


def test_partitions_stand_each_for_itself() -> None:
    progress = Progress()
    progress.of(PART).begin(7)
    progress.of(OTHER).begin(3)
    progress.of(OTHER).done(3)
    assert (progress.reached(PART), progress.reached(OTHER), progress.reached(TP("matches", 2))) == (7, 4, None)


def test_a_record_in_hand_when_partitions_move_says_nothing_of_when_it_is_read_again() -> None:
    progress = Progress()
    in_hand = progress.of(PART)
    in_hand.begin(7)
    progress.forget()
    assert progress.reached(PART) is None
    progress.of(PART).begin(7)
    in_hand.done(7)
    assert progress.reached(PART) == 7, "it is being done again"
