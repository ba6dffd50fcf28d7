"""Who may read what at a worker's port (S1)."""

import aiohttp
import pytest

from agents.health import Health
from agents.telemetry import Telemetry
from agents.web import Endpoints, bearer

TOKEN = "canary-9b1e"
REASON = "broker: no answer from b:9092"


async def asked(token: str, headers: dict[str, str]) -> dict[str, tuple[int, str]]:
    """Status and text of each path, of a worker that is not ready."""
    health = Health()
    health.hinder("broker", "no answer from b:9092")
    endpoints = Endpoints(("127.0.0.1", 0), Telemetry(agents=("classify",), prefix="news."), health, token)
    await endpoints.start()
    try:
        seen = {}
        async with aiohttp.ClientSession(headers=headers) as session:
            for path in ("/metrics", "/readyz", "/livez"):
                async with session.get(endpoints.url + path) as answer:
                    seen[path] = answer.status, (await answer.text()).strip()
        return seen
    finally:
        await endpoints.stop()


@pytest.mark.parametrize(("token", "headers"), [("", {}), (TOKEN, bearer(TOKEN)), ("", bearer(TOKEN))])
async def test_who_may_read_reads_numbers_and_reasons(token: str, headers: dict[str, str]) -> None:
    seen = await asked(token, headers)
    assert seen["/metrics"][0] == 200
    assert "marsad_articles_total" in seen["/metrics"][1]
    assert (seen["/readyz"], seen["/livez"]) == ((503, REASON), (200, "ok"))


@pytest.mark.parametrize(
    "given", ["", "Bearer", f"Bearer {TOKEN}x", f"bearer {TOKEN}", f"Basic {TOKEN}", TOKEN, "Bearer é"]
)
async def test_a_stranger_is_told_ready_or_not_and_no_more(given: str) -> None:
    seen = await asked(TOKEN, {"Authorization": given} if given else {})
    assert seen == {
        "/metrics": (401, "this takes MARSAD_HTTP_TOKEN"),
        "/readyz": (503, "not ready"),
        "/livez": (200, "ok"),
    }
