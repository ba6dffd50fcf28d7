"""`marsad doctor`: what is wrong, where, why, and what to do."""

import asyncio
from typing import TYPE_CHECKING, Annotated

import orjson
import typer
from rich.console import Console
from rich.text import Text

from agents.cli.show import console, visible

if TYPE_CHECKING:
    from agents.doctor.finding import Finding

PROBLEMS = 3
_COLOURS = {"ok": "green", "warn": "yellow", "fail": "bold red", "skip": "dim"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object with every finding.")] = False,
) -> None:
    """Look at settings, machine, broker, topics, groups and clocks, and say what is wrong and what to do.

    Changes nothing. Exit code 0 if all is well (warnings are), 3 if there is a problem.

    Examples:

        marsad doctor

        marsad doctor --json | jq -r '.findings[] | select(.level == "fail") | .next'
    """
    found = asyncio.run(_examine(None if as_json else console()))
    problems = [finding for finding in found if finding.level == "fail"]
    warnings = sum(finding.level == "warn" for finding in found)
    if as_json:
        typer.echo(orjson.dumps({"problems": len(problems), "warnings": warnings, "findings": found}))
    else:
        typer.echo(_summary(problems, warnings))
    if problems:
        raise typer.Exit(PROBLEMS)


async def _examine(screen: Console | None) -> list["Finding"]:
    from agents.doctor.examine import examine

    found = []
    async for finding in examine():
        found.append(finding)
        if screen is not None:
            show(screen, finding)
    return found


def show(screen: Console, finding: "Finding") -> None:
    """One line if all is well; below it where, why and what next if it is not."""
    is_well = finding.level == "ok"
    what = f"{finding.what}  ({finding.where})" if is_well and finding.where else finding.what
    if finding.level == "skip":
        what = f"{finding.what}: {finding.why}"
    head = (f"{finding.level:<5}", _COLOURS[finding.level])
    screen.print(Text.assemble(head, f" {finding.check:<9} {visible(what)}"), soft_wrap=True)
    if finding.level in {"warn", "fail"}:
        for name in ("where", "why", "next"):
            if text := getattr(finding, name):
                screen.print(Text(f"      {name:>9} {visible(text)}"), soft_wrap=True)


def _summary(problems: list["Finding"], warnings: int) -> str:
    counted = f"{warnings} warning{'s' * (warnings != 1)}"
    if not problems:
        return f"no problem, {counted}" if warnings else "all is well"
    first = problems[0]
    where = f" at {first.where}" if first.where else ""
    many = f"{len(problems)} problem{'s' * (len(problems) != 1)}, {counted}"
    return visible(f"{many}; first mend {first.check}{where}: {first.what}: {first.why}; {first.next}")
