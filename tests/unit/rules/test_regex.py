"""regex: RE2, with Arabic letters and digits folded, punctuation and spaces kept."""

import pytest

from streams.rules.plain import plain_of, plain_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "evidence"),
    [
        (r"'اللواء\s+\d{3}'", "في اللِّواءِ ١٣٧ قتلى", ["اللِّواءِ ١٣٧"]),
        (r"'[أا]لدول[ةه]'", "تنظيم الدولة", ["الدولة"]),
        (r"'T-\d\d'", "a t-72 tank", ["t-72"]),
        (r"'ПУСК\w*|пуск[а-я]*'", "пуски ракет", None),
        (r"'пуск[а-я]*'", "ПУСКИ ракет", ["ПУСКИ"]),
        (r"'калибр[»\"]'", "ракеты «Калибр» летят", ["Калибр"]),
    ],
)
def test_what_it_sees(hits, faults, pattern: str, text: str, evidence: list[str] | None) -> None:
    if evidence is None:
        (fault,) = faults(f"- id: r\n  when: {{regex: {pattern}}}")
        assert "knows ASCII letters only" in fault
    else:
        assert hits(f"regex: {pattern}", text) == evidence


def test_presentation_forms_and_emoji_keep_the_offsets(hits) -> None:
    assert hits(r"regex: 'لا\s*إله'", "🔥🔥 ﻻ إله هنا") == ["ﻻ إله"]
    assert hits(r"regex: 'T-\d+'", "💥 the T-72 💥 and the T-90") == ["T-72", "T-90"]


def test_it_looks_into_title_and_body_but_never_over_the_edge(hits) -> None:
    assert hits("regex: 'raid'", "calm", title="A raid") == ["raid"]
    assert hits(r"regex: '^raid\s+calm'", "calm", title="raid") is None
    assert hits("regex: '^calm$'", "calm", title="raid") == ["calm"]
    assert hits("in: title, regex: 'calm'", "calm", title="raid") is None


def test_scopes_narrow_it(hits) -> None:
    condition = r"in: sentence, all: [{regex: 'T-\d\d'}, Mayadin]"
    assert hits(condition, "A T-72 in Mayadin. Calm.") == ["T-72", "Mayadin"]
    assert hits(condition, "A T-72. Mayadin is calm.") is None


def test_punctuation_alone_holds_without_evidence(hits) -> None:
    assert hits(r"regex: '!!!'", "News!!! Read") == []


@pytest.mark.parametrize(
    ("pattern", "at", "said"),
    [
        (r"'ab(?=c)'", "(?=", "the regex is refused: invalid perl operator (?=; RE2 has no look-around"),
        (r"'(a)\1'", r"\1", r"the regex is refused: invalid escape sequence \1; RE2 has no back-references"),
        (r"'x[a-z'", "[a-z", "the regex is refused: missing ] [a-z"),
        (r"x**y", "**y", "the regex is refused: bad repetition operator **"),
        (r"'a{1000}{1000}'", "{1000}{1000}", "bad repetition operator"),
        (r"'(a{100}){100}'", "{100}", "invalid repetition size"),
        (r"'(unclosed'", "(unclosed", "missing )"),
        (r"'a*'", "'a*'", "matches the empty text"),
        (r"'\bقصف\b'", r"\bقصف", r"\b knows ASCII letters only"),
        (r"'\p{L}{300}'", r"'\p", "instructions; the limit is"),
        ("'" + "a" * 501 + "'", "'aaa", "501 characters; the limit is 500"),
        ("[a, b]", "[a, b]", "a regular expression is expected here, not a list"),
    ],
)
def test_what_it_refuses_and_where(faults, pattern: str, at: str, said: str) -> None:
    line = f"  when: {{regex: {pattern}}}"
    (fault,) = faults(f"- id: r\n{line}")
    number, column, told = fault.split(":", 2)
    assert (number, line[int(column) - 1 :].startswith(at)) == ("2", True), fault
    assert said in told


@pytest.mark.parametrize("pattern", ["(a+)+$", "(.*)*x", "(x+x+)+y", ".{500}x", r"(?:\p{L}+\s)+\d$"])
def test_what_would_blow_up_elsewhere_is_linear_here(hits, pattern: str) -> None:
    # would not come back in any lifetime with a backtracking engine
    assert hits(f"regex: '{pattern}'", "a" * 50_000 + " !") is None


def test_the_plain_text_keeps_its_own_offsets() -> None:
    raw = "قَالَ: «١٣٧» و\u200fﻻ 🔥 x"
    plain = plain_of(raw)
    assert plain.text == "قال: «137» ولا 🔥 x"
    assert [raw[at] for at in plain.origin[:4]] == list("قال:")
    assert len(plain.text) == len(plain.origin)
    assert plain_pattern("[أ-ي]قَصْف١\\d") == "[ا-ي]قصف1\\d"
