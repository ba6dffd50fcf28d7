"""A worker whose tables keep 20 entries a partition."""

import runpy

from agents import keyed

keyed.LIMIT = 20
runpy.run_module("agents.worker", run_name="__main__")
