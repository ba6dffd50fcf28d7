"""What each jar of Apache Kafka must be: jars.lock, read."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One jar as it must be."""

    group: str
    artifact: str
    version: str
    size: int
    sha256: str

    def path(self, folder: Path) -> Path:
        """Its place below *folder*, which is laid out like a local Maven repository."""
        name = f"{self.artifact}-{self.version}.jar"
        return folder.joinpath(*self.group.split("."), self.artifact, self.version, name)

    def is_held_by(self, path: Path) -> bool:
        """Whether the file at *path* is this jar, to the last byte: a download cut short stays under its full name."""
        try:
            return path.stat().st_size == self.size and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False


def pins() -> tuple[Pin, ...]:
    """The pins of jars.lock, in the order of the class path."""
    rows = Path(__file__).with_name("jars.lock").read_text("ascii").splitlines()
    fields = (row.replace(":", " ").split() for row in rows if not row.startswith("#"))
    return tuple(Pin(group=g, artifact=a, version=v, size=int(size), sha256=sha) for g, a, v, size, sha in fields)


KAFKA_VERSION = pins()[0].version
