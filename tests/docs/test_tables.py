"""What the pages say of topics, groups and words is what the code says."""

import re

import pytest

from agents.provision import CHANGELOG, TABLES, changelog
from agents.settings import load_settings
from streams import topics
from streams.messages import DeadReason, Reason
from tests.docs.pages import HOUSE

DOCS = HOUSE / "docs"
OPERATIONS, MESSAGES = ((DOCS / name).read_text("utf-8") for name in ("operations.md", "messages.md"))
DAY_MS = 86_400_000


def row_of(page: str, topic: str) -> list[str]:
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{topic}` |")]
    return [cell.strip() for cell in row.strip("|").split("|")]


@pytest.mark.parametrize("topic", topics.TOPICS, ids=lambda topic: topic.suffix)
def test_each_topic_is_told_as_it_is_declared(topic: topics.Topic) -> None:
    _, key, policy, kept, largest, _ = row_of(OPERATIONS, topic.name())
    assert key.replace("`", "") == topic.key
    assert policy.replace(", ", ",") == topic.config["cleanup.policy"]
    assert kept == f"{int(topic.config['retention.ms']) // DAY_MS} days"
    size = topic.config.get("max.message.bytes")
    assert largest == ("the broker's" if size is None else f"{int(size) >> 20} MiB")
    assert row_of(MESSAGES, topic.name())[2].replace("`", "").removesuffix(", or none") == topic.key


def test_the_tables_are_told_too() -> None:
    for table in TABLES:
        _, _, policy, kept, largest, _ = row_of(OPERATIONS, changelog(load_settings(), table))
        assert (policy, kept) == (CHANGELOG["cleanup.policy"], "for ever")
        assert largest == f"{int(CHANGELOG['max.message.bytes']) >> 20} MiB"


def test_which_topics_grow_is_told() -> None:
    from agents.plan import GROWING

    told = {topic.suffix for topic in topics.TOPICS if row_of(OPERATIONS, topic.name())[5] == "yes"}
    assert told == {topic.suffix for topic in GROWING}


def test_every_reason_stands_in_messages() -> None:
    for reason in (*Reason, *DeadReason):
        assert f"`{reason}`" in MESSAGES, reason


def test_the_glossary_is_in_order_and_has_the_words_that_pages_send_to_it() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| ", (DOCS / "glossary.md").read_text("utf-8"), re.MULTILINE)[1:]
    assert rows == sorted(rows)
    for page in ("architecture.md", "operations.md", "messages.md"):
        marked = re.findall(r"(?<![*\w])\*([a-z][a-z -]+)\*(?!\*)", (DOCS / page).read_text("utf-8"))
        unknown = {word for word in marked if word not in rows and word.rstrip("s") not in rows}
        assert unknown <= {"italics"}, page


def test_decisions_are_numbered_and_titled_with_their_names() -> None:
    for number, path in enumerate(sorted((DOCS / "adr").glob("*.md")), 1):
        title = path.read_text("utf-8").splitlines()[0].removeprefix("# ")
        slug = "-".join(re.findall(r"\w+", title.lower()))
        assert path.stem == f"{number:04}-{slug}"
