"""Explain: why a rule says what it says of an article, as plain values that the command line prints.

`marsad rules explain RULE ARTICLE` -> **explain** -> Explanation. Slow: every condition is asked, none is skipped.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from streams.lexicon import Lexicon
from streams.messages import Article
from streams.rules.matcher import match_rule
from streams.rules.model import Outcome, Rule
from streams.rules.operators.operator import Kind, Why
from streams.rules.presearcher import Presearcher
from streams.rules.view import View
from streams.text.findings import Findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """`when` is the tree of reasons; `unless` each exception's reason with its own tree.

    `stopped_by` is the `why` of the exception that holds. `misses` are, if `when` does not hold, the conditions that
    stand in its way, nearest first. `is_candidate`: the presearcher would run it.
    """

    rule: str
    outcome: Outcome | None
    is_candidate: bool
    when: Why
    unless: tuple[tuple[str, Why], ...]
    stopped_by: str | None
    misses: tuple[str, ...]


def explain(rule: Rule, findings: Findings, article: Article, lexicon: Lexicon) -> Explanation:
    """Why *rule* matches *article* or does not."""
    view = View(findings, article)
    when = rule.when.why(view)
    unless = tuple((exemption.why, exemption.when.why(view)) for exemption in rule.unless)
    return Explanation(
        rule=rule.id,
        outcome=match_rule(rule, findings, article, lexicon),
        is_candidate=bool(Presearcher((rule,)).candidates(findings)),
        when=when,
        unless=unless,
        stopped_by=next((why for why, tree in unless if tree.held), None),
        misses=tuple(dict.fromkeys(_misses(when))),
    )


def _misses(why: Why) -> Iterator[str]:
    """What would have to change for *why* to hold: of an AND each part that fails, of an OR the closest one."""
    if why.held:
        return
    failing = sorted((part for part in why.parts if not part.held), key=lambda part: -part.closeness)
    if why.miss:
        yield why.miss
    elif not failing:
        yield f"{why.says}: {why.note}" if why.note else why.says
    elif why.kind is Kind.ONE:
        yield from _misses(failing[0])
    else:
        for part in failing:
            yield from _misses(part)
