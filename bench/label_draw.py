"""Draws the sentences whose events are labelled by hand, and checks the labels against the corpora.

    python bench/label_draw.py CORPORA            prints the draw: where each sentence is, its half, its stratum
    python bench/label_draw.py CORPORA --check    checks hash and spans of every label, and that no sentence lacks one

CORPORA is the folder that holds the files. A sentence is a candidate when it holds a word of a stratum below (on
purpose broad: the frequent other senses of these words are what is to be measured). Candidates are put in the order
of blake2b(SEED:hash), strata are filled one after the other from their sources in turn, at most one sentence a text
(three a Markdown page, two an re3d document); position even is the half "seen", odd "unseen". Facts only come out:
file, row (line from 0; element of the array for PLOVER; null for a page), start, end, hash. See labels/README.md.
"""

import argparse
import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import cycle
from pathlib import Path

import msgspec
import orjson

from streams.languages.language import words
from streams.text.split import sentences

SEED = "marsad-events-1"
SAUDI, MAYADEEN, PAGES, UCDP, RE3D, PLOVER = "saudi", "mayadeen", "sa_md", "ucdp", "re3d", "plover"
PER_TEXT = {PAGES: 3, RE3D: 2}

# what a sentence must hold; read case-insensitively, Arabic without vowel signs, hamza folded to bare alef
WORDS = {
    "ar": {
        "strike": "قصف قصفت يقصف غاره غارات صاروخ صواريخ قذيفه قذائف ضربه ضربات ضربت استهدف استهداف استهدفت مدفعيه",
        "russian": "روسي روسيه روسيا موسكو",
        "clash": "اشتباك اشتباكات اشتبك مواجهات معارك معركه قتال",
        "seizure": "سيطر سيطره سيطرت استعاد استعاده استعادت انتزع احتل احتلت حرر تحرير سقوط سقطت استولى استولت",
        "siege": "حصار حاصر حاصرت محاصر محاصره محاصرين طوق تطويق طوقت تحاصر يحاصر",
        "casualties": "قتل قتلت قتيل قتلى مقتل جرح جرحى جريح اصيب اصابه شهيد شهداء استشهد استشهاد ضحايا مصرع",
        "bombing": "انفجار انفجرت انفجر تفجير تفجيرات فجر مفخخ مفخخه مفخخات عبوه عبوات ناسفه لغم الغام انتحاري قنبله",
        "other": "تقدم تقدمت دخلت دخول انسحاب انسحبت انسحب اقتحم اقتحام اقتحمت توغل نفي نفى نفت اتهم اتهمت اتهام"
        " اعلن اعلنت حذر حذرت مفاوضات مباحثات محادثات اسر اسرى اعتقل اعتقال احباط تفكيك تمشيط هجوم هجمات"
        " هاجم هاجمت دعم",
        "ambiguous": "ضرب ضربه ضربات ضربت يضرب هجوم هجمات هاجم هجومي استهدف استهداف يستهدف تستهدف سقط سقوط سيطر سيطره"
        " تقدم دخل دخول اطلق اطلاق صاروخ صاروخيه قصف غاره اقتحم اقتحام حصار محاصره معركه مواجهه مواجهات"
        " انفجار تفجير فجر قتل قاتل اصابه انسحب انسحاب استعاد استعاده انتزع تحرير احتل لغم قنبله هدف اعلن"
        " نفى اتهم حذر جبهه طوق اسر",
    },
    "en": {
        "strike": "strike strikes struck airstrike airstrikes raid raids bomb bombs bombed bombing bombard"
        " bombardment shell shells shelled shelling missile missiles rocket rockets barrel artillery"
        " target targets targeted",
        "russian": "Russia Russian Russians Moscow Kremlin",
        "clash": "clash clashes clashed fighting battle battles firefight skirmish skirmishes",
        "seizure": "seize seizes seized capture captures captured recapture recaptured retake retook control"
        " controls liberated regain regains fall falls fell overrun overran takes taken",
        "siege": "siege sieges besieged besieging besiege encircle encircled encirclement surround surrounded"
        " surrounding blockade",
        "casualties": "kill kills killed killing dead die died deaths wound wounded injured casualties casualty"
        " victims",
        "bombing": "mine mines landmine landmines explosion explosions explode exploded blast blasts detonated IED"
        " IEDs suicide bomber VBIED booby-trapped grenade",
        "other": "advance advances advanced enter enters entered withdraw withdrew withdrawal deny denied denies"
        " accuse accused accuses announce announced warn warned talks negotiations arrest arrested"
        " detained dismantled offensive assault attack attacks attacked support backed condemned repel"
        " repelled retreat",
        "ambiguous": "strike strikes struck hit hits attack attacks attacked raid raids target targets targeted"
        " targeting capture captures captured control controls break broke broken lift lifted mine mines"
        " enter entered advance advanced shell seize seized fire fired launch launched fall falls fell"
        " battle fight fighting kill killed dead shot explosion blast siege bombing withdraw withdrew drop"
        " dropped",
    },
}
# a text is of war when it holds as many as three of these
WAR = re.compile(
    r"قوات|مسلح|عسكري|غارات|قصف|ميليشي|مليشي|اشتباك|داعش|تنظيم|الجيش|جبهه"
    r"|\b(?:army|forces|militants?|rebels?|troops|military|airstrikes?|ISIS|ISIL|Daesh|fighters|shelling)\b"
)


