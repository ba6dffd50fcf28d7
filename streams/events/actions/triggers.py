"""Triggers: one row of `actions`: an event type, and by language the verbs and nouns that tell it, in all their forms.

    - {id: strike, never: [phrase, ...], ar: [trigger, ...], en: [...], ru: [...]}
    trigger: {verb: [قصف/يقصف, strike/struck], noun: [قصف], needs[], object[], drop[], platform, outcome, subject,
              present}

A verb is its principal parts; its other forms are made (`streams.languages.forms`), those in `drop` left out.
"""

from collections.abc import Iterable, Iterator

from streams import yaml
from streams.events.actions.actions import Sense, Trigger
from streams.events.actions.book import Book, forms_of, rows_of
from streams.lexicon.fields import LANGUAGE_CODES, Faults, did_you_mean, fields, platform, text, texts
from streams.lexicon.words import with_proclitics
from streams.text.fold import fold_term

NEEDS = frozenset(
    {
        "agent", "agent.force", "agent.platform", "agent.abroad", "weapon", "target", "target.place", "target.armed",
        "target.site", "target.actor", "target.civilian", "target.thing", "event_subject", "qualified", "quantity",
        "carried",
    }
)  # fmt: skip
TRIGGER_FIELDS = {
    "verb": texts, "noun": texts, "needs": texts, "object": texts, "drop": texts, "platform": platform,
    "outcome": text, "subject": text, "present": text, "note": text,
}  # fmt: skip


def read_action(book: Book, faults: Faults, node: yaml.Mapping) -> None:
    name = node.get("id")
    action = text(faults, name) if name else None
    if action is None:
        faults.add(node, "an action without id", "add id: strike")
        return
    for key, value in node.entries:
        if key.text == "never":
            book.never.update(number for phrase in texts(faults, value) for number in _add(book, faults, value, phrase))
        elif key.text in LANGUAGE_CODES:
            for row in rows_of(faults, value):
                _read_trigger(book, faults, action, key.text, row)
        elif key.text not in ("id", "note"):
            faults.add(key, f'unknown field "{key.text}"', did_you_mean(key.text, ("id", "never", *LANGUAGE_CODES)))


def _read_trigger(book: Book, faults: Faults, action: str, code: str, node: yaml.Mapping) -> None:
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
        for form, tense in forms_of(code, verb).items()
        if fold_term(form) not in dropped
    }
    senses = {tense: Sense(trigger, tense) for tense in ("noun", *(tense for _, tense in verbs))}
    for form, tense in (*((noun, "noun") for noun in nouns), *verbs):
        for number in _add(book, faults, node, form, inflect=tense == "noun"):
            sense = senses[tense]
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


def _add(book: Book, faults: Faults, node: yaml.Node, form: str, *, inflect: bool = False) -> Iterator[int]:
    try:
        yield book.table.add(form, inflect=inflect)
    except ValueError as error:
        faults.add(node, str(error), "write it in letters, or leave it out")
