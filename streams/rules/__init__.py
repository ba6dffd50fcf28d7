"""Rules: what an analyst writes about words and mentions, checked, compiled, and held against findings."""

from streams.rules.explain import Explanation, explain
from streams.rules.matcher import match_rule
from streams.rules.model import Example, Exemption, Group, Outcome, Raise, Rule, Status
from streams.rules.parser import parse_pack, parse_packs
from streams.rules.presearcher import MatchAll, Presearcher

__all__ = [
    "Example",
    "Exemption",
    "Explanation",
    "Group",
    "MatchAll",
    "Outcome",
    "Presearcher",
    "Raise",
    "Rule",
    "Status",
    "explain",
    "match_rule",
    "parse_pack",
    "parse_packs",
]