@dataclass(frozen=True)
class Stratum:
    """So many sentences with a word of each of `lists`, from `sources` in turn; `war` is the kind of text, if any."""

    name: str
    language: str
    size: int
    lists: tuple[str, ...]
    sources: tuple[str, ...]
    war: bool | None = True


AR_WAR = (SAUDI, MAYADEEN, SAUDI, PAGES)
EN_WAR = (UCDP, PAGES, UCDP, RE3D, UCDP)
SIZES = {"strike": 14, "clash": 20, "seizure": 20, "siege": 20, "casualties": 20, "bombing": 20}
STRATA = [
    Stratum("russian", "ar", 10, ("strike", "russian"), (PAGES, MAYADEEN, PAGES)),
    *(Stratum(name, "ar", size, (name,), AR_WAR) for name, size in SIZES.items()),
    Stratum("other", "ar", 12, ("other",), (SAUDI, MAYADEEN), war=None),
    Stratum("ambiguous", "ar", 64, ("ambiguous",), (SAUDI, SAUDI, MAYADEEN), war=False),
    Stratum("russian", "en", 10, ("strike", "russian"), (PAGES, UCDP, PAGES, PLOVER)),
    *(Stratum(name, "en", size, (name,), EN_WAR) for name, size in SIZES.items()),
    Stratum("other", "en", 12, ("other",), (PLOVER, RE3D, UCDP), war=None),
    Stratum("ambiguous", "en", 64, ("ambiguous",), (PLOVER, RE3D, PLOVER, UCDP, PAGES), war=None),
]

_VOWELS = str.maketrans("أإآٱىة", "ااااىه", "".join(map(chr, [*range(0x64B, 0x653), 0x640])))
_ARABIC = r"(?<![\u0620-\u064a])(?:[وف]?[بكلس]?(?:ال|لل)?|وال|بال|فال)(?:{})(?![\u0620-\u064a])"


