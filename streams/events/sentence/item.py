"""Item: a name or a trigger at its words; Subject: one that stands before a verb.

mentions, trigger hits -> **Item** -> Sentence.
"""

from msgspec import Struct

from streams.events.actions import Sense
from streams.text.document import Span
from streams.text.findings import Found


class Item(Struct, gc=False):
    """A name at words [first, last], or a trigger. `before` is written together with its first word (ب, و)."""

    first: int
    last: int
    span: Span
    before: str
    actor: Found | None = None
    place: Found | None = None
    weapon: Found | None = None
    target: Found | None = None
    is_border: bool = False  # the Jordan border: where it ends, not where
    is_dateline: bool = False  # BEIRUT (Reuters) -
    is_again: bool = False  # the town: the last one named
    senses: tuple[Sense, ...] = ()
    is_noun: bool = False  # of a trigger: not the verb that is written alike

    @property
    def is_name(self) -> bool:
        return not self.senses


class Subject(Struct, frozen=True, gc=False):
    """The item that is subject of a verb, how it stands to it, and whether the verb is joined to an earlier one."""

    item: Item | None
    pattern: str = ""


NOBODY = Subject(None)
