"""A network between workers and broker that can be told to swallow everything: connections stay, nothing arrives."""

import asyncio
from contextlib import suppress
from typing import Self

CHUNK = 1 << 16


class BlackHole:
    """Forwards 127.0.0.1:*port* to 127.0.0.1:*target*, as long as it is not told to swallow."""

    def __init__(self, port: int, target: int) -> None:
        self.port, self.target = port, target
        self._open = asyncio.Event()
        self._open.set()
        self._links: set[asyncio.Task[None]] = set()

    def swallow(self) -> None:
        """From now on nothing passes, in either direction, and nobody is told."""
        self._open.clear()

    def pass_on(self) -> None:
        """From now on all passes again, what was held first."""
        self._open.set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self._open.set()
        self._server.close()
        for link in self._links:
            link.cancel()
        await asyncio.gather(*self._links, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._open.wait()
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        for source, sink in ((reader, back), (there, writer)):
            link = asyncio.create_task(self._carry(source, sink))
            self._links.add(link)
            link.add_done_callback(self._links.discard)

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await source.read(CHUNK):
                await self._open.wait()
                sink.write(data)
                await sink.drain()
        with suppress(OSError):
            sink.close()
