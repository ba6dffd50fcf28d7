"""regex: a regular expression, for what words can't say."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

import re2

from streams import yaml
from streams.rules.operators.operator import Need, Operator, Sample, Why
from streams.rules.plain import plain_of, plain_pattern
from streams.rules.view import Evidence, View

if TYPE_CHECKING:
    from streams.rules.reading import Reading

MAX_CHARACTERS = 500
MAX_PROGRAM = 20_000  # instructions; keeps 1 MB of text under 50 ms whatever the pattern
MAX_MEMORY = 8 << 20
MAX_HITS = 50
_ASCII_ONLY = re.compile(r"(?<!\\)(?:\\\\)*(\\[bBwW])")
_NO_REMEDY = "see the RE2 syntax; RE2 has no back-references and no look-around"


@dataclass(frozen=True, slots=True)
class Regex(Operator):
    r"""The RE2 expression is found in the title or in the body; it never runs from the one into the other.

    Case does not matter. Arabic letters and digits are folded (أ إ آ are ا, ة is ه, ى is ي, ١٣٧ is 137, no tashkeel and
    no tatweel), in the expression too; punctuation and spaces are as received. `\b` and `\w` know ASCII letters only:
    beside Arabic or Cyrillic write the letters out, `(?:^|[^\p{L}])кот(?:$|[^\p{L}])`, or take a term. No look-around
    and no back-references; at most 500 characters. A rule that needs nothing but a regex is run on every article: put
    a term beside it.
    """

    written: str
    regexp: Any = field(compare=False)

    names: ClassVar[tuple[str, ...]] = ("regex",)
    form: ClassVar[str] = "regex: pattern"
    cost: ClassVar[int] = 5
    samples: ClassVar[tuple[Sample, ...]] = (
        Sample(
            "ar", r"regex: 'اللواء\s+1\d\d'", "وصلت القوات إلى اللواء ١٣٧ غربي المدينة", "وصلت القوات إلى اللواء 93"
        ),
        Sample("en", r"regex: '\bT-(?:72|90)s?\b'", "Two T-90s were seen", "Two AT-900 were seen"),
        Sample("ru", r"regex: 'т-(?:72|90)[^\p{L}\d]'", "Подбит танк Т-90.", "Подбит танк Т-905"),
    )

    @classmethod
    def parse(cls, node: yaml.Node, reading: "Reading", key: yaml.Scalar) -> Operator | None:  # noqa: ARG003
        written = reading.text(node, "a regular expression")
        if written is None:
            return None
        if len(written) > MAX_CHARACTERS:
            what = f"the regex has {len(written)} characters; the limit is {MAX_CHARACTERS}"
            reading.refuse(node, what, "split it with any: [...]")
            return None
        boundary = _ASCII_ONLY.search(written)
        if boundary and any(c.isalpha() and not c.isascii() for c in written):
            what = f"{boundary.group(1)} knows ASCII letters only"
            hint = r"write [^\p{L}] and \p{L}, or a term"
            reading.refuse(node, what, hint, offset=boundary.start(1))
            return None
        try:
            _compiled(written)  # as written, so that the fault's column is right
            regexp = _compiled(plain_pattern(written))
        except re2.error as error:
            _refuse(error, written, node, reading)
            return None
        if regexp.programsize > MAX_PROGRAM:
            what = f"the regex compiles to {regexp.programsize:,} instructions; the limit is {MAX_PROGRAM:,}"
            reading.refuse(node, what, r"fewer repetitions of \p{L} and the like")
            return None
        if regexp.search(b"") is not None:
            reading.refuse(node, "the regex matches the empty text: it holds for every article", "say what must stand")
            return None
        return cls(written, regexp)

    def needs(self) -> tuple[Need, ...]:
        return ()

    def hold(self, view: View) -> Evidence | None:
        found = False
        evidence: Evidence = []
        folded, layout = view.document.folded, view.document.layout
        plain = plain_of(layout.raw)
        for first, last in _fields(view):
            start = plain.at(first)
            piece = plain.text[start : plain.at(last)].encode("utf-8", "surrogatepass")
            for match in self.regexp.finditer(piece):
                found = True
                a, b = (start + len(piece[:edge].decode("utf-8", "surrogatepass")) for edge in match.span())
                if a == b:
                    continue
                span = (folded.folded_at(int(plain.origin[a])), folded.folded_at(int(plain.origin[b - 1]) + 1))
                if view.document.text[slice(*span)].strip():  # an expression of punctuation alone has nothing to show
                    evidence.append(span)
                if len(evidence) >= MAX_HITS:
                    return evidence
        return evidence if found else None

    def why(self, view: View) -> Why:
        found = self.hold(view)
        held = found is not None
        miss = f"nothing in it is like {self.written}"
        return Why(f"regex {self.written}", held, tuple(found or ()), closeness=float(held), miss=miss)


def _fields(view: View) -> list[tuple[int, int]]:
    """The raw spans of title and body in the scope. A scope goes on to the first letter of the next one."""
    document = view.document
    raw, text_at = document.layout.raw, document.layout.text_at
    if view.scope is None:
        return [(0, text_at - 1), (text_at, len(raw))]
    origin = document.folded.origin
    first, last = (int(origin[min(position, len(origin) - 1)]) for position in view.scope)
    fields = [(first, min(last, text_at - 1)), (max(first, text_at), last)]
    return [(a, b) for a, b in fields if a < b]


def _compiled(pattern: str) -> Any:
    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = MAX_MEMORY
    return re2.compile(pattern.encode("utf-8", "surrogatepass"), options)


def _refuse(error: Exception, written: str, node: yaml.Node, reading: "Reading") -> None:
    told = error.args[0]
    message = told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
    kind, _, fragment = message.partition(": ")
    offset = max(written.find(fragment), 0) if fragment else None
    what = f"the regex is refused: {kind}" + (f" {fragment}" if fragment and fragment != written else "")
    hint = _NO_REMEDY
    if fragment.startswith(("(?=", "(?!", "(?<")):
        hint = "RE2 has no look-around; use near, none or unless"
    elif fragment[:1] == "\\" and fragment[1:2].isdigit():
        hint = "RE2 has no back-references"
    reading.refuse(node, what, hint, offset=offset)
