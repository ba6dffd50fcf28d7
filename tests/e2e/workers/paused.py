"""A worker that pauses between its two writes, produce and commit; with PAUSED=commit-first, in the wrong order.

`paused` in the working folder says that it is between them now.
"""

import asyncio
import os
import runpy
from pathlib import Path

from agents.loop import Batch, BatchLoop

MARK = Path("paused")


async def deliver(self: BatchLoop, batch: Batch) -> None:
    first, second = self.produce, self.commit
    if os.environ["PAUSED"] == "commit-first":
        first, second = second, first
    await first(batch)
    MARK.write_text("")  # noqa: ASYNC240 - the test waits for it
    await asyncio.sleep(0.5)
    MARK.unlink(missing_ok=True)  # noqa: ASYNC240 - likewise
    await second(batch)


BatchLoop.deliver = deliver
runpy.run_module("agents.worker", run_name="__main__")
