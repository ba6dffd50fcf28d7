"""Where each setting's value came from, and what stands in the environment that nobody reads.

environment + arguments -> `rows` -> `marsad config show`, `marsad doctor`
"""

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import AliasChoices
from pydantic_core import PydanticUndefined

from agents.settings import SECRETS, Settings, variable, written

HIDDEN = "********"
OURS = frozenset(("worker", "restarts", "parent_fd"))  # set by the supervisor alone
# Read elsewhere: by the command line, by the tests.
_OTHERS = frozenset(("MARSAD_DEBUG", "MARSAD_TEST_KAFKA", "MARSAD_TEST_TOOLS"))
_NEAR = 0.85  # many programs have KAFKA_ variables: only one that looks like ours is told


class Origin(StrEnum):
    """Who gave a value, the weakest first."""

    DEFAULT = "default"
    ENVIRONMENT = "environment"
    FILE = "file"
    ARGUMENT = "argument"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One setting. A secret's value is `********`, or empty."""

    name: str
    value: str
    origin: Origin
    where: str = ""  # the variable that gave it, if it is not `name`; the file of a secret


def rows(settings: Settings | None, given: dict[str, Any]) -> list[Row]:
    """Every setting in the order of Settings; *given* are those that arguments gave.

    Without *settings*, since they can't be read, the values are as they stand in the environment.
    """
    return [_row(field, settings, given) for field in Settings.model_fields if field not in OURS]


def _row(field: str, settings: Settings | None, given: dict[str, Any]) -> Row:
    name, origin, where = variable(field), Origin.DEFAULT, ""
    found = next((each for each in _variables(field) if _in_environment(each) is not None), "")
    file = os.environ.get(f"{name}_FILE") if field in SECRETS else None
    if field in given:
        origin = Origin.ARGUMENT
    elif file:
        origin, where = Origin.FILE, f"{name}_FILE={file}"
    elif found:
        origin, where = Origin.ENVIRONMENT, found if found != name else ""
    if settings is not None:
        value = _shown(getattr(settings, field))
    elif field in given:
        value = _shown(given[field])
    else:
        value = (_in_environment(found) if found else None) or _default(field)
    if field in SECRETS:
        value = HIDDEN if value or file else ""
    return Row(name=name, value=value, origin=origin, where=where)


def strangers() -> Iterator[tuple[str, str]]:
    """(variable, the one that was meant or "") for each MARSAD_ variable, or misspelt KAFKA_ one, nobody reads."""
    known = {each for field in Settings.model_fields for each in _variables(field)} | _OTHERS
    known |= {f"{variable(field)}_FILE" for field in SECRETS}
    for name in sorted(os.environ):
        if name.upper() in known or not name.upper().startswith(("MARSAD_", "KAFKA_")):
            continue
        is_ours = name.upper().startswith("MARSAD_")
        near = difflib.get_close_matches(name.upper(), known, 1, 0.6 if is_ours else _NEAR)
        if is_ours or near:
            yield name, near[0] if near else ""


def idle(settings: Settings) -> Iterator[str]:
    """What is set and has no effect, a sentence each."""
    protocol = settings.security_protocol
    tls = {"ssl_ca", "ssl_certificate", "ssl_key", "ssl_key_password"}
    unused = ({"sasl_username", "sasl_password"} if not protocol.startswith("SASL") else set()) | (
        tls if not protocol.endswith("SSL") else set()
    )
    for field in Settings.model_fields:
        if field in unused and _shown(getattr(settings, field)):
            yield f"{variable(field)} is set, and KAFKA_SECURITY_PROTOCOL={protocol} does not use it"


def _variables(field: str) -> list[str]:
    alias = Settings.model_fields[field].validation_alias
    return [str(each) for each in alias.choices] if isinstance(alias, AliasChoices) else [variable(field)]


def _in_environment(name: str) -> str | None:
    """Its value there; of Kafka's variables an empty one is as good as none."""
    value = next((value for key, value in os.environ.items() if key.upper() == name), None)
    return value or (None if name.startswith("KAFKA_") else value)


def _default(field: str) -> str:
    default = Settings.model_fields[field].get_default(call_default_factory=True, validated_data={})
    return "" if default is PydanticUndefined else _shown(default)


def _shown(value: object) -> str:
    return "" if value is None else written(value)
