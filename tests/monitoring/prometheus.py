"""Debian's Prometheus with the project's own configuration, scraping whatever workers a test has."""

import asyncio
import contextlib
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import aiohttp
import orjson

from agents.broker.readiness import free_port

MONITORING = Path(__file__).parents[2] / "monitoring"
QUICK = ("scrape_interval: 15s", "evaluation_interval: 15s", "interval: 1m")  # a second each


class Prometheus:
    """A Prometheus of the test's own: `binary` scrapes *targets* ("127.0.0.1:9464") and keeps its data in *folder*.

    The configuration is ours, monitoring/prometheus.yml and its rules, with other targets and in a hurry.
    """

    def __init__(self, binary: str, folder: Path, targets: list[str]) -> None:
        self.folder, self.targets = folder, targets
        self.port = free_port()
        self.log = folder / "prometheus.log"
        for path in ("prometheus.yml", "rules/alerts.yaml", "rules/recording.yaml"):
            text = (MONITORING / path).read_text("utf-8")
            for slow in QUICK:
                text = text.replace(slow, f"{slow.partition(':')[0]}: 1s")
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, "utf-8")
        (folder / "targets").mkdir()
        (folder / "targets" / "test.yaml").write_bytes(orjson.dumps([{"targets": targets}]))
        self._command = [
            binary,
            f"--config.file={folder / 'prometheus.yml'}",
            f"--storage.tsdb.path={folder / 'data'}",
            f"--web.listen-address=127.0.0.1:{self.port}",
            "--log.level=warn",
        ]

    def __enter__(self) -> Self:
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(self._command, stdout=log, stderr=log)
        return self

    def __exit__(self, *_exc: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    async def ask(self, path: str, **params: str) -> Any:
        """`data` of an answer of its HTTP API; fails with its words if it refuses."""
        url = f"http://127.0.0.1:{self.port}/api/v1/{path}"
        async with aiohttp.ClientSession() as session, session.get(url, params=params) as answer:
            told = orjson.loads(await answer.read())
        assert told["status"] == "success", f"{told.get('error')}: {params}"
        return told["data"]

    async def query(self, expression: str) -> dict[tuple[tuple[str, str], ...], float]:
        """What *expression* is now: values by sorted (label, value) pairs; a scalar stands under ()."""
        data = await self.ask("query", query=expression)
        if data["resultType"] == "scalar":
            return {(): float(data["result"][1])}
        return {
            tuple(sorted((k, v) for k, v in row["metric"].items() if k != "__name__")): float(row["value"][1])
            for row in data["result"]
        }

    async def range(self, expression: str, seconds: float = 60, step: float = 1) -> list[Any]:
        """*expression* over the last *seconds*, as Grafana asks: one entry a series, with its `metric` and `values`."""
        now = time.time()  # noqa: TID251 - Prometheus' clock is the wall's
        span = {"start": f"{now - seconds:.3f}", "end": f"{now:.3f}", "step": str(step)}
        data = await self.ask("query_range", query=expression, **span)
        return list(data["result"])

    async def value(self, expression: str) -> float:
        """The one value that *expression* has now; NaN if it has none, so that it equals nothing."""
        found = await self.query(expression)
        assert len(found) <= 1, f"{expression} has {len(found)} values"
        return next(iter(found.values()), float("nan"))

    async def becomes(self, expression: str, wanted: float, within: float = 30) -> None:
        """Wait until *expression* has the one value *wanted*."""
        await self._until(expression, lambda seen: seen == wanted, within)

    async def settled(self) -> None:
        """Wait until every worker is scraped, and every rule evaluated, after this moment."""
        since = time.time() + 1  # noqa: TID251 - Prometheus' clock is the wall's
        await self._until('min(timestamp(up{job="marsad"}))', lambda seen: seen > since, 30)

    async def _until(self, expression: str, holds: Callable[[float], bool], within: float) -> None:
        until, seen = time.monotonic() + within, float("nan")
        while time.monotonic() < until:
            with contextlib.suppress(aiohttp.ClientError):  # it may only be starting
                if holds(seen := await self.value(expression)):
                    return
            await asyncio.sleep(0.2)
        raise AssertionError(f"{expression} is still {seen} after {within} s; log:\n{self.log.read_text()}")
