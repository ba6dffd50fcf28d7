"""Matcher: one rule against the findings of one article: does it hold, does an exception stop it, for which groups.

candidates -> **match_rule** -> Outcome. It has no side effects, so a rule that raises stops no other.
"""

from dataclasses import replace

from streams.lexicon import Lexicon
from streams.messages import Article, Severity
from streams.rules.grouping import MAX_SPANS, groups_of
from streams.rules.model import Exemption, Group, Outcome, Rule
from streams.rules.view import View, span_of
from streams.text.findings import Findings


def match_rule(rule: Rule, findings: Findings, article: Article, lexicon: Lexicon) -> Outcome | None:
    """What *rule* says of *article*, or None."""
    view = View(findings, article)
    evidence = rule.when.hold(view)
    if evidence is None or stopped_by(rule, view):
        return None
    groups = groups_of(rule, evidence, view, lexicon)
    spans = {span_of(support) for support in evidence}
    return Outcome(groups=tuple(_judged(rule, group, view) for group in groups), spans=tuple(sorted(spans)[:MAX_SPANS]))


def stopped_by(rule: Rule, view: View) -> Exemption | None:
    """The first exception of *rule* that holds."""
    return next((exemption for exemption in rule.unless if exemption.when.hold(view) is not None), None)


def severity_of(rule: Rule, view: View) -> Severity:
    """The rule's severity, raised as far as its `raise` says."""
    if not rule.raises:
        return rule.severity
    raised = (step.to for step in rule.raises if step.when.hold(view) is not None)
    return max((rule.severity, *raised), key=lambda severity: severity.rank)


def _judged(rule: Rule, group: Group, view: View) -> Group:
    """*group* with its severity, and of its events the first one that has it."""
    if not group.frames:
        return replace(group, severity=severity_of(rule, view))
    severities = [severity_of(rule, view.owned((frame,))) for frame in group.frames]
    highest = max(severities, key=lambda severity: severity.rank)
    return replace(group, severity=highest, event=group.frames[severities.index(highest)])
