"""Argument: a name to the right of a trigger, with the slot that the words before it put it in.

**Arguments** are filled by `streams.events.sentence.arguments`, and kept in the draft.
"""

from msgspec import Struct

from streams.events.sentence.item import Item


class Argument(Struct, frozen=True, gc=False):
    """`slot`: on in from to by with between of for cause support after, or "" where no word says one."""

    slot: str
    item: Item


class Arguments(Struct, gc=False):
    """Names in [trigger, stop); `event` is the trigger noun that ended the walk, with the slot that it stood in."""

    found: list[Argument] = []
    stop: int = 0
    event: Argument | None = None
    why: list[str] = []
