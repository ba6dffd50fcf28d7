"""`marsad dead-letters replay` sends nothing that nobody named."""

import subprocess
import sys
from pathlib import Path

MARSAD = Path(sys.executable).with_name("marsad")


def test_something_must_be_named(tmp_path: Path) -> None:
    done = subprocess.run(
        [MARSAD, "dead-letters", "replay"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "error: which dead letters?\n next: name addresses, --reason, --since, --topic, or --all\n",
    )
