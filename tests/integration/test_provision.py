"""`marsad topics apply`: creates what is missing, changes nothing, and refuses tables that would not fit."""

from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from agents.broker.readiness import free_port
from agents.connection import BrokerAway
from agents.provision import apply_topics
from agents.settings import Settings, load_settings
from agents.slot import Slot
from streams.errors import MarsadError
from streams.topics import TOPICS


@pytest.fixture
def settings(kafka: str, prefix: str) -> Settings:
    return load_settings(bootstrap=(kafka,), prefix=prefix)


async def test_twice_is_once(settings: Settings) -> None:
    first = await apply_topics(settings)
    assert all(topic.created for topic in first.topics)
    assert {topic.name for topic in first.topics} >= {settings.topic(topic) for topic in TOPICS}
    second = await apply_topics(settings)
    assert not any(topic.created for topic in second.topics)
    assert second.id == first.id
    assert [topic.partitions for topic in second.topics] == [6] * len(second.topics)


async def test_topics_have_their_policies(settings: Settings) -> None:
    await apply_topics(settings)
    admin = AIOKafkaAdminClient(bootstrap_servers=list(settings.bootstrap))
    await admin.start()
    try:
        for topic in TOPICS:
            (answer,) = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, settings.topic(topic))])
            rows = {row[0]: row[1] for row in answer.resources[0][4]}
            assert {name: rows[name] for name in topic.config} == topic.config
    finally:
        await admin.close()


async def test_what_exists_stays_as_it_is(settings: Settings) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=list(settings.bootstrap))
    await admin.start()
    try:
        await admin.create_topics([NewTopic(settings.prefix + "matches", 3, 1)])
        await admin.create_topics([NewTopic(settings.prefix + "articles", 12, 1)])
        applied = {topic.name: topic for topic in (await apply_topics(settings)).topics}
        assert applied[settings.prefix + "articles"].partitions == 12
        assert not applied[settings.prefix + "articles"].created
        assert applied[settings.prefix + "app-alert-changelog"].partitions == 3, "tables follow news.matches"
    finally:
        await admin.close()


async def test_tables_that_do_not_fit_are_refused(settings: Settings) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=list(settings.bootstrap))
    await admin.start()
    try:
        await admin.create_topics([NewTopic(settings.prefix + "app-alert-changelog", 4, 1)])
    finally:
        await admin.close()
    with pytest.raises(MarsadError, match=r"has 6 partitions and .*app-alert-changelog 4.*use another MARSAD_PREFIX"):
        await apply_topics(settings)


async def test_nobody_answers(prefix: str) -> None:
    port = free_port()
    with pytest.raises(BrokerAway) as away:
        await apply_topics(load_settings(bootstrap=(f"127.0.0.1:{port}",), prefix=prefix))
    assert str(away.value) == (
        f"127.0.0.1:{port}: no Kafka that we can use: nobody listens on this port; "
        "start one with `marsad broker` in another terminal, or set KAFKA_BOOTSTRAP_SERVERS"
    )


def test_two_workers_of_a_machine_have_two_folders(tmp_path: Path) -> None:
    settings = Settings(state=tmp_path)
    with Slot(settings, "cluster/1") as first, Slot(settings, "cluster/1") as second:
        assert first.folder != second.folder
        first.close()
        with Slot(settings, "cluster/1") as third, Slot(settings, "another") as elsewhere:
            assert third.folder == first.folder
            assert elsewhere.folder.parent != third.folder.parent
