"""Stances: whether an event is told as a fact, a claim, a plan, a denial or as history.

    Stances (article)       what the article makes of it
      stance_of (ladder)    what its sentence says: the first that holds of
        negation > doubt > plan > history (dates, since) > admission > claim
      passing               spoken of, and not told
      carried               what the sentence before opened

All ask **reach** which cues are about the event.
"""

from streams.events.stances.article import Stances

__all__ = ["Stances"]
