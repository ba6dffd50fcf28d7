"""Headlines in English: planes that kill, heads of state that bomb, and what only looks like it; written for this test."""

import pytest

from tests.unit.events.told import is_russian_strike, lines

STRIKES = lines("""
    Russian warplanes kill 7 in Idlib
    Russian warplanes kill 3 and wound others in regime-held town
    Putin's warplanes kill a family in Maarat al-Numan
    The planes of the Russian emperor, who speaks of peace, killed some 3000 Syrian civilians last week in Aleppo
    Russian air force wounds 12 in Khan Sheikhoun
    Russian jets destroy a bakery in Kafr Nabl
    Russian missiles kill six in Atarib
    Russian bombers burn crops near Latamneh
    Russian jets set fields ablaze around Kafr Zita
    Russian bombs kill a mother and her two children in Ariha
    Russian rockets injure 9 in Saraqib
    Russian warplanes leave 20 dead in Jisr al-Shughur
    Warplanes of Russia kill five, wound ten in Binnish
    Russian helicopters maim two shepherds near Jisr al-Shughur
    Russian air force devastates Sarmin market
    Russian warplanes massacre displaced families in Sarmin
    Russian aviation commits a new massacre in Zardana
    Russian planes slaughter 14 in Urum al-Kubra
    Three children dead as Russian jets hit Termanin
    Russian warplane kills 4 civilians in Al-Bab
    Russian drones kill 2 rebels in northern Latakia
    Russian navy kills dozens of ISIS fighters near Palmyra
    Russian air force burns a school in Kafranbel
    Syrian and Russian jets kill 17 in Idlib
    Kafr Nabl: Russian jet kills woman
    Russian warplanes injured dozens as they targeted the town of Sarmin
    Russian jets turn Sarmin market into rubble
    Russian warplanes reduce clinic in Kafr Nabl to ruins
    Russian strikes leave hospital in Kafr Nabl out of service
    Russian planes put Kafr Nabl hospital out of action
    Russian jets incinerate 12 in Arbin with phosphorus
    Russian jets kill 20 Syrian rebels
    Russian fighter jets kill 8 members of one family in Deir ez-Zor
    Assad and Putin bombed Saraqib again, a father says
    Putin and Assad are bombing hospitals in Idlib
    Putin bombs Aleppo's last hospital
    Of the 14 air raids that hit Latamneh on Sunday, nine were carried out by Russian planes
    Ten of the 14 air raids on Latamneh were Russian
    27 of the 31 strikes on Idlib were by Russia
    Russia is thought to have bombed a prison in Idlib
    Russia levelled three houses in Ihsim
    Russia destroyed a hospital in Kafr Nabl
    Russia attacked Atarib with missiles overnight
    Russia hit a chicken farm near Binnish
    Russia strikes Idlib
    Russia hits Idlib with cluster bombs
    Russia pounds Idlib
    Russia raids Jisr al-Shughur
    Russia raids kill four in Jisr al-Shughur
    Russian and regime raids kill six in Idlib
    Regime, Russia raids on Idlib leave 11 dead
    Assad-Russian raids kill 5 in Anadan
    Russian planes came back over Ariha at noon. They bombed the market.
    The Russian jets had been circling since morning. Then they bombed Ariha.
    Russian reconnaissance planes appeared over Sarmin. Minutes later they bombed the school.
    Nine people died in Russian bombardment of Ariha
    Two farmers lost their lives in Russian bombardment on Sfuhen
    A child was wounded in Russian shelling of Fleifel
    Russia's air force raids Sarmin
    Kremlin bombs kill nine in Idlib
    Russia flattened Kafr Nabl, says mayor
    Russia launches strikes on Idlib
    Russia unleashes missiles on Palmyra
    Russia steps up bombing of Idlib
    Russia intensifies raids on southern Idlib
    Russia rains bombs on Idlib
    Russia drops bunker busters on Aleppo
    Russia targets rebels in Latakia mountains
    Russia pummels rebels in Idlib with air strikes
    Russia shells Jabal al-Zawiya
    Russia blitzes Idlib
    Russia burns Douma with napalm
    Russian attack kills six in Ariha
    Russian attack on Ariha market leaves 9 dead
    Russian attacks on hospitals in Idlib continue
    Deadly Russian attack hits camp in Idlib
""")
NO_STRIKES = lines("""
    Russian-made warplanes kill 3 in Idlib
    Russian warplane crash kills 39 at Hmeimim in Syria
    Russian plane crash in Syria kills 32
    Russian helicopter crash kills two pilots in Homs
    Russian-backed forces kill 7 in Idlib
    Rebels shoot down Russian plane, killing pilot, in Idlib
    Rebels kill Russian pilot in Idlib
    Syrian jets, Russian-supplied, kill nine in Idlib
    Russian soldiers killed in Deir ez-Zor
    Drones destroy Russian warplanes at Hmeimim in Syria
    Militants' mortar fire destroys Russian warplanes at Hmeimim
    Russian warplanes destroyed at Hmeimim by mortar fire
    Russian helicopter burned by rebels near Palmyra
    Russian warplanes did not kill anyone in Idlib, ministry says
    Russia denies its jets killed civilians in Idlib
    Two killed as Russian helicopter is shot down near Palmyra
    Russian jets killed 9 in Kharkiv
    ISIS missile destroys Russian helicopter near Palmyra
    Russian air force medics treat wounded in Aleppo
    Israel says Syria killed 15 Russian airmen by downing their plane near Latakia
    Syrian air defence fire kills 15 on Russian plane off Latakia
    Russian-made missiles hit Ariha
    Russian-backed forces bombed Ariha
    Russian-supplied jets of the Syrian air force bombed Ariha
    Assad bombed Saraqib with Putin's blessing
    Assad and Putin discussed the bombing of Saraqib
    Putin and Assad met as bombs fell on Saraqib
    Putin says Israel bombed Damascus
    Of the 31 strikes on Kafr Nabl, none was Russian
    Of the 31 dead in Kafr Nabl, 3 were Russian
    27 of the 31 hostages in Idlib were Russian
    Russia is believed to be behind the deal on Idlib, which was bombed by Turkey
    Russia attacked the UN report on Idlib
    Russia attacks US over strikes in Syria
    Russia hits back at critics over Idlib
    Russia hit by sanctions over Syria bombing
    Russia slams strikes on Damascus
    Russia blasts Israel for Damascus raid
    Russia blasts US strike on Syria
    Russia destroyed chemical weapons taken from Syria
    Russia raids warehouses of a smuggler in Dagestan
    Turkish planes came over Afrin. They bombed the market, Russia said.
    Rebels met the Russians in Ariha. They bombed the market, villagers said of the rebels.
    Russia-led talks on Idlib begin after bombardment
    Attack on Russian base in Latakia kills two
    Attack on Russians in Idlib
    Russian attack helicopters arrive in Latakia
    Russian attack on UN over Idlib
    Russian attack jets leave Hmeimim for Russia
    Fire kills Russian soldier in Latakia
""")


@pytest.mark.parametrize("text", STRIKES)
def test_it_is_a_strike_by_russia(text: str) -> None:
    assert is_russian_strike(text)


@pytest.mark.parametrize("text", NO_STRIKES)
def test_it_is_none(text: str) -> None:
    assert not is_russian_strike(text)
