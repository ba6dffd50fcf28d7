"""Fields: one value of a lexicon row out of its YAML node, or a fault with its line and column."""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias

from streams import yaml
from streams.errors import Fault
from streams.languages import LANGUAGES
from streams.lexicon.rows import Address, Texts

LANGUAGE_CODES = tuple(language.code for language in LANGUAGES)
PLATFORMS = ("air", "sea", "land")

Parse: TypeAlias = Callable[["Faults", yaml.Node], Any]


class Faults:
    """Gathers what is wrong in one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.found: list[Fault] = []

    def at(self, node: yaml.Node) -> Address:
        return Address(self.path, node.line, node.column)

    def add(self, node: yaml.Node, what: str, hint: str = "") -> None:
        self.found.append(self.at(node).fault(what, hint))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the closest of *known*, else all of them if they are few."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known: {', '.join(names)}" if 0 < len(names) <= 20 else ""


def text(faults: Faults, node: yaml.Node) -> str | None:
    """One text; a bare number (a brigade's) is taken as written."""
    if isinstance(node, yaml.Scalar) and node.value is not None and node.text.strip():
        return node.text.strip()
    faults.add(node, "a text is expected here", "write one text" if not isinstance(node, yaml.Scalar) else "fill it in")
    return None


def texts(faults: Faults, node: yaml.Node) -> Texts:
    """A list of texts."""
    if not isinstance(node, yaml.Sequence):
        faults.add(node, "a list is expected here", "write it as [one, two]")
        return ()
    return tuple(found for item in node.items if (found := text(faults, item)))


def by_language(faults: Faults, node: yaml.Node) -> dict[str, str]:
    """{en: text, ar: text, ...}."""
    return {code: found for code, value in _columns(faults, node) if (found := text(faults, value))}


def lists_by_language(faults: Faults, node: yaml.Node) -> dict[str, Texts]:
    """{en: [text, ...], ...}."""
    return {code: texts(faults, value) for code, value in _columns(faults, node)}


def renames(faults: Faults, node: yaml.Node) -> dict[str, str]:
    """{word: word, ...}."""
    if isinstance(node, yaml.Mapping):
        return {key.text: found for key, value in node.entries if (found := text(faults, value))}
    faults.add(node, "a mapping is expected here", "write {military: forces}")
    return {}


def number(faults: Faults, node: yaml.Node) -> float | None:
    if isinstance(node, yaml.Scalar) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return float(node.value)
    faults.add(node, "a number is expected here", "degrees and kilometres are written as 35.18")
    return None


def box(faults: Faults, node: yaml.Node) -> tuple[float, float, float, float] | None:
    """[south, west, north, east] in degrees."""
    values = [number(faults, item) for item in node.items] if isinstance(node, yaml.Sequence) else []
    match values:
        case [float(south), float(west), float(north), float(east)] if south < north and west < east:
            return south, west, north, east
    faults.add(node, "a box is four numbers", "write [south, west, north, east] in degrees")
    return None


def platform(faults: Faults, node: yaml.Node) -> str | None:
    if isinstance(node, yaml.Scalar) and node.value is None:
        return None
    found = text(faults, node)
    if found is None or found in PLATFORMS:
        return found
    faults.add(node, f'unknown platform "{found}"', did_you_mean(found, PLATFORMS))
    return None


def fields(faults: Faults, node: yaml.Mapping, known: Mapping[str, Parse]) -> dict[str, Any]:
    """The values of the keys of *known* that *node* has; other keys are faults."""
    values: dict[str, Any] = {}
    for key, value in node.entries:
        parse = known.get(key.text)
        if parse is None:
            faults.add(key, f'unknown field "{key.text}"', did_you_mean(key.text, known))
        elif (found := parse(faults, value)) is not None:
            values[key.text] = found
    return values


def _columns(faults: Faults, node: yaml.Node) -> list[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.Mapping):
        faults.add(node, "a mapping by language is expected here", "write {en: ..., ar: ...}")
        return []
    columns = []
    for key, value in node.entries:
        if key.text in LANGUAGE_CODES:
            columns.append((key.text, value))
        else:
            faults.add(key, f'unknown language "{key.text}"', did_you_mean(key.text, LANGUAGE_CODES))
    return columns
