"""The real Prometheus scrapes real workers, and is asked what an operator asks."""

import pytest

from tests.monitoring.conftest import Watched

pytestmark = pytest.mark.slow


async def test_what_went_in_came_out(watched: Watched) -> None:
    ask, station = watched.prometheus.value, watched.station
    assert await ask("sum(marsad_articles_total)") == watched.articles
    assert await ask("sum(marsad_dead_letters_total)") == watched.dead_letters
    assert await ask("sum(marsad_matches_total)") == await station.ends("matches") > 0
    assert await ask("sum(marsad_alerts_total)") == await station.ends("alerts")
    alerts = {record.key for record in await station.read("alerts")}
    assert await ask("sum(marsad_alerts_opened_total)") == len(alerts)
    assert await ask('sum(marsad_alerts_total{reason="first_match"})') == len(alerts)
