"""How English war news states a strike: whose it is times how it is told, each part in words of its own.

Every carrier stands in every frame, so that no pair of them has to be thought of; what only looks like a strike of
theirs is told in frames of the same kind.
"""

from itertools import product

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

TOLD = ("asserted", "claimed", "admitted")


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


CARRIERS = lines("""
    Russian warplanes
    two Russian Su-24s
    Russian MiG-29 fighters
    Russian Mi-28 helicopters
    Russian Tu-22M3 bombers
    the Russian aerospace forces
    Russia's air force
    Moscow's bombers
    aircraft belonging to Moscow
    jets believed to be Russian
    what appeared to be Russian jets
    either Syrian or Russian jets
    Russian and Syrian war planes
    Assad regime and Russian aircraft
    the regime and Russia
""")
FRAMES = lines("""
    At dawn {} bombed the town of Saraqib
    {} hit a bakery in Talbiseh, activists said
    {} kept up their bombardment of Latamneh
    {} renewed air strikes on Atarib, Rastan and Palmyra
    {} took off from the coast, striking the outskirts of Daraa
    {}, which took off from Hmeimim, struck a school in Anadan
    Mayadin was struck by {} on Monday
    Five people died when {} hit the town of Tabqa
    Three children were killed in air strikes by {} on Douma
    The market that was hit by {} is in Idlib
    Residents: {} have bombed Aleppo
    "{} bombed Kafr Zita," a medic told us
    Dozens of raids by {} targeted Maarat al-Numan
""")
OTHERS = lines("""
    Russian warplanes levelled a building in Rastan
    Russian jets swooped on Saraqib
    Russian forces carpet-bombed Talbiseh
    Russian ships in the Mediterranean struck Latamneh
    Russian howitzers shelled Atarib
    Russian jets gutted a market in Douma
    Overnight Russian strikes on Idlib left ten dead
    Russian strikes on Daraa stopped a convoy and killed four
""")
NOT_STRIKES = lines("""
    {} on Palmyra turned the tide of the war
    {} have allowed the army to retake Aleppo
    {} on Idlib have stopped, residents said
    {} on Raqqa ceased on Friday
    {} on Talbiseh could resume, aid groups fear
    The truce spared Mayadin from {}
    Demonstrators in Saraqib chanted against {}
    Ministers discussed {} on Talbiseh
    Germany criticised {} on Idlib
    The pact forbids {} on Daraa
    Officials ruled out {} on Aleppo
    Over the past months {} have hit dozens of clinics in Idlib
    An app warns people in Idlib of {}
""")
NO_STRIKERS = lines("""
    {} held off from striking Idlib
    {} refrained from bombing Saraqib
    {} aborted a strike on Daraa
    {} practised bombing runs before leaving for Latamneh
    {} evacuated wounded soldiers from Mayadin
    {} used to bomb Talbiseh every Friday
    Whenever rebels advance, {} bomb Palmyra
    It is not true that {} bombed Latamneh
    There is no evidence that {} bombed Idlib
    Reports that {} bombed Daraa are untrue
    The rumour that {} bombed Aleppo is false
""")


def of_russia(text: str) -> list[Frame]:
    text = text[0].upper() + text[1:]
    return [
        frame
        for frame in look(Article(id="test", text=text), RULEBOOK).frames
        if frame.type == "strike"
        and frame.stance in TOLD
        and any(role.id.startswith("russia.military") for role in frame.actors)
        and any(RULEBOOK.lexicon.is_under(role.id, "syria") for role in frame.places)
    ]


@pytest.mark.parametrize(("carrier", "frame"), list(product(CARRIERS, FRAMES)))
def test_every_carrier_strikes_in_every_frame(carrier: str, frame: str) -> None:
    assert of_russia(frame.format(carrier))


@pytest.mark.parametrize("text", OTHERS)
def test_other_verbs_and_forces_strike(text: str) -> None:
    assert of_russia(text)


@pytest.mark.parametrize(
    ("strikes", "frame"), list(product(("Russian air strikes", "Russian raids", "Russian bombing"), NOT_STRIKES))
)
def test_strikes_that_are_the_matter_of_something_else_are_no_news(strikes: str, frame: str) -> None:
    assert not of_russia(frame.format(strikes))


@pytest.mark.parametrize(("carrier", "frame"), list(product(("Russian jets", "Russian bombers"), NO_STRIKERS)))
def test_what_carriers_did_not_do_is_no_strike(carrier: str, frame: str) -> None:
    assert not of_russia(frame.format(carrier))


def test_a_mosque_bombed_before_is_not_bombed_by_those_who_rebuild_it() -> None:
    assert not of_russia("Russia rebuilt a mosque bombed in Saraqib")
