"""Bytecodes an article that coding events takes, by function: a figure that a busy machine does not change.

    python -m bench.steps [FILE.jsonl(.gz) ...] [--articles 24] [--most 20]

Articles are those of `bench.stages`. Work that one bytecode hands to C (a look-up, a sort, a regular expression) counts
as that one: beside it, time is what counts.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path
from types import FrameType
from typing import Any

from agents.rulebook import read_rulebook
from bench.stages import pages
from streams.codec import decode_article
from streams.events import code_events
from streams.lexicon.mentions import find_mentions
from streams.messages import Article
from streams.rulebook import Rulebook
from streams.text.document import Document, lay_out
from streams.text.findings import find_terms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--articles", type=int, default=24)
    parser.add_argument("--most", type=int, default=20)
    given = parser.parse_args()
    rulebook = read_rulebook()
    values = map(decode_article, pages(given.files, given.articles))
    articles = [article for article in values if isinstance(article, Article)]
    steps = Counter[str]()
    for article in articles:
        steps += steps_of(article, rulebook)
    total = steps.total()
    print(f"{total // len(articles):,} bytecodes an article, {len(articles)} articles")
    for name, count in steps.most_common(given.most):
        print(f"{count / total:7.1%} {count // len(articles):7,} {name}")


def steps_of(article: Article, rulebook: Rulebook) -> Counter[str]:
    """Function -> bytecodes run in it; what is remembered from one article to the next is there already."""
    steps = Counter[str]()

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        elif event == "opcode":
            steps[f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}"] += 1
        return trace

    for tracer in (None, trace):
        document = Document(article, lay_out(article))
        hits = find_terms(document, rulebook.automaton)
        mentions = find_mentions(document, hits, rulebook.lexicon)
        sys.settrace(tracer)
        code_events(document, hits, mentions, rulebook.lexicon, rulebook.actions)
        sys.settrace(None)
    return steps


if __name__ == "__main__":
    main()
