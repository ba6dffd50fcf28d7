"""Reference: the pages on operators in docs/rules.md, written from the operator classes so that they can't fall behind.

operator classes -> **reference** -> docs/rules.md (tests/unit/rules/test_reference.py holds them against each other)
"""

from inspect import cleandoc

from streams.rules.operators import OPERATORS
from streams.rules.operators.operator import Operator

BEGIN = "<!-- operators: written from streams/rules/operators by streams.rules.reference; do not edit -->"
END = "<!-- end of operators -->"
LANGUAGES = {"ar": "Arabic", "en": "English", "ru": "Russian"}


def reference() -> str:
    """Every operator: how it is written, what it means, samples. Markdown, between the marks BEGIN and END."""
    return "\n\n".join([BEGIN, *map(_section, OPERATORS), END])


def _section(operator: type[Operator]) -> str:
    heading = ", ".join(f"`{name}`" for name in operator.names)
    parts = [f"### {heading}", f"    {operator.form}", _prose(operator)]
    if operator.samples:
        parts.append(_samples(operator))
    return "\n\n".join(parts)


def _prose(operator: type[Operator]) -> str:
    """The docstring, a paragraph a line."""
    paragraphs = cleandoc(operator.__doc__ or "").split("\n\n")
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def _samples(operator: type[Operator]) -> str:
    rows = ["| | condition | holds | does not hold |", "|---|---|---|---|"]
    for sample in operator.samples:
        cells = (LANGUAGES[sample.language], f"`{sample.condition}`", sample.holds, sample.fails)
        rows.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(rows)
