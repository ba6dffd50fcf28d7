"""Events: who did what to whom, where, and who says so. mentions -> **events** -> rules, classification."""

from streams.events.actions import Actions
from streams.events.coder import code_events
from streams.events.message import to_event
from streams.events.model import Frame, Role
from streams.events.reader import read_actions

__all__ = ["Actions", "Frame", "Role", "code_events", "read_actions", "to_event"]
