"""`marsad rules`: check, test, explain and list what an analyst wrote."""

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from agents.cli.show import COLOURS, console, one_line, visible
from streams.errors import MarsadError

if TYPE_CHECKING:
    from streams.messages import Article
    from streams.rulebook import Rulebook
    from streams.rules.model import Example, Rule
    from streams.rules.operators.operator import Why
    from streams.text.findings import Findings

PROBLEMS = 3
MAX_BRANCHES = 12

rules = typer.Typer(help="Rules: check, test, explain, list.", no_args_is_help=True)
Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="[PATH]...", help="Packs or folders; the shipped ones if absent.")
]
Rules = Annotated[list[Path] | None, typer.Option("--rules", help="Packs to use instead of the shipped ones.")]


@rules.command()
def check(paths: Paths = None) -> None:
    """Read packs and lexicon and print every fault as path:line:column, with what to do. Exit 3 if there is one.

    Examples:

        marsad rules check

        marsad rules check my-rules/ more.yaml
    """
    from agents.rulebook import read_rulebook
    from streams.lexicon.lint import lint

    rulebook = read_rulebook(paths or [])
    faults = lint(rulebook.lexicon)
    for fault in faults:
        sys.stderr.write(visible(str(fault)) + "\n")
    statuses = Counter(str(rule.status) for rule in rulebook.rules.values())
    counted = ", ".join(f"{count} {status}" for status, count in statuses.items())
    lexicon = rulebook.lexicon
    typer.echo(
        f"{len(rulebook.rules)} rules ({counted}), {rulebook.term_count:,} terms; "
        f"lexicon: {len(lexicon.actors)} actors, "
        f"{len(lexicon.places)} places, {len(lexicon.weapons)} weapons; {len(faults) or 'no'} faults"
    )
    if faults:
        raise typer.Exit(PROBLEMS)


@rules.command("test")
def try_examples(paths: Paths = None) -> None:
    """Run every rule's own examples. Exit 3 if one of a stable rule fails; `marsad rules explain` says why.

    Rules that are not stable run in shadow: of these only the count of examples that fail is told.

    Examples:

        marsad rules test

        marsad rules test my-rules/
    """
    from agents.rulebook import read_rulebook
    from streams.judge import judge
    from streams.rules.model import Status

    rulebook = read_rulebook(paths or [])
    ran, failed, in_shadow = 0, 0, Counter[str]()
    for rule in rulebook.rules.values():
        for example in rule.examples:
            ran += 1
            judgement = judge(article_of(example), rulebook)
            if (rule.id in judgement.classification.rules) is example.is_match:
                continue
            if rule.status is not Status.STABLE:
                in_shadow[f"{rule.id} ({rule.status})"] += 1
                continue
            failed += 1
            typer.echo(f"{example.location}: {rule.id} {_complaint(example)}: {one_line(example.text)}")
    bare = [rule.id for rule in rulebook.rules.values() if not rule.examples]
    if bare:
        typer.echo(f"without examples: {', '.join(bare)}")
    for name, count in in_shadow.items():
        typer.echo(f"not stable: {name}, {count} examples failed")
    typer.echo(f"{ran} examples of {len(rulebook.rules)} rules, {failed or 'none'} failed")
    if failed:
        raise typer.Exit(PROBLEMS)


@rules.command("list")
def list_(paths: Paths = None) -> None:
    """One line a rule: id, severity, status, what makes it the same alert, and what it is about.

    Examples:

        marsad rules list
    """
    from agents.rulebook import read_rulebook

    found = list(read_rulebook(paths or []).rules.values())
    if not sys.stdout.isatty():
        for rule in found:
            sys.stdout.buffer.write(orjson.dumps(_facts(rule)) + b"\n")
        return
    table = Table("rule", "severity", "status", "group_by", "window", "about", box=None)
    for rule in found:
        facts = _facts(rule)
        table.add_row(
            rule.id,
            Text(str(rule.severity), COLOURS[rule.severity]),
            str(rule.status),
            ", ".join(rule.group_by),
            str(facts["window"]),
            one_line(rule.about or rule.title_in("en"), 200),
        )
    console().print(table)


