"""The port of /metrics, /livez and /readyz: free, or a worker of ours answers there already."""

import socket

import aiohttp

from agents.doctor.finding import Finding, problem, well
from agents.settings import Settings
from agents.web import bearer

CHECK = "port"
ANSWER_S = 2.0


async def examine(settings: Settings) -> Finding:
    address = settings.http_address(0)
    if address is None:
        return well(CHECK, "no /metrics are served, as MARSAD_HTTP=off says")
    where = settings.http
    fault = _refusal(address)
    if fault is None:
        return well(CHECK, "free for /metrics, /livez and /readyz", where)
    if await _is_ours(where, bearer(settings.http_token.get_secret_value())):
        return well(CHECK, "a worker serves /metrics there", where)
    return problem(
        CHECK,
        "no worker can serve /metrics there",
        where=where,
        why=fault,
        remedy="end the other program, or set MARSAD_HTTP to another host:port, or off",
    )


def _refusal(address: tuple[str, int]) -> str | None:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        return error.strerror or str(error)
    return None


async def _is_ours(where: str, headers: dict[str, str]) -> bool:
    timeout = aiohttp.ClientTimeout(total=ANSWER_S)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout, headers=headers) as session,
            session.get(f"http://{where}/metrics") as answer,
        ):
            return b"marsad_" in await answer.content.read(1 << 20)
    except (aiohttp.ClientError, OSError):
        return False
