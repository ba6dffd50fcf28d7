"""How many of PLOVER's coded sentences (mostly of other wars) are coded alike by the shipped events.

    python -m bench.plover CORPORA/PLOVER_GSR_CAMEO.txt [--misses]

Derivation. PLOVER's types are wider than ours, so a sentence counts as right if one of its frames is of a type of
TYPES, once for all sentences and once for those that name somebody or somewhere that the lexicon knows (others are not
coded). Types without a counterpart (agree, demand, protest, sanction, aid ...) are left out; only counted is how
many sentences have a frame of violence that is told as done. A source or target is *known* if its words alone, read as
a text, name an actor or a country of the lexicon; it is found if a role of the slots below meets it by id: sources in
actors or claimants, targets in recipients or places, in any frame of a right type.
"""

import argparse
import json  # noqa: TID251  other people's files
from collections import Counter
from pathlib import Path
from typing import Any

from agents.rulebook import read_rulebook
from bench.gold_report import wilson
from streams.judge import look
from streams.messages import Article
from streams.text.findings import Findings

VIOLENCE = (
    "strike", "attack", "clash", "bombing", "casualties", "force_entry", "territory_seized", "siege_laid",
    "siege_ongoing", "site_burned",
)  # fmt: skip
TYPES = {
    "FIGHT": VIOLENCE, "ASSAULT": (*VIOLENCE, "captured"), "CONSULT": ("talks",), "DISAPPROVE": ("accusation",),
    "THREATEN": ("warning",), "RETREAT": ("territory_lost", "siege_broken"),
}  # fmt: skip
SLOTS = {"source": ("actors", "claimants"), "target": ("recipients", "places")}
TOLD = ("asserted", "claimed", "admitted")
RULEBOOK = read_rulebook()


def read(text: str) -> Findings:
    return look(Article(id="plover", text=text, language="en"), RULEBOOK)


def party(path: str) -> str:
    """Whose *path* is: the army's and the government's country, the group itself."""
    return path.partition(".")[0]


def names(row: dict[str, Any], end: str) -> list[tuple[str, set[str]]]:
    """The parties that each source or target of *row* names by itself, with its words."""
    coded = row.get(end) or []
    texts = [one["actorText"] for one in coded if isinstance(one, dict)]
    return [(text, {party(one.id) for one in read(text).mentions if one.kind in ("actor", "place")}) for text in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    missed: list[str] = []
    for row in json.loads(given.file.read_text("utf-8")):
        wanted, text = TYPES.get(row["event"]), row.get("text", "")
        frames = read(text).frames if text else ()
        if wanted is None:
            counts["other"] += bool(text)
            wrong = [one for one in frames if one.type in VIOLENCE and one.stance in TOLD]
            counts["other violent"] += bool(wrong)
            missed += [f"violence in {row['event']}: {[one.type for one in wrong]}: {text}"] if wrong else []
            continue
        right = [one for one in frames if one.type in wanted]
        known = bool(read(text).mentions)
        counts.update({row["event"]: 1, f"{row['event']} right": bool(right), f"{row['event']} known": known})
        if known and not right:
            missed.append(f"{row['event']}: {[one.type for one in frames]}: {text}")
        for end, slots in SLOTS.items():
            found = {party(role.id) for one in right for slot in slots for role in getattr(one, slot)}
            for words, parties in names(row, end) if right else ():
                counts[end] += bool(parties)
                counts[f"{end} found"] += bool(parties & found)
                if parties and not parties & found:
                    missed.append(f"{end} of {row['event']}: {words}: {text}")
    for type_ in TYPES:
        right, known = counts[f"{type_} right"], counts[f"{type_} known"]
        print(f"{type_:<11} {counts[type_]:>4}  R {wilson(right, counts[type_])}", end="")
        print(f"   known {known:>3}  R {wilson(right, known)}")
    for end in SLOTS:
        print(f"{end:<11} {counts[end]:>4} known      R {wilson(counts[f'{end} found'], counts[end])}")
    print(f"other types {counts['other']:>4} sentences  with violence told {counts['other violent']}")
    if given.misses:
        print("\n".join(sorted(missed)))


if __name__ == "__main__":
    main()
