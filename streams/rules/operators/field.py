"""source, language, published: what the article says of itself. They give no evidence."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.view import Evidence, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading


@dataclass(frozen=True, slots=True)
class Source(Operator):
    """The article's source is that one, or lies under it (`bbc` is also bbc.arabic). Case does not matter.

    An article without a source goes by the host of its url: `example.org` is also www.example.org.
    """

    values: tuple[str, ...]

    names: ClassVar[tuple[str, ...]] = ("source",)
    form: ClassVar[str] = "source: name, or [name, ...]"
    cost: ClassVar[int] = 0

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        values = reading.texts(node, "the name of a source")
        return cls(tuple(value.casefold() for value in values)) if values else None

    def needs(self) -> tuple[Need, ...]:
        return ()

    def hold(self, view: View) -> Evidence | None:
        given = view.article.source
        name = view.article.outlet.casefold()
        for value in self.values:
            if name == value or (name.startswith(f"{value}.") if given else name.endswith(f".{value}")):
                return []
        return None

    def why(self, view: View) -> Why:
        held = self.hold(view) is not None
        note = f"it is {view.article.outlet}"
        miss = f"it is from {view.article.outlet}"
        return Why(f"source {' or '.join(self.values)}", held, note=note, closeness=float(held), miss=miss)


@dataclass(frozen=True, slots=True)
class InLanguage(Operator):
    """The article is in that language: as it says itself, else by its script. `ar` is also ar-SY."""

    values: tuple[str, ...]

    names: ClassVar[tuple[str, ...]] = ("language",)
    form: ClassVar[str] = "language: ar, or [ar, en, ru]"
    cost: ClassVar[int] = 0
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "language: ar", "هدوء في البلدة", "All is calm"),
        Sample("en", "language: en", "All is calm", "В городе тихо"),
        Sample("ru", "language: [ru]", "В городе тихо", "هدوء في البلدة"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        values = reading.texts(node, "a language code")
        if not values:
            return None
        if wrong := next((value for value in values if not 2 <= len(value.partition("-")[0]) <= 3), None):
            reading.refuse(node, f'"{wrong}" is no language code', "write ar, en, ru, ...")
            return None
        return cls(tuple(value.casefold() for value in values))

    def needs(self) -> tuple[Need, ...]:
        return ()

    def hold(self, view: View) -> Evidence | None:
        code = (view.document.language or "").casefold()
        return [] if any(code == value or code.startswith(f"{value}-") for value in self.values) else None

    def why(self, view: View) -> Why:
        held = self.hold(view) is not None
        note = f"it is {view.document.language or 'unknown'}"
        miss = f"its language is {view.document.language or 'unknown'}"
        return Why(f"language {' or '.join(self.values)}", held, note=note, closeness=float(held), miss=miss)


@dataclass(frozen=True, slots=True)
class Published(Operator):
    """The article's own date is `after` (at or later) and `before` (earlier). Without a date it does not hold."""

    after: datetime | None
    before: datetime | None

    names: ClassVar[tuple[str, ...]] = ("published",)
    form: ClassVar[str] = "published: {after: 2017-09-01, before: 2017-10-01}; a date is 00:00 UTC"
    cost: ClassVar[int] = 0

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        fields = reading.fields(node, "published", optional=("after", "before"))
        if fields is None:
            return None
        if not fields:
            reading.refuse(node, "published says nothing", "write {after: 2017-09-01} or {before: 2017-10-01}")
            return None
        after, before = (reading.instant(fields[name]) if name in fields else None for name in ("after", "before"))
        if len(fields) > (after is not None) + (before is not None):
            return None
        if after and before and after >= before:
            reading.refuse(node, "no time is after the one and before the other", "swap them")
            return None
        return cls(after, before)

    def needs(self) -> tuple[Need, ...]:
        return ()

    def hold(self, view: View) -> Evidence | None:
        at = view.article.published_at
        if at is None or (self.after and at < self.after) or (self.before and at >= self.before):
            return None
        return []

    def why(self, view: View) -> Why:
        held = self.hold(view) is not None
        ends = [
            f"after {self.after:%Y-%m-%d %H:%M}" if self.after else "",
            f"before {self.before:%Y-%m-%d %H:%M}" if self.before else "",
        ]
        at = view.article.published_at
        note = f"{at:%Y-%m-%d %H:%M} UTC" if at else "no date"
        miss = f"it was published {at:%Y-%m-%d %H:%M} UTC" if at else "it has no date"
        return Why(f"published {' and '.join(filter(None, ends))}", held, note=note, closeness=float(held), miss=miss)
