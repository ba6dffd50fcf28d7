"""Precision and recall on whole articles of our own, written without sight of the engine (bench/gold/*.jsonl).

    python -m bench.gold_report [--half seen|unseen] [--show]

russian strike: rule russian-strikes fires. Deir ez-Zor: an event that is news (asserted, claimed, admitted) has its
place there; talk about it (statement, talks, denial, accusation) is none. Intervals are Wilson's, 95 %.
"""

import argparse
from math import sqrt
from pathlib import Path

import msgspec

from agents.rulebook import read_rulebook
from streams.ids import article_id
from streams.judge import Judgement, judge
from streams.messages import Article

FOLDER = Path(__file__).parent / "gold"
NEWS = {"asserted", "claimed", "admitted"}
TALK = {"statement", "talks", "denial", "accusation", "warning"}


class Row(msgspec.Struct):
    """One labelled article."""

    n: int
    half: str
    title: str
    text: str
    russian_strike: bool
    dez_event: bool
    why: str = ""


def strikes(judgement: Judgement) -> bool:
    return "russian-strikes" in judgement.classification.rules


def happens_in_deir_ez_zor(judgement: Judgement) -> bool:
    return any(
        event.stance in NEWS
        and event.type not in TALK
        and any(f"{place}.".startswith("syria.deir-ez-zor.") for place in event.places)
        for event in judgement.classification.events
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--half", choices=("seen", "unseen"))
    parser.add_argument("--show", action="store_true", help="the articles that were judged wrongly")
    given = parser.parse_args()
    rulebook = read_rulebook()
    for path in sorted(FOLDER.glob("*.jsonl")):
        rows = [msgspec.json.decode(line, type=Row) for line in path.read_bytes().splitlines() if line]
        rows = [row for row in rows if given.half in (None, row.half)]
        judged = [judge(_article(row), rulebook) for row in rows]
        struck = [(row, row.russian_strike, strikes(found)) for row, found in zip(rows, judged, strict=True)]
        there = [(row, row.dez_event, happens_in_deir_ez_zor(found)) for row, found in zip(rows, judged, strict=True)]
        report(f"{path.stem} russian strike", struck, show=given.show)
        report(f"{path.stem} deir ez-zor", there, show=given.show)


def report(what: str, judged: list[tuple[Row, bool, bool]], *, show: bool) -> None:
    """One line of the table, and with *show* what went wrong. *judged* has label and answer of each article."""
    both = sum(truth and said for _, truth, said in judged)
    told, wanted = sum(said for *_, said in judged), sum(truth for _, truth, _ in judged)
    print(f"{what:<18} {len(judged):>4} articles, {wanted:>3} true  P {wilson(both, told)}  R {wilson(both, wanted)}")
    for row, truth, said in judged if show else ():
        if truth is not said:
            print(
                f"    {'missed' if truth else 'false '} {row.n}: {row.title[:90]}{f'  ({row.why})' if row.why else ''}"
            )


def wilson(hits: int, of: int) -> str:
    """Share with its 95 % interval (Wilson 1927)."""
    if not of:
        return "-"
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{share:.3f} [{max(middle - reach, 0):.2f}, {min(middle + reach, 1):.2f}]"


def _article(row: Row) -> Article:
    return Article(id=article_id(None, row.title, row.text), title=row.title, text=row.text)


if __name__ == "__main__":
    main()
