"""Presearch + match = match all, and what matches is what a plain reading of the condition says.

Over real forms of the shipped lexicon in Arabic, English and Russian, with proclitics, quotes, digits and emoji.
"""

from functools import cache
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from streams.events import Actions, Frame, code_events, read_actions
from streams.events.model import STANCES
from streams.lexicon import Lexicon, find_mentions, read_lexicon
from streams.messages import Article
from streams.rules import MatchAll, Presearcher, Rule, match_rule, parse_pack
from streams.text.document import Document, Span, lay_out
from streams.text.findings import Findings, find_terms
from streams.text.terms import Automaton, TermTable

RULES = Path(__file__).parents[2] / "rules"
SHOWN = ("syria.deir-ez-zor.city", "syria.deir-ez-zor.mayadin", "syria.deir-ez-zor.shola", "syria.homs.palmyra")
ACTORS = ("islamic-state", "sdf", "syria.government.forces", "russia.military", "coalition")
WORDS = (
    "غارة", "الحصار", "اللواء 137", "طائرات حربية", "روسية", "مواجه*",
    "strike", "air strike", "Russian", "clash*", "137",
    "удар*", "осада", "прорвали блокаду",
)  # fmt: skip
TOLD = (
    "قصفت طائرات حربية روسية", "شنت روسيا غارات على", "سيطرت قوات النظام على", "نفى", "مقتل 12 مدنيا في",
    "اشتباكات بين",
    "Russian warplanes bombed", "the SDF captured", "clashes between", "killed 12 civilians in", "denied that",
    "российские самолёты нанесли удары по",
)  # fmt: skip
TYPES = ("strike", "clash", "territory_seized", "casualties", "siege_ongoing")
PIECES = (
    "و{}",
    "بال{}",
    "لل{}",
    "ف{}",
    "{}",
    "{}",
    "{}",
    '"{}"',
    "«{}»",
    "#{}",
    "({})",
    "{}🔥",
    "١٣٧ {}",
    "{}ـ",
    "\u200f{}",
)
GLUE = st.sampled_from([" ", " ", " ", " x ", ", ", ". ", "؟ ", "\n", "\n", " — "])


@cache
def compiled() -> tuple[Lexicon, TermTable, Automaton, tuple[str, ...], tuple[str, ...], Actions]:
    """The shipped lexicon, one table of terms with all words of the rules, forms to write articles from, actions."""
    table = TermTable()
    files = {str(path): path.read_text("utf-8") for path in sorted((RULES / "lexicon").glob("*.yaml"))}
    lexicon = read_lexicon(files, table)
    actions = read_actions(files, table, lexicon)
    for word in WORDS:
        table.add(word)
    rows = [lexicon.places[place] for place in SHOWN] + [
        lexicon.actors[actor] for actor in ACTORS if actor in lexicon.actors
    ]
    names = [name for row in rows for name in (*row.name.values(), *row.aliases[:8])]
    words = (*(word.replace("*", "ات") for word in WORDS), "طائرات حربية روسية", "Russian warplanes", *TOLD)
    return lexicon, table, table.compile(), tuple(dict.fromkeys(names)), words, actions


@st.composite
def articles(draw: st.DrawFn) -> Article:
    names, words = compiled()[3:5]
    forms = st.sampled_from(words) | st.sampled_from(names)
    pieces = draw(st.lists(st.tuples(st.sampled_from(PIECES), forms, GLUE), min_size=1, max_size=14))
    text = "".join(shape.format(form) + glue for shape, form, glue in pieces)
    title = draw(st.none() | forms)
    return Article(id="a", text=text, title=title)


