"""The loop that anybody would write: no limits, no dead letters, no telemetry, no health. See pipeline.py."""

import asyncio
import sys
from datetime import timedelta
from time import process_time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from agents.envelope import envelope
from agents.rulebook import read_rulebook
from agents.settings import load_settings
from streams.codec import decode_article, encode
from streams.judge import judge
from streams.messages import Refusal
from streams.windows import EPOCH


async def bare(group: str, count: int) -> None:
    """Read *count* articles as consumer group *group*; prints the CPU seconds from the first to the last."""
    settings = load_settings()
    rulebook = read_rulebook(settings.rules)
    classified, matches = f"{settings.prefix}classified", f"{settings.prefix}matches"
    consumer = AIOKafkaConsumer(
        f"{settings.prefix}articles",
        bootstrap_servers=list(settings.bootstrap),
        group_id=settings.prefix + group,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_poll_records=500,
    )
    producer = AIOKafkaProducer(
        bootstrap_servers=list(settings.bootstrap), acks="all", enable_idempotence=True, max_batch_size=131_072
    )
    await consumer.start()
    await producer.start()
    done, began = 0, 0.0
    while done < count:
        found = await consumer.getmany(timeout_ms=1000, max_records=500)
        began = began or process_time()
        sent, offsets = [], {}
        for part, records in found.items():
            for record in records:
                at = EPOCH + timedelta(milliseconds=record.timestamp)
                article = decode_article(record.value, recorded_at=at)
                assert not isinstance(article, Refusal)
                judgement = judge(article, rulebook)
                headers = envelope("classification", article.id, article.event_time, "classify")
                value = encode(judgement.classification)
                sent.append(await producer.send(classified, value, article.id.encode(), headers=headers))
                for match in judgement.matches:
                    headers = envelope("match", match.id or "", match.event_time, "classify")
                    key = (match.alert_id or "").encode()
                    sent.append(await producer.send(matches, encode(match), key, headers=headers))
            offsets[TopicPartition(part.topic, part.partition)] = records[-1].offset + 1
            done += len(records)
        await asyncio.gather(*sent)
        if offsets:
            await consumer.commit(offsets)
    print(process_time() - began, flush=True)
    await consumer.stop()
    await producer.stop()


if __name__ == "__main__":
    asyncio.run(bare(sys.argv[1], int(sys.argv[2])))
