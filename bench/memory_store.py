"""A worker whose tables lie in memory and are read from the changelog at each start: for recovery.py alone."""

from agents.app import build_app
from agents.keyed import Keyed
from agents.process import Worker
from agents.settings import load_settings


def _entries(self: Keyed, partition: int) -> None:
    """What only RocksDB can count by partition: here a share of the whole."""
    self._entries[partition] = len(self._table.data.data) // self._settings.partitions


if __name__ == "__main__":
    Keyed._count_entries = _entries  # type: ignore[method-assign]  # noqa: SLF001
    app = build_app(load_settings())
    app.conf.store = "memory://"  # before the first table is made: they are made when they are first used
    Worker(app).execute_from_commandline()
