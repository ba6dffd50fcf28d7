"""Events: who did what to whom, where, and who says so. mentions -> **events** -> rules, classification.

coder          an article, sentence by sentence; then `merge`: what is told twice is one event
clauses      a sentence: its triggers in turn
sentence/  what stands there: words, marks, names, cues, clauses, subjects, arguments
speech/    who says what of it
readings   a trigger to a draft (needs, kinds), its slots by
roles/   who did it to whom
finish     what is told of the whole event:
stances/ fact, claim, denial, plan, history
places/  where
actions/       the words that all of it asks for, as read from rules/lexicon/{actions,cues}.yaml

draft -> model (Frame, Role) -> message (Event)
"""

from streams.events.actions import Actions, read_actions
from streams.events.coder import code_events
from streams.events.message import to_event
from streams.events.model import Frame, Role

__all__ = ["Actions", "Frame", "Role", "code_events", "read_actions", "to_event"]
