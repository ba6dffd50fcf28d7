"""The whole decision as one pure function: an article and a rulebook in, a classification and matches out.

news.articles -> classify -> `judge` -> news.classified + news.matches. `scan`, `rules explain`, the tests and the
bench call it too; nobody has a pipeline of its own.
"""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from streams import ids
from streams.events import code_events, to_event
from streams.lexicon import Lexicon
from streams.lexicon.mentions import find_mentions
from streams.messages import Article, Classification, Hit, Match, Mention, Quote
from streams.rulebook import Rulebook
from streams.rules.matcher import match_rule
from streams.rules.model import Group, Outcome, Rule
from streams.rules.operators.phrase import noun
from streams.text.document import Document, Span, lay_out
from streams.text.findings import Findings, find_terms

MAX_HITS = 50
MAX_HIT = 600  # code points
MAX_QUOTES = 3


RunRule = Callable[[Rule, Findings, Article, Lexicon], Outcome | None]


class Judgement(Struct, frozen=True, kw_only=True, gc=False):
    """What `judge` found. `rules_run` counts the rules that the presearcher let through and the matcher ran."""

    classification: Classification
    matches: tuple[Match, ...]
    rules_run: int


def judge(
    article: Article,
    rulebook: Rulebook,
    *,
    replayed: str | None = None,
    lap: Callable[[str], None] | None = None,
    run: RunRule = match_rule,
) -> Judgement:
    """Clean, fold, find mentions, code events, run rules. *lap* is told the name of each stage as it ends.

    *run* is `match_rule`, or the same with a clock around it.
    """
    mark = lap or _nobody
    layout = lay_out(article)
    mark("clean")
    document = Document(article, layout)
    hits = find_terms(document, rulebook.automaton)
    mark("fold")
    mentions = find_mentions(document, hits, rulebook.lexicon)
    mark("mentions")
    frames = code_events(document, hits, mentions, rulebook.lexicon, rulebook.actions)
    mark("events")
    findings = Findings(document, hits, mentions, frames)
    candidates = rulebook.presearcher.candidates(findings)
    matches: list[Match] = []
    errors: dict[str, str] = {}
    for rule in candidates:
        try:
            outcome = run(rule, findings, article, rulebook.lexicon)
        except Exception as error:  # noqa: BLE001 - a rule that blows up is a value beside the matches of the others
            errors[rule.id] = f"{type(error).__name__}: {error}"
            continue
        if outcome is not None:
            matches += _matches(rule, outcome, document, rulebook, replayed)
    classification = Classification(
        article=article.ref(document.language),
        language=document.language,
        body=(layout.body.start, layout.body.end),
        mentions=tuple(_mentions(findings, rulebook)),
        events=tuple([to_event(frame, document) for frame in frames]),
        rules=tuple(dict.fromkeys(match.rule for match in matches)),
        rulebook=rulebook.id,
        errors=errors,
        replayed=replayed,
    )
    mark("rules")
    return Judgement(classification=classification, matches=tuple(matches), rules_run=len(candidates))


def look(article: Article, rulebook: Rulebook) -> Findings:
    """What `judge` shows to the rules: for `rules explain`."""
    document = Document(article, lay_out(article))
    hits = find_terms(document, rulebook.automaton)
    mentions = find_mentions(document, hits, rulebook.lexicon)
    return Findings(document, hits, mentions, code_events(document, hits, mentions, rulebook.lexicon, rulebook.actions))


def _nobody(_stage: str) -> None:
    pass


def _mentions(findings: Findings, rulebook: Rulebook) -> list[Mention]:
    shown, name, language = findings.document.shown, rulebook.lexicon.name, findings.document.language
    return [
        Mention(kind=kind, id=row, name=name(kind, row, language), field=field, start=start, end=end, text=text)
        for kind, row, span, _, _ in findings.mentions
        for field, start, end, text in (shown(span),)
    ]


def _matches(
    rule: Rule, outcome: Outcome, document: Document, rulebook: Rulebook, replayed: str | None
) -> Iterator[Match]:
    article = document.article
    at = article.event_time
    for group in outcome.groups:
        spans = group.spans or outcome.spans  # each group has the evidence for itself alone
        values = dict(group.values)
        alert = ids.alert_id(rule.id, values, at, rule.window) if at else None
        yield Match(
            id=ids.match_id(article.id, alert) if alert else None,
            alert_id=alert,
            previous=ids.alert_id(rule.id, values, at - rule.window, rule.window) if at else None,
            rule=rule.id,
            rule_version=rule.version,
            rulebook=rulebook.id,
            title=_title(rule, group, rulebook),
            severity=group.severity,
            group=values,
            labels=dict(group.labels),
            article=article.ref(document.language),
            outlet=article.outlet,
            event_time=at,
            time_basis=article.time_basis,
            hits=_hits(spans, document),
            quotes=_quotes(spans, document),
            event=to_event(group.event, document) if group.event else None,
            replayed=replayed,
        )


def _title(rule: Rule, group: Group, rulebook: Rulebook) -> str:
    """The rule's title and the group's names: "Russian strikes: Deir ez-Zor, sea"."""
    names = [_name(key, value, rulebook) for key, value in group.values.items() if value]
    title = rule.title_in("en")
    return f"{title}: {', '.join(names)}" if names else title


def _name(key: str, value: str, rulebook: Rulebook) -> str:
    if key == "type":
        return noun(value)
    kind = {"recipient": "actor", "holder": "actor"}.get(key, key.partition(".")[0])
    return rulebook.lexicon.name(kind, value, "en") if kind in ("actor", "place", "weapon") else value


def _hits(spans: Iterable[Span], document: Document) -> tuple[Hit, ...]:
    hits = dict.fromkeys(_shown(document.hit(span)) for span in spans)
    return tuple(sorted(hits, key=lambda hit: (hit.field != "title", hit.start, hit.end)))[:MAX_HITS]


def _shown(hit: Hit) -> Hit:
    """A regular expression may match a page: what is shown of it is its beginning."""
    return hit if len(hit.text) <= MAX_HIT else replace(hit, end=hit.start + MAX_HIT, text=hit.text[:MAX_HIT])


def _quotes(spans: Iterable[Span], document: Document) -> tuple[Quote, ...]:
    """The sentences that hold most hits, at most three, in reading order."""
    held: dict[int, int] = {}
    for start, _ in spans:
        sentence = document.sentence_of(start)
        held[sentence] = held.get(sentence, 0) + 1
    most = sorted(held, key=lambda sentence: (-held[sentence], sentence))[:MAX_QUOTES]
    return tuple(document.quote(sentence) for sentence in sorted(most) if sentence >= 0)
