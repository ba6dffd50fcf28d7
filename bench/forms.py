"""Frequency lint of the generated verb forms: which of them are, in real text, mostly another word.

    python -m bench.forms ARTICLES.jsonl(.gz) ... [--language ar] [--least 5]

Lists every form that stands in the texts at least `--least` times and of which no event was ever coded, most frequent
first: how often it stands, whether it is a principal part, the types it triggers. A form with many hits and no event
is another word (فكان of فك): read a few, then name it in `drop` of its row. What stands beside `never` phrases counts.
"""

import argparse
from collections import Counter
from pathlib import Path

from agents.cli import articles
from agents.rulebook import read_rulebook
from streams.codec import decode_article
from streams.judge import look
from streams.messages import Article
from streams.rulebook import Rulebook


def count(files: list[Path], rulebook: Rulebook, language: str) -> tuple[Counter[int], Counter[int], dict[int, str]]:
    """Hits by term, events by term, and the term as it stands in the text."""
    hits: Counter[int] = Counter()
    coded: Counter[int] = Counter()
    shown: dict[int, str] = {}
    verbs = {
        term
        for term, senses in rulebook.actions.triggers.items()
        if any(sense.tense != "noun" and sense.trigger.language == language for sense in senses)
    }
    for given in articles.read(files):
        article = decode_article(given.value) if isinstance(given, articles.Given) else None
        if not isinstance(article, Article):
            continue
        findings = look(article, rulebook)
        events = {again.trigger for frame in findings.frames for again in (frame, *frame.also)}
        for term in findings.hits.keys() & verbs:
            for span in findings.hits[term]:
                hits[term] += 1
                coded[term] += span in events
                shown.setdefault(term, findings.document.shown(span)[3])
    return hits, coded, shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--language", default="ar")
    parser.add_argument("--least", type=int, default=5)
    given = parser.parse_args()
    rulebook = read_rulebook()
    hits, coded, shown = count(given.files, rulebook, given.language)
    idle = [(number, term) for term, number in hits.items() if number >= given.least and not coded[term]]
    print(
        f"{len(hits)} verb forms stand in these texts, {len(idle)} of them {given.least} times or more and never coded"
    )
    for number, term in sorted(idle, reverse=True):
        senses = rulebook.actions.triggers[term]
        types = " ".join(sorted({sense.trigger.type for sense in senses}))
        print(f"{number:6} {shown[term]:20} {'/'.join(sorted({sense.tense for sense in senses})):16} {types}")


if __name__ == "__main__":
    main()
