"""Perpetrators: who is said to be behind a strike that was told without them, in English; written for this test.

A line of a form begins after "\\n".
"""

import pytest

from tests.unit.events.told import is_russian_strike, lines, told

TOLD = lines(r"""
    Alleged perpetrator: Syrian or Russian air force. The attack hit a hospital in Kafr Nabl.
    On 3 April a hospital in Maarat al-Numan was hit.\nAlleged perpetrator: Russian or Syrian air force
    A clinic in Sarmin was attacked at dawn on Tuesday. Suspected perpetrator: Russian forces.
    The mosque in Jinah was struck during prayers. First posts online blamed either the Syrian or the Russian Air Force.
    Videos suggest that either Russian or Syrian forces attacked the surgical hospital in Idlib.
    Footage indicates that Syrian or Russian forces hit three clinics in Idlib last week.
    The report finds that Russian and Syrian armed forces were responsible for the six attacks on clinics in Idlib.
    Investigators concluded that Syrian and Russian forces were responsible for the attack on the market in Maarat al-Numan.
    The clip was uploaded as "the moment the Russian airforce targeted Sarmin with rockets".
    A video titled "moment of hitting Saraqib with a missile by the Russian air force" appeared on Tuesday.
    The page collects videos of Russian air strikes on Idlib posted on Monday.
    New footage shows Russian airstrikes on Kafr Zita.
    An airstrike destroyed the school in Sarmin. Responsibility lies with either the Russian or the Syrian air force.
    The market in Ariha was bombed. Suspicion fell on Russia.
    The bakery in Sarmin was bombed on Monday. Witnesses pointed to Russian planes.
    The clinic in Sarmin was bombed on Monday. Russia is believed to be behind the attack.
    Five died when a clinic in Sarmin was hit from the air. Most residents blame the Russians.
    The UN panel found that a Russian plane was responsible for the strike on a market in Maarat al-Numan.
    The attack on the Maarat al-Numan market was attributed to the Russian Air Force by the panel.
    It was most likely a Russian jet that hit the water station in Idlib.
    Analysis points to Russia as the party that struck the hospital in Kafr Nabl.
    Perpetrator: Russian Air Force\nPlace: Kafr Nabl, Idlib\nTarget: hospital\nWhat happened: missiles hit the hospital at noon.
    The bombing of the Shifa hospital in Aleppo, for which Russia was held responsible, killed nine on Monday.
    Of the 31 strikes on Kafr Nabl, 27 were Russian
    27 of the 31 strikes on Kafr Nabl were Russian
    Of 14 air raids on Latamneh on Sunday, nine were Russian, a spotter said
    Most of the 20 strikes on Sarmin were Russian
    Russia is believed to be behind the air strike on a camp in Idlib
    Russia was behind the bombing of a market in Ariha
    Moscow is suspected of being behind Monday's strikes on Sarmin
    Russia is thought to have carried out the raid on a school in Ariha
    Russia is behind strikes on Sarmin
""")
NOT_TOLD = lines(r"""
    Posts blamed the US-led Coalition for the strike on the mosque in Jinah; Russia published a map of it.
    The archive holds videos by the Russian Ministry of Defence.
    The Russian Ministry of Defence stated that a rebel warehouse was hit by Syrian jets in Khan Sheikhoun.
    Alleged perpetrator: US-led Coalition. Russia published photographs of the mosque in Jinah.
    The Syrian air force also flies Russian planes. A hospital in Sarmin was hit.
    Syrian and Russian governments denied involvement in the attack on Khan Sheikhoun.
    Russian forces were not responsible for the attack on the convoy in Urum, a ministry said.
    Russian officers were responsible for the evacuation of wounded from Aleppo.
    Russia was held responsible for the failure of talks after an attack in Idlib by the regime.
    Syria is responsible for the attack on Douma, says a panel; Russia rejects this.
    A hospital in Idlib was hit by a missile. Suspicion fell on rebels, said Russia.
    Suspicion fell on Israel after a strike on Damascus; Russia condemned it.
    Of the 31 strikes on Kafr Nabl, none were Russian
    Of the 31 strikes on Kafr Nabl, 27 were Syrian and none Russian
    Russia was not behind the bombing of a market in Ariha
    Russia is behind the deal that ended strikes on Idlib
""")


@pytest.mark.parametrize("text", TOLD)
def test_russia_is_said_to_have_done_it(text: str) -> None:
    assert is_russian_strike(text.replace(r"\n", "\n"))


@pytest.mark.parametrize("text", NOT_TOLD)
def test_russia_is_not_said_to_have_done_it(text: str) -> None:
    assert not is_russian_strike(text)


def test_what_nobody_is_told_to_have_done_stays_no_event() -> None:
    assert not [one for one in told("A clinic in Sarmin was hit. The mayor resigned.") if one.type == "strike"]
