"""Where the embedded Kafka keeps its jars, and its data between two runs."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The user's cache folder for Marsad: XDG_CACHE_HOME if it is set, else what the system's custom is."""
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "marsad"
    home = Path.home()
    return (home / "Library" / "Caches" if sys.platform == "darwin" else home / ".cache") / "marsad"


def jars_folder() -> Path:
    return cache_folder() / "jars"


def data_folder() -> Path:
    """Where `marsad broker` keeps its topics unless told otherwise."""
    return cache_folder() / "kafka"
