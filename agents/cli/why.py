"""Why an article alerts nobody, in one sentence: the rule that came nearest, and what was missing or stopped it."""

from collections.abc import Iterable

from streams.judge import look
from streams.messages import Article
from streams.rulebook import Rulebook
from streams.rules.explain import explain
from streams.rules.model import Rule
from streams.rules.operators.event import types_of
from streams.rules.operators.phrase import LOOKALIKES, one
from streams.text.findings import Findings


def why_quiet(article: Article, rulebook: Rulebook) -> str:
    """One line for an article without a match."""
    findings = look(article, rulebook)
    reasons = [explain(rule, findings, article, rulebook.lexicon) for rule in _worth(findings, rulebook)]
    stopped = next((reason for reason in reasons if reason.when.held and reason.stopped_by), None)
    if stopped:
        return f"{stopped.rule}: {stopped.stopped_by}"
    nearest = max(reasons, key=lambda reason: reason.when.closeness, default=None)
    if nearest and nearest.when.closeness and nearest.misses:
        return f"{nearest.rule}: {nearest.misses[0]}"
    if idiom := _idiom(findings, rulebook):
        return f'"{idiom}" means something else'
    if findings.frames:
        return _unasked([frame.type for frame in findings.frames])
    return "it tells of nothing that a rule asks for"


def _unasked(types: list[str]) -> str:
    lookalike = next((LOOKALIKES[event] for event in types if event in LOOKALIKES), None)
    told = " and ".join(list(dict.fromkeys(map(one, types)))[:2])
    return lookalike or f"it tells of {told}, which no rule asks for"


def _worth(findings: Findings, rulebook: Rulebook) -> Iterable[Rule]:
    """Where events are told the rules that ask for such events, else the candidates."""
    told = {frame.type for frame in findings.frames}
    of_events = [rule for rule in rulebook.rules.values() if not types_of(rule.when).isdisjoint(told)]
    return of_events or rulebook.presearcher.candidates(findings)


def _idiom(findings: Findings, rulebook: Rulebook) -> str | None:
    """The first phrase in which a word of an event means something else: a rail strike, a deal that is struck."""
    document, actions = findings.document, rulebook.actions

    def is_time(start: int, end: int) -> bool:  # فجر is dawn before a day, else he blew up
        return any(cue.kind == "now" for word in document.text[start:end].split() for cue in actions.cues.get(word, ()))

    spans = (span for term in actions.never & findings.hits.keys() for span in findings.hits[term])
    first = min((span for span in spans if not is_time(*span)), default=None)
    return document.hit(first).text if first else None
