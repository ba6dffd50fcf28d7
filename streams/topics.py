"""Every topic, declared once: name, what keys it, and its policy. `marsad topics apply` creates them."""

from dataclasses import dataclass, field

PREFIX = "news."
PARTITIONS = 6
DAY_MS = 86_400_000
MAX_RECORD_BYTES = 16 * 1024 * 1024
MAX_ARTICLE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic. `suffix` follows the prefix; `config` has Kafka's names and values as strings."""

    suffix: str
    key: str
    config: dict[str, str] = field(default_factory=dict)

    def name(self, prefix: str = PREFIX) -> str:
        """The topic's full name under *prefix*."""
        return prefix + self.suffix


def _kept(days: int, policy: str = "delete", **more: str) -> dict[str, str]:
    return {"cleanup.policy": policy, "retention.ms": str(days * DAY_MS)} | more


_LARGE = {"max.message.bytes": str(MAX_RECORD_BYTES)}

ARTICLES = Topic(suffix="articles", key="article id", config=_kept(7) | _LARGE)
CLASSIFIED = Topic(suffix="classified", key="article id", config=_kept(7) | _LARGE)
MATCHES = Topic(suffix="matches", key="alert id", config=_kept(7) | _LARGE)  # a regex may take a whole article as hit
ALERTS = Topic(suffix="alerts", key="alert id", config=_kept(30, "compact,delete"))
METRICS = Topic(suffix="metrics", key="series@window_start/partition", config=_kept(7, "compact,delete"))
DEAD_LETTERS = Topic(suffix="dead-letters", key="the record's own key", config=_kept(30) | _LARGE)
DEAD_LETTERS_REPLAYED = Topic(
    suffix="dead-letters-replayed", key="topic/partition/offset of the record", config=_kept(30, "compact,delete")
)

TOPICS = (ARTICLES, CLASSIFIED, MATCHES, ALERTS, METRICS, DEAD_LETTERS, DEAD_LETTERS_REPLAYED)
