"""near: gaps in words, one paragraph, one field, the shortest occurrence."""

import pytest


@pytest.mark.parametrize(
    ("terms", "text", "apart"),
    [
        ("[غارات, روسية]", "شنت غارات جوية مكثفة روسية", 3),
        ("[raids, Russian]", "The raids by two Russian jets", 3),
        ("[удары, российские]", "Удары, которые нанесли российские ВКС", 3),
    ],
)
def test_within_counts_words_forward(hits, terms: str, text: str, apart: int) -> None:
    assert hits(f"near: {{terms: {terms}, within: {apart}}}", text) is not None
    assert hits(f"near: {{terms: {terms}, within: {apart - 1}}}", text) is None


@pytest.mark.parametrize(
    ("text", "terms"),
    [("غارات روسية", "[غارات, روسية]"), ("Russian raids", "[Russian, raids]"), ("удары России", "[удары, России]")],
)
def test_neighbours_are_one_apart(hits, text: str, terms: str) -> None:
    assert hits(f"near: {{terms: {terms}, within: 1, ordered: true}}", text) is not None


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("قصف روسي", "روسي قصف"), ("Russian strike", "strike Russian"), ("русский удар", "удар русский")],
)
def test_ordered_means_as_listed(hits, right: str, wrong: str) -> None:
    terms = ", ".join(right.split())
    assert hits(f"near: {{terms: [{terms}], within: 3, ordered: true}}", right) is not None
    assert hits(f"near: {{terms: [{terms}], within: 3, ordered: true}}", wrong) is None
    assert hits(f"near: {{terms: [{terms}], within: 3}}", wrong) is not None


def test_a_phrase_counts_from_its_last_word_to_the_first_of_the_next(hits) -> None:
    text = "سلاح الجو الروسي قصف مواقع تنظيم الدولة"
    condition = "near: {{terms: [سلاح الجو, تنظيم الدولة], within: {}}}"
    assert hits(condition.format(4), text) == ["سلاح الجو", "تنظيم الدولة"]
    assert hits(condition.format(3), text) is None


@pytest.mark.parametrize("text", ["غارات.\nروسية", "raids\nRussian", "удары\nроссийские"])
def test_it_never_leaves_the_paragraph(hits, text: str) -> None:
    one, two = text.replace(".", "").split("\n")
    assert hits(f"near: {{terms: [{one}, {two}], within: 5}}", text) is None
    assert hits(f"near: {{terms: [{one}, {two}], within: 5}}", text.replace("\n", " ")) is not None


def test_it_never_leaves_the_field(hits) -> None:
    assert hits("near: {terms: [Russian, raids], within: 5}", "raids go on", title="Russian") is None


@pytest.mark.parametrize(
    ("text", "terms", "evidence"),
    [
        ("قصف البلدة ثم قصف روسي جديد", "[قصف, روسي]", ["قصف", "روسي"]),
        ("a strike, then a Russian strike", "[strike, Russian]", ["Russian", "strike"]),
        ("удар, потом российский удар", "[удар, российский]", ["российский", "удар"]),
    ],
)
def test_the_shortest_occurrence_is_the_evidence(hits, text: str, terms: str, evidence: list[str]) -> None:
    assert hits(f"near: {{terms: {terms}, within: 6}}", text) == evidence


def test_all_occurrences_of_the_shortest_length_are_evidence(hits) -> None:
    text = "Russian strike at dawn, Russian strike at noon, a Russian and his strike"
    assert hits("near: {terms: [Russian, strike], within: 3}", text) == ["Russian", "strike"] * 2


def test_the_same_word_cannot_be_two_terms(hits) -> None:
    assert hits("near: {terms: [strike, strike*], within: 5}", "one strike") is None
    assert hits("near: {terms: [strike, strike*], within: 5}", "one strike, two strikes") == ["strike", "strikes"]
    assert hits("near: {terms: [strike, strike], within: 5}", "strike upon strike") == ["strike", "strike"]


def test_the_gap_is_between_neighbours_not_from_first_to_last(hits) -> None:
    text = "frigate x x fired x x missiles"
    assert hits("near: {terms: [missiles, frigate, fired], within: 3}", text) == ["frigate", "fired", "missiles"]
    assert hits("near: {terms: [missiles, frigate, fired], within: 2}", text) is None
    assert hits("near: {terms: [frigate, fired, missiles], within: 3, ordered: true}", text) is not None


def test_a_middle_term_that_is_far_from_one_side_is_not_taken(hits) -> None:
    # each pair of neighbours among all words is close, but no one `b` is close to both `a` and `c`
    assert hits("near: {terms: [alpha, bravo, charlie], within: 1, ordered: true}", "alpha bravo bravo charlie") is None


def test_alternatives_lists_and_mentions_may_be_measured_too(hits) -> None:
    text = "Russian warplanes and two jets raided Mayadin"
    assert hits("near: {terms: [[strike, raided], {mentions: {place: syria}}], within: 1}", text) == [
        "raided",
        "Mayadin",
    ]
    assert hits("near: {terms: [{use: sample}, Mayadin], within: 2}", "A raid on Mayadin") == ["raid", "Mayadin"]
    assert hits("near: {terms: [{any: [x, y]}, Mayadin], within: 2}", "A raid on Mayadin") is None


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('قرب حقل "الخراطة"', "[حقل, الخراطة]"),
        ("the “Kalibr” (missile)", "[Kalibr, missile]"),
        ("ракеты «Калибр»", "[ракеты, Калибр]"),
    ],
)
def test_punctuation_is_no_word(hits, text: str, terms: str) -> None:
    assert hits(f"near: {{terms: {terms}, within: 1}}", text) is not None


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("near: {terms: [a]}", "near takes 2 to 6 terms"),
        ("near: {terms: [a, b, c, d, e, f, g]}", "near takes 2 to 6 terms"),
        ("near: {terms: [a, b], within: 0}", "within is a whole number from 1 to 50"),
        ("near: {terms: [a, b], within: ten}", "within is a whole number from 1 to 50"),
        ("near: {terms: [a, b], ordered: maybe}", "ordered is true or false"),
        ("near: {terms: [a, b], distance: 3}", 'unknown key of near "distance"'),
        ("near: [a, b]", "near takes a mapping"),
        ("near: {within: 3}", "near without terms"),
        ("near: {terms: [a, {none: [b]}]}", "near cannot measure from this condition"),
        ("near: {terms: [a, {regex: b}]}", "near cannot measure from this condition"),
    ],
)
def test_what_near_refuses(faults, condition: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: {{{condition}}}")
    assert fault.startswith("2:")
    assert f'rule "r": {said}' in fault
