"""How much of re3d's gold the shipped lexicon and events find (90 documents on Islamic State in Syria and Iraq).

    python -m bench.re3d CORPORA/re3d [--misses]

Derivation. A gold span is *found* if a mention of the right kind overlaps it: Location by a place (or a state, which
is its country too), Organisation and Nationality by an actor (or the country), MilitaryPlatform and Weapon by a weapon,
an actor or an event. It is *known* if its words alone, read as a text, give such a mention: recall of known spans says
what the words around them cost. Precision: of the mentions of a kind, those that overlap any gold span of a
type that names such things; re3d leaves some unmarked, so it is a lower bound.
FightingAgainst relations told in one sentence are *violent* if the words between their ends hold a trigger of ours;
their recall is that of a frame in that sentence, then of one with the relation's source among its actors.
"""

import argparse
import json  # noqa: TID251  other people's files
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agents.rulebook import read_rulebook
from bench.gold_report import wilson
from streams.judge import look
from streams.messages import Article
from streams.text.findings import Findings

KINDS = {
    "Location": ("place", "actor"), "Organisation": ("actor", "place"), "Nationality": ("actor", "place"),
    "MilitaryPlatform": ("weapon", "actor", "event"), "Weapon": ("weapon", "actor", "event"),
}  # fmt: skip
PRECISION = {
    "place": ("Location", "Nationality", "Organisation"),
    "actor": ("Organisation", "Nationality", "Person", "Location"),
    "weapon": ("Weapon", "MilitaryPlatform", "Vehicle"),
}  # fmt: skip
VIOLENT = ("strike", "attack", "clash", "casualties", "bombing", "siege_laid", "siege_ongoing", "territory_seized")
RULEBOOK = read_rulebook()
Span = tuple[int, int]


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob(f"*/{name}.json")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def read(text: str) -> tuple[Findings, dict[str, list[Span]]]:
    """*text* as read, and the spans of its mentions and events in its own positions, by kind."""
    findings = look(Article(id="re3d", text=text, language="en"), RULEBOOK)
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in findings.mentions:
        spans[one.kind].append(_raw(findings, one.span))
    spans["event"] = [_raw(findings, frame.trigger) for frame in findings.frames]
    return findings, spans


def _raw(findings: Findings, span: Span) -> Span:
    start, end = findings.document.folded.raw_span(*span)
    at = findings.document.layout.text_at
    return start - at, end - at


def meets(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


class Tally:
    """Counts over all documents, and what was missed though it is known."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.missed: list[str] = []
        self.known: dict[tuple[str, str], bool] = {}

    def spans(self, text: str, gold: set[tuple[str, int, int, str]], spans: dict[str, list[Span]]) -> None:
        for type_, begin, end, value in gold:
            if type_ not in KINDS:
                continue
            if (type_, value) not in self.known:
                alone = read(value)[1]
                self.known[type_, value] = any(alone[kind] for kind in KINDS[type_])
            found, known = any(meets((begin, end), spans[kind]) for kind in KINDS[type_]), self.known[type_, value]
            self.counts.update({f"{type_}": 1, f"{type_} found": found, f"{type_} known": known})
            self.counts[f"{type_} both"] += found and known
            if known and not found:
                self.missed.append(f"{type_}: {value} in: {' '.join(text[max(begin - 50, 0) : end + 50].split())}")
        for kind, types in PRECISION.items():
            marked = [(begin, end) for type_, begin, end, _ in gold if type_ in types]
            self.counts[f"{kind} told"] += len(spans[kind])
            self.counts[f"{kind} right"] += sum(meets(span, marked) for span in spans[kind])

    def relation(self, row: dict[str, Any], findings: Findings) -> None:
        """Count one FightingAgainst relation, if one sentence tells it with a trigger between its ends."""
        source, target = (row["sourceBegin"], row["sourceEnd"]), (row["targetBegin"], row["targetEnd"])
        first, last = sorted((source, target))
        sentences = [_raw(findings, span) for span in findings.document.sentences]
        if not any(meets(first, [one]) and meets(last, [one]) for one in sentences):
            return
        self.counts["relations"] += 1
        triggers = RULEBOOK.actions.triggers
        violent = [
            _raw(findings, span)
            for term in findings.hits.keys() & triggers.keys()
            if any(sense.trigger.type in VIOLENT for sense in triggers[term])
            for span in findings.hits[term]
        ]
        if not meets((first[1], last[0]), violent):
            return
        here = next(one for one in sentences if meets(first, [one]))
        frames = [one for one in findings.frames if one.type in VIOLENT and meets(_raw(findings, one.trigger), [here])]
        roles = [role.span for one in frames for role in one.actors if role.span]
        acted = meets(source, [_raw(findings, span) for span in roles])
        self.counts.update({"violent": 1, "framed": bool(frames), "acted": acted})
        if not acted:
            what = f"{row['source']} > {row['value']} > {row['target']}"
            self.missed.append(f"relation{'' if frames else ' without a frame'}: {what}")

    def show(self) -> None:
        counts = self.counts
        for type_ in KINDS:
            share = wilson(counts[f"{type_} found"], counts[type_])
            known = wilson(counts[f"{type_} both"], counts[f"{type_} known"])
            print(f"{type_:<17} {counts[type_]:>5}  R {share}   known {counts[f'{type_} known']:>5}  R {known}")
        for kind in PRECISION:
            print(
                f"{kind:<17} {counts[f'{kind} told']:>5}  P {wilson(counts[f'{kind} right'], counts[f'{kind} told'])}"
            )
        print(
            f"FightingAgainst   {counts['relations']:>5} in one sentence, {counts['violent']} violent:"
            f" frame R {wilson(counts['framed'], counts['violent'])},"
            f" actor R {wilson(counts['acted'], counts['violent'])}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--misses", action="store_true", help="what is known by itself and not found, and the relations"
    )
    given = parser.parse_args()
    entities: dict[str, set[tuple[str, int, int, str]]] = defaultdict(set)
    relations: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(given.folder, "entities"):
        entities[row["documentId"]].add((row["type"], row["begin"], row["end"], row["value"]))
    for row in rows(given.folder, "relations"):
        relations[row["documentId"]].append(row)
    tally = Tally()
    for document in rows(given.folder, "documents"):
        findings, spans = read(document["text"])
        tally.spans(document["text"], entities[document["_id"]], spans)
        for row in relations[document["_id"]]:
            if row["type"] == "FightingAgainst":
                tally.relation(row, findings)
    tally.show()
    if given.misses:
        print("\n".join(sorted(tally.missed)))


if __name__ == "__main__":
    main()
