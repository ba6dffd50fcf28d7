"""The seed's events as a person read them: each is found, with who, whom, where, whence, how, and who says so."""

from pathlib import Path
from typing import NamedTuple

import pytest

from streams.events import Frame, Role
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

SEED = Path(__file__).parents[2] / "seeds" / "000_6b714176f946d910.txt"


class Golden(NamedTuple):
    """One event: where it is told (code points of the text), and ids by slot, apart by spaces."""

    id: str
    type: str
    span: tuple[int, int]
    actors: str
    recipients: str
    places: str
    origins: str
    platform: str
    stance: str
    claimants: str
    via: str


GOLDEN = [
    Golden(
        "E01",
        "siege_broken",
        (0, 133),
        "syria.government.forces syria.government.militias",
        "islamic-state",
        "syria.deir-ez-zor.city.western-districts",
        "",
        "",
        "claimed",
        "syria.government.forces syria.government.militias",
        "",
    ),
    Golden(
        "E02",
        "air_support",
        (52, 69),
        "russia.military",
        "syria.government.forces",
        "syria.deir-ez-zor.city.western-districts",
        "",
        "",
        "asserted",
        "",
        "",
    ),
    Golden(
        "E03",
        "advance",
        (134, 161),
        "syria.government.forces",
        "",
        "syria.deir-ez-zor.brigade-137",
        "",
        "",
        "claimed",
        "syria.government.forces syria.government.militias",
        "",
    ),
    Golden(
        "E04",
        "clash",
        (162, 223),
        "syria.government.forces",
        "islamic-state",
        "syria.deir-ez-zor.city",
        "",
        "",
        "claimed",
        "syria.government.forces syria.government.militias",
        "",
    ),
    Golden(
        "E05",
        "force_entry",
        (254, 328),
        "syria.government.forces",
        "",
        "syria.deir-ez-zor.city.western-districts",
        "syria.deir-ez-zor.brigade-137",
        "",
        "claimed",
        "syria.government.sources",
        "",
    ),
    Golden(
        "E06",
        "siege_broken",
        (343, 467),
        "syria.government.forces",
        "islamic-state",
        "syria.deir-ez-zor.airbase",
        "",
        "",
        "planned",
        "syria.government.sources",
        "",
    ),
    Golden(
        "E07",
        "siege_ongoing",
        (409, 454),
        "islamic-state",
        "syria.government.forces",
        "syria.deir-ez-zor.airbase",
        "",
        "",
        "background",
        "syria.government.sources",
        "",
    ),
    Golden(
        "E08",
        "territory_seized",
        (515, 560),
        "syria.government.forces",
        "islamic-state",
        "syria.deir-ez-zor.shola syria.deir-ez-zor.kabajib",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil media.sharqiya-observatory",
        "",
    ),
    Golden(
        "E09",
        "route_opened",
        (616, 680),
        "syria.government.forces",
        "islamic-state",
        "syria.deir-ez-zor.brigade-137",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil media.sharqiya-observatory",
        "",
    ),
    Golden(
        "E10",
        "advance",
        (718, 767),
        "syria.government.forces",
        "",
        "",
        "syria.jabal-bishri",
        "",
        "claimed",
        "person.ibrahim-khalil media.sharqiya-observatory",
        "",
    ),
    Golden(
        "E11",
        "attack",
        (783, 870),
        "islamic-state",
        "syria.government.forces",
        "syria.deir-ez-zor.kharrata-field",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil",
        "",
    ),
    Golden(
        "E12",
        "bombing",
        (883, 945),
        "islamic-state",
        "syria.government.forces",
        "syria.deir-ez-zor.kharrata-field",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil",
        "",
    ),
    Golden(
        "E13",
        "casualties",
        (947, 1008),
        "islamic-state",
        "syria.government.forces",
        "syria.deir-ez-zor.kharrata-field",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil",
        "",
    ),
    Golden(
        "E14",
        "clash",
        (1014, 1075),
        "syria.government.forces islamic-state",
        "islamic-state syria.government.forces",
        "syria.deir-ez-zor.city",
        "",
        "",
        "claimed",
        "person.ibrahim-khalil",
        "",
    ),
    Golden(
        "E15",
        "strike",
        (1088, 1201),
        "russia.military.navy russia.military",
        "islamic-state",
        "syria.deir-ez-zor.city",
        "",
        "sea",
        "claimed",
        "russia.defence-ministry",
        "",
    ),
    Golden(
        "E16",
        "military_support",
        (1208, 1316),
        "russia.military",
        "syria.government.forces",
        "",
        "syria.deir-ez-zor.kabajib syria.deir-ez-zor.shola",
        "",
        "claimed",
        "russia.defence-ministry",
        "",
    ),
    Golden(
        "E17",
        "strike",
        (1377, 1522),
        "russia.military.navy",
        "islamic-state",
        "syria.deir-ez-zor.city",
        "mediterranean-sea",
        "sea",
        "claimed",
        "russia.defence-ministry",
        "",
    ),
    Golden(
        "E18",
        "strike",
        (1548, 1631),
        "russia.military.navy",
        "islamic-state",
        "syria.deir-ez-zor.city",
        "",
        "sea",
        "claimed",
        "russia.defence-ministry",
        "media.reuters",
    ),
    Golden(
        "E19",
        "casualties",
        (1647, 1691),
        "",
        "russia.military",
        "syria",
        "",
        "",
        "admitted",
        "russia.government",
        "",
    ),
    Golden(
        "E20",
        "territory_seized",
        (1713, 1806),
        "syria.government.forces",
        "",
        "syria.deir-ez-zor.city",
        "",
        "",
        "conditional",
        "russia.government.putin",
        "",
    ),
    Golden(
        "E21",
        "siege_broken",
        (1869, 1962),
        "syria.government.forces",
        "islamic-state",
        "syria.deir-ez-zor.city.western-districts",
        "",
        "",
        "asserted",
        "",
        "",
    ),
    Golden(
        "E22",
        "territory_held",
        (1965, 2066),
        "syria.government.forces",
        "",
        "syria.deir-ez-zor.city",
        "",
        "",
        "asserted",
        "",
        "",
    ),
]
# told again: what one says of the event is known of the others too
SAME = [{"E01", "E21"}, {"E15", "E17", "E18"}]
FRAMES = look(Article(id="seed", text=SEED.read_text(encoding="utf-8")), RULEBOOK)