def holds(language: str, listed: str) -> re.Pattern[str]:
    choice = "|".join(map(re.escape, listed.split()))
    return re.compile(_ARABIC.format(choice) if language == "ar" else rf"(?<!\w)(?:{choice})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    source: str
    file: str
    row: int | None
    language: str
    text: str
    body: int = 0


def digest(sentence: str) -> str:
    return blake2b(sentence.encode(), digest_size=8).hexdigest()


def texts_of(corpora: Path) -> Iterator[Text]:
    """Every text that may be drawn from, or labelled; offsets are code points of `Text.text` as received."""
    for source, language, name in [
        (SAUDI, "ar", "saudinewsnet_dev.jsonl.gz"),
        (MAYADEEN, "ar", "mayadeen_2023_01_02.jsonl.gz"),
        (UCDP, "en", "ucdp_syria_2016.jsonl.gz"),
    ]:
        with gzip.open(corpora / name) as lines:
            for row, line in enumerate(lines):
                # UCDP writes NaN for what it does not know
                yield Text(source, name, row, language, orjson.loads(line.replace(b": NaN", b": null"))["text"])
    for path in sorted((corpora / "re3d").glob("*/documents.json")):
        for row, line in enumerate(path.read_bytes().splitlines()):
            yield Text(RE3D, path.relative_to(corpora).as_posix(), row, "en", orjson.loads(line)["text"])
    for row, item in enumerate(orjson.loads((corpora / "PLOVER_GSR_CAMEO.txt").read_bytes())):
        if "text" in item:
            yield Text(PLOVER, "PLOVER_GSR_CAMEO.txt", row, "en", item["text"])
    for path in sorted((corpora / "sa_md").rglob("*.md")):
        page = path.read_bytes().decode()
        front = re.match(r"---\n.*?\n---\n", page, re.DOTALL)
        language = "ar" if path.stem.endswith("_ar") else "en"
        yield Text(PAGES, path.relative_to(corpora).as_posix(), None, language, page, front.end() if front else 0)


@dataclass(frozen=True)
class Candidate:
    text: Text
    start: int
    end: int
    hash: str
    folded: str
    war: bool


def candidates(texts: list[Text]) -> list[Candidate]:
    """Sentences of 20 to 420 characters without markup, stripped of white space, each wording once, in draw order."""
    found: dict[str, Candidate] = {}
    for text in texts:
        war = text.source in {PAGES, UCDP} or len(WAR.findall(text.text.translate(_VOWELS))) >= 3
        for at, stop in sentences(text.text):
            raw = text.text[at:stop].strip()
            start = text.text.index(raw, at)
            end = start + len(raw)
            if start >= text.body and 20 <= len(raw) <= 420 and not re.search(r"https?:|\]\(|[<|`#]", raw):
                found.setdefault(raw, Candidate(text, start, end, digest(raw), raw.translate(_VOWELS), war))
    return sorted(found.values(), key=lambda one: digest(f"{SEED}:{one.hash}"))


def draw(pool: list[Candidate]) -> Iterator[tuple[Stratum, Candidate]]:
    taken: set[str] = set()
    texts: Counter[tuple[str, int | None]] = Counter()
    for stratum in STRATA:
        patterns = [holds(stratum.language, WORDS[stratum.language][name]) for name in stratum.lists]
        fit = {
            source: iter([
                one for one in pool
                if one.text.source == source and one.text.language == stratum.language
                and stratum.war in {None, one.war} and all(p.search(one.folded) for p in patterns)
            ])
            for source in set(stratum.sources)
        }  # fmt: skip
        left, dry = stratum.size, set[str]()
        for source in cycle(stratum.sources):
            if not left or dry == fit.keys():
                break
            for one in fit[source]:
                text = (one.text.file, one.text.row)
                if one.hash not in taken and texts[text] < PER_TEXT.get(source, 1):
                    taken.add(one.hash)
                    texts[text] += 1
                    left -= 1
                    yield stratum, one
                    break
            else:
                dry.add(source)


class Slot(msgspec.Struct, forbid_unknown_fields=True):
    """A participant or place; `span` may lie outside the sentence where an earlier one carries on (`carried`)."""

    span: tuple[int, int]
    ids: list[str | None] = []
    id: str | None = None
    carried: bool = False


class Label(msgspec.Struct, forbid_unknown_fields=True):
    file: str
    row: int | None
    start: int
    end: int
    hash: str
    language: str
    half: str
    stratum: str
    trigger: tuple[int, int]
    type: str
    also: list[tuple[int, int]] = []
    why: str | None = None
    actors: list[Slot] = []
    recipients: list[Slot] = []
    places: list[Slot] = []
    origins: list[Slot] = []
    platform: str | None = None
    stance: str | None = None
    claimants: list[Slot] = []
    via: list[Slot] = []
    quantity: int | None = None
    vague: str | None = None
    note: str | None = None


TYPES = words(
    "strike clash attack advance force_entry territory_seized territory_lost territory_held siege_laid siege_broken"
    " siege_ongoing route_opened casualties bombing air_support military_support talks accusation denial statement"
    " siege_tightened captured site_burned bombing_foiled clearance warning none"
)
STANCES = words("asserted claimed admitted denied planned conditional background negated")


def faults(label: Label, texts: dict[tuple[str, int | None], Text]) -> Iterator[str]:
    source, text = texts[label.file, label.row].source, texts[label.file, label.row].text
    if digest(text[label.start : label.end]) != label.hash:
        yield "the sentence is another one"
    if not label.start <= label.trigger[0] < label.trigger[1] <= label.end:
        yield "the trigger is outside the sentence"
    if label.type not in TYPES or (label.type != "none" and label.stance not in STANCES):
        yield f"type {label.type}, stance {label.stance}"
    if (label.type == "none") != (label.why is not None):
        yield "`why` belongs to type none, and only there"
    for slot in [*label.actors, *label.recipients, *label.places, *label.origins, *label.claimants, *label.via]:
        start, end = slot.span
        said = text[start:end]
        if not said or said != said.strip() or not (slot.carried or label.start <= start < end <= label.end):
            yield f"span {start}-{end}"
        # Mayadeen's pages have lost the spaces around links
        elif source != MAYADEEN and re.match(r"\w", said[-1]) and re.match(r"\w", text[end : end + 1]):
            yield f"span {start}-{end} ends inside a word"


def check(texts: list[Text], drawn: list[tuple[Stratum, Candidate]], folder: Path) -> int:
    labels = [
        msgspec.json.decode(line, type=Label)
        for path in sorted(folder.glob("events_*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    by_place = {(text.file, text.row): text for text in texts}
    bad = [(label, fault) for label in labels for fault in faults(label, by_place)]
    for label, fault in bad:
        print(f"{label.file} row {label.row} at {label.start}: {label.type}: {fault}")
    halves = {one.hash: "unseen" if at % 2 else "seen" for at, (_, one) in enumerate(drawn)}
    missing = halves.keys() - {label.hash for label in labels}
    moved = [label for label in labels if halves.get(label.hash) != label.half]
    print(
        f"{len(labels)} labels of {len({label.hash for label in labels})} sentences; {len(bad)} faults;"
        f" {len(missing)} sentences of the draw unlabelled, {len(moved)} labels outside it or in the other half"
    )
    for language in ("ar", "en"):
        for half in ("seen", "unseen"):
            mine = [label for label in labels if (label.language, label.half) == (language, half)]
            print(language, half, "types:", dict(Counter(label.type for label in mine).most_common()))
            print(
                language, half, "stances:", dict(Counter(label.stance for label in mine if label.stance).most_common())
            )
    return 1 if bad else 0  # where sentences are split otherwise one day the draw moves, the labels stay right


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--labels", type=Path, default=Path(__file__).parent / "labels")
    wanted = parser.parse_args()
    texts = list(texts_of(wanted.corpora))
    drawn = list(draw(candidates(texts)))
    if wanted.check:
        return check(texts, drawn, wanted.labels)
    for at, (stratum, one) in enumerate(drawn):
        place = {"file": one.text.file, "row": one.text.row, "start": one.start, "end": one.end, "hash": one.hash}
        half = "unseen" if at % 2 else "seen"
        print(orjson.dumps({**place, "language": stratum.language, "half": half, "stratum": stratum.name}).decode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