@rules.command()
def explain(
    rule: Annotated[str, typer.Argument(help="A rule's id.")],
    path: Annotated[Path, typer.Argument(help="An article: .txt, .json, .jsonl; - reads JSON lines.")],
    packs: Rules = None,
) -> None:
    """Say why a rule fires on an article or does not: every condition, what held it, which exception stopped it.

    Examples:

        marsad rules explain russian-strikes article.txt

        echo '{"text": "Russia strikes a deal"}' | marsad rules explain russian-strikes -
    """
    from agents.cli.articles import Trouble, files, read
    from agents.rulebook import read_rulebook
    from streams.codec import decode_article
    from streams.messages import Refusal

    rulebook = read_rulebook(packs or [])
    wanted = rulebook.rules.get(rule)
    if wanted is None:
        raise MarsadError(f"there is no rule {rule}", remedy=f"rules are: {', '.join(rulebook.rules)}")
    screen, troubles = console(), 0
    for given in read(files([path])):
        article = given if isinstance(given, Trouble) else decode_article(given.value)
        if isinstance(article, Trouble | Refusal):
            troubles += 1
            said = (
                str(article) if isinstance(article, Trouble) else f"{given.where}: {article.reason}: {article.detail}"
            )
            sys.stderr.write(visible(said) + "\n")
        else:
            _explain(screen, wanted, article, rulebook)
    if troubles:
        raise typer.Exit(PROBLEMS)


def article_of(example: "Example") -> "Article":
    """The article that an example stands for."""
    from streams.ids import article_id
    from streams.messages import Article

    return Article(
        id=article_id(None, example.title, example.text),
        text=example.text,
        title=example.title,
        source=example.source,
        language=example.language,
        published_at=example.published_at,
        event_time=example.published_at,
    )


def _complaint(example: "Example") -> str:
    return "must match and does not" if example.is_match else f"must not match ({example.why}) and does"


def _facts(rule: "Rule") -> dict[str, object]:
    hours = rule.window.total_seconds() / 3600
    return {
        "id": rule.id,
        "title": rule.title_in("en"),
        "severity": rule.severity,
        "status": rule.status,
        "group_by": rule.group_by,
        "window": f"{hours:g}h",
        "about": rule.about,
        "version": rule.version,
        "path": str(rule.location),
    }


def _explain(screen: Console, rule: "Rule", article: "Article", rulebook: "Rulebook") -> None:
    from streams.judge import look
    from streams.rules.explain import explain as explained

    reason = explained(rule, findings := look(article, rulebook), article, rulebook.lexicon)
    fires = reason.outcome is not None
    verdict = (
        "fires" if fires else f"stopped: {reason.stopped_by}" if reason.stopped_by and reason.when.held else "silent"
    )
    tree = Tree(
        Text.assemble((f"{rule.id} {verdict}", "bold"), ("  " + one_line(article.title or article.text, 60), "dim"))
    )
    _grow(tree, reason.when, findings)
    for why, branch in reason.unless:
        if branch.held:
            _grow(tree.add(Text(f"unless: {why}", "red")), branch, findings)
    screen.print(tree)
    for miss in reason.misses[:3]:
        screen.print(Text(f"missing: {miss}", "dim"))
    if reason.outcome:
        for group in reason.outcome.groups:
            values = ", ".join(f"{name}={value}" for name, value in group.values.items())
            screen.print(Text(f"alert: {values or 'one a window'}", "dim"))


def _grow(tree: Tree, why: "Why", findings: "Findings") -> None:
    from streams.rules.view import span_of

    spans = dict.fromkeys(findings.document.hit(span_of(support)).text for support in why.evidence)
    words = " · ".join(list(spans)[:6])
    label = Text.assemble(("✓ " if why.held else "✗ ", "green" if why.held else "red"), visible(why.says))
    if words:
        label.append(f"  {one_line(words)}", "dim")
    if why.note:
        label.append(f"  ({visible(why.note)})", "dim")
    branch = tree.add(label)
    parts = sorted(why.parts, key=lambda part: (not part.held, -part.closeness))
    for part in parts[:MAX_BRANCHES]:
        _grow(branch, part, findings)
    if len(parts) > MAX_BRANCHES:
        branch.add(Text(f"and {len(parts) - MAX_BRANCHES} more, none nearer", "dim"))
