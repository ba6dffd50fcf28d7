"""Precision and recall of coded events against bench/labels, by type, pattern, trigger and field.

    python -m bench.events_report CORPORA [--half seen] [--language ar] [--errors]

CORPORA is the folder that the labels name files of. A frame is right where its trigger overlaps a label's (or one of
its `also`) and the type is the same; slots are compared on right frames: ids by path, one being the other or above it,
else spans that overlap. `--errors` lists what is wrong, sentence by sentence.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from agents.rulebook import read_rulebook
from bench.label_draw import Label, Slot, Text, texts_of
from streams.events import Frame, Role
from streams.judge import look
from streams.messages import Article
from streams.rulebook import Rulebook
from streams.text.findings import Findings

Span = tuple[int, int]
SLOTS = ("actors", "recipients", "places", "origins", "claimants", "via")


class Score:
    """Right, found too much, missed."""

    def __init__(self) -> None:
        self.right = self.extra = self.missed = 0

    def __str__(self) -> str:
        found, there = self.right + self.extra, self.right + self.missed
        p = f"{self.right / found:.2f}" if found else "   -"
        r = f"{self.right / there:.2f}" if there else "   -"
        return f"P {p}  R {r}  ({self.right} right, {self.extra} extra, {self.missed} missed)"


class Report:
    """All scores of one run."""

    def __init__(self) -> None:
        self.by: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
        self.errors: list[str] = []
        self.causes: Counter[str] = Counter()

    def count(self, kind: str, name: str, *, right: int = 0, extra: int = 0, missed: int = 0) -> None:
        score = self.by[kind][name]
        score.right += right
        score.extra += extra
        score.missed += missed

    def error(self, cause: str, sentence: str, what: str) -> None:
        self.causes[cause] += 1
        self.errors.append(f"{cause}: {what}\n    {sentence}")


def labels_of(folder: Path, half: str, language: str | None) -> list[Label]:
    found = []
    for path in sorted(folder.glob(f"events_*_{half}.jsonl")):
        found += [msgspec.json.decode(line, type=Label) for line in path.read_bytes().splitlines()]
    return [label for label in found if label.half == half and language in (None, label.language)]


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def raw(findings: Findings, span: Span) -> Span:
    """Folded *span* in code points of the text (these articles have no title: one line break stands before it)."""
    start, end = findings.document.folded.raw_span(*span)
    return start - findings.document.layout.text_at, end - findings.document.layout.text_at


def frames_of(findings: Findings) -> Iterator[Frame]:
    for frame in findings.frames:
        yield frame
        yield from frame.also


def is_near(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def compare(report: Report, labels: list[Label], text: Text, rulebook: Rulebook) -> None:
    """Score the labels of one text."""
    findings = look(Article(id=text.file, text=text.text, language=text.language), rulebook)
    frames = [(frame, raw(findings, frame.trigger)) for frame in frames_of(findings)]
    for start in sorted({label.start for label in labels}):
        mine = [label for label in labels if label.start == start]
        end = mine[0].end
        said = " ".join(text.text[start:end].split())
        here = [(frame, span) for frame, span in frames if start <= span[0] < end]
        used: set[int] = set()
        for label in mine:
            if label.type == "none":
                continue
            types = {label.type, *(label.note or "").split(" or ")} if label.note else {label.type}
            spans = [label.trigger, *label.also]
            hit = next(
                (
                    i
                    for i, (frame, span) in enumerate(here)
                    if i not in used and frame.type in types and any(overlap(span, one) for one in spans)
                ),
                None,
            )
            if hit is None:
                report.count("type", label.type, missed=1)
                report.count("all", label.language, missed=1)
                report.error(f"missed {label.type}", said, f"{text.text[slice(*label.trigger)]} {label.stance}")
                continue
            used |= {
                i for i, (frame, span) in enumerate(here)
                if i == hit or (frame.type in types and any(overlap(span, one) for one in spans))
            }  # fmt: skip
            frame = here[hit][0]
            report.count("type", label.type, right=1)
            report.count("all", label.language, right=1)
            report.count("pattern", f"{label.language} {frame.pattern}", right=1)
            slots(report, label, frame, findings, text)
        waved = [
            span
            for label in mine
            if label.type == "none" and label.why == "reference"
            for span in (label.trigger, *label.also)
        ]
        for i, (frame, span) in enumerate(here):
            if i in used or any(overlap(span, one) for one in waved):
                continue
            why = next((label.why or label.type for label in mine if overlap(label.trigger, span)), "unlabelled")
            report.count("type", frame.type, extra=1)
            report.count("all", mine[0].language, extra=1)
            report.count("pattern", f"{mine[0].language} {frame.pattern}", extra=1)
            word = text.text[slice(*span)]
            report.count("trigger", word, extra=1)
            report.error(f"extra {frame.type}", said, f"{word} ({frame.pattern}, {frame.stance}), labelled {why}")


def slots(report: Report, label: Label, frame: Frame, findings: Findings, text: Text) -> None:
    """Score the slots of *frame*, which is right, against its *label*."""
    said = " ".join(text.text[label.start : label.end].split())
    word = text.text[slice(*label.trigger)]
    for slot in SLOTS:
        if label.type == "clash" and slot == "recipients":
            continue  # the sides stand in actors
        found = list(getattr(frame, slot))
        if label.type == "clash" and slot == "actors":
            found = list({role.id: role for role in (*frame.actors, *frame.recipients)}.values())
        right, missed, left = pair(getattr(label, slot), found, findings, always=slot in ("claimants", "via"))
        if slot == "places":
            left = [role for role in left if role.basis not in ("article", "title", "chain")]
        report.count("slot", f"{label.language} {slot}", right=right, missed=len(missed), extra=len(left))
        if missed or left:
            names = [text.text[slice(*want.span)] for want in missed]
            extra = [f"{role.id} ({role.basis})" for role in left]
            report.error(f"{slot} of {label.type}", said, f"{word}: missed {names}, extra {extra}")
    for name in ("platform", "stance", "quantity"):
        if name == "platform" and label.type != "strike":
            continue
        want, got = getattr(label, name), getattr(frame, name)
        is_extra, is_missed = want != got and got is not None, want != got and want is not None
        report.count(
            "slot", f"{label.language} {name}", right=int(want == got), extra=int(is_extra), missed=int(is_missed)
        )
        if want != got:
            report.error(name, said, f"{label.type} {word}: is {want}, found {got} {list(frame.why)}")


def pair(
    wanted: list[Slot], found: list[Role], findings: Findings, *, always: bool
) -> tuple[int, list[Slot], list[Role]]:
    """How many of *wanted* are found, which are missed (of those that have an id, or *always*), and what is left."""
    right, missed, left = 0, [], list(found)
    for want in wanted:
        ids = [one for one in (*want.ids, want.id) if one]
        same = [role for role in left if fits(role, want, ids, findings)]
        left = [role for role in left if role not in same]
        right += bool(same)
        if not same and (ids or always):
            missed.append(want)
    return right, missed, left


def fits(role: Role, want: Slot, ids: list[str], findings: Findings) -> bool:
    return any(is_near(role.id, one) for one in ids) or bool(role.span and overlap(raw(findings, role.span), want.span))


def show(report: Report, *, errors: bool) -> None:
    for kind in ("all", "type", "pattern", "slot", "trigger"):
        print(f"\n{kind}")
        rows: Iterable[tuple[str, Score]] = sorted(report.by[kind].items())
        if kind == "trigger":
            rows = sorted(rows, key=lambda row: -row[1].extra)[:12]
        for name, score in rows:
            print(f"  {name:28} {score}")
    print("\nerrors by cause")
    for cause, count in report.causes.most_common():
        print(f"  {count:4} {cause}")
    if errors:
        print()
        print("\n".join(sorted(report.errors)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels")
    parser.add_argument("--half", default="seen", choices=("seen", "unseen"))
    parser.add_argument("--language", choices=("ar", "en"))
    parser.add_argument("--errors", action="store_true")
    wanted = parser.parse_args()
    rulebook = read_rulebook()
    by_text: dict[tuple[str, int | None], list[Label]] = defaultdict(list)
    for label in labels_of(wanted.labels, wanted.half, wanted.language):
        by_text[label.file, label.row].append(label)
    report = Report()
    for text in texts_of(wanted.corpora):
        if labels := by_text.get((text.file, text.row)):
            compare(report, labels, text, rulebook)
    show(report, errors=wanted.errors)


if __name__ == "__main__":
    main()
