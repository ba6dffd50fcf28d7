"""Every operator does what its own samples say, in Arabic, English and Russian."""

import pytest

from streams.rules.operators import OPERATORS
from streams.rules.operators.operator import Sample

SAMPLES = [(operator, sample) for operator in OPERATORS for sample in operator.samples]
ARTICLE_FIELDS = {"source", "published"}  # these say nothing about a language


@pytest.mark.parametrize(
    ("operator", "sample"), SAMPLES, ids=[f"{o.names[0]}-{s.language}-{s.condition}" for o, s in SAMPLES]
)
def test_the_samples_of_an_operator_hold_and_fail_as_they_say(operator: type, sample: Sample, hits) -> None:
    assert hits(sample.condition, sample.holds) is not None
    assert hits(sample.condition, sample.fails) is None


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda operator: operator.names[0])
def test_every_operator_has_a_sample_in_each_language(operator: type) -> None:
    languages = {sample.language for sample in operator.samples}
    assert languages == (set() if operator.names[0] in ARTICLE_FIELDS else {"ar", "en", "ru"})
