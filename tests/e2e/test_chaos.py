"""The short form of `make chaos`: the faults that no other test makes, each held as short as it may be."""

import subprocess
import sys

import pytest

from tests.e2e.station import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def test_nothing_is_lost_whatever_breaks() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.chaos", "--short"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=580,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert " 0 do not" in ran.stdout
