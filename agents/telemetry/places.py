"""Places as labels: the governorates and countries of the lexicon, and nothing else, whatever a text names."""

from streams.lexicon.model import Lexicon
from streams.messages import Match

KINDS = ("governorate", "country")
OTHER, NOWHERE = "other", "none"


class Places:
    """Every label that a match can have for its place: `labels`, and `of` for those of one match."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = lexicon.places.values()
        self._lexicon = lexicon
        self.labels = (*(row.id for kind in KINDS for row in rows if row.kind == kind), OTHER, NOWHERE)

    def of(self, match: Match) -> tuple[str, ...]:
        """Where its event was, else what it is grouped by; each label once."""
        event = match.event
        places = event.places if event is not None else ()
        places = places or tuple(v for key, v in match.group.items() if v and key.partition(".")[0] == "place")
        if not places:
            return (NOWHERE,)
        return tuple(dict.fromkeys(map(self._label, places)))

    def _label(self, place: str) -> str:
        return next((above for kind in KINDS if (above := self._lexicon.ancestor(place, kind))), OTHER)
