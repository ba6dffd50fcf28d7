"""The real Prometheus scrapes real workers, and is asked what an operator asks, and every panel of the dashboard."""

import asyncio
import math
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from agents.telemetry.catalogue import METRICS
from streams.topics import PARTITIONS
from tests.monitoring.conftest import WORKERS, Watched
from tests.monitoring.dashboard import DASHBOARD, PANELS, VARIABLES, asked, chosen
from tests.monitoring.prometheus import Prometheus
from tests.shipped import RULEBOOK

pytestmark = pytest.mark.slow
RUNBOOKS = Path(__file__).parents[2] / "docs" / "runbooks.md"
# Zero on a day on which nothing goes wrong and all is read.
AT_REST = {
    *("Behind", "Records that wait", "Seconds behind", "By worker", "The fullest partitions", "In flight"),
    *("Fields dropped", "Rules that fail", "Starts", "Partitions without a worker", "Refused by the broker"),
    *("Dropped at the limit", "Firing"),
}


async def test_what_went_in_came_out(watched: Watched) -> None:
    ask, station = watched.prometheus.value, watched.station
    matches, alerts = await station.ends("matches"), await station.read("alerts")
    assert await ask("sum(marsad_articles_total)") == watched.articles
    assert await ask("sum(marsad_dead_letters_total)") == watched.dead_letters
    assert await ask("sum(marsad_batch_records_sum)") == watched.articles + watched.dead_letters
    assert await ask("sum(marsad_matches_total)") == matches > 0
    for agent in ("alert", "measure"):
        assert await ask(f'sum(marsad_latency_seconds_count{{agent="{agent}"}})') == matches
    assert await ask("sum(marsad_alerts_total)") == len(alerts)
    opened = len({record.key for record in alerts})
    assert await ask('sum(marsad_alerts_total{reason="first_match"})') == opened
    assert await ask("sum(marsad_alerts_opened_total)") == opened
    await watched.prometheus.becomes('sum(marsad_table_entries{table="alert"})', opened)
    assert await ask("sum(marsad_in_flight_records)") == 0


async def test_what_rules_found_and_cost(watched: Watched) -> None:
    matches = [orjson.loads(record.value) for record in await watched.station.read("matches")]
    found = Counter(match["rule"] for match in matches)
    articles = Counter(rule for rule, _ in {(match["rule"], match["article"]["id"]) for match in matches})

    async def by_rule(metric: str) -> dict[str, float]:
        told = await watched.prometheus.query(f"sum by (rule) ({metric})")
        return {dict(labels)["rule"]: value for labels, value in told.items()}

    assert await by_rule("marsad_matches_total") == {rule: found[rule] for rule in RULEBOOK.rules}
    candidates, seconds = await by_rule("marsad_rule_candidates_total"), await by_rule("marsad_rule_seconds_total")
    assert all(candidates[rule] >= count for rule, count in articles.items())
    assert {rule for rule, count in candidates.items() if count} == {rule for rule, spent in seconds.items() if spent}
    assert all(seconds[rule] / candidates[rule] < 0.1 for rule in found)


async def test_where_it_was(watched: Watched) -> None:
    told = await watched.prometheus.query("sum by (place) (marsad_place_matches_total) > 0")
    places = {dict(labels)["place"] for labels in told}
    assert "syria.deir-ez-zor" in places
    assert await watched.prometheus.value('sum(marsad_place_alerts_opened_total{place="syria.deir-ez-zor"})') > 0
    assert sum(told.values()) >= await watched.prometheus.value("sum(marsad_matches_total)")


async def test_lag_is_none_and_the_broker_says_so_too(watched: Watched) -> None:
    prometheus, station = watched.prometheus, watched.station
    prefix = station.settings.prefix
    for group, topic in (("classify", "articles"), ("app", "matches")):
        name = f'group="{prefix}{group}"'
        await prometheus.becomes(f"sum(marsad_topic_partitions{{{name}}})", WORKERS * PARTITIONS)
        assert await prometheus.value(f"sum(marsad_lag_messages{{{name}}})") == await station.unread(group, topic) == 0
        parts = await prometheus.query(f"sum by (partition) (marsad_partition_lag_messages{{{name}}})")
        assert {dict(labels)["partition"]: lag for labels, lag in parts.items()} == dict.fromkeys("012345", 0)
        assert await prometheus.value(f"sum(marsad_partitions_assigned{{{name}}})") == PARTITIONS
        assert await prometheus.value(f"max(marsad_lag_seconds{{{name}}})") == 0
        assert await prometheus.value(f"min(marsad_group_generation{{{name}}})") >= 1
        assert await prometheus.value(f'min(marsad_rebalances_total{{{name}, change="assigned"}})') >= 1


async def test_workers_are_well(watched: Watched) -> None:
    ask = watched.prometheus.value
    for metric in ("marsad_ready", "marsad_broker_up", "marsad_rulebook_last_load_successful"):
        await watched.prometheus.becomes(f"sum({metric})", WORKERS)
    assert await ask("count(count by (rulebook) (marsad_rules_loaded))") == 1
    assert await ask("sum(marsad_worker_restarts_total) + sum(marsad_produce_errors_total)") == 0
    assert await ask("min(time() - marsad_rulebook_last_load_success_timestamp_seconds)") > 0
    assert 0 < await ask("max(process_open_fds)") < 200, "docs/runbooks.md says so"
    assert await ask("max(process_resident_memory_bytes)") < 1e9
    assert await ask("min(marsad_state_disk_free_bytes / marsad_state_disk_size_bytes)") > 0


