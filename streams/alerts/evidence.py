"""The sources an alert shows: its articles' own words, at most 50, since an alert outlives its articles.

Which 50: first the earliest of each outlet and stance, then the earliest of the rest, by event time, then match id.
So copies of one outlet crowd nobody out, and the choice is the same in whatever order the matches come. (What is left
out stays out: later matches can only bring more outlets, or earlier articles, before it.)
"""

from datetime import datetime

from msgspec.structs import replace

from streams.alerts.state import KeptSource
from streams.codec import encode
from streams.messages import AlertSource, Match

MAX_SOURCES = 50
MAX_HITS = 10
MAX_CLAIMANTS = 10
MAX_NAME = 256
MAX_BYTES = 12_000  # of one source as JSON: 50 of them leave room in the broker's 1 MB


def kept(match: Match, match_id: str, event_at: datetime) -> KeptSource:
    """*match* as a source: its first quote and hits. What is too long is shortened, last of all the quote."""
    event = match.event
    source = AlertSource(
        source=match.outlet[:MAX_NAME],
        article_id=match.article.id[:MAX_NAME],
        url=match.article.url,
        published_at=match.article.published_at,
        stance=event.stance if event is not None else None,
        claimants=event.claimants[:MAX_CLAIMANTS] if event is not None else (),
        quote=match.quotes[0].text if match.quotes else "",
        hits=match.hits[:MAX_HITS],
    )
    for shorter in ({"hits": source.hits[:1]}, {"hits": ()}, {"url": None}, {"quote": source.quote[:600]}):
        if len(encode(source)) <= MAX_BYTES:
            break
        source = replace(source, **shorter)
    return KeptSource(event_at=event_at, match_id=match_id, source=source)


def chosen(before: tuple[KeptSource, ...], one: KeptSource) -> tuple[KeptSource, ...]:
    """*before* and *one*, at most 50 of them, each match once, in the order of their times."""
    same = next((each for each in before if each.match_id == one.match_id), None)
    if same == one:
        return before
    if same is not None:  # one match with two texts: its article was sent twice, with one id, and is not the same
        one = min(same, one, key=_order_of_texts)
    ordered = sorted((*(each for each in before if each is not same), one), key=_order)
    if len(ordered) <= MAX_SOURCES:
        return tuple(ordered)
    voices: set[tuple[str, str | None]] = set()
    first: list[KeptSource] = []
    further: list[KeptSource] = []
    for each in ordered:
        voice = (each.source.source, each.source.stance)
        (further if voice in voices else first).append(each)
        voices.add(voice)
    return tuple(sorted((first + further)[:MAX_SOURCES], key=_order))


def _order(each: KeptSource) -> tuple[datetime, str]:
    return (each.event_at, each.match_id)


def _order_of_texts(each: KeptSource) -> tuple[datetime, bytes]:
    return (each.event_at, encode(each.source))
