"""Sentences of English news: whose strikes were, said in every place a sentence has for it; written for this test."""

import pytest

from tests.unit.events.told import is_russian_strike, lines

STRIKES = lines("""
    Ten people were killed on Wednesday when warplanes struck a poultry farm near Maarat Misrin, the Observatory said, adding that the aircraft were Russian.
    Two schools in Ariha were damaged in a raid on Monday that the governor's office said Russia had flown.
    Four farmers were killed in the village of Balyun in a raid the White Helmets said was carried out by a Russian jet.
    It was the third Russian strike on Ariha in a week.
    A Russian strike that hit a sawmill in Armanaz overnight left two workers dead.
    In Idlib, a Russian bomb went through the roof of a bakery.
    Sukhoi jets dropped four bombs on Kafr Takharim at dawn; only Russia flies by night here, a spotter said, and it was Russia.
    Overnight the Russians came back and hit the water plant at Arshani, leaving Idlib without water.
    The Russian air force kept up its attacks on Jabal al-Zawiya for a fifth day, hitting al-Bara and Kansafra.
    For the fifth day running Russian planes attacked al-Bara and Kansafra.
    The regime's artillery shelled Sfuhen while Russian planes bombed Fleifel.
    The bombing on Sunday, by what the opposition's planes watch called a Russian Su-34, cut the road near Ariha.
    Russian artillery and jets hit the outskirts of Kansafra, killing a shepherd.
    Russia's military said it had hit a drone factory run by militants west of Idlib.
    The Russian Defence Ministry published a video of its planes hitting tankers near Deir ez-Zor.
    The ministry in Moscow said six Tu-22M3 had bombed depots near Abu Kamal.
    Bombs dropped by a Russian warplane on Atarib's market killed 61, UN investigators concluded on Tuesday.
    The UN panel said it was a Russian fixed-wing aircraft using unguided bombs that hit the market in Atarib.
    Human Rights Watch said the strike on the Idlib prison was most likely Russian.
    Syrian-Russian forces have bombed four hospitals in Idlib this month, the network said.
    The Syrian-Russian alliance carried out a massacre in Ariha on Monday, the network said.
    Syrian Russian alliance forces bombed Saraqib vital facilities, SNHR reports.
    Russian forces committed a massacre in Balyun on 12 May, the network said.
    Nine civilians, including three children, were killed in Russian forces' shelling of a house in Balyun.
    Fixed-wing warplanes we believe were Russian fired a number of missiles near Kafr Nabl Surgical Hospital.
    Raids by Russia's planes drove 300 families out of Ihsim on Friday.
    Russian strikes drove 300 families out of Ihsim on Friday.
    Families fled Ihsim after Russian strikes on Friday.
    Under heavy Russian bombardment, residents of Ihsim took to the caves on Friday.
    Saraqib shook under Russian air strikes all night.
    Smoke rose over Saraqib after Russian strikes.
    Rescuers search for survivors after a Russian strike in Jisr al-Shughur.
    The body of a child was pulled from a house hit by a Russian missile in Ariha.
    A child pulled alive from rubble in Ariha after Russian strike.
    The Russian raids on Darat Izza hit a school bus.
    Pro-government media said Syrian and Russian planes destroyed a convoy near Saraqib.
    SANA said Syrian-Russian air raids destroyed command posts in Khan Sheikhoun.
    Joint Syrian-Russian strikes destroyed a drone depot in Jisr al-Shughur, the Syrian defence ministry said.
    The Syrian army in cooperation with the Russian air force carried out strikes on militants' posts in Idlib.
    Syrian and Russian aviation are striking militants' posts in the south of Idlib, a field source said.
    The Syrian and Russian air forces in joint operation hit camps in Jabal al-Zawiya.
    Su-25 attack planes of the Russian air group have hit a fuel depot near Salma.
    Planes from the Hmeimim base carried out 23 sorties and struck 40 targets in Hama and Homs.
    Russian aircraft flew 88 sorties over the past day, hitting 86 targets in Raqqa, Hama and Idlib.
    In the last day Russian planes performed 71 combat missions against 118 facilities in Aleppo and Latakia.
    The cruiser Moskva covered the planes as they bombed Latakia's hills, the Russian navy said.
    The Rostov-on-Don submarine launched Kalibrs at targets in Raqqa.
    A volley of Kalibr missiles from the frigate Admiral Grigorovich hit Idlib.
    Russia fired Iskander missiles at Idlib, opposition sources say.
    Bastion coastal missiles were fired by Russian crews at targets in Idlib.
    Russian MLRS fire hit al-Eis.
    A Russian reconnaissance drone directed fire and a Krasnopol shell killed a farmer in Kansafra, locals blamed Russian gunners.
    A raid that Russia carried out on Sarmin killed six.
    Six died in strikes which the Russian air force had conducted on Sarmin.
    The raid on Sarmin, which the monitor said was Russian, killed a woman.
    Five strikes, all Russian, hit Sarmin within an hour.
    Two raids, probably Russian, hit Sarmin.
    Jets from Hmeimim struck Hama on Friday.
    Syrian Russian airstrikes hit Sarmin
    A girl martyred by Russian raids on Khan Sheikhoun and shelling on Latamneh
    Three citizens martyred in the targeting of Russian warplanes on Sarmin
    Russian warplanes renew targeting Kafr Zita
    The Russian warplanes resume their raids on al-Shughour mountain in Idlib countryside
    Russian helicopters target places in Morek with machineguns
    Russian warplanes execute 12 raids on areas in Abu al-Duhur vicinity
    Number of martyrs rises to 9 in the massacre by Russian warplanes in Heish
    The death toll of Russian massacre in Heish rises to 12
    Death toll from Russian raids on Heish climbs to 14
    Toll rises to 30 in Russian raid on Atarib market
    Toll of Saturday's Russian raids on Zamalka hits 20
    Civilian succumbs to wounds sustained in Russian raid on Sarmin
    Child dies of wounds after Russian airstrike on Ihsim
    Woman dies from injuries suffered in Russian bombardment of Balyun
    Injured in Russian shelling on the vicinity of Jisr al-Shughur
    Material damage in Russian air raids on Ariha
    Fires in farmland of Kafr Zita due to Russian raids
    Olive groves ablaze after Russian planes bombed Ihsim
    Violent explosions shake Idlib, Russian warplanes target its outskirts
    Explosions heard in Jabal al-Zawiya as a result of raids by Russian fighters
    Russian warplanes in the sky of Idlib, raids target Sheikh Bahr
    Warplanes (Russian) raid Ariha
    Raids by warplanes [Russian] on Ariha
    Regime's and Russia's warplanes target Latamneh with 20 raids
    Russian and regime warplanes alternate in bombing Latamneh
    Russian and Syrian regime warplanes exchange raids on Harasta
    Barrel bombs by regime helicopters and raids by Russian warplanes on Khan Tuman
    Helicopters drop barrels on Khan Tuman while Russian jets raid it
    After midnight, Russian warplanes raid Urum al-Kubra
    After barrel bombs, Russian raids on Tafas
    Rocket shelling by regime forces, and raids by Russian warplanes, on Sarmin
    More than 15 raids by the Russian warplanes on the axes of Kabana in Latakia
    Russian raids support regime attempt to advance in Kabana, Latakia
    Regime advances on Kabana under cover of 40 Russian raids
    Regime forces attack Kabana amid intense Russian airstrikes
    Clashes in Kabana with Russian raids and heavy shelling
    Clashes continue around Palmyra accompanied by Russian airstrikes
    Shelling and Russian airstrikes continue on Eastern Ghouta
    Eastern Ghouta: 14 killed, most by Russian strikes
    20 killed yesterday, 9 of them by Russian warplanes, in Idlib
    Among the 20 killed in Idlib yesterday, nine died in Russian strikes
    IS says Russian raids killed eight in Raqqa
    IS media: Russian jet hits mosque in Raqqa
    Raqqa activists: Russian raids hit bridge and hospital
    32 killed in 'Russian' strikes on Raqqa: monitor
    Raids 'by Russian jets' hit Raqqa; 32 dead
    Syria: 32 dead in Raqqa in raids blamed on Moscow
    Raids on Raqqa kill 32, Moscow suspected
    Moscow's jets hammer Raqqa
    Moscow hits IS oil trucks near Deir ez-Zor
    Moscow unleashes heaviest bombing yet on Idlib
    Moscow pounds Raqqa from submarine in Mediterranean
    Kremlin's jets strike turkmen villages in Latakia
    Russia's Su-34s pulverise bunker in Latakia hills
    Russia bombs Raqqa for first time with Tu-22M3
    Russia uses Iran base to bomb Aleppo, Idlib
    Russian bombers flying from Iran strike Aleppo, Deir ez-Zor
    Russian jets take off from Iran, hit targets in Aleppo
    Long-range Russian bombers based in Iran hit Idlib for second day
    Russian carrier's jets strike Idlib
    Jets from Russian carrier hit Idlib for first time
    Admiral Kuznetsov jets bomb Idlib
    Aleppo hospital bombed again, M10 out of service after Russian jets struck
    Putin's pilots bomb Aleppo market
    Aleppo: UN convoy bombed, US officials say Russia did it
    US believes Russian aircraft bombed aid convoy near Aleppo
    US says two Russian Su-24s struck convoy in Urum al-Kubra
    US holds Russia responsible for attack on aid convoy near Aleppo
    Britain: Russia hit aid convoy twice near Aleppo
    Russian strike on convoy 'a war crime', Johnson says of Aleppo attack
    Russia says killed 40 militants, among them commanders, in strike on Idlib
    Russia claims destroyed drone factory in Idlib
    Moscow says bombed IS convoy near Palmyra
    Russia claims air strike wounded al-Qaeda leader in Idlib
    Russia claims airstrike gravely hurt HTS commander in Idlib
    Russia says its strike critically injured Nusra chief in Idlib
    Missiles hit a clinic in Idlib. The author of the strike is clearly either the government or Russia, its director said.
    Missiles hit a clinic in Idlib. "Those behind the attack are either the regime or the Russians," its director said.
    Missiles hit a clinic in Idlib. The culprit was either Damascus or Moscow, its director said.
    Missiles hit a clinic in Idlib. The attackers were the Russians, its director said.
    Its positions in the grain silos north of Palmyra were hit at around 2:15 am by Russian and regime aircraft.
    Their posts near Palmyra were struck at dawn on Friday by Russian planes.
    The base near Palmyra was bombed at about noon by Russian jets.
    Russian and Syrian aircraft were over us again. They bombed the road to Kafr Zita three times.
    Jets believed Russian bomb Ariha
    Warplanes thought Russian carried out raids on Maarat al-Numan
    Jets believed to be Russian target Latamneh, Kafr Zita and Morek
    Man and wife killed in raids by planes belived to be Russian on Rastan
    Likely Russian jets hit Ariha
    Suspected Russian planes hit Ariha
    Russia says killed 40 militants in strike on Idlib
    Russia says it killed 40 militants in strike on Idlib
    Russia says it killed 40 militants, some of them Chechens, in strike on Idlib
    Russian jets killed six civilians, one a baby, in raid on Ariha
    Erdogan: Russia killed hundreds in Aleppo bombing
""")
NO_STRIKES = lines("""
    The planes over Saraqib were Russian but dropped nothing.
    Two schools in Ariha were repaired after a raid last year that Russia had flown.
    The Russian air force helped rebuild the clinic in Ariha hit by militants.
    A Russian strike on Ariha would break the truce, the envoy said.
    A Russian strike on Saraqib was called off at the last minute.
    Residents of Ariha fear Russian strikes.
    Russian forces deployed near Saraqib after a Turkish strike.
    The village near Idlib lives with the memory of a Russian raid four years ago.
    Ministers in Moscow discussed Monday's raid on Ariha.
    The Russian Defence Ministry published a video of Israeli planes hitting Damascus.
    Moscow says it has proof that the US bombed a hospital in Raqqa.
    The Russian ministry said militants shelled Aleppo 20 times.
    Russian field doctors treated children hurt in shelling of Aleppo.
    A Russian soldier was killed by a mine near Palmyra, the ministry said.
    Saraqib has been quiet since the Russian strikes stopped in March.
    No Russian strikes were reported in Idlib on Monday.
    Russian and Turkish patrols drove past Ariha, shelled the day before by the regime.
    Mines cleared by Russian sappers in Palmyra were blown up.
    Russian sappers destroyed 500 mines in Aleppo.
    Russian engineers destroyed explosives left by ISIS in Palmyra.
    Russian military police attacked by militants near Daraa.
    Russian forces in Ain Issa withdrew after Turkish shelling.
    Russian journalists came under fire in Latakia.
    Russia's foreign ministry called the attack on Aleppo barbaric.
    Shells hit the Russian embassy in Damascus.
    Five strikes, none of them Russian, hit Sarmin.
    The dead in the strikes on Sarmin, Russian and Syrian soldiers, were flown home.
    A raid that Russia condemned on Monday hit Sarmin.
    Planes from the Hmeimim base carried out 23 reconnaissance sorties over Hama.
    A raid which Israel carried out near Hmeimim killed two; Russia had been warned.
    Russian helicopter shot down in Idlib, five killed
    Five killed as Russian helicopter downed in Idlib; jihadists parade bodies
    Russian transport plane crashes at Hmeimim, 39 dead
    Russia begins withdrawing bombers from Syria
    Russia sends six more jets to Hmeimim in Syria
    Russian bombers in Iran: what it means for Aleppo
    Iran withdraws permission for Russian strikes on Aleppo
    Putin orders ceasefire in Aleppo
    Putin: strikes on Aleppo will not resume
    Russia extends pause in Aleppo strikes
    Russia 'ready to strike' rebels in Aleppo
    Russia threatens strikes on truce violators in Idlib
    Russia warns Israel over strikes on Damascus
    Russia urges probe into hospital bombing in Aleppo
    Russia rejects claims it bombed Aleppo hospital
    Russia denies hitting aid convoy near Aleppo
    Russia says Syrian jets, not its own, bombed Aleppo camp
    Russian journalist hurt in rebel shelling of Aleppo
    Two Russian nurses killed as rebels shell hospital in Aleppo
    Russian field hospital shelled in Aleppo, medic killed
    Rebels fire rockets at Russian base in Latakia
    US cruise missiles hit Syrian base where Russians were stationed in Homs
    US jets bomb Syrian troops in Deir ez-Zor, Russia says
    Israel hit Iranian depot near Russian base in Tartus
    Syria missile downs Russian plane off Latakia; Russia blames Israel
    Turkey shoots down Russian jet near Syria border
    Turkish jets strike al-Bab after Russian green light
    Russian-Turkish patrol hit by roadside bomb in Idlib
    Blast hits Russian patrol in Idlib, three soldiers hurt
    Russia vows response after blast kills general in Deir ez-Zor
    Russian general killed by IS shelling in Deir ez-Zor
    Russian mercenaries killed in US strikes near Deir ez-Zor
    US strikes kill dozens of Russians near Deir ez-Zor
    Russian military contractors attacked base near Deir ez-Zor held by SDF, US strikes back
    Syrian jets strike Idlib days after Russian truce expires
    Assad thanks Putin after Aleppo bombing
    Russia destroys last of Syria's chemical arms
    Russian troops destroy IS mines in Palmyra
    Russia dismisses claims its air force hit Turkish post in Idlib as untrue
    Russia rejects reports its planes bombed a school in Idlib
    Moscow denied claims that its jets had bombed a clinic in Idlib
    Russia's military dismissed as false claims its planes struck a camp in Idlib
    Russia refutes allegations it bombed Idlib
    Russia brushed off accusations that its jets bombed a market in Ariha
    Russia says killed in Idlib were civilians hit by militants
    Russia says destroyed tanks near Idlib were Turkish
    Russian forces down 13 drones attacking bases in Syria
    Russian troops killed two men in Homs after strike by Israel
    Russia says IS killed nine in attack on Palmyra
    Russia says it killed militants who took part in attack on Aleppo
""")


@pytest.mark.parametrize("text", STRIKES)
def test_it_is_a_strike_by_russia(text: str) -> None:
    assert is_russian_strike(text)


@pytest.mark.parametrize("text", NO_STRIKES)
def test_it_is_none(text: str) -> None:
    assert not is_russian_strike(text)
