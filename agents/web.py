"""/metrics, /livez and /readyz of one worker, for Prometheus, people and whatever restarts containers.

With a token only who sends it reads numbers and reasons; a probe without it is told ready or not, and no more.
"""

import asyncio
import errno
import hmac
from time import monotonic

from aiohttp import web

from agents.health import Health
from agents.telemetry import Telemetry
from streams.errors import MarsadError

PORT_PATIENCE_S = 10.0  # the worker before us may not have let go of it yet
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Endpoints:
    """The HTTP server of one worker at (*host*, *port*); port 0 takes a free one. Without *token* it asks nobody."""

    def __init__(self, address: tuple[str, int], telemetry: Telemetry, health: Health, token: str = "") -> None:
        self.host, self.port = address
        self._telemetry, self._health = telemetry, health
        self._authorization = bearer(token).get("Authorization", "").encode()
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    async def start(self) -> None:
        """Listen. Raises MarsadError if the port stays in use for 10 s, or can't be had at all."""
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/livez", self._livez)
        app.router.add_get("/readyz", self._readyz)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1.0)
        await self._runner.setup()
        patience = monotonic() + PORT_PATIENCE_S
        while True:
            try:
                site = web.TCPSite(self._runner, self.host, self.port)
                await site.start()
            except OSError as error:
                if error.errno == errno.EADDRINUSE and monotonic() < patience:
                    await asyncio.sleep(0.2)
                    continue
                what = "is in use" if error.errno == errno.EADDRINUSE else f"can't be had: {error.strerror}"
                raise MarsadError(
                    f"the port {what}",
                    where=f"MARSAD_HTTP={self.host}:{self.port}",
                    remedy="set MARSAD_HTTP to another host:port, or off",
                ) from None
            break
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Let the port go."""
        if self._runner is not None:
            await self._runner.cleanup()

    def _may_read(self, request: web.Request) -> bool:
        given = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
        return not self._authorization or hmac.compare_digest(given, self._authorization)

    async def _metrics(self, request: web.Request) -> web.Response:
        if not self._may_read(request):
            return web.Response(
                status=401, headers={"WWW-Authenticate": "Bearer"}, text="this takes MARSAD_HTTP_TOKEN\n"
            )
        # In a thread: with a thousand rules it takes 50 ms, and articles should not wait for it.
        body = await asyncio.to_thread(self._telemetry.exposition)
        return web.Response(body=body, headers={"Content-Type": _TEXT})

    async def _livez(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _readyz(self, request: web.Request) -> web.Response:
        reasons = self._health.reasons()
        told = reasons if self._may_read(request) else ["not ready"][: len(reasons)]
        return web.Response(text="\n".join(told or ["ok"]) + "\n", status=503 if reasons else 200)


def bearer(token: str) -> dict[str, str]:
    """The headers of who has *token* (RFC 6750)."""
    return {"Authorization": f"Bearer {token}"} if token else {}
