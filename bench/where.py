"""How often a headline that names the place where it was coded is placed there: UCDP headlines with gold `where`.

    python -m bench.where UCDP.jsonl.gz [--misses]

A headline *names* its place if some capitalised words of it have the consonants of one of the names in `where`: the
spellings of Arabic differ in vowels, doubled letters, q and k, dh and z, p and b. Governorates, districts and roads are
left out: they have no point. *Found*: a place within 10 km of the coded point is among the mentions; a governorate that
is called like its city counts as that city too. *Placed* are those of all headlines.
"""

import argparse
import gzip
import json  # noqa: TID251  other people's files
import re
from collections import Counter
from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from agents.rulebook import read_rulebook
from streams.judge import look
from streams.languages.language import words
from streams.messages import Article

NEAR_KM = 10
AREA = re.compile(
    r"Governorate|district|^Syria|^(North|South|East|West)ern (Al|Ham|Hom|Syr)|[Rr]oad |highway|Subdistrict"
)
KINDS = words("town village suburb city area mountain farms field camp military airbase air base airport army plain")
ARTICLES = words("al as ash ar an at ad adh az el")
ALIKE = (
    *(("ph", "f"), ("kh", "k"), ("gh", "g"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("ch", "k")),
    *(("q", "k"), ("c", "k"), ("z", "d"), ("x", "ks"), ("v", "f"), ("p", "b")),
)


def consonants(name: str) -> str:
    """The letters by which two spellings of a place are one: `Maarrat al-Nu'man`, `Maarat an Numaan` -> `mrtnmn`."""
    found = ""
    for word in re.findall(r"[a-z]+", re.sub(r"['’‘`ʿʾ]", "", name.lower())):
        if word in KINDS or word in ARTICLES:
            continue
        plain = word
        for a, b in ALIKE:
            plain = plain.replace(a, b)
        found += re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", plain.removesuffix("h")))
    return found


def is_named(where: str, text: str) -> bool:
    names = {consonants(name) for name in re.split(r"[/()]", where)} - {""}
    said = re.findall(r"[A-Za-z'’‘`-]+", text)
    starts = [at for at, word in enumerate(said) if word[0].isupper()]
    return any(consonants(" ".join(said[at : at + n])) in names for at in starts for n in range(1, 5))


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    x = sin(radians(b[0] - a[0]) / 2) ** 2
    y = cos(radians(a[0])) * cos(radians(b[0])) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 12_742 * asin(sqrt(x + y))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("headlines", type=Path)
    parser.add_argument("--misses", action="store_true", help="the places that were named and not found")
    given = parser.parse_args()
    rulebook = read_rulebook()

    def points(text: str) -> Iterator[tuple[float, float]]:
        for one in look(Article(id="a", text=text), rulebook).mentions:
            for place in (one.id, f"{one.id}.city"):
                if one.kind == "place" and (point := rulebook.lexicon.coordinates(place)):
                    yield point

    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    with gzip.open(given.headlines, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            gold = row["gold"]
            is_near = any(km(point, (gold["lat"], gold["lon"])) <= NEAR_KM for point in points(row["text"]))
            counts["headlines"] += 1
            counts["placed"] += is_near
            if not AREA.search(gold["where"]) and is_named(gold["where"], row["text"]):
                counts["named"] += 1
                counts["named and found"] += is_near
                missed[gold["where"]] += not is_near
    print(dict(counts), f"{counts['named and found'] / max(counts['named'], 1):.3f}")
    for where, number in missed.most_common() if given.misses else ():
        if number:
            print(number, where)


if __name__ == "__main__":
    main()
