"""Ids come from content, and never change: alerts of last year must be found by the ids of today."""

from datetime import UTC, datetime, timedelta, timezone
from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from streams import ids

NOON = datetime(2017, 9, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
parts = st.lists(st.none() | st.text(max_size=4), max_size=5)


def test_a_digest_is_blake2b_128_over_length_prefixed_utf8() -> None:
    word = "قصف".encode()
    assert ids.digest("قصف", None) == blake2b(b"\0\0\0\x06" + word + b"\xff" * 4, digest_size=16).hexdigest()


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (ids.article_id(None, None, "قصفت طائرات روسية"), "6148f9037bcb8eb4f2ecc78e3b124a46"),
        (ids.article_id("https://example.org/1", "Strikes", "Russian warplanes"), "59265bcce02abeb68936772bdd9be138"),
        (
            ids.alert_id("russian-strikes", {"place.governorate": "syria.deir-ez-zor", "platform": None}, NOON, DAY),
            "aebf333fa17f468ffc54ec5c62bc811a",
        ),
        (ids.match_id("6148f9037bcb8eb4f2ecc78e3b124a46", "a1" * 16), "8838780cd4c0a2a4fdb34be6d0c15260"),
    ],
)
def test_ids_are_the_same_for_ever(made: str, expected: str) -> None:
    assert made == expected


@given(parts, parts)
def test_no_two_lists_of_parts_share_a_digest(one: list[str | None], other: list[str | None]) -> None:
    assert (ids.digest(*one) == ids.digest(*other)) == (one == other)


def test_where_a_part_ends_is_part_of_it() -> None:
    assert len({ids.digest("ab", "c"), ids.digest("a", "bc"), ids.digest("abc"), ids.digest("abc", "")}) == 4
    assert len({ids.digest(None), ids.digest(""), ids.digest(), ids.digest("\xff" * 4)}) == 4


def test_a_part_may_hold_half_a_character() -> None:
    assert len(ids.digest("\ud800")) == 32


def test_kinds_of_ids_never_meet() -> None:
    assert ids.match_id("a", "b") != ids.digest("a", "b")
    assert ids.article_id(None, None, "x") != ids.digest("alert", None, None, "x")


def test_the_order_of_a_group_is_no_matter_its_names_and_values_are() -> None:
    group = {"place": "syria.homs", "platform": "air"}
    same = dict(reversed(group.items()))
    one = ids.alert_id("r", group, NOON, DAY)
    assert ids.alert_id("r", same, NOON, DAY) == one
    others = [
        ids.alert_id("s", group, NOON, DAY),
        ids.alert_id("r", {"place": "syria.homs"}, NOON, DAY),
        ids.alert_id("r", {"place": "syria.homs", "platform": None}, NOON, DAY),
        ids.alert_id("r", {"place": "air", "platform": "syria.homs"}, NOON, DAY),
        ids.alert_id("r", {}, NOON, DAY),
        ids.alert_id("r", group, NOON + DAY, DAY),
    ]
    assert len({one, *others}) == 7


@pytest.mark.parametrize(
    "at",
    [NOON - timedelta(hours=12), NOON + timedelta(hours=11, minutes=59), NOON.astimezone(timezone(timedelta(hours=9)))],
)
def test_all_of_a_window_is_one_alert_in_any_zone(at: datetime) -> None:
    assert ids.alert_id("r", {}, at, DAY) == ids.alert_id("r", {}, NOON, DAY)
