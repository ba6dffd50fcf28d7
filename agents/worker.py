"""One worker: `python -m agents.worker`, or `faust -A agents.worker worker`. Settings come from the environment."""

import sys

from agents.app import build_app
from agents.process import Worker
from agents.settings import load_settings
from agents.supervisor import BAD_CONFIGURATION
from streams.errors import MarsadError

try:
    app = build_app(load_settings())
except MarsadError as error:
    sys.stderr.write(f"{error}\n")
    raise SystemExit(BAD_CONFIGURATION) from None

if __name__ == "__main__":
    Worker(app).execute_from_commandline()
