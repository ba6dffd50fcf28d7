"""A term: one word or phrase; the leaf that nearly every condition ends in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.view import Evidence, View
from streams.text.fold import fold_term

if TYPE_CHECKING:
    from streams.rules.reading import Reading

LONGEST = 0.4  # the share of articles that a term of one letter is taken to be in


@dataclass(frozen=True, slots=True)
class Term(Operator):
    """The word or phrase stands in the text. Case, diacritics, alef and hamza forms and kinds of digits do not matter.

    It stands alone, at word boundaries; an Arabic one may have its legal proclitics (و ف ب ك ل ال ...) and the safe
    endings (ها هم, ة→ات ة→تين). `word*` takes every word that begins so; at least four letters. A phrase may have
    quotes inside, and never runs over the end of a paragraph. A plain string is the same as `term: string`.
    """

    id: int
    written: str
    share: float

    names: ClassVar[tuple[str, ...]] = ("term",)
    form: ClassVar[str] = '"siege", "air strike", "bombard*", or {term: siege}'
    cost: ClassVar[int] = 0
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample("ar", "دير الزور", "وصلت القافلة إلى مدينة #دير_الزور", "يزور الدير كل يوم"),
        Sample("ar", "غارة", "وبالغارات دمر الجسر", "اغار الفرسان"),
        Sample("en", "bombard*", "Jets were bombarding the bridge", "A bomb was found"),
        Sample("ru", "обстрел*", "Город снова обстреляли", "Стрелок ушёл"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> "Term | None":  # noqa: ARG003
        return reading.term(node)

    @classmethod
    def of(cls, term: int, written: str) -> "Term":
        """Long terms are rare: each letter more halves the share of the articles that have it."""
        letters = len(fold_term(written.removesuffix("*")).replace(" ", ""))
        return cls(term, written, max(LONGEST * 0.5 ** (letters - 1), 1e-4))

    def needs(self) -> tuple[Need, ...]:
        return (Need(frozenset((self.id,)), self.share),)

    def hold(self, view: View) -> Evidence | None:
        return list(view.spans(self.id)) or None

    def why(self, view: View) -> Why:
        found = self.hold(view)
        note = f"{len(found)} times" if found and len(found) > 1 else "" if found else "not found"
        return Why(
            self.written,
            found is not None,
            tuple(found or ()),
            note,
            closeness=float(found is not None),
            miss=f'it does not say "{self.written}"',
        )
