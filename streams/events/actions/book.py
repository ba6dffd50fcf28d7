"""Book: what is read of the files so far; the forms of a verb; rows of a section.

triggers, cues -> **Book** -> reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from streams import yaml
from streams.events.actions.actions import Cue, Sense
from streams.languages.forms import arabic_forms, english_forms
from streams.lexicon.fields import Faults
from streams.text.terms import TermTable


@dataclass(slots=True)
class Book:
    table: TermTable
    triggers: dict[int, list[Sense]] = field(default_factory=dict)
    never: set[int] = field(default_factory=set)
    cues: dict[str, list[Cue]] = field(default_factory=dict)
    lists: dict[str, set[str]] = field(default_factory=dict)


def rows_of(faults: Faults, node: yaml.Node) -> Iterator[yaml.Mapping]:
    if not isinstance(node, yaml.Sequence):
        faults.add(node, "a list of rows is expected here", "begin each row with '- '")
        return
    for item in node.items:
        if isinstance(item, yaml.Mapping):
            yield item
        else:
            faults.add(item, "a row is a mapping", "write {id: ..., ar: [...], en: [...]}")


def forms_of(code: str, verb: str) -> dict[str, str]:
    parts = [part.strip() for part in verb.split("/")]
    if code == "ar":
        forms = arabic_forms(parts[0], parts[-1])
        return forms if len(parts) > 1 else {form: tense for form, tense in forms.items() if tense == "past"}
    if code == "en":
        return english_forms(*parts)
    return dict.fromkeys(parts, "past")
