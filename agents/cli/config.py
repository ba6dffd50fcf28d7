"""`marsad config`: the settings as they are, and where each came from."""

from pathlib import Path
from typing import Annotated, Any

import orjson
import typer
from rich.text import Text

from agents.cli.show import console, visible
from streams.errors import MarsadError

config = typer.Typer(help="The settings, and where each came from.", no_args_is_help=True)
_COLOURS = {"default": "dim", "environment": "", "file": "cyan", "argument": "yellow"}


@config.callback()
def about() -> None:
    """The settings, and where each came from."""


@config.command()
def show(
    only: Annotated[list[str] | None, typer.Option(metavar="AGENT", help="As for `marsad run`.")] = None,
    rules: Annotated[list[Path] | None, typer.Option(metavar="PATH", help="As for `marsad run`.")] = None,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="As for `marsad run`.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, also with what nobody reads.")] = False,
) -> None:
    """Show every setting: its variable, its value, and who gave it: default, environment, file or argument.

    Secrets are shown as ********. A MARSAD_ variable that nobody reads is named, with the one that may be meant.
    Exit code 1 if the settings can't be used.

    Examples:

        marsad config show

        marsad config show --json | jq -r '.settings[] | select(.origin != "default") | .name'
    """
    from agents.origins import idle, rows, strangers
    from agents.settings import Settings, load_settings

    options: dict[str, Any] = {"only": tuple(only or ()), "rules": tuple(rules or ()), "fail_fast": fail_fast}
    given = {name: value for name, value in options.items() if value}
    settings: Settings | None = None
    fault: MarsadError | None = None
    try:
        settings = load_settings(**given)
    except MarsadError as error:
        fault = error
    shown = rows(settings, given)
    unread = [
        {
            "name": name,
            "meant": near or None,
            "what": f"{name} is read by nobody{f'; did you mean {near}?' if near else ''}",
        }
        for name, near in strangers()
    ]
    unused = list(idle(settings)) if settings else []
    if as_json:
        faults = str(fault).splitlines() if fault else []
        typer.echo(orjson.dumps({"settings": shown, "unread": unread, "unused": unused, "faults": faults}))
        raise typer.Exit(1 if fault else 0)
    names, values = (max(map(len, column)) for column in zip(*((row.name, row.value) for row in shown), strict=True))
    for row in shown:
        origin = f"{row.origin} ({row.where})" if row.where else str(row.origin)
        line = f"{row.name:<{names}}  {row.value:<{min(values, 40)}}  {origin}"
        console().print(Text(visible(line), style=_COLOURS[row.origin]), soft_wrap=True)
    screen = console(stderr=True)
    for note in [*(each["what"] for each in unread), *unused]:
        screen.print(Text(f"note: {visible(str(note))}"), soft_wrap=True)
    if fault:
        raise fault
