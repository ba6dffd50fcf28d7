"""CPU time an article by stage at 100, 1,000 and more rules: raw bytes to matched rules with evidence, one core.

    python -m bench.stages [FILE.jsonl(.gz) ...] [--rules 100,1000]

Articles are those of FILE, or one seed each, filled up to 3 kB with made-up words of its language, drawn as words are
in real text (Zipf, 40,000 words). Rules are made of word pairs of the same articles: two or three groups joined by AND,
one rule in five with `none`, one in five with `near`; about one in a thousand matches an article.
"""

import argparse
import random
import statistics
import sys
import time
from pathlib import Path

import orjson

from agents.cli import articles
from agents.cli.scan import STAGES, Laps
from agents.rulebook import read_files
from streams.codec import decode_article, encode
from streams.judge import judge
from streams.languages import language_of
from streams.messages import Article
from streams.rulebook import load_rulebook

PAGE = 3_000
VOCABULARY = 40_000
ROUNDS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rules", default="100,1000", help="numbers of rules, by comma")
    parser.add_argument("--articles", type=int, default=600)
    given = parser.parse_args()
    values = list(pages(given.files, given.articles))
    texts = [article.text for value in values if isinstance(article := decode_article(value), Article)]
    characters = statistics.mean(map(len, texts))
    print(f"{len(values)} articles of {characters:,.0f} characters; CPU us an article, median of {ROUNDS} rounds")
    print(
        f"{'rules':>7} {'terms':>7} {'load s':>7} {'run':>6} {'match':>6}",
        *(f"{stage:>9}" for stage in (*STAGES, "all")),
    )
    for count in map(int, given.rules.split(",")):
        measure(values, texts, count)


def measure(values: list[bytes], texts: list[str], count: int) -> None:
    """One line of the table."""
    _, lexicon, _ = read_files()
    started = time.process_time()
    rulebook = load_rulebook({"bench.yaml": pack(texts, count)}, lexicon)
    load_s = time.process_time() - started
    rounds: list[dict[str, float]] = []
    run = matched = 0
    for _ in range(ROUNDS + 1):
        laps, run, matched = Laps(), 0, 0
        for value in values:
            laps.skip()
            article = decode_article(value)
            assert isinstance(article, Article)
            laps("decode")
            judgement = judge(article, rulebook, lap=laps)
            encode(judgement.classification)
            for match in judgement.matches:
                encode(match)
            laps("write")
            run, matched = run + judgement.rules_run, matched + len(judgement.matches)
        rounds.append({stage: seconds * 1e6 / len(values) for stage, seconds in laps.spent.items()})
    median = {stage: statistics.median(r[stage] for r in rounds[1:]) for stage in STAGES}
    figures = (*median.values(), sum(median.values()))
    print(
        f"{count:>7,} {rulebook.term_count:>7,} {load_s:>7.2f} {run / len(values):>6.2f} {matched / len(values):>6.2f}",
        *(f"{figure:>9.1f}" for figure in figures),
    )


def pages(files: list[Path], limit: int) -> list[bytes]:
    """Articles as bytes."""
    if files:
        given = (g.value for g in articles.read(articles.files(files)) if isinstance(g, articles.Given))
        return [value for value, _ in zip(given, range(limit), strict=False)]
    seeds = articles.files([Path(__file__).parent.parent / "seeds"])
    read = [
        a
        for g in articles.read(seeds)
        if isinstance(g, articles.Given) and isinstance(a := decode_article(g.value), Article)
    ]
    source = random.Random(1)
    letters = {code: "".join(a.text for a in read if language_of(a.text) == code) for code in ("ar", "en", "ru")}
    words = {code: made_up(source, text) for code, text in letters.items()}
    made = []
    for number in range(limit):
        article = source.choice(read)
        parts = [article.text, "\n"]
        while sum(map(len, parts)) < PAGE:
            drawn = source.choices(*words[language_of(article.text) or "en"], k=source.randint(8, 25))
            parts.append(" ".join(drawn) + ". ")
        facts = {"text": "".join(parts), "source": f"bench{number % 20}", "published_at": "2017-09-05"}
        made.append(orjson.dumps(facts))
    return made


def made_up(source: random.Random, text: str) -> tuple[list[str], list[float]]:
    """Words that look like those of *text*, and how often each comes."""
    real = [word for word in text.split() if word.isalpha() and len(word) > 2]
    halves = [(word[: len(word) // 2], word[len(word) // 2 :]) for word in real]
    made = {source.choice(halves)[0] + source.choice(halves)[1] for _ in range(VOCABULARY * 2)}
    words = [*dict.fromkeys(real), *sorted(made)][:VOCABULARY]
    return words, [1 / rank for rank in range(1, len(words) + 1)]


def pack(texts: list[str], count: int) -> str:
    """*count* rules as YAML."""
    source = random.Random(2)

    def phrase() -> str:
        while True:
            words = source.choice(texts).split()
            at = source.randrange(max(len(words) - 1, 1))
            found = " ".join(w.strip(".,:;\"'()«»“”،؛؟!?-–") for w in words[at : at + source.choice((2, 2, 3))])
            if len(found) >= 4 and any(map(str.isalpha, found)) and found[-1].isalnum() and "*" not in found:
                return found

    rules = []
    for number in range(count):
        groups = [{"any": [phrase() for _ in range(2)]} for _ in range(source.choice((2, 2, 3)))]
        if number % 5 == 0:
            groups.append({"none": [phrase()]})  # type: ignore[dict-item]
        if number % 5 == 1:
            groups = [{"near": {"terms": [phrase(), phrase()], "within": 10}}, *groups[:1]]  # type: ignore[dict-item]
        rules.append({"id": f"bench-{number}", "title": "Bench", "severity": "low", "when": {"all": groups}})
    return orjson.dumps(rules).decode()  # JSON is YAML


if __name__ == "__main__":
    sys.exit(main())
