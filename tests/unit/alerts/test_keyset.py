"""The set of keys in one `bytes`."""

from hypothesis import given
from hypothesis import strategies as st

from streams.alerts import keyset
from streams.ids import digest

names = st.lists(st.text(max_size=3), max_size=60)


@given(names)
def test_it_is_a_mapping_from_keys_to_their_last_note(several: list[str]) -> None:
    records, plain = b"", {}
    for number, name in enumerate(several):
        records = keyset.put(records, keyset.key_of(name), bytes([number]))
        plain[name] = bytes([number])
    assert keyset.count(records, 1) == len(plain)
    assert len(records) == 17 * len(plain)
    for name, note in plain.items():
        assert keyset.find(records, keyset.key_of(name), 1) == note
    assert keyset.find(records, keyset.key_of("four"), 1) is None


def test_a_key_that_begins_like_a_neighbour_is_another() -> None:
    records = keyset.put(b"", b"\x00" * 15 + b"\x01")
    assert keyset.find(records, b"\x00" * 16) is None
    assert keyset.find(records, b"\x00" * 15 + b"\x02") is None
    assert keyset.find(b"", b"\x00" * 16) is None


def test_our_ids_are_their_own_keys_and_any_other_name_is_hashed() -> None:
    ours = digest("قصف")
    assert keyset.key_of(ours) == bytes.fromhex(ours)
    for name in ("", "قصف", "x" * 32, "0x" + "0" * 30, "ق" * 32):
        assert len(keyset.key_of(name)) == 16
    assert keyset.key_of("x" * 32) != keyset.key_of("y" * 32)


def test_beyond_the_limit_counting_goes_on_within_a_few_percent_and_never_falls() -> None:
    records, counts = b"", []
    for number in range(12_000):
        records = keyset.put(records, keyset.key_of(digest(str(number))))
        counts.append(keyset.count(records))
    assert counts[: keyset.LIMIT] == list(range(1, keyset.LIMIT + 1))
    assert counts == sorted(counts)
    assert all(abs(count - number) <= 0.06 * number for number, count in enumerate(counts, 1))
    assert len(records) == 16 * (keyset.LIMIT + 1)
    assert keyset.is_full(records)


def test_beyond_the_limit_a_key_put_again_changes_nothing_and_order_does_not_matter() -> None:
    keys = [keyset.key_of(digest(str(number))) for number in range(6000)]
    forwards = backwards = b""
    for key in keys:
        forwards = keyset.put(forwards, key)
    for key in reversed(keys):
        backwards = keyset.put(backwards, key)
    assert forwards == backwards
    assert all(keyset.put(forwards, key) == forwards for key in keys)
