"""Places: where an event was, by the first rung of the ladder that holds, and places that have no name of their own.

Places (ladder)
beside      what its sentence names
chain       what is told before it, and after it
article     the title, the governorate or country that the article is about

again         the city: the last one named
"""

from streams.events.places.ladder import Places

__all__ = ["Places"]
