"""Reader: the sections `actions` and `cues` of the lexicon's files to Actions, or every fault of every file at once.

    actions: - {id: strike, never: [phrase, ...], ar: [trigger, ...], en: [...], ru: [...]}
    trigger: {verb: [قصف/يقصف, strike/struck], noun: [قصف], needs[], object[], drop[], platform, outcome, subject,
              present}
    cues:    - {id: negation, value: text, ar: [word, ...], en: [...], ru: [...], ar_verb: [قال/يقول],
                en_verb: [say/said]}

A verb is its principal parts; its other forms are made (`streams.languages.forms`), those in `drop` left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from streams import yaml
from streams.errors import LoadError
from streams.events.actions import Actions, Cue, Sense, Trigger
from streams.events.model import TYPES
from streams.ids import digest
from streams.languages import ARABIC
from streams.languages.forms import arabic_forms, english_forms
from streams.lexicon import Lexicon
from streams.lexicon.fields import LANGUAGE_CODES, Faults, did_you_mean, fields, platform, text, texts
from streams.lexicon.words import with_and_without_article, with_proclitics
from streams.text.fold import fold_term
from streams.text.terms import TermTable

SECTIONS = ("actions", "cues")
NEEDS = frozenset(
    {
        "agent", "agent.force", "agent.platform", "weapon", "target", "target.place", "target.armed", "target.site",
        "target.actor", "target.civilian", "event_subject", "qualified", "quantity", "carried",
    }
)  # fmt: skip
TRIGGER_FIELDS = {
    "verb": texts, "noun": texts, "needs": texts, "object": texts, "drop": texts, "platform": platform,
    "outcome": text, "subject": text, "present": text, "note": text,
}  # fmt: skip
_CUE = {"id": text, "value": text, "note": text} | {
    key: texts for code in LANGUAGE_CODES for key in (code, f"{code}_verb")
}
_BEFORE = {"ar": ("", "و", "ف")}  # what a cue may be written together with; a noun, with anything
_NOUNS = frozenset({"armed", "civilian", "site", "arms", "air", "sea", "land", "now", "tens", "both"})


@dataclass(slots=True)
class _Book:
    table: TermTable
    triggers: dict[int, list[Sense]] = field(default_factory=dict)
    never: set[int] = field(default_factory=set)
    cues: dict[str, list[Cue]] = field(default_factory=dict)


def read_actions(files: Mapping[str, str], table: TermTable, lexicon: Lexicon) -> Actions:
    """Read *files* (path -> YAML text); every form of a trigger goes into *table*. Raises LoadError with all faults."""
    book = _Book(table)
    found = []
    said: list[Any] = []
    for path, content in files.items():
        root = yaml.parse(content, path)
        if not isinstance(root, yaml.Mapping):
            continue
        faults = Faults(path)
        for section in SECTIONS:
            node = root.get(section)
            if node is None:
                continue
            said.append([section, yaml.plain(node)])
            for item in _rows(faults, node):
                (_read_action if section == "actions" else _read_cue)(book, faults, item)
        found += faults.found
    if found:
        raise LoadError(found)
    cues = {word: tuple(sorted(same, key=lambda cue: -len(cue.rest))) for word, same in book.cues.items()}
    return Actions(
        triggers={term: tuple(senses) for term, senses in book.triggers.items()},
        bound=frozenset(
            term for term, senses in book.triggers.items() if all(sense.trigger.object for sense in senses)
        ),
        never=frozenset(book.never),
        cues=cues,
        alone={
            word: {cue.kind: (cue.value, 1) for cue in reversed(same) if not cue.rest} for word, same in cues.items()
        },
        sport=frozenset(word for word, same in cues.items() if any(c.kind == "sport" and not c.rest for c in same)),
        seconds={
            word: frozenset(cue.rest[0] for cue in same if cue.rest)
            for word, same in cues.items()
            if any(cue.rest for cue in same)
        },
        words={
            code: replace(words, qualifiers=words.qualifiers | _adjectives(cues))
            for code, words in lexicon.meanings.words.items()
        },
        digest=digest("actions", repr(said)),
    )


def _adjectives(cues: Mapping[str, tuple[Cue, ...]]) -> set[str]:
    plain = {word for word, same in cues.items() if any(cue.kind == "adjective" and not cue.rest for cue in same)}
    return {form for word in plain for form in with_and_without_article(word)}


def _rows(faults: Faults, node: yaml.Node) -> Iterator[yaml.Mapping]:
    if not isinstance(node, yaml.Sequence):
        faults.add(node, "a list of rows is expected here", "begin each row with '- '")
        return
    for item in node.items:
        if isinstance(item, yaml.Mapping):
            yield item
        else:
            faults.add(item, "a row is a mapping", "write {id: ..., ar: [...], en: [...]}")


def _read_action(book: _Book, faults: Faults, node: yaml.Mapping) -> None:
    name = node.get("id")
    action = text(faults, name) if name else None
    if action is None:
        faults.add(node, "an action without id", "add id: strike")
        return
    for key, value in node.entries:
        if key.text == "never":
            book.never.update(number for phrase in texts(faults, value) for number in _add(book, faults, value, phrase))
        elif key.text in LANGUAGE_CODES:
            for row in _rows(faults, value):
                _read_trigger(book, faults, action, key.text, row)
        elif key.text not in ("id", "note"):
            faults.add(key, f'unknown field "{key.text}"', did_you_mean(key.text, ("id", "never", *LANGUAGE_CODES)))


def _read_trigger(book: _Book, faults: Faults, action: str, code: str, node: yaml.Mapping) -> None:
    values = fields(faults, node, TRIGGER_FIELDS)
    for need in values.get("needs", ()):
        if need not in NEEDS:
            faults.add(node, f'unknown need "{need}"', did_you_mean(need, NEEDS))
    objects = values.get("object", ())
    trigger = Trigger(
        type=action,
        language=code,
        needs=frozenset(values.get("needs", ())),
        object=frozenset(word if word.startswith("weapon") else fold_term(word) for word in objects),
        object_forms=with_proclitics(_objects(code, objects)),
        **{name: values[name] for name in ("platform", "outcome", "subject", "present") if name in values},
    )
    nouns = {form: None for noun in values.get("noun", ()) for form in _nouns(code, noun)}
    dropped = {fold_term(form) for form in values.get("drop", ())}
    verbs = {
        (form, tense): None
        for verb in values.get("verb", ())
        for form, tense in _forms(code, verb).items()
        if fold_term(form) not in dropped and not (form in nouns and form.endswith("ا"))
    }
    for form, tense in (*((noun, "noun") for noun in nouns), *verbs):
        for number in _add(book, faults, node, form, inflect=tense == "noun"):
            sense = Sense(trigger, tense)
            if sense not in book.triggers.setdefault(number, []):
                book.triggers[number].append(sense)


def _objects(code: str, objects: Iterable[str]) -> Iterator[str]:
    """The words among *objects*, in Arabic with the pronoun of their owner too: ألقت قنابلها."""
    for word in objects:
        if not word.startswith("weapon"):
            yield word
            if code == "ar" and " " not in word and not word.endswith(("ة", "ا", "ه")):
                yield from (word + "ها", word + "ه")


def _nouns(code: str, noun: str) -> Iterator[str]:
    """*noun*, and in Arabic its accusative (قصفاً) and the one with a pronoun that is not always safe (غاراته)."""
    yield noun
    if code != "ar" or " " in noun or noun.endswith(("ين", "ان", "ى", "ء", "ا", "ة")):
        return
    if not noun.endswith("ات"):
        yield noun + "ا"
    yield noun + "ه"
    yield noun + "هما"


def _forms(code: str, verb: str) -> dict[str, str]:
    parts = [part.strip() for part in verb.split("/")]
    if code == "ar":
        forms = arabic_forms(parts[0], parts[-1])
        return forms if len(parts) > 1 else {form: tense for form, tense in forms.items() if tense == "past"}
    if code == "en":
        return english_forms(*parts)
    return dict.fromkeys(parts, "past")


def _read_cue(book: _Book, faults: Faults, node: yaml.Mapping) -> None:
    values = fields(faults, node, _CUE)
    if "id" not in values:
        faults.add(node, "a cue without id", "add id: negation")
        return
    kind, value = values["id"], values.get("value", "")
    for code in LANGUAGE_CODES:
        forms = dict.fromkeys(values.get(code, ()), value)
        for verb in values.get(f"{code}_verb", ()):
            for form, tense in _forms(code, verb).items():
                forms.setdefault(form, value or tense)
        for form, said in forms.items():
            words = fold_term(form).split(" ")
            bare = ARABIC.proclitics if code == "ar" and kind in _NOUNS else _BEFORE.get(code, ("",))
            for before in sorted(bare):
                cue = Cue(tuple(words[1:]), kind, said)
                book.cues.setdefault(fold_term(before) + words[0], []).append(cue)


def _add(book: _Book, faults: Faults, node: yaml.Node, form: str, *, inflect: bool = False) -> Iterator[int]:
    try:
        yield book.table.add(form, inflect=inflect)
    except ValueError as error:
        faults.add(node, str(error), "write it in letters, or leave it out")


def is_type(name: str) -> bool:
    """*name* is one of the types that the project ships with."""
    return name in TYPES
