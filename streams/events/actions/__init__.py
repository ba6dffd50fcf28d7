"""Actions: the words that tell events, and those around them, as read from the lexicon's files.

read_actions (reader)    all files, all faults at once
triggers               `actions`: verbs and nouns in all their forms
cue_rows               `cues` and `words`
book                   what is read so far
"""

from streams.events.actions.actions import Actions, Cue, Sense, Trigger
from streams.events.actions.reader import read_actions

__all__ = ["Actions", "Cue", "Sense", "Trigger", "read_actions"]