terms = st.sampled_from(WORDS)
mentions = st.one_of(
    st.sampled_from(("syria", "syria.deir-ez-zor", *SHOWN)).map(lambda place: {"place": {"within": place}}),
    st.sampled_from(ACTORS).map(lambda actor: {"actor": actor}),
    st.tuples(st.sampled_from(ACTORS), st.sampled_from(SHOWN)).map(
        lambda two: {"actor": two[0], "place": {"within": two[1]}}
    ),
)
events = st.fixed_dictionaries(
    {"event": st.sampled_from(TYPES) | st.lists(st.sampled_from(TYPES), min_size=2, max_size=3)},
    optional={
        "actor": st.sampled_from(ACTORS),
        "recipient": st.sampled_from(ACTORS),
        "place": st.sampled_from(("syria", "syria.deir-ez-zor", *SHOWN)).map(lambda place: {"within": place}),
        "stance": st.lists(st.sampled_from(STANCES), min_size=1, max_size=4),
        "platform": st.sampled_from(("air", "sea")),
        "quantity": st.integers(0, 13).map(lambda n: {"at_least": n}),
    },
)
leaves = st.one_of(
    terms,
    events,
    terms,
    mentions.map(lambda mentioned: {"mentions": mentioned}),
    st.builds(lambda term, n: {"count": {"term": term, "at_least": n}}, terms, st.integers(1, 3)),
    st.builds(
        lambda items, within, ordered: {"near": {"terms": items, "within": within, "ordered": ordered}},
        st.lists(terms, min_size=2, max_size=3),
        st.integers(1, 6),
        st.booleans(),
    ),
    st.builds(
        lambda weights: {"score": {"threshold": 2, "terms": weights | {"137": 1, "strike": 1}}},
        st.dictionaries(terms, st.integers(-1, 2), max_size=3),
    ),
)


def _several(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        some.map(lambda parts: {"all": parts}),
        some.map(lambda parts: {"any": parts}),
        st.tuples(some, some).map(lambda two: {"all": two[0], "none": two[1]}),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: {"any": {"at_least": 2, "of": parts}}),
        st.tuples(st.sampled_from(("sentence", "paragraph", "title", "lead", "body")), some).map(
            lambda two: {"in": two[0], "all": two[1]}
        ),
    )


conditions = st.recursive(leaves, _several, max_leaves=8)


def find(article: Article) -> Findings:
    lexicon, _, automaton, *_ = compiled()
    document = Document(article, lay_out(article))
    hits = find_terms(document, automaton)
    mentions = find_mentions(document, hits, lexicon)
    return Findings(document, hits, mentions, code_events(document, hits, mentions, lexicon, compiled()[5]))


def read(written: list[Any]) -> tuple[Rule, ...]:
    lexicon, table, *_ = compiled()
    known = len(table.written)
    pack = orjson.dumps([{"id": f"r{n}", "when": condition} for n, condition in enumerate(written)]).decode()
    rules, faults = parse_pack("p.yaml", pack, lexicon, table)
    assert not faults
    assert len(table.written) == known  # the automaton knows every term
    return rules


def plainly(condition: Any, findings: Findings, scope: Span) -> bool:  # noqa: C901  one case an operator
    """What *condition* means, the slow and simple way."""
    lexicon, table, *_ = compiled()
    document = findings.document

    def spans(term: str) -> list[Span]:
        return [s for s in findings.hits.get(table.add(str(term)), ()) if scope[0] <= s[0] and s[1] <= scope[1]]

    def mentioned(kind: str, wanted: str) -> bool:
        return any(
            found.kind == kind and lexicon.is_under(found.id, wanted)
            for found in findings.mentions
            if scope[0] <= found.span[0] and found.span[1] <= scope[1]
        )

    def close(places: tuple[Span, ...], within: int) -> bool:
        gaps = [document.text[a[1] : b[0]].count(" ") if a[1] <= b[0] else 0 for a, b in pairwise(places)]
        one = len({document.paragraph_of(start) for start, _ in places}) == 1
        return one and all(1 <= gap <= within for gap in gaps)

    def near(items: list[str], within: int, *, ordered: bool) -> bool:
        orders = [tuple(items)] if ordered else permutations(items)
        return any(close(places, within) for order in orders for places in product(*map(spans, order)))

    def told(wanted: dict[str, Any]) -> bool:
        return any(
            is_so(frame, wanted)
            for frame in findings.frames
            if any(scope[0] <= one.trigger[0] and one.trigger[1] <= scope[1] for one in (frame, *frame.also))
        )

    def is_so(frame: Frame, wanted: dict[str, Any]) -> bool:
        types = wanted["event"]
        roles = {"actor": frame.actors, "recipient": frame.recipients, "place": frame.places}
        return (
            frame.type in ([types] if isinstance(types, str) else types)
            and frame.stance in wanted.get("stance", ("asserted", "claimed", "admitted"))
            and wanted.get("platform", frame.platform) == frame.platform
            and ("quantity" not in wanted or enough(frame, wanted["quantity"]["at_least"]))
            and all(
                any(lexicon.is_under(role.id, above["within"] if slot == "place" else above) for role in roles[slot])
                for slot, above in wanted.items()
                if slot in roles
            )
        )

    def enough(frame: Frame, least: int) -> bool:
        vague = {"tens": 20, "hundreds": 200, "thousands": 2_000}
        return (frame.quantity if frame.quantity is not None else vague.get(frame.quantity_text or "", -1)) >= least

    def one(operator: str, value: Any) -> bool:
        match operator, value:
            case "event", _:
                return told(condition)
            case "all", _:
                return all(plainly(part, findings, scope) for part in value)
            case "any", {"at_least": least, "of": parts}:
                return sum(plainly(part, findings, scope) for part in parts) >= least
            case "any", _:
                return any(plainly(part, findings, scope) for part in value)
            case "none", _:
                return not any(plainly(part, findings, scope) for part in value)
            case "count", _:
                return len(spans(value["term"])) >= value["at_least"]
            case "score", _:
                return sum(weight for term, weight in value["terms"].items() if spans(term)) >= value["threshold"]
            case "near", _:
                return near(value["terms"], value["within"], ordered=value["ordered"])
            case _:
                return all(mentioned(kind, said["within"] if kind == "place" else said) for kind, said in value.items())

    if isinstance(condition, str):
        return bool(spans(condition))
    beside = {"actor", "recipient", "place", "stance", "platform", "quantity"} if "event" in condition else set()
    rest = [(operator, value) for operator, value in condition.items() if operator not in {"in", *beside}]
    if "in" not in condition:
        return all(one(operator, value) for operator, value in rest)
    inner = [(max(a, scope[0]), min(b, scope[1])) for a, b in document.scopes(condition["in"])]
    return any(plainly(dict(rest), findings, span) for span in inner if span[0] < span[1])


