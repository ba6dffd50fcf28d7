"""A supervisor, as `marsad run` has it, of workers that run the script sys.argv[1]."""

import asyncio
import sys

from agents.logs import set_up_logs
from agents.settings import load_settings
from agents.supervisor import Supervisor


async def main() -> None:
    settings = load_settings()
    set_up_logs(settings)
    await Supervisor(settings, command=(sys.executable, sys.argv[1])).run()


asyncio.run(main())
