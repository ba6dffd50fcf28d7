"""news.articles -> news.classified + news.matches: the whole decision, one article at a time, without state."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from agents.envelope import ARTICLE_AT, CONTENT_TYPE, REPLAY, Outgoing, envelope, header
from agents.guard import Guard, Record
from agents.health import Health
from agents.logs import log_of
from agents.loop import Batch, BatchLoop
from agents.settings import Settings
from agents.telemetry import Laps, RuleClock, Telemetry
from streams.codec import decode_article, encode
from streams.judge import judge
from streams.messages import DeadReason, Match, Refusal
from streams.rulebook import Rulebook
from streams.topics import ARTICLES, CLASSIFIED, MATCHES, MAX_RECORD_BYTES
from streams.windows import EPOCH

NAME = "classify"
# What a broker takes by default is 1 MiB; news.matches keeps that. news.classified takes 16 MiB.
MAX_MATCH_BYTES = 900_000
MAX_CLASSIFICATION_BYTES = MAX_RECORD_BYTES - 64 * 1024
LONG_EVIDENCE = 600  # characters; what is longer goes first when a match is too large


class Classify:
    """The step: bytes to an article, `judge`, and its outcome as records. `rulebook` may be swapped between steps."""

    def __init__(self, settings: Settings, rulebook: Rulebook, telemetry: Telemetry) -> None:
        self.rulebook = rulebook
        self._classified, self._matches = settings.topic(CLASSIFIED), settings.topic(MATCHES)
        self._telemetry, self._laps, self._clock = telemetry, Laps(), RuleClock()
        self._event_time = EPOCH  # the latest of the live articles, those dated after their own record aside
        self._log = log_of(NAME)

    def step(self, record: Record) -> Sequence[Outgoing] | Refusal:
        """One classification, and a record for each match, or why the record is no article."""
        self._laps.start()
        recorded_at = EPOCH + timedelta(milliseconds=record.timestamp)
        content_type = header(record.headers, CONTENT_TYPE)
        article = decode_article(record.value, recorded_at=recorded_at, content_type=content_type)
        self._laps("decode")
        if isinstance(article, Refusal):
            return article
        replayed = header(record.headers, REPLAY)
        judgement = judge(article, self.rulebook, replayed=replayed, lap=self._laps, run=self._clock)
        found = judgement.classification
        for rule, fault in found.errors.items():
            self._telemetry.add(self._telemetry.rule_errors, rule)
            self._log.warning(
                "a rule failed on an article; the others were run", rule=rule, article=article.id, error=fault
            )
        self._telemetry.dropped_fields += len(article.dropped)
        value = encode(found)
        if len(value) > MAX_CLASSIFICATION_BYTES:
            detail = f"its classification has {len(value):,} bytes; news.classified takes {MAX_CLASSIFICATION_BYTES:,}"
            return Refusal(reason=DeadReason.STEP_FAILED, detail=detail)
        headers = envelope("classification", article.id, article.event_time, NAME, replayed=replayed)
        records = [Outgoing(self._classified, article.id.encode(), value, headers, counts_as=found.language or "")]
        if replayed is None and article.event_time is not None and article.event_time <= recorded_at:
            self._event_time = max(self._event_time, article.event_time)
        places = self._telemetry.places
        for match in judgement.matches:
            value = _fitting(match)
            if len(value) > MAX_MATCH_BYTES:
                detail = (
                    f"a match of rule {match.rule} has {len(value):,} bytes; news.matches takes {MAX_MATCH_BYTES:,}"
                )
                return Refusal(reason=DeadReason.STEP_FAILED, detail=detail)
            headers = envelope("match", match.id or "", match.event_time, NAME, replayed=replayed)
            headers.append((ARTICLE_AT, b"%d" % record.timestamp))
            key = (match.alert_id or "").encode()
            where = places.of(match) if places is not None else ()
            records.append(Outgoing(self._matches, key, value, headers, counts_as=match.rule, places=where))
        self._laps("write")
        return records

    def count(self, batch: Batch) -> None:
        """A batch is acknowledged."""
        telemetry = self._telemetry
        for record in batch.outgoing:
            if record.topic == self._matches:
                telemetry.add(telemetry.matches, record.counts_as)
                for place in record.places:
                    telemetry.add(telemetry.place_matches, place)
            else:
                telemetry.add(telemetry.articles, record.counts_as)
        telemetry.last_event[NAME] = self._event_time.timestamp()
        self._laps.pour(telemetry)
        self._clock.pour(telemetry)


def build(settings: Settings, rulebook: Rulebook, telemetry: Telemetry, health: Health) -> BatchLoop:
    """The agent, ready to be started."""
    step = Classify(settings, rulebook, telemetry)
    return BatchLoop(
        name=NAME,
        topic=ARTICLES,
        step=step.step,
        guard=Guard(NAME),
        settings=settings,
        telemetry=telemetry,
        health=health,
        on_delivered=step.count,
    )


def _fitting(match: Match) -> bytes:
    """*match* as bytes; without its longest evidence if it is too large: no alert is dropped for its size."""
    value = encode(match)
    if len(value) <= MAX_MATCH_BYTES:
        return value
    title = match.article.title
    short = replace(
        match,
        hits=tuple(hit for hit in match.hits if len(hit.text) <= LONG_EVIDENCE),
        article=replace(match.article, title=title[:LONG_EVIDENCE] if title else title),
    )
    return encode(short)
