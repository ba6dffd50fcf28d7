"""Every topic once, with the policy of the design."""

import pytest

from streams import topics
from streams.topics import Topic


def test_names_follow_the_prefix() -> None:
    assert [topic.name() for topic in topics.TOPICS] == [
        "news.articles",
        "news.classified",
        "news.matches",
        "news.alerts",
        "news.metrics",
        "news.dead-letters",
        "news.dead-letters-replayed",
    ]
    assert topics.ALERTS.name("t1.") == "t1.alerts"


@pytest.mark.parametrize(
    ("topic", "days", "policy"),
    [
        (topics.ARTICLES, 7, "delete"),
        (topics.CLASSIFIED, 7, "delete"),
        (topics.MATCHES, 7, "delete"),
        (topics.ALERTS, 30, "compact,delete"),
        (topics.METRICS, 7, "compact,delete"),
        (topics.DEAD_LETTERS, 30, "delete"),
        (topics.DEAD_LETTERS_REPLAYED, 30, "compact,delete"),
    ],
)
def test_each_is_kept_as_long_as_designed(topic: Topic, days: int, policy: str) -> None:
    assert topic.config["retention.ms"] == str(days * 24 * 3600 * 1000)
    assert topic.config["cleanup.policy"] == policy


@pytest.mark.parametrize("topic", [topics.ARTICLES, topics.CLASSIFIED, topics.MATCHES, topics.DEAD_LETTERS])
def test_what_holds_an_article_or_much_of_it_may_be_16_mib(topic: Topic) -> None:
    assert topic.config["max.message.bytes"] == str(16 * 1024 * 1024)


def test_every_value_is_a_string_as_kafka_wants_it() -> None:
    for topic in topics.TOPICS:
        assert all(isinstance(value, str) for value in topic.config.values())
