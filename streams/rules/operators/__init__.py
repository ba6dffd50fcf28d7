"""Every operator there is; the parser, the linter, docs/rules.md and the tests all read this one table."""

from streams.rules.operators.boolean import AllOf, AnyOf, NoneOf
from streams.rules.operators.count import Count
from streams.rules.operators.event import EventIs
from streams.rules.operators.field import InLanguage, Published, Source
from streams.rules.operators.mention import Mentioned
from streams.rules.operators.near import Near
from streams.rules.operators.operator import Operator
from streams.rules.operators.regex import Regex
from streams.rules.operators.scope import In
from streams.rules.operators.score import Score
from streams.rules.operators.term import Term
from streams.rules.operators.use import Use

OPERATORS: tuple[type[Operator], ...] = (
    Term, AllOf, AnyOf, NoneOf, In, Near, EventIs, Mentioned, Score, Count, Regex, Use, Source, InLanguage, Published,
)  # fmt: skip
BY_NAME: dict[str, type[Operator]] = {name: operator for operator in OPERATORS for name in operator.names}
