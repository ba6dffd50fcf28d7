"""Every metric of a worker, said once: the exposition, its HELP lines, docs/metrics.md and the tests read it here.

`source` is the attribute of Telemetry that holds the numbers; its keys are the values of `labels`, in that order.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["counter", "gauge", "histogram", "summary", "info"]

# What a label may be, and so how many series there are: nothing that comes out of a text ever becomes a label.
LABELS = {
    "agent": "the agents that this worker runs: classify, alert, measure",
    "change": "assigned, revoked",
    "group": "this installation's two consumer groups, by their whole names: `news.classify`, `news.app`",
    "language": "the languages that Marsad reads (ar, en, ru), or `other`",
    "partition": "the partitions that this worker has; those it had are gone",
    "place": "governorates and countries of the lexicon, `other` for what lies in none of them, `none` for no place",
    "reason": "`DeadReason` for dead letters, `Reason` for alerts (docs/schemas)",
    "replayed": "true, false",
    "rule": "the loaded rules; alerts of rules that only another worker knows are `other`",
    "rulebook": "one: the id of the loaded rulebook",
    "severity": "those that the rule can have: its own, and what its `raise` says",
    "stage": "decode, clean, fold, mentions, events, rules, write; an agent's step, produce, commit",
    "table": "the agents that keep one: alert, measure",
    "version": "one: of Marsad",
    "python": "one: of the interpreter",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One metric as it is exposed. `unit` is what one of it is; `about` is the HELP line."""

    name: str
    kind: Kind
    labels: tuple[str, ...]
    unit: str
    source: str
    about: str


def _row(name: str, kind: Kind, labels: str, unit: str, source: str, about: str) -> Row:  # noqa: PLR0917 - a table
    return Row(f"marsad_{name}", kind, tuple(labels.split()), unit, source, about)


FLOW = (
    _row("articles_total", "counter", "language", "articles", "articles",
         "Articles classified and acknowledged"),
    _row("matches_total", "counter", "rule", "matches", "matches",
         "Matches published: one a rule, article and group"),
    _row("place_matches_total", "counter", "place", "matches", "place_matches",
         "The same by where their event was; a match with two places counts at both"),
    _row("alerts_total", "counter", "reason", "records", "alerts",
         "Alert records published, by why: each says how its alert now stands"),
    _row("alerts_opened_total", "counter", "rule severity", "alerts", "opened",
         "Alerts that began (reason first_match), with the severity they began with"),
    _row("place_alerts_opened_total", "counter", "place", "alerts", "place_opened",
         "The same by place"),
    _row("dead_letters_total", "counter", "agent reason", "records", "dead_letters",
         "Records that could not be processed, byte for byte on news.dead-letters"),
    _row("dropped_fields_total", "counter", "", "fields", "dropped_fields",
         "Optional fields of articles that could not be used"),
)  # fmt: skip

RULES = (
    _row("rule_candidates_total", "counter", "rule", "articles", "candidates",
         "Articles on which the presearcher let the rule run"),
    _row("rule_seconds_total", "counter", "rule", "seconds", "rule_seconds",
         "Time spent in running the rule on its candidates"),
    _row("rule_errors_total", "counter", "rule", "articles", "rule_errors",
         "Articles on which the rule raised an error; the others were run"),
    _row("rules_loaded", "gauge", "rulebook", "rules", "rules_loaded",
         "Rules that are judged by; the label tells workers with different rules apart"),
    _row("rulebook_last_load_successful", "gauge", "", "1 or 0", "load_successful",
         "Whether the last attempt to load rules and lexicon succeeded"),
    _row("rulebook_last_load_success_timestamp_seconds", "gauge", "", "Unix time", "loaded_at",
         "When rules and lexicon were last loaded"),
    _row("rulebook_load_seconds", "gauge", "", "seconds", "load_seconds",
         "How long that took"),
)  # fmt: skip

TIME = (
    _row("latency_seconds", "histogram", "agent", "seconds", "latency",
         "From the article's record in Kafka to the agent's acknowledged output"),
    _row("event_delay_seconds", "histogram", "replayed", "seconds", "event_delay",
         "From the date that the article gives itself to its alert's acknowledged record; replays apart"),
    _row("last_event_timestamp_seconds", "gauge", "agent", "Unix time", "last_event",
         "Latest event time that the agent has processed live, dates in the future aside; 0 before the first"),
    _row("last_record_timestamp_seconds", "gauge", "agent", "Unix time", "last_record",
         "When the agent last had an acknowledgement for a record; 0 before the first"),
    _row("stage_seconds", "summary", "stage", "seconds", "stages",
         "Time spent, by stage; the count is of records"),
    _row("batch_records", "histogram", "agent", "records", "batches",
         "Records that the agent published and committed together"),
    _row("in_flight_records", "gauge", "agent", "records", "in_flight",
         "Records that are processed but not acknowledged"),
)  # fmt: skip

KAFKA = (
    _row("broker_up", "gauge", "", "1 or 0", "broker_up",
         "Whether a broker answered the last question, asked every 3 s"),
    _row("lag_messages", "gauge", "group", "records", "lag_messages",
         "End offset less committed offset, over this worker's partitions: add up the workers"),
    _row("lag_seconds", "gauge", "group", "seconds", "lag_seconds",
         "Age of the last committed record where newer ones wait, the oldest partition counts; 0 where none wait"),
    _row("partition_lag_messages", "gauge", "group partition", "records", "partition_lag",
         "End offset less committed offset, by partition"),
    _row("partitions_assigned", "gauge", "group", "partitions", "assigned",
         "Partitions of the group's topic that this worker has"),
    _row("topic_partitions", "gauge", "group", "partitions", "partitions",
         "Partitions that the group's topic has"),
    _row("rebalances_total", "counter", "group change", "times", "rebalances",
         "Times that partitions were given to this worker or taken from it"),
    _row("group_generation", "gauge", "group", "number", "generation",
         "Generation of the consumer group that this worker is a member of; each rebalance adds one"),
    _row("commit_errors_total", "counter", "group", "commits", "commit_errors",
         "Commits that were refused; their records come again"),
    _row("produce_errors_total", "counter", "agent", "batches", "produce_errors",
         "Times that output could not be written; it is tried again"),
)  # fmt: skip

STATE = (
    _row("table_entries", "gauge", "table", "entries", "table_entries",
         "Entries of the table in this worker's partitions"),
    _row("table_fill_ratio", "gauge", "table", "0 to 1", "table_fill",
         "Fill of the fullest partition, of its limit; at 1 the oldest tenth is dropped"),
    _row("table_evicted_total", "counter", "table", "entries", "evicted",
         "Entries dropped at the limit, oldest event time first"),
    _row("state_disk_free_bytes", "gauge", "", "bytes", "disk_free",
         "Free space where the tables' copies lie (MARSAD_STATE)"),
    _row("state_disk_size_bytes", "gauge", "", "bytes", "disk_size",
         "Size of that file system"),
)  # fmt: skip

PROCESS = (
    _row("ready", "gauge", "", "1 or 0", "ready",
         "What /readyz says; it also says why not"),
    _row("worker_restarts_total", "counter", "", "starts", "restarts",
         "How often `marsad run` has started this worker again"),
    _row("build_info", "info", "version python", "1", "build",
         "What runs"),
)  # fmt: skip

CHAPTERS = {
    "Flow": FLOW, "Rules": RULES, "Time": TIME, "Kafka": KAFKA, "State": STATE, "Process": PROCESS,
}  # fmt: skip
METRICS = tuple(row for rows in CHAPTERS.values() for row in rows)
