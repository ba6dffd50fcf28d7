"""in: the part of the article in which the conditions beside it must hold."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why, rarest
from streams.rules.view import Evidence, View
from streams.text.document import Span

if TYPE_CHECKING:
    from streams.rules.reading import Reading

MAX_TRIED = 200  # spans that `why` looks for the closest in
SCOPES = ("sentence", "paragraph", "title", "lead", "body", "article")


@dataclass(frozen=True, slots=True)
class In(Operator):
    """All keys beside it hold within one sentence, one paragraph, the title, the lead, the body or the article.

    The lead is the body's first paragraph, or its first 300 characters to the sentence's end if that is longer. The
    body includes the lead; the article is title and body. Without `in` it is the article. Inside another `in` it is
    that part of it. The evidence is of every sentence (paragraph) in which they hold.
    """

    scope: str
    inner: Operator
    pivot: Need | None  # spans without any of these are not worth asking

    names: ClassVar[tuple[str, ...]] = ("in",)
    form: ClassVar[str] = "{in: sentence, all: [condition, ...]}; sentence, paragraph, title, lead, body or article"
    cost: ClassVar[int] = 4
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "{in: sentence, all: [قصف, الجسر]}", "استهدف القصف الجسر. عم الهدوء.", "توقف القصف. فتح الجسر."),
        Sample(
            "en", "{in: sentence, all: [raid, bridge]}", "A raid hit the bridge. Calm.", "No raid. The bridge is open."
        ),
        Sample("ru", "{in: sentence, all: [удар*, мост]}", "Удар разрушил мост. Тихо.", "Удар был. Мост открыт."),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:
        reading.refuse(key, '"in" stands alone', "write the conditions beside it: {in: sentence, all: [...]}", node)
        return None

    @classmethod
    def around(cls, node: yaml.Node, inner: Operator, reading: "Reading") -> Operator | None:
        """*inner* narrowed to the scope that *node* names."""
        name = reading.one_of(node, "scope", SCOPES)
        return cls(name, inner, rarest(inner.needs())) if name else None

    def needs(self) -> tuple[Need, ...]:
        return self.inner.needs()

    def hold(self, view: View) -> Evidence | None:
        evidence: Evidence = []
        held = False
        for span in self._worth(view):
            found = self.inner.hold(view.narrowed(span))
            if found is not None:
                held = True
                evidence += found
        return evidence if held else None

    def why(self, view: View) -> Why:
        spans = view.scopes(self.scope)
        held = [span for span in spans if self.inner.hold(view.narrowed(span)) is not None]
        tried = [self.inner.why(view.narrowed(span)) for span in held or spans[:MAX_TRIED]]
        best = max(tried, key=lambda why: why.closeness) if tried else None
        where = f"{self.scope}s" if self.scope in ("sentence", "paragraph") else f"{self.scope}"
        note = f"{len(held)} of {len(spans)} {where}" if len(spans) > 1 else ""
        if best and not held and len(spans) > 1:
            note += "; the closest one is shown"
        shown = tuple(tried) if held else (best,) if best else ()
        return Why(f"in {self.scope}", bool(held), note=note, parts=shown, closeness=best.closeness if best else 0.0)

    def _worth(self, view: View) -> list[Span]:
        spans = view.scopes(self.scope)
        if self.pivot is None or len(spans) < 2:
            return spans
        starts = [start for start, _ in spans]
        worth: set[int] = set()
        for token in self.pivot.tokens:
            worth.update(bisect_right(starts, start) - 1 for start in view.starts(token))
        return [spans[index] for index in sorted(worth) if index >= 0]
