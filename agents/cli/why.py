"""Why an article alerts nobody, in one line: the rule that came nearest, and what was missing or stopped it."""

from streams.judge import look
from streams.messages import Article
from streams.rulebook import Rulebook
from streams.rules.explain import Explanation, explain


def why_quiet(article: Article, rulebook: Rulebook) -> str:
    """One line for an article without a match."""
    findings = look(article, rulebook)
    candidates = rulebook.presearcher.candidates(findings)
    if not candidates:
        return "no rule's words are in it"
    reasons = [explain(rule, findings, article, rulebook.lexicon) for rule in candidates]
    nearest = max(
        reasons, key=lambda reason: (reason.stopped_by is not None and reason.when.held, reason.when.closeness)
    )
    return f"{nearest.rule}: {_because(nearest)}"


def _because(reason: Explanation) -> str:
    if reason.when.held and reason.stopped_by:
        return f"stopped, {reason.stopped_by}"
    return f"no {reason.misses[0]}" if reason.misses else "its conditions do not hold together"
