"""Forms: the words that a verb is written as, made from its principal parts, each with its tense.

Only the third person is made: news tells of others. What a generated form means else is taken out by `drop` in YAML.
"""

from collections.abc import Iterator

VOWELS = "aeiou"
WEAK = ("ى", "ي", "ا")
ABOUT = ("ها", "ه", "هم")  # object pronouns: قصفتها


def arabic_forms(past: str, present: str) -> dict[str, str]:
    """Form -> past, present or future of the verb whose masculine singular forms are *past* and *present*.

    With the pronouns ها ه هم as objects. The passive is written alike, so there are no forms of its own.
    """
    forms: dict[str, str] = {}
    for form, tense in _arabic(past, present):
        forms.setdefault(form, tense)
    return forms


def _arabic(past: str, present: str) -> Iterator[tuple[str, str]]:
    weak = past.endswith(WEAK)
    stem = past[:-1] if weak else past
    fem = stem + "ت"
    before_pronoun = stem + "ا" if weak else past  # نفى, نفاها
    plural = stem + "وا"
    dual = (stem + "يا" if past.endswith("ى") else stem + "ا") if not past.endswith("ا") else stem + "وا"
    yield from ((form, "past") for form in (past, fem, dual, fem + "ا", plural))
    yield from ((head + about, "past") for head in (before_pronoun, fem, stem + "و") for about in ABOUT)
    weak = present.endswith((*WEAK, "و"))
    root = present[1:]
    short = root[:-1] if weak else root  # ينفي, ينفون
    dual = f"{short}يان" if present.endswith(("ى", "ي")) else f"{root}ان"
    for person in "يت":
        whole = [person + root, person + dual, f"{person}{short}ون", f"{person}{short}وا"]
        whole += [person + (f"{short}ي" if present.endswith("ى") else root) + about for about in ABOUT]
        whole += [f"{person}{short}ون{about}" for about in ABOUT]
        for form in whole:
            yield form, "present"
            yield f"س{form}", "future"


def english_forms(base: str, past: str | None = None, participle: str | None = None) -> dict[str, str]:
    """Form -> base, present, past, participle or ing. *past* and *participle* are given where they are irregular.

    A past that is its own participle (bombed) is "past"; the words after the first of a phrasal verb stay as they are.
    """
    head, space, rest = base.partition(" ")
    tail = space + rest
    past = (past or _regular(head, "ed")).partition(" ")[0]
    forms = {head: "base", _third(head): "present", past: "past"}
    forms.setdefault((participle or past).partition(" ")[0], "participle")
    forms[_regular(head, "ing")] = "ing"
    if past == head:  # hit, hit
        forms[head] = "past"
    return {form + tail: tense for form, tense in forms.items()}


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _regular(verb: str, ending: str) -> str:
    if verb.endswith("ie") and ending == "ing":
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + ending
    if verb.endswith("y") and verb[-2] not in VOWELS and ending == "ed":
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + ending
    return verb + ending


def _doubles(verb: str) -> bool:
    """hit, hitting; raid, raiding; enter, entering."""
    return (
        len(verb) >= 3
        and verb[-1] not in "aeiouwxyh"
        and verb[-2] in VOWELS
        and verb[-3] not in VOWELS
        and sum(letter in VOWELS for letter in verb) == 1
    )
