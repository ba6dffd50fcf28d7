"""`make bench`: every figure of bench/README.md, one after the other."""

import runpy
import sys

FIGURES = ("stages", "pipeline", "latency")

if __name__ == "__main__":
    for name in sys.argv[1:] or FIGURES:
        print(f"== python -m bench.{name}", flush=True)
        sys.argv = [f"bench.{name}"]
        runpy.run_module(f"bench.{name}", run_name="__main__")
