"""Fighters: planes where they fly, men where they do not."""

import pytest

from tests.unit.events.told import lines, russian_strikes

PLANES = lines("""
    Some 30 raids executed by Russian fighters since Friday hit IS positions near Resafa
    Russian fighters bombed the town of Saraqib at dawn, rescuers said
    The monitor said that Russian fighters have taken off from Hmeimim and executed nine air raids on Kafr Nabl
    Two Russian fighters on Sunday raided an olive press near Ariha
    A Russian fighter struck a truck near Palmyra, the monitor reported
    Raids by Syrian and Russian fighters killed six people in Douma
    Russian fighters dropped bombs on an olive press near Saraqib
    Russian fighters launched twelve air strikes on caves near Sukhnah
    Russian fighters, which took off from Hmeimim, targeted the outskirts of Sukhnah
""")
MEN = lines("""
    An air strike killed five Russian fighters near Khasham
    Russian fighters died in air strikes near Khasham
    Russian fighters hit in air strikes near Khasham were flown to Moscow
    Russian fighters attacked an oil field near Khasham with the support of air strikes
    Russian fighters, backed by air strikes, took Palmyra
    Raids on Khasham wounded dozens of Russian fighters
    IS executed two Russian fighters near Mayadin after raids
""")


@pytest.mark.parametrize("text", PLANES)
def test_fighters_that_fly_are_planes(text: str) -> None:
    assert russian_strikes(text)


@pytest.mark.parametrize("text", MEN)
def test_fighters_on_the_ground_are_men(text: str) -> None:
    assert not russian_strikes(text)
