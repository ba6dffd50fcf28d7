"""A set of 16-byte keys in one sorted `bytes`, searched and grown without being unpacked; for the states of tables.

A state is read and written at each match, so it must stay small. Beyond *limit* keys the smallest ones are kept, and
the count is estimated from how densely they lie (k minimum values: Bar-Yossef et al. 2002, "Counting distinct
elements in a data stream"). Keys are hashes, hence evenly spread. All of it is order-free, and the same key twice
changes nothing, at any size: exact up to the limit, then within about 1 / sqrt(limit) (one standard error: 1.6 % at
LIMIT), and never falling.
"""

from streams.ids import digest

KEY_BYTES = 16
LIMIT = 4096
_SPACE = 1 << 8 * KEY_BYTES


def key_of(name: str) -> bytes:
    """The key of *name*: an id of ours (32 hex digits) is its own hash, anything else is hashed."""
    if len(name) == 2 * KEY_BYTES:
        try:
            return bytes.fromhex(name)
        except ValueError:
            pass
    return bytes.fromhex(digest("key", name))


def find(records: bytes, key: bytes, note_bytes: int = 0) -> bytes | None:
    """The note kept with *key*, `note_bytes` long; None if the key is not there."""
    at = _place(records, key, KEY_BYTES + note_bytes)
    if records[at : at + KEY_BYTES] != key:
        return None
    return records[at + KEY_BYTES : at + KEY_BYTES + note_bytes]


def put(records: bytes, key: bytes, note: bytes = b"", limit: int = LIMIT) -> bytes:
    """*records* with *key* and its *note* (always of one length), a note of that key replaced."""
    width = KEY_BYTES + len(note)
    at = _place(records, key, width)
    rest = at + width if records[at : at + KEY_BYTES] == key else at
    return (records[:at] + key + note + records[rest:])[: (limit + 1) * width]


def is_full(records: bytes, note_bytes: int = 0, limit: int = LIMIT) -> bool:
    """True when keys have been left out: one that is not found may have been there."""
    return len(records) > limit * (KEY_BYTES + note_bytes)


def count(records: bytes, note_bytes: int = 0, limit: int = LIMIT) -> int:
    """How many distinct keys were put: exact up to *limit*, then estimated."""
    width = KEY_BYTES + note_bytes
    if not is_full(records, note_bytes, limit):
        return len(records) // width
    largest = int.from_bytes(records[-width : len(records) - note_bytes])
    return max(limit + 1, limit * _SPACE // (largest + 1))


def _place(records: bytes, key: bytes, width: int) -> int:
    low, high = 0, len(records) // width
    while low < high:
        middle = (low + high) // 2
        if records[middle * width : middle * width + KEY_BYTES] < key:
            low = middle + 1
        else:
            high = middle
    return low * width
