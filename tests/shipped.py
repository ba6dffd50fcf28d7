"""The shipped rules, read once in a process for all tests that judge by them: it takes more than a second."""

from agents.rulebook import read_rulebook

RULEBOOK = read_rulebook()
