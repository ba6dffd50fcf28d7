"""What the shipped lexicon finds in a JSONL(.gz) of articles, and the CPU time of it.

    python bench/mentions.py ARTICLES.jsonl.gz [--limit N]

A row has `text` and maybe `title`; with `gold: {lat, lon}` it also counts how often that point lies in the governorate
of a place that was found.
"""

import argparse
import gzip
import json  # noqa: TID251  other people's files
import time
from collections import Counter
from pathlib import Path
from typing import Any

from streams.lexicon import Lexicon, find_mentions, read_lexicon
from streams.messages import Article
from streams.text.document import Document, lay_out
from streams.text.findings import Found, find_terms
from streams.text.terms import TermTable

LEXICON = Path(__file__).parents[1] / "rules" / "lexicon"


def is_in_governorate(gold: dict[str, Any], found: list[Found], lexicon: Lexicon) -> bool:
    boxes = {lexicon.places[id].box for one in found if (id := lexicon.ancestor(one.id, "governorate"))}  # noqa: A001
    return any(b and b[0] <= gold["lat"] <= b[2] and b[1] <= gold["lon"] <= b[3] for b in boxes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    table = TermTable()
    lexicon = read_lexicon(
        {str(path): path.read_text(encoding="utf-8") for path in sorted(LEXICON.glob("*.yaml"))}, table
    )
    automaton = table.compile()
    counts: Counter[str] = Counter()
    seconds = 0.0
    opened = gzip.open if options.articles.suffix == ".gz" else open
    with opened(options.articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == options.limit:
                break
            row = json.loads(line)
            if not str(row.get("text") or "").strip():
                continue
            article = Article(id=str(number), text=row["text"], title=row.get("title"))
            document = Document(article, lay_out(article))
            hits = find_terms(document, automaton)
            start = time.process_time()
            found = find_mentions(document, hits, lexicon)
            seconds += time.process_time() - start
            counts["articles"] += 1
            counts["characters"] += len(article.text)
            counts.update(one.kind for one in found)
            places = [one for one in found if one.kind == "place" and lexicon.ancestor(one.id, "governorate")]
            if row.get("gold") and places:
                counts["with a governorate"] += 1
                counts["gold point in one of them"] += is_in_governorate(row["gold"], places, lexicon)
    print(dict(counts))
    print(f"{seconds / max(counts['articles'], 1) * 1e6:.0f} us of CPU an article for find_mentions")


if __name__ == "__main__":
    main()
