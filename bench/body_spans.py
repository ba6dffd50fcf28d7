"""How well `clean` finds the body: precision and recall of body characters on hand-labelled pages, and its time.

    python bench/body_spans.py CORPORA [--labels bench/labels/body_spans.jsonl] [--worst N]

CORPORA is the folder that holds the files which the labels name. The labels are facts only: file, row, start, end of
the body in code points, `cuts` inside it, and the half ("seen" while the code was written, "unseen" for the figure).
White space counts for nobody. Text in two columns: without cleaning (the whole text is taken for body), and with.
"""

import argparse
import gzip
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import msgspec

from streams.text.clean import clean


class Label(msgspec.Struct):
    """Where the body of one row is; `cuts` are spans inside it that are furniture."""

    file: str
    row: int
    start: int
    end: int
    half: str
    cuts: list[tuple[int, int]] = []


class Row(msgspec.Struct):
    text: str
    title: str | None = None
    lang: str | None = None


@dataclass
class Count:
    """Characters that are no white space: of the body, taken for body, and both; pages found to the letter."""

    pages: int = 0
    exact: int = 0
    body: int = 0
    taken: int = 0
    both: int = 0

    def add(self, text: str, body: set[int], taken: set[int]) -> None:
        solid = {at for at, letter in enumerate(text) if not letter.isspace()}
        self.pages += 1
        self.exact += body & solid == taken & solid
        self.body += len(body & solid)
        self.taken += len(taken & solid)
        self.both += len(body & taken & solid)

    def __str__(self) -> str:
        precision, recall = self.both / self.taken, self.both / self.body
        furniture = self.taken - self.both
        return (
            f"pages {self.pages:3}  exact {self.exact:3}  precision {precision:.4f}  recall {recall:.4f}"
            f"  furniture taken for body {furniture:5}"
        )


def inside(start: int, end: int, cuts: list[tuple[int, int]]) -> set[int]:
    return set(range(start, end)).difference(*(range(*cut) for cut in cuts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels" / "body_spans.jsonl")
    parser.add_argument("--half", help="only this half")
    parser.add_argument("--worst", type=int, default=0, help="print the spans of the N worst pages")
    wanted = parser.parse_args()

    labels = [msgspec.json.decode(line, type=Label) for line in wanted.labels.read_bytes().splitlines()]
    labels = [label for label in labels if wanted.half in (None, label.half)]
    files: dict[str, list[Row]] = {}
    for name in {label.file for label in labels}:
        with gzip.open(wanted.corpora / name) as lines:
            files[name] = [msgspec.json.decode(line, type=Row) for line in lines]

    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    wrong: list[tuple[int, str]] = []
    microseconds = characters = 0.0
    for label in labels:
        row = files[label.file][label.row]
        best = 1.0
        for _ in range(20):
            began = time.perf_counter()
            found = clean(row.text, row.title, row.lang)
            best = min(best, time.perf_counter() - began)
        if 2_000 <= len(row.text) <= 5_000:
            microseconds, characters = microseconds + best * 1e6, characters + len(row.text)
        body = inside(label.start, label.end, label.cuts)
        taken = inside(found.start, found.end, [(cut.start, cut.end) for cut in found.cut])
        for half in (label.half, "all"):
            counts[half, "before"].add(row.text, body, set(range(len(row.text))))
            counts[half, "after"].add(row.text, body, taken)
        spans = f"{label.file[:8]} row {label.row}: labelled {label.start}-{label.end}, found {found.start}-{found.end}"
        wrong.append((len(body ^ taken), spans + "".join(f" {c.reason}:{c.start}-{c.end}" for c in found.cut)))
    for (half, when), count in sorted(counts.items()):
        print(f"{half:7}{when:7} {count}")
    print(f"{3_000 * microseconds / characters:.0f} us for 3,000 characters (pages of 2,000 to 5,000; best of 20 runs)")
    for mistaken, spans in sorted(wrong, reverse=True)[: wanted.worst]:
        print(f"{mistaken:5} {spans}")


if __name__ == "__main__":
    main()