async def test_every_metric_is_scraped_with_its_type_and_help(watched: Watched) -> None:
    told = await watched.prometheus.ask("metadata")
    for row in METRICS:
        kind = "gauge" if row.kind == "info" else row.kind
        found = told.get(row.name.removesuffix("_total")) or told[row.name]
        assert found == [{"type": kind, "help": row.about, "unit": ""}]
        instances = f"{row.name}_count" if row.kind in {"histogram", "summary"} else row.name
        assert await watched.prometheus.value(f"count(count by (instance) ({instances}))") == WORKERS


async def test_promtool_has_nothing_against_a_live_worker(watched: Watched, tool: Callable[[str], str]) -> None:
    for worker in range(WORKERS):
        _, text = await watched.station.get("/metrics", worker)
        assert 'marsad_partition_lag_messages{group="' in text
        command = [tool("promtool"), "check", "metrics"]
        lint = await asyncio.to_thread(subprocess.run, command, input=text.encode(), capture_output=True, check=False)
        assert (lint.returncode, lint.stdout, lint.stderr) == (0, b"", b"")


async def test_every_query_of_the_runbooks_can_be_asked(watched: Watched) -> None:
    queries = re.findall(r"`([^`]*\b(?:marsad|process)_[^`]*)`", RUNBOOKS.read_text("utf-8"))
    ours = [query for query in queries if "kafka-consumer-groups" not in query and "curl" not in query]
    assert len(ours) > 20
    for query in ours:
        await watched.prometheus.query(query.replace("\n", " "))


async def test_every_rule_of_ours_is_evaluated_without_fault(watched: Watched) -> None:
    groups = (await watched.prometheus.ask("rules"))["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    assert {rule["name"] for rule in rules if rule["health"] != "ok"} == set()
    assert {group["name"] for group in groups} >= {"marsad-workers", "marsad-flow", "marsad-now", "marsad-day"}
    assert await watched.prometheus.value("sum(language:marsad_articles:increase1d)") >= watched.articles


async def test_nothing_is_told_but_the_dead_letters(watched: Watched) -> None:
    firing = await watched.prometheus.query('ALERTS{alertstate="firing"}')
    told = {dict(labels)["alertname"]: dict(labels) for labels in firing}
    assert told.keys() == {"MarsadDeadLetters"}
    assert told["MarsadDeadLetters"]["agent"] == "classify"


async def numbers(prometheus: Prometheus, target: dict[str, Any], **choice: str) -> list[float]:
    """Every number that *target* shows, NaN aside."""
    expression = asked(target["expr"], **choice)
    if target["instant"]:
        found = [*(await prometheus.query(expression)).values()]
    else:
        series = await prometheus.range(expression, seconds=600, step=2)
        found = [float(value) for row in series for _, value in row["values"]]
    return [value for value in found if not math.isnan(value)]


def targets() -> Iterator[Any]:
    for panel in PANELS:
        for target in panel["targets"]:
            yield pytest.param(panel, target, id=f"{panel['title']}-{target['refId']}")


@pytest.mark.parametrize(("panel", "target"), [*targets()])
async def test_a_query_shows_the_day(watched: Watched, panel: dict[str, Any], target: dict[str, Any]) -> None:
    await watched.prometheus.becomes("sum(marsad_table_entries) > bool 0", 1)  # counted a partition at a time
    found = await numbers(watched.prometheus, target)
    if panel["title"] != "Firing":  # alerts need minutes to fire
        assert found, "the panel would be empty"
    assert all(math.isfinite(value) for value in found)
    if panel["title"] not in AT_REST:
        assert max(found) > 0, "the panel would stay at zero"


async def test_a_choice_narrows_what_is_shown(watched: Watched) -> None:
    worker = chosen(watched.prometheus.targets[0])
    for panel in PANELS:
        for target in panel["targets"]:
            if "$worker" in target["expr"]:
                assert await numbers(watched.prometheus, target, worker="no such worker") == [], panel["title"]
    by_title = {panel["title"]: panel["targets"][0] for panel in PANELS}
    both = await watched.prometheus.query(asked(by_title["Entries"]["expr"]))
    one = await watched.prometheus.query(asked(by_title["Entries"]["expr"], worker=worker))
    assert 0 < len(one) == len(both) / WORKERS
    assert await numbers(watched.prometheus, by_title["Matches by rule"], rule="no-such-rule") == []
    assert await numbers(watched.prometheus, by_title["Percentiles"], agent="none") == []


async def test_the_choices_are_there(watched: Watched) -> None:
    found = {}
    for name, told in VARIABLES.items():
        metric, label = re.fullmatch(r"label_values\((.+), (\w+)\)", told["query"]["query"]).groups()  # type: ignore[union-attr]
        found[name] = await watched.prometheus.ask(f"label/{label}/values", **{"match[]": metric})
    assert found["worker"] == sorted(watched.prometheus.targets)
    assert found["agent"] == ["alert", "classify", "measure"]
    assert found["rule"] == sorted(RULEBOOK.rules)


async def test_starts_and_a_new_rulebook_are_marked(watched: Watched) -> None:
    started, rulebook = DASHBOARD["annotations"]["list"]
    assert started["useValueForTime"]
    for worker in watched.prometheus.targets:
        [row] = await watched.prometheus.range(asked(started["expr"], worker=chosen(worker)), seconds=600, step=2)
        [when] = {float(value) / 1000 for _, value in row["values"]}
        assert -1 <= row["values"][0][0] - when < 60, "scraped soon after; Linux rounds when it was booted to 1 s"
    [row] = await watched.prometheus.range(asked(rulebook["expr"]), seconds=600, step=2)
    [loaded] = await watched.prometheus.query("count by (rulebook) (marsad_rules_loaded)")
    assert row["metric"] == dict(loaded)
