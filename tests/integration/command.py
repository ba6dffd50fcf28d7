"""`marsad` as a person runs it: a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

MARSAD = Path(sys.executable).with_name("marsad")


def marsad(*arguments: str, given: str = "", **env: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    done = subprocess.run(
        [MARSAD, *arguments],
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1", **env},
        input=given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
