"""Values: how each kind of value of a pack file is read: texts, ids, numbers, dates, spans of time.

YAML nodes -> faults -> **values** -> reading
"""

import re
from collections.abc import Collection
from datetime import datetime, timedelta

from streams import yaml
from streams.codec import instant
from streams.lexicon import Lexicon
from streams.rules.faults import Faults

MAX_SPAN = timedelta(days=366)
_DURATION = re.compile(r"([0-9]{1,6}) ?(m|h|d|w)")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class Values(Faults):
    """Reads the values of one file; `lexicon` is what ids mean in it."""

    def __init__(self, path: str, lexicon: Lexicon) -> None:
        super().__init__(path)
        self.lexicon = lexicon
        self._under: dict[tuple[str, ...], frozenset[str]] = {}

    def fields(
        self, node: yaml.Node, name: str, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node] | None:
        """The values of a mapping with these keys and no others."""
        keys = (*required, *optional)
        form = f"write {name}: {{{', '.join(f'{key}: ...' for key in keys)}}}"
        if not isinstance(node, yaml.Mapping):
            self.refuse(node, f"{name} takes a mapping", form)
            return None
        before = len(self.faults)
        for key, _ in node.entries:
            if key.text not in keys:
                self.unknown(key, f"key of {name}", keys)
        for missing in required:
            if node.get(missing) is None:
                self.refuse(node, f"{name} without {missing}", form)
        found = {key.text: value for key, value in node.entries if key.text in keys}
        return found if len(self.faults) == before else None

    def text(self, node: yaml.Node, what: str) -> str | None:
        """One text that is not blank; numbers and true/false as written."""
        if isinstance(node, yaml.Scalar) and (node.value is not None or node.is_quoted) and node.text.strip():
            return node.text.strip()
        if isinstance(node, yaml.Scalar):
            word = f"; if you mean the word, put it in quotes: '{node.text}'" if node.text.strip() else ""
            self.refuse(node, f"{what} is expected here, and there is none", f"write one{word}")
            return None
        kind = "a list" if isinstance(node, yaml.Sequence) else "a mapping"
        hint = 'put it in quotes if it holds ": "' if kind == "a mapping" else "write one text"
        self.refuse(node, f"{what} is expected here, not {kind}", hint)
        return None

    def texts(self, node: yaml.Node, what: str) -> tuple[str, ...] | None:
        """A text or a list of texts."""
        if isinstance(node, yaml.Sequence) and not node.items:
            self.refuse(node, "an empty list", f"write {what}")
            return None
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        found = tuple(text for item in items if (text := self.text(item, what)) is not None)
        return found if len(found) == len(items) else None

    def one_of(self, node: yaml.Node, what: str, known: Collection[str]) -> str | None:
        """One of the words in *known*."""
        written = self.text(node, f"a {what}")
        if written is None or written in known:
            return written
        self.unknown(node, what, known)
        return None

    def several_of(self, node: yaml.Node, what: str, known: Collection[str]) -> frozenset[str] | None:
        """One or a list of the words in *known*."""
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        found = [word for item in items if (word := self.one_of(item, what, known))]
        if not items:
            self.refuse(node, "an empty list", f"write a {what}")
            return None
        return frozenset(found) if len(found) == len(items) else None

    def id(self, node: yaml.Node, kind: str) -> str | None:
        """An id of the lexicon."""
        written = self.text(node, f"the id of {_an(kind)}")
        if written is None or self.lexicon.has(kind, written):
            return written
        self.unknown(node, kind, self.lexicon.known(kind))
        return None

    def ids(self, node: yaml.Node, kind: str) -> frozenset[str] | None:
        """Every id of the lexicon that is one of the ids written, or lies under one of them."""
        if isinstance(node, yaml.Sequence) and not node.items:
            self.refuse(node, "an empty list", f"write the id of {_an(kind)}")
            return None
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        written = [found for item in items if (found := self.id(item, kind))]
        if len(written) < len(items):
            return None
        key = (kind, *written)
        if key not in self._under:
            known, is_under = self.lexicon.known(kind), self.lexicon.is_under
            self._under[key] = frozenset(path for path in known if any(is_under(path, above) for above in written))
        return self._under[key]

    def called(self, node: yaml.Node, kind: str) -> str:
        """The ids at *node* as people call them: `Russia or Syria`."""
        if isinstance(node, yaml.Mapping):
            return ", ".join(f"{key.text} {self.called(value, kind)}" for key, value in node.entries)
        items = node.items if isinstance(node, yaml.Sequence) else (node,)
        names = [self.lexicon.name(kind, item.text, "en") for item in items if isinstance(item, yaml.Scalar)]
        return " or ".join(dict.fromkeys(names))

    def number(self, node: yaml.Node, what: str, *, least: float | None = None) -> float | None:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e9:  # noqa: PLR0124
            self.refuse(node, f"{what} is a number", "write it without quotes, such as 3 or 2.5")
            return None
        if least is not None and value < least:
            self.refuse(node, f"{what} is at least {least:g}", f"write {least:g} or more")
            return None
        return float(value)

    def whole(self, node: yaml.Node, what: str, *, least: int, most: int = 10_000) -> int | None:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.refuse(node, f"{what} is a whole number from {least} to {most:,}", f"write {what}: {least}")
        return None

    def truth(self, node: yaml.Node, what: str) -> bool:
        value = node.value if isinstance(node, yaml.Scalar) else None
        if not isinstance(value, bool):
            self.refuse(node, f"{what} is true or false", f"write {what}: true")
        return value is True

    def instant(self, node: yaml.Node) -> datetime | None:
        """A date or RFC 3339, as aware UTC."""
        written = self.text(node, "a date")
        at = instant(written) if written else None
        if written and at is None:
            self.refuse(node, f'"{written}" is no date', "write 2017-09-05 or 2017-09-05T10:30:00Z")
        return at

    def duration(self, node: yaml.Node, what: str) -> timedelta | None:
        """A span of time: 30m, 24h, 7d, 2w."""
        written = self.text(node, what)
        found = _DURATION.fullmatch(written) if written else None
        span = timedelta(**{_UNITS[found[2]]: int(found[1])}) if found else None
        if written and not (span and timedelta(0) < span <= MAX_SPAN):
            self.refuse(node, f'{what} "{written}" is no span of time', "write 30m, 24h, 7d or 2w; at most 366d")
            return None
        return span


def _an(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
