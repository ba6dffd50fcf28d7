"""One message of each kind as this version writes it; their bytes lie in golden/v2."""

from datetime import UTC, datetime

from streams import ids
from streams.messages import (
    Alert,
    AlertSource,
    ArticleRef,
    Classification,
    Event,
    Hit,
    Match,
    Mention,
    Metric,
    Quantity,
    Quote,
    Reason,
    Replayed,
    Retelling,
    Severity,
    TimeBasis,
)

AT = datetime(2017, 9, 5, 6, 30, tzinfo=UTC)
TEXT = "قصفت طائرات روسية قرية الجفرة"
ARTICLE = ArticleRef(
    id=ids.article_id(None, None, TEXT),
    url="https://example.org/1",
    title="قصف على الجفرة",
    source="example",
    language="ar",
    published_at=AT,
)
HIT = Hit(field="text", start=5, end=17, text="طائرات روسية")
EVENT = Event(
    type="strike",
    actors=("russia.military.air",),
    places=("syria.deir-ez-zor.jafra",),
    platform="air",
    stance="claimed",
    claimants=("monitor.sohr",),
    via=("agency.reuters",),
    quantity=12,
    prominence="lead",
    basis={"agent": "stated"},
    start=0,
    end=17,
    text="قصفت طائرات روسية",
    also=(Retelling(field="title", start=0, end=3, text="قصف"),),
)
MATCH = Match(
    id="4f" * 16,
    alert_id="a1" * 16,
    previous="a0" * 16,
    rule="russian-strikes",
    rule_version="0e" * 16,
    rulebook="1c" * 16,
    title="Russian strikes: Deir ez-Zor",
    severity=Severity.HIGH,
    group={"place.governorate": "syria.deir-ez-zor", "platform": None},
    labels={"platform": "air"},
    article=ARTICLE,
    outlet="example",
    event_time=AT,
    time_basis=TimeBasis.PUBLISHED,
    hits=(HIT,),
    quotes=(Quote(field="text", start=0, end=len(TEXT), text=TEXT),),
    event=EVENT,
    replayed="run-1",
)
MESSAGES: dict[str, object] = {
    "classification": Classification(
        article=ARTICLE,
        language="ar",
        body=(0, len(TEXT)),
        mentions=(
            Mention(
                kind="actor",
                id="russia.military.air",
                name="Russian air force",
                field="text",
                start=5,
                end=17,
                text="طائرات روسية",
            ),
        ),
        events=(EVENT,),
        rules=("russian-strikes",),
        rulebook="1c" * 16,
        errors={"broken": "ZeroDivisionError"},
        replayed="run-1",
    ),
    "match": MATCH,
    "alert": Alert(
        id=MATCH.alert_id or "",
        previous=MATCH.previous,
        revision=2,
        rule=MATCH.rule,
        rule_version=MATCH.rule_version,
        severity=Severity.HIGH,
        group=MATCH.group,
        labels=MATCH.labels,
        title=MATCH.title,
        first_event_at=AT,
        last_event_at=datetime(2017, 9, 5, 7, 0, 0, 500_000, tzinfo=UTC),
        sources=(
            AlertSource(
                source="example",
                article_id=ARTICLE.id,
                url=ARTICLE.url,
                published_at=AT,
                stance="claimed",
                claimants=("monitor.sohr",),
                quote=TEXT,
                hits=(HIT,),
            ),
        ),
        source_count=1,
        article_count=2,
        quantity=Quantity(min=3, max=12),
        match_id=MATCH.id or "",
        reason=Reason.CHANGED_NUMBER,
        replayed=True,
    ),
    "metric": Metric(
        series="rule:russian-strikes", window_start=datetime(2017, 9, 5, 6, tzinfo=UTC), partition=3, count=41
    ),
    "replayed": Replayed(topic="news.articles", partition=3, offset=41, attempts=1, letter="3@17", at=AT),
}
# What the first version had to say; every later one must read it.
FEWEST = {
    "classification": b'{"article":{"id":"a"},"language":null,"body":[0,1],"rulebook":"b"}',
    "match": b'{"id":"m","alert_id":"a","rule":"r","rule_version":"v","rulebook":"b","title":"t","severity":"low",'
    b'"article":{"id":"a"}}',
    "alert": b'{"id":"a","revision":1,"rule":"r","rule_version":"v","severity":"info","title":"t",'
    b'"first_event_at":"2017-09-05T06:30:00Z","last_event_at":"2017-09-05T06:30:00Z","source_count":1,'
    b'"article_count":1,"match_id":"m","reason":"first_match"}',
    "replayed": b'{"topic":"t","partition":0,"offset":1,"attempts":1,"letter":"0@0","at":"2017-09-05T06:30:00Z"}',
    "metric": b'{"series":"rule:r","window_start":"2017-09-05T06:00:00Z","partition":0,"count":1}',
}
