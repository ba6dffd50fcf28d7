"""`marsad broker`: the embedded Kafka alone, in the foreground."""

import os
import signal
import time
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from agents.cli.show import console

POLL_SECONDS = 0.2


def broker(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where clients connect, on 127.0.0.1.")] = 9092,
    data: Annotated[
        Path | None,
        typer.Option(file_okay=False, help="Folder that keeps the topics.", show_default="in the user's cache folder"),
    ] = None,
) -> None:
    """Start the embedded Apache Kafka and keep it until Ctrl-C.

    Its address goes to standard output. Topics are kept, and there again next time.

    Examples:

        marsad broker

        marsad broker --port 19092 --data ./kafka
    """
    from agents.broker import BrokerError, Kafka
    from agents.broker.pins import KAFKA_VERSION
    from agents.broker.places import data_folder

    if elsewhere := os.environ.get("KAFKA_BOOTSTRAP_SERVERS"):
        raise BrokerError(
            "nothing was started, since this names a Kafka to use",
            where=f"KAFKA_BOOTSTRAP_SERVERS={elsewhere}",
            remedy="unset it to start the embedded one",
        )
    screen = console(stderr=True)
    signal.signal(signal.SIGTERM, end_in_order)
    with Kafka(port=port, data=data or data_folder(), console=screen) as kafka:
        screen.print(
            f"Apache Kafka {KAFKA_VERSION} listens on {kafka.bootstrap}; its topics are kept in {kafka.folder}\n"
            "Next, in another terminal: marsad run    (Ctrl-C here ends Kafka)",
            soft_wrap=True,
        )
        typer.echo(kafka.bootstrap)
        while kafka.exit_code is None:
            time.sleep(POLL_SECONDS)
        raise BrokerError(f"Kafka ended: {kafka.last_words()}", where=kafka.bootstrap, remedy="start it again")


def end_in_order(_signal: int, _frame: FrameType | None) -> NoReturn:
    """SIGTERM is a wish, not a fault."""
    raise SystemExit(0)
