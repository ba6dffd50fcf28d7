"""`marsad topics`: the topics that Marsad needs, onto the broker."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from agents.cli.show import console

if TYPE_CHECKING:
    from agents.plan import Step
    from agents.settings import Settings

PROBLEMS = 3
DAY_MS = 86_400_000
_SIGNS = {"create": "+", "change": "~", "grow": "^", "keep": "=", "clash": "!", "nothing": " "}
_COLOURS = {"create": "green", "change": "yellow", "grow": "cyan", "keep": "dim", "clash": "red", "nothing": "dim"}

topics = typer.Typer(help="The topics that Marsad needs.", no_args_is_help=True)


@topics.command()
def plan(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON line a step.")] = False,
) -> None:
    """Show what `marsad topics apply` would create or change, like a diff. Changes nothing.

    Exit code 0 if there is nothing to do, 3 if there is.

    Each line begins with what would happen: + created; ~ its policy set; ^ it has fewer partitions than
    MARSAD_PARTITIONS, and only `apply --grow` adds them; = it differs and stays, since the change would delete records
    or move keys; ! it can't be mended by us.

    Examples:

        marsad topics plan

        MARSAD_PARTITIONS=12 marsad topics plan
    """
    from agents.settings import load_settings

    steps = asyncio.run(_plan(load_settings()))
    _tell(steps, as_json=as_json)
    counts = {verb: sum(step.verb == verb for step in steps) for verb in _SIGNS}
    todo = counts["create"] + counts["change"]
    if not as_json:
        typer.echo(
            f"{counts['create']} to create, {counts['change']} to change, "
            f"{counts['grow'] + counts['keep']} left as they are" + ("; `marsad topics apply` does it" if todo else "")
        )
    if todo or counts["clash"]:
        raise typer.Exit(PROBLEMS)


@topics.command()
def apply(
    grow: Annotated[
        bool, typer.Option("--grow", help="Add partitions, up to MARSAD_PARTITIONS, where no state is tied to them.")
    ] = False,
) -> None:
    """Create the topics that are missing and set policies that differ. Deletes nothing; run it as often as you like.

    `marsad topics plan` shows first what it would do. Workers create missing topics too, but change none.

    Examples:

        marsad topics apply

        MARSAD_PREFIX=test. marsad topics apply

        MARSAD_PARTITIONS=12 marsad topics apply --grow
    """
    from agents.plan import Verb
    from agents.provision import apply_topics
    from agents.settings import load_settings

    settings = load_settings()
    for topic in asyncio.run(apply_topics(settings)).topics:
        typer.echo(f"{'created' if topic.created else 'exists '}  {topic.name}  {topic.partitions} partitions")
    done = {Verb.CHANGE: "changed", Verb.GROW: "grown  " if grow else "kept   ", Verb.KEEP: "kept   "}
    for step in asyncio.run(_plan(settings, carry_out=True, grow=grow)):
        if step.verb in done:
            typer.echo(f"{done[step.verb]}  {step.topic}  {_words(step)}")


async def _plan(settings: "Settings", *, carry_out: bool = False, grow: bool = False) -> list["Step"]:
    from agents.connection import reach
    from agents.plan import carry_out as do
    from agents.plan import plan_topics

    admin = await reach(settings)
    try:
        steps = await plan_topics(admin, settings)
        if carry_out:
            await do(admin, settings, steps, grow=grow)
    finally:
        await admin.close()
    return steps


def _tell(steps: list["Step"], *, as_json: bool) -> None:
    import orjson
    from rich.text import Text

    screen = console()
    width = max((len(step.topic) for step in steps), default=0)
    for step in steps:
        if as_json:
            typer.echo(orjson.dumps(step))
        else:
            line = f"{_SIGNS[step.verb]} {step.topic:<{width}}  {_words(step)}"
            screen.print(Text(line, style=_COLOURS[step.verb]), soft_wrap=True)


def _words(step: "Step") -> str:
    partitions = f"{step.partitions} partitions"
    if step.verb == "create":
        return ", ".join([partitions, *(f"{key}={_value(key, value)}" for key, value in step.config.items())])
    if step.verb == "grow":
        return f"{step.before['partitions']} -> {partitions} (apply --grow)"
    if step.verb == "keep" and step.config:
        [(key, value)] = step.config.items()
        return f"{key}={_value(key, step.before[key])} stays, not {_value(key, value)}: {step.why}"
    if step.verb == "change":
        return ", ".join(
            f"{key} {_value(key, step.before[key])} -> {_value(key, step.config[key])}" for key in step.config
        )
    return f"{partitions}; {step.why}" if step.why else partitions


def _value(key: str, value: str) -> str:
    if key == "retention.ms" and value.isdecimal() and int(value) % DAY_MS == 0:
        return f"{value} ({int(value) // DAY_MS} days)"
    return value or "(none)"
