"""Ids come from content: the same article, match and alert have the same id in every run, so replay is a no-op."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from streams.windows import window_start


def digest(*parts: str | None) -> str:
    """BLAKE2b-128 over length-prefixed UTF-8 parts, as 32 hex digits. None and "" differ."""
    state = blake2b(digest_size=16)
    for part in parts:
        if part is None:
            state.update(b"\xff" * 4)  # no UTF-8 text is this long: a mark that no part can forge
            continue
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(4, "big"))
        state.update(data)
    return state.hexdigest()


def article_id(url: str | None, title: str | None, text: str) -> str:
    """The id of an article that brings none."""
    return digest("article", url, title, text)


def alert_id(rule: str, group: Mapping[str, str | None], at: datetime, window: timedelta) -> str:
    """The id of the alert that holds *rule* on *group* in the window around *at* (aware)."""
    pairs = [part for name in sorted(group) for part in (name, group[name])]
    return digest("alert", rule, *pairs, window_start(at.astimezone(UTC), window).isoformat())


def match_id(article: str, alert: str) -> str:
    """The id of one article's match for one alert."""
    return digest("match", article, alert)
