"""How well `clean` finds the body: precision and recall of body characters on hand-labelled pages, and its time.

    python bench/body_spans.py CORPORA [--labels bench/labels/body_spans.jsonl] [--worst N]
    python bench/body_spans.py --gold [--worst N] [--forget SEED]

CORPORA is the folder that holds the files which the labels name. The labels are facts only: file, row, start, end of
the body in code points, `cuts` inside it, and the half ("seen" while the code was written, "unseen" for the figure).
White space counts for nobody. Two lines a half: before cleaning (the whole text is taken for body), and after.

--gold: the seen half of bench/gold instead, labels in bench/labels/gold_body_spans.jsonl; an article that has no label
there is body from end to end.

--forget SEED: without a random half of the labels ("Read also", "الوسوم"), as on a site whose words nobody foresaw.
"""

import argparse
import gzip
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from streams.text import clean as cleaning
from streams.text.clean import clean
from streams.text.furniture.words import Words

BENCH = Path(__file__).parent
SENTENCE = 25  # characters


class Label(msgspec.Struct):
    """Where the body of one row (of `file`, or article `n` of bench/gold) is; `cuts` inside it are furniture."""

    start: int
    end: int
    cuts: list[tuple[int, int]] = []
    half: str = "seen"
    file: str = "gold"
    row: int = 0
    n: int = 0
    language: str = "ar"


class Row(msgspec.Struct):
    text: str
    title: str | None = None
    lang: str | None = None
    n: int = 0
    half: str = ""


@dataclass
class Count:
    """Characters that are no white space: of the body, taken for body, and both; pages found to the letter.

    `cut`: pages that lost some of their body; `left`: pages with a sentence's worth of furniture in it.
    """

    pages: int = 0
    exact: int = 0
    cut: int = 0
    left: int = 0
    body: int = 0
    taken: int = 0
    both: int = 0

    def add(self, text: str, body: set[int], taken: set[int]) -> None:
        solid = {at for at, letter in enumerate(text) if not letter.isspace()}
        self.pages += 1
        self.exact += body & solid == taken & solid
        self.cut += bool(body & solid - taken)
        self.left += len(taken & solid - body) >= SENTENCE
        self.body += len(body & solid)
        self.taken += len(taken & solid)
        self.both += len(body & taken & solid)

    def __str__(self) -> str:
        precision, recall = self.both / self.taken, self.both / self.body
        furniture = self.taken - self.both
        return (
            f"pages {self.pages:3}  exact {self.exact:3}  precision {precision:.4f}  recall {recall:.4f}"
            f"  furniture taken for body {furniture:5}, on {self.left} pages  body cut on {self.cut} pages"
        )


def inside(start: int, end: int, cuts: list[tuple[int, int]]) -> set[int]:
    return set(range(start, end)).difference(*(range(*cut) for cut in cuts))


def crawled(corpora: Path, labels: Path, half: str | None) -> Iterator[tuple[Label, Row]]:
    """The labelled rows of the corpora."""
    files: dict[str, list[Row]] = {}
    for line in labels.read_bytes().splitlines():
        label = msgspec.json.decode(line, type=Label)
        if label.file not in files:
            with gzip.open(corpora / label.file) as lines:
                files[label.file] = [msgspec.json.decode(row, type=Row) for row in lines]
        if half in (None, label.half):
            yield label, files[label.file][label.row]


MARKED = 1000  # articles numbered higher were written later; nobody marked their bodies


def gold() -> Iterator[tuple[Label, Row]]:
    """The seen articles of bench/gold, Arabic then English."""
    lines = (BENCH / "labels" / "gold_body_spans.jsonl").read_bytes().splitlines()
    labels = {(label.language, label.n): label for label in (msgspec.json.decode(line, type=Label) for line in lines)}
    for language in ("ar", "en"):
        for line in (BENCH / "gold" / f"{language}.jsonl").read_bytes().splitlines():
            row = msgspec.json.decode(line, type=Row)
            row.lang = language
            if row.half == "seen" and row.n < MARKED:
                whole = Label(start=0, end=len(row.text))
                label = labels.get((language, row.n), whole)
                label.row = row.n
                yield label, row


def forget(seed: int) -> None:
    """Make `clean` read without half of its labels and without the words that head lists."""
    every, drawn = cleaning.words_of, random.Random(seed)
    known = {label for row in every(None).labels.values() for label in row if drawn.random() < 0.5}

    def fewer(language: str | None) -> Words:
        words = every(language)
        labels = {first: tuple(label for label in row if label in known) for first, row in words.labels.items()}
        return replace(words, labels={first: row for first, row in labels.items() if row}, lists=frozenset())

    cleaning.words_of = fewer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="?")
    parser.add_argument("--labels", type=Path, default=BENCH / "labels" / "body_spans.jsonl")
    parser.add_argument("--gold", action="store_true", help="our own articles, the seen half")
    parser.add_argument("--half", help="only this half")
    parser.add_argument("--forget", type=int, metavar="SEED", help="without a random half of the labels")
    parser.add_argument("--worst", type=int, default=0, help="print the spans of the N worst pages")
    wanted = parser.parse_args()
    if not wanted.gold and not wanted.corpora:
        parser.error("name the folder CORPORA, or --gold")
    if wanted.forget is not None:
        forget(wanted.forget)

    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    wrong: list[tuple[int, str]] = []
    microseconds = characters = 0.0
    for label, row in gold() if wanted.gold else crawled(wanted.corpora, wanted.labels, wanted.half):
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
    if characters:
        print(f"{3_000 * microseconds / characters:.0f} us for 3,000 characters (2,000 to 5,000; best of 20 runs)")
    for mistaken, spans in sorted(wrong, reverse=True)[: wanted.worst]:
        print(f"{mistaken:5} {spans}")


if __name__ == "__main__":
    main()
