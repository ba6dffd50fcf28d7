"""Cue rows: one row of `cues`, a kind of cue and its words; one of `words`, a list that is asked for by name.

    cues:  - {id: negation, value: text, ar: [word, ...], en: [...], ru: [...], ar_verb: [قال/يقول],
              en_verb: [say/said]}
    words: - {id: month, ar: [...], en: [...], ru: [...]}

A cue may end a clause or a walk, whatever its kind: so words that only one question asks for are `words`.
"""

from streams import yaml
from streams.events.actions.actions import LISTS, Cue
from streams.events.actions.book import Book, forms_of
from streams.languages import ARABIC
from streams.lexicon.fields import LANGUAGE_CODES, Faults, did_you_mean, fields, text, texts
from streams.text.fold import fold_term

_CUE = {"id": text, "value": text, "note": text} | {
    key: texts for code in LANGUAGE_CODES for key in (code, f"{code}_verb")
}
_WORDS = {"id": text, "note": text} | dict.fromkeys(LANGUAGE_CODES, texts)
_BEFORE = {"ar": ("", "و", "ف")}  # what a cue may be written together with; a noun, with anything
_NOUNS = frozenset({"armed", "civilian", "site", "arms", "air", "sea", "land", "now", "tens", "both"})


def read_cue(book: Book, faults: Faults, node: yaml.Mapping) -> None:
    values = fields(faults, node, _CUE)
    if "id" not in values:
        faults.add(node, "a cue without id", "add id: negation")
        return
    kind, value = values["id"], values.get("value", "")
    for code in LANGUAGE_CODES:
        forms = dict.fromkeys(values.get(code, ()), value)
        for verb in values.get(f"{code}_verb", ()):
            for form, tense in forms_of(code, verb).items():
                forms.setdefault(form, value or tense)
        for form, said in forms.items():
            words = fold_term(form).split(" ")
            bare = ARABIC.proclitics if code == "ar" and kind in _NOUNS else _BEFORE.get(code, ("",))
            cue = Cue(tuple(words[1:]), kind, said)
            for before in sorted(bare):
                book.cues.setdefault(fold_term(before) + words[0], []).append(cue)


def read_words(book: Book, faults: Faults, node: yaml.Mapping) -> None:
    values = fields(faults, node, _WORDS)
    name = values.get("id", "")
    if name not in LISTS:
        faults.add(node, f'unknown list of words "{name}"', did_you_mean(name, LISTS))
        return
    for code in LANGUAGE_CODES:
        book.lists.setdefault(name, set()).update(map(fold_term, values.get(code, ())))
