"""`marsad`: every command, and the one place where a fault becomes words for a person and an exit code.

Exit codes: 0 ok, 1 failed, 2 usage, 3 problems found, 130 interrupted. Data goes to stdout, all else to stderr.
"""

import asyncio
import os
import sys
from importlib import metadata
from typing import Annotated

import click
import typer

from agents.cli.show import show_error
from streams.errors import LoadError, MarsadError

FAILED, PROBLEMS, INTERRUPTED = 1, 3, 130

app = typer.Typer(
    name="marsad",
    help="Marsad watches news on Kafka: articles in, alerts with evidence out.",
    epilog="First steps: marsad demo    Your own text: marsad scan FILE    Each command: marsad COMMAND --help",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"marsad {metadata.version('marsad')}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say it.")] = False,
    debug: Annotated[bool, typer.Option(help="Show the traceback of a fault.")] = False,
) -> None:
    if debug:
        os.environ["MARSAD_DEBUG"] = "1"


def main() -> None:
    """Run one command and end with its exit code; never a traceback without --debug."""
    register()
    try:
        code = app(standalone_mode=False)
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.Abort:
        code = INTERRUPTED
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:  # `marsad tap ... | head`: whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except LoadError as error:
        show_error(error)
        code = PROBLEMS
    except MarsadError as error:
        _raise_if_debugging()
        show_error(error)
        code = FAILED
    except Exception as error:  # noqa: BLE001 - the last stop before a person
        _raise_if_debugging()
        show_error(_explained(error))
        code = FAILED
    sys.exit(code if isinstance(code, int) else 0)


def _raise_if_debugging() -> None:
    if os.environ.get("MARSAD_DEBUG"):
        raise  # noqa: PLE0704 - called while the fault is being handled


def _explained(error: Exception) -> MarsadError:
    """A broker that went in the middle of a command is no fault of ours: look what became of it."""
    if type(error).__module__.startswith("aiokafka."):
        from agents.connection import why
        from agents.settings import load_settings

        return asyncio.run(why(load_settings(), error))
    what = f"a fault in Marsad itself: {type(error).__name__}: {error}"
    return MarsadError(what, remedy="run it again as marsad --debug ...")


def register() -> None:
    """Every command, in the order of `marsad --help`."""
    from agents.cli.alerts import alerts
    from agents.cli.broker import broker
    from agents.cli.config import config
    from agents.cli.dead_letters import dead_letters
    from agents.cli.demo import demo
    from agents.cli.doctor import doctor
    from agents.cli.replay import replay
    from agents.cli.rules import rules
    from agents.cli.run import run
    from agents.cli.scan import scan
    from agents.cli.tap import tap
    from agents.cli.topics import topics

    for command in (demo, scan, run, broker, replay, alerts, tap, doctor):
        app.command()(command)
    app.add_typer(rules, name="rules")
    app.add_typer(topics, name="topics")
    app.add_typer(dead_letters, name="dead-letters")
    app.add_typer(config, name="config")
