"""Sentence: what stands in one sentence, before anybody asks what happened.

Sentence          words, marks between them, names, triggers, cues (page, item, cues)
clause            where the clause of a word begins
subject           who stands before a verb; listed: who stands with him
pair              the two who do what a dual says
light             the verb that carries an event noun: carried out strikes
noun_or_verb      which of the two a trigger is here
arguments         the names to its right, each with its slot
numbers, platforms  how many, and from where
"""

from streams.events.sentence.item import NOBODY, Item, Subject
from streams.events.sentence.page import COLON, HARD, SOFT
from streams.events.sentence.sentence import STATE, Sentence

__all__ = ["COLON", "HARD", "NOBODY", "SOFT", "STATE", "Item", "Sentence", "Subject"]
