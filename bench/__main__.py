"""`make bench`: the figures of bench/README.md that need nothing but the project, one after the other.

ARGS="startup recovery" takes those alone. The last, memory, takes half an hour.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
FIGURES = ("stages", "gold_report", "pipeline", "latency", "workers", "startup", "recovery", "memory")

if __name__ == "__main__":
    for name in sys.argv[1:] or FIGURES:
        print(f"== python bench/{name}.py", flush=True)
        path = os.pathsep.join((str(HERE.parent), os.environ.get("PYTHONPATH", "")))
        subprocess.run([sys.executable, HERE / f"{name}.py"], env={**os.environ, "PYTHONPATH": path}, check=True)
