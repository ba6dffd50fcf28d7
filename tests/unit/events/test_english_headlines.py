"""Headlines, most of them English: planes that kill, heads of state that bomb, and what only looks like it; written for this test."""

import pytest

from tests.unit.events.told import is_in, is_russian_strike, lines, told

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
    Syria/Russia: Bombing of Displacement Camp Kills 40
    Russia/Syria: Hospital Strikes Kill Patients, Doctors
    Syria/Russia: Airstrikes Killing Civilians in Ghouta
    Syria/Russia: Thermobaric Bombs Dropped on Homes
    Russia & Syria: Bombs Rain on Idlib Hospitals
    Russia/Syria: 'Double-Tap' Strikes on Rescuers
    Syria, Russia Accused of Targeting Hospitals in Idlib
    Syrian, Russian Strikes Pummel Ghouta
    Russian, Syrian Jets Hit Hospitals
    Syria: Russian Strikes Kill 14 Civilians
    Syria war: Russian air strikes 'kill 44' in Idlib village
    Syria conflict: Russian raids on Idlib 'kill dozens'
    Syria crisis: Russia air strikes hit rebel-held town
    Syria: Deadly Russian Raid on Market
    Syria live: Russian jets bomb hospital in Aleppo
    Idlib: Russian airstrikes kill 10 civilians
    Aleppo: Russia bombs hospital again
    Russia 'bombed hospital in Idlib'
    Russia's bombs 'killed 30 civilians' in Homs
    'Russian' raids kill 25 in Syria's Idlib
    'Russian strikes' kill 21 in Syria's Idlib
    Syria: 'Russian' air raid kills family of nine
    At least 9 dead in 'Russian raid' on Ariha
    Suspected Russian air raid kills 17 in Idlib
    Suspected Russian jets kill 10 in northwest Syria
    Likely Russian airstrike hits Atarib
    Alleged Russian strike on camp near Sarmada kills eight
    Syria monitor: Russian raids kill 18 near Deir ez-Zor
    Observatory: 12 killed in Russian raids on Idlib
    White Helmets: Russian raid kills volunteer in Sfuhen
    Activists: Russian jets target Khan Sheikhoun
    Russian Airstrikes Claim the Lives of Seven Civilians in Ariha
    Russian air raids claim 12 lives in Idlib
    Russian raids leave scores dead, injured in Idlib
    Massacre in Kafr Nabl after Russian airstrikes
    Massacre by Russian aviation in Zardana
    New Russian massacre in Idlib countryside
    Russian massacre claims lives of 12 in Ariha
    Russian bombers wipe out family in Jabal al-Zawiya
    Entire family wiped out in Russian air raid on Ariha
    Russian aircraft target last hospital in Kafr Zita
    Last hospital in Kafr Zita out of service after Russian raid
    Russian jets knock out hospital in Kafr Nabl
    Russian airstrikes put hospital out of service in Kafr Nabl
    Hospital hit by Russian jets in Kafr Nabl
    Civil defence centre hit in Russian raid on Khan Sheikhoun
    Martyrs and wounded in Russian raids on Saraqib
    Martyrs as a result of Russian bombing on Saraqib
    Casualties in Russian aerial bombing on Termanin
    Dozens of casualties in Saraqib due to Russian airstrikes
    Injuries reported after Russian air raids on Ariha
    Civilian casualties in Russian strikes, Idlib countryside
    Renewed Russian raids on the northern countryside of Hama
    Intensified Russian bombing of southern Idlib
    Heavy Russian bombardment on Jabal al-Akrad
    Russian vacuum missiles hit Ariha
    Russian phosphorus bombs set Saraqib alight
    Russian cluster bombs kill three in Kafr Zita
    Russian warships fire missiles at Idlib
    Russian warships pound Palmyra with cruise missiles
    Russian missile strike destroys IS depot in Deir ez-Zor
    Russian missile barrage hits Jisr al-Shughur
    Caspian fleet fires 18 missiles at targets in Raqqa
    Caspian Flotilla fires cruise missiles at IS in Syria
    Russian subs launch cruise missiles at Raqqa
    Kalibr missiles hit Raqqa
    Tu-95 bombers hit IS in Syria with cruise missiles
    Su-34 bombers destroy IS convoy near Deir ez-Zor
    Russian Su-25s blast rebel base near Hama
    Russian fighter-bombers strike Idlib
    Russian Ka-52 destroys IS truck near Palmyra
    Russian attack helicopters strike militants near Palmyra
    Russian gunships fire rockets at Latamneh
    Russia carries out 71 sorties in Syria, hits 118 targets
    Russia air force conducts 59 sorties in Syria in 24 hours, hits 212 targets
    Russian aviation hits 320 terrorist targets in Syria in a day
    Russia says 40 militants killed in strike on Deir ez-Zor
    Russia: air strike kills IS leader near Palmyra
    Russia: 49 militants killed in Idlib strike
    Moscow claims its jets killed 120 rebels in Idlib
    Russian MoD: jets destroy Nusra HQ in Idlib
    Russian air force destroys two drone workshops in Idlib
    Russian forces strike militant bases in Homs desert
    Russian forces hit three militant bases near al-Tanf
    Russian Aerospace Forces hit camp of militants in Homs province
    Russia's Aerospace Forces wipe out militants in Jabal Bishri
    US says Russian jets bombed its allies near al-Tanf
    US accuses Russia of bombing SDF near Deir ez-Zor
    Turkey says Russian jets killed its soldiers in al-Bab
    Turkish soldiers killed in Russian air strike in al-Bab
    Three Turkish soldiers killed accidentally in Russian strike near al-Bab
    Russian strike accidentally kills three Turkish soldiers in Syria
    France says Russia and regime bombed hospital in Idlib
    Erdogan: Russia killed hundreds in Aleppo bombing
    UN says Russian plane hit market in Maarat al-Numan
    Amnesty: Russian strikes hit school in Idlib
    MSF: clinic in Idlib destroyed by Russian raid
    Rebels say Russian jets bombed Yarmouk valley
    Opposition: Russian strikes on Ghouta kill dozens
    Assad, Russia jets strike Douma
    Assad regime, Russia kill 20 in Ghouta
    Assad and Russian jets kill 20 in Ghouta
    Regime and Russian attacks kill 11 in Idlib
    Regime, Russian attacks kill 11 in Idlib
    Syria regime, Russia bombard Idlib
    Bashar's and Putin's jets bomb Ariha
    Syria: 11 killed as Russia bombs Idlib market
    11 killed as regime, Russia pound Idlib
    Syria: 3 kids killed in Russian shelling of Ariha
    Russian, Syrian jets hit hospitals in Idlib
    Syrian, Russian jets hit hospitals in Idlib
    Syrian and Russian jets hit hospitals in Idlib
    Syrian, Russian strikes pummel Ghouta
    Turkish, Russian jets bomb al-Bab
    مجزرة روسية في سراقب
    Russia says 40 militants killed in strike on Deir ez-Zor
    Russia: air strike kills IS leader near Palmyra
    Russia: 49 militants killed in Idlib strike
    Russian defence ministry: 12 terrorists killed in air strikes in Idlib
    At least 20 ISIS fighters killed in airstrike near Palmyra, Russian military says
    Jets believed Russian bomb Ariha
    Warplanes thought Russian carried out raids on Maarat al-Numan
    Jets believed to be Russian target Latamneh, Kafr Zita and Morek
    Warplanes believed to be Russian strike Sarmin with cluster bombs
    Helicopters believed to be Russian raid Kafr Zita
    Warplanes carried out nine raids on Khan Sheikhoun, probably Russian
    Planes launch 20 raids on Saraqib, most likely Russian
    Aircraft bomb Ariha market, thought to be Russian
    Jets raid Sarmin, believed to be Russian
    warplanes likely to be russian, hit a mill at Binnish and wound two
    Planes suspected to be Russian, bombed Kafr Nabl on Friday
    Man and wife killed in raids by planes belived to be Russian on Rastan
    Warplanes, likely Russian, carry out raids on Talmenes
    Warplanes presumed Russian hit Marea
    Unidentified warplanes, possibly Russian, raid Abu Kamal
    Air strike kills six at Binnish school, Russia blamed
    Raid destroys Sarmin clinic; Russia blamed
    Seven die in Ariha air raid, Russia accused
    Bakery in Sarmin bombed, residents blame Russian jet
    Four dead in raids on Douma, activists accuse Russian planes
    Clinic in Kafr Nabl hit for third time, medics blame Russia
    Bombs hit Kafr Takharim hospital, doctors and neighbours blame Russian air force
    Market in Ariha bombed, Russia suspected
    Market in Ariha bombed, Russian jets suspected
    Air raid kills four in Atarib, monitor blames Russia
    Strike on Idlib prison kills 12, Russian planes blamed
    Rescuers blame Russia after air strike on Atarib market
    Russia blamed for air strike on Atarib market
    Russia accused over air strike on Atarib market
    Russian jets blamed for deadly Saraqib raid
    Ariha burns as Russia, Syria step up raids
    Residents flee as Syria, Russia intensify bombing of Idlib
    Russia, Assad renew air strikes on Idlib
    As Russia, Syria pound Idlib, medics count dead
    Hundreds flee as regime, Russia step up air strikes on Ghouta
    More than 60 Russian sorties hit Salma
    Russian sorties target rebels near Kinsabba
    Dozens of Russian air sorties pound Rabia
    Russian missile lands near school in Atarib
    Three hurt as Russian missile lands beside clinic in Sarmin
    Russian rockets land on camp near Sarmada
    Russian cruise missile crashes into house in Atarib
    Russian bomb falls next to bakery in Ariha
    Russian missiles slam into Binnish
    Russian strike kills 9 Nusra commanders
    Russian raids kill five HTS fighters
    Russia says Nusra chief hurt in its air strike
    Russian jets kill White Helmets volunteer
    Russian warplnes target Kafr Zita
    Russian warplans bomb Sarmin
    civilians hurt in Russian bombarment on Anadan
    Russian airstirkes on Idlib kill five
    Russain warplanes bomb Ariha
    Casualties in Russian aistrikes on Ariha
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
    Russia says 40 Syrian soldiers killed in strike on Deir ez-Zor
    Russia says coalition strike killed 20 civilians near Deir ez-Zor
    Russia: militants kill nine in shelling of Aleppo
    Russia says terrorists' shelling killed nine in Aleppo
    Russia: US strike killed militants in Idlib, civilians too
    Russia says Syrian jets killed 12 militants in strikes on Idlib
    Lavrov says militants were killed in strike on Idlib
    Jets believed to be American bomb Raqqa, Russia silent
    Planes believed to be Syrian hit Ariha, Russia says
    Russian target hit by jets believed to be American in Raqqa
    Air strike kills six at Binnish school, Russia blamed US
    Air strike kills six at Binnish school, Russia blames coalition
    Air strike kills six in Raqqa, US blamed
    Regime jets bomb Ariha, Russia blamed for failure of talks
    Israel hits Damascus, Russia accused of silence
    Russia, Syria step up talks as bombs fall on Idlib
    As Russia, Turkey step up talks, Assad's jets bomb Idlib
    Russia says drones attacked its Hmeimim base in Latakia
    Russian military says drones attacked Hmeimim airbase
    Russian MoD: rockets hit Hmeimim
    Militants attacked Russian base at Hmeimim with drones, says Moscow
    Russian Su-24 downed by missile over Jabal al-Turkman, pilot dead
    Rebels shot down Russian plane with shoulder-fired missile in Idlib
    HTS says it downed a Russian plane with a shoulder-fired rocket over Saraqib
    Russian reconnaissance sorties over Idlib continue
    Russian plane lands near Latakia
    Russian delegation lands at Hmeimim
    Russian raids kill five Chechen fighters in Grozny
    Russian warplane sales to Syria resume
""")


@pytest.mark.parametrize("text", STRIKES)
def test_it_is_a_strike_by_russia(text: str) -> None:
    assert is_russian_strike(text)


@pytest.mark.parametrize("text", NO_STRIKES)
def test_it_is_none(text: str) -> None:
    assert not is_russian_strike(text)


def test_raids_were_where_they_killed() -> None:
    (strike,) = [
        one for one in told("Army eyes Palmyra after Russian raids kill nine in Ariha") if one.type == "strike"
    ]
    assert is_in(strike, "syria.idlib.ariha")