@settings(max_examples=300)
@given(articles(), st.lists(conditions, min_size=1, max_size=6))
def test_presearch_and_match_is_match_all(article: Article, written: list[Any]) -> None:
    findings = find(article)
    rules = read(written)
    lexicon = compiled()[0]

    def matches(presearcher: MatchAll | Presearcher) -> dict[str, Any]:
        outcomes = {rule.id: match_rule(rule, findings, article, lexicon) for rule in presearcher.candidates(findings)}
        return {rule: outcome for rule, outcome in outcomes.items() if outcome}

    oracle = matches(MatchAll(rules))
    assert matches(Presearcher(rules)) == oracle
    event(f"{len(oracle)} of {len(rules)} match")


@settings(max_examples=300)
@given(articles(), conditions)
def test_a_match_is_what_the_condition_plainly_says(article: Article, written: Any) -> None:
    findings = find(article)
    (rule,) = read([written])
    outcome = match_rule(rule, findings, article, compiled()[0])
    assert (outcome is not None) == plainly(written, findings, (0, len(findings.document.text)))
    event("it matches" if outcome else "it does not")


@given(articles(), conditions)
def test_evidence_is_exact_slices_of_the_article(article: Article, written: Any) -> None:
    findings = find(article)
    outcome = match_rule(read([written])[0], findings, article, compiled()[0])
    for span in outcome.spans if outcome else ():
        hit = findings.document.hit(span)
        assert hit.text == ((article.title or "") if hit.field == "title" else article.text)[hit.start : hit.end]
        assert hit.text.strip()


@pytest.mark.parametrize("word", ["غارة", "الحصار", "strike", "осада"])
@given(shape=st.sampled_from(PIECES))
def test_wrapped_words_are_candidates(word: str, shape: str) -> None:
    rules = read([{"all": [word]}])
    article = Article(id="a", text=f"x {shape.format(word)} y")
    found = Presearcher(rules).candidates(find(article))
    assert found == [rule for rule in rules if match_rule(rule, find(article), article, compiled()[0])]


KEYS = """event recipient stance platform quantity
all any none in near terms within ordered mentions actor place count score use threshold at_least of regex
source published id when unless why
group_by labels lists rules raise examples match no_match window extend override pack"""
keys = st.sampled_from(KEYS.split())
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-1, 9) | st.text(max_size=6) | keys | terms,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=300)
@given(anything | st.lists(st.fixed_dictionaries({"id": st.just("r"), "when": anything, "unless": anything})))
def test_whatever_a_pack_says_is_rules_or_faults(written: Any) -> None:
    rules, faults = parse_pack("p.yaml", orjson.dumps(written).decode(), compiled()[0], TermTable())
    assert rules or faults or written in ([], {}) or isinstance(written, dict)
    assert all(fault.line and fault.column and fault.what for fault in faults)
