"""Logs: one line a record on stderr, for people on a terminal, JSON otherwise; the libraries' storms are held down.

While a broker is away aiokafka and Faust write up to 1,500 lines a second (facts). Here each of their messages may
appear once in ten seconds, and all of them together ten times.
"""

import logging
import sys
from time import monotonic
from typing import Literal

import structlog

from agents.settings import Settings

HELD_DOWN = ("aiokafka", "faust", "mode", "asyncio", "agents")  # ours log as "marsad.*"; "agents.*" is mode's voice
WINDOW_S = 10.0
LINES_PER_WINDOW = 10
# A consumer group's ordinary life, which aiokafka tells as warnings and errors
ROUTINE = (
    "Group Coordinator Request failed",
    "Heartbeat failed for group",
    "NotLeaderForPartition",
    "LeaderNotAvailable",
    "Unable connect to",  # told once in ten seconds by our own pulse
)
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class Hold(logging.Filter):
    """Lets each message of a library through once a window, and only so many in all."""

    def __init__(self, window_s: float = WINDOW_S, lines: int = LINES_PER_WINDOW) -> None:
        super().__init__()
        self._window_s, self._lines = window_s, lines
        self._began = -window_s
        self._seen: set[tuple[str, str]] = set()  # bounded by *lines*; emptied every window

    def filter(self, record: logging.LogRecord) -> bool:
        """True for a record that may be written."""
        if record.name.partition(".")[0] not in HELD_DOWN:
            return True
        if record.levelno > logging.DEBUG and any(words in record.getMessage() for words in ROUTINE):
            return False
        now = monotonic()
        if now - self._began >= self._window_s:
            self._began = now
            self._seen.clear()
        key = record.name, str(record.msg)[:60]
        if key in self._seen or len(self._seen) >= self._lines:
            return False
        self._seen.add(key)
        if record.exc_info and record.levelno < logging.ERROR:
            record.exc_info = None
        return True


def set_up_logs(settings: Settings) -> None:
    """Route structlog and every library's log through one handler on stderr."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    console = _style(settings.log) == "console"
    render: list[structlog.typing.Processor] = (
        [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback)]
        if console
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(Hold())
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *render],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_LEVELS[settings.log_level])
    for name in HELD_DOWN:
        # What Faust tells of its own life is no news to a person; a warning is.
        logging.getLogger(name).setLevel(max(logging.WARNING, _LEVELS[settings.log_level]))


def log_of(name: str) -> structlog.stdlib.BoundLogger:
    """The log of one module, by the word that people know it by: "classify", "supervisor"."""
    logger: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(f"marsad.{name}")
    return logger


def _style(wanted: Literal["auto", "console", "json"]) -> str:
    if wanted != "auto":
        return wanted
    return "console" if sys.stderr.isatty() else "json"