def told() -> list[tuple[Frame, Frame]]:
    """Every telling, with the event that it is one of."""
    return [(again, frame) for frame in FRAMES.frames for again in (frame, *frame.also)]


def ids(roles: tuple[Role, ...]) -> set[str]:
    return {role.id for role in roles}


def wanted(golden: Golden, slot: str) -> tuple[set[str], set[str]]:
    """What must be in *slot*, and what may be: the other tellings of the event."""
    same = next((group for group in SAME if golden.id in group), {golden.id})
    others = [one for one in GOLDEN if one.id in same]
    return set(getattr(golden, slot).split()), {id_ for one in others for id_ in getattr(one, slot).split()}


def faults(golden: Golden, frame: Frame, event: Frame) -> list[str]:
    """How *frame*, one telling of *event*, differs from the golden reading."""
    found = []
    for slot in ("actors", "recipients", "places", "origins"):
        must, may = wanted(golden, slot)
        there = ids(getattr(event, slot))
        # the frigate is the armed forces: an id stands for those above it
        missing = {one for one in must if not any(id_ == one or id_.startswith(f"{one}.") for id_ in there)}
        if missing or not all(any(id_ == one or id_.startswith(f"{one}.") for one in may) for id_ in there):
            found.append(f"{slot}: {sorted(there)}, not {sorted(must)}")
    found += [
        f"{slot}: {sorted(ids(getattr(frame, slot)))}, not {getattr(golden, slot)}"
        for slot in ("claimants", "via")
        if ids(getattr(frame, slot)) != wanted(golden, slot)[0]
    ]
    if (event.platform or "") != golden.platform:
        found.append(f"platform: {event.platform}, not {golden.platform}")
    if frame.stance != golden.stance:
        found.append(f"stance: {frame.stance}, not {golden.stance}")
    return found


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden.id)
def test_golden_event(golden: Golden) -> None:
    start, end = golden.span
    here = [
        (frame, event)
        for frame, event in told()
        if frame.type == golden.type and start <= FRAMES.document.hit(frame.trigger).start < end
    ]
    assert here, "not found"
    assert min((faults(golden, *pair) for pair in here), key=len) == []


def test_the_dead_are_counted() -> None:
    dead = {frame.stance: frame for frame, _ in told() if frame.type == "casualties"}
    assert dead["admitted"].quantity == 2
    assert dead["claimed"].quantity_text == "tens"
    assert dead["claimed"].weapons == ("mine.minefield",)


@pytest.mark.parametrize("frame", FRAMES.frames, ids=lambda frame: f"{frame.type}-{frame.trigger[0]}")
def test_must_not(frame: Frame) -> None:
    places = ids(frame.places)
    assert not any(place.startswith(("syria.homs", "syria.damascus", "russia", "syria.quneitra")) for place in places)
    assert frame.type != "strike" or frame.platform == "sea"  # no air strike
    if frame.type == "siege_broken" and "syria.deir-ez-zor.airbase" in places:
        assert frame.stance == "planned"
    if frame.type == "territory_seized":
        assert "syria.deir-ez-zor.kharrata-field" not in places
    if frame.type == "casualties":
        assert "ied.car-bomb" not in frame.weapons
        if frame.quantity == 2:
            assert places == {"syria"}
    assert FRAMES.document.hit(frame.span).end <= 2111  # the byline
