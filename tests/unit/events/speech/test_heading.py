"""Headings of rights reports: the countries before the colon are accused, asked, or speak; written for this test."""

import pytest

from tests.unit.events.told import lines, russian_strikes, told

ACCUSED = lines("""
    Russia/Syria: Daily Cluster Bomb Attacks
    Syria/Russia: Strike on Market a Likely War Crime
    Russia/Syria: New Wave of Unlawful Airstrikes
    Syria/Russia: Unlawful Attacks on Hospitals in Idlib
    Syria: Russian Bombs Kill Patients in Idlib Clinic
    Russia/Syria: Extensive Recent Use of Banned Munitions
    Russia/Syria: Apparent War Crimes in Weeks of Bombing Idlib
    Syria/Russia: School Bombing a Possible War Crime
    Syria, Russia: Deliberate Strikes on Hospitals
    Russia and Syria: Relentless Bombing of Aleppo
    Syria/Russia: Deadly Attack on Camp for Displaced in Idlib
    Russia: Unlawful Airstrikes on Idlib Kill Dozens
    Syria/Russia: 12 Dead in Attack on Market
    Russia/Syria: Barrage of Cluster Munitions Hits Douma
    Russia/Syria: Cluster Munitions, Incendiary Bombs Used in Aleppo
    Russia/Syria: Indiscriminate Shelling of Ghouta
    Russia/Syria: War Crimes in a Month of Bombing Hama
    Syria/Russia: Attacks on Idlib Schools Apparently Deliberate
    Clashes go on near Homs; Russia/Syria: Nightly Phosphorus Attacks
""")
NOT_ACCUSED = lines("""
    US, Russia: Investigate Strikes on Civilians in Aleppo
    US, Russia: Probe New Deadly Strikes in Idlib
    Russia/Syria: Stop Using Cluster Munitions
    Russia/Syria: End Attacks on Hospitals
    Russia: Press Syria to End Barrel Bomb Attacks
    Russia: Stop Blocking UN Action on Syria Chemical Attacks
    Syria/Russia: Halt Airstrikes on Idlib
    Russia/Turkey: Agree on Ceasefire After Attacks in Idlib
    Russia/Turkey: Truce in Idlib After Attacks
    US/Russia: Statement on Attacks in Syria
    Russia/Syria: Russia Vetoes Resolution on Chemical Attacks
    Russia/Syria: Israeli Airstrikes Hit Damascus
    Russia/Syria: US Strikes on Airbase in Homs
    Russia: ISIS Attacks on Palmyra
    Russia/Syria: ISIS Attack Kills Dozens in Palmyra
    Russia: Rebel Shelling in Aleppo Killed Six
    Russia: Terrorists' shelling of Aleppo continues
    Russia: Syria Attack Was Staged
    Russia: Attack on Douma Was Staged
    Moscow: Airstrikes on Douma violate international law
    Russia: Attacks by terrorists on Hmeimim repelled
    UN Security Council, Russia: Don't Block Aid After Idlib Attacks
    Russia/Syria: Allow Aid Into Ghouta Amid Bombing
    Syria: Attacks on Hospitals
    Syria/Turkey: Attacks on Civilians in Afrin
    Russia: 12 shelling attacks in Idlib de-escalation zone in past day
    Russia/Syria: No New Attacks in Idlib
    Russia/Syria: Two Years After Attack on Aleppo Hospital
    Q&A: Russia/Syria and Chemical Attacks
    Russia/Syria: Inquiry into Attacks on Hospitals Needed
    Russia/Ukraine: Daily Cluster Munition Attacks
""")


@pytest.mark.parametrize("text", ACCUSED)
def test_countries_before_a_colon_did_what_follows(text: str) -> None:
    assert russian_strikes(text)


@pytest.mark.parametrize("text", NOT_ACCUSED)
def test_those_who_are_asked_agree_or_speak_did_not(text: str) -> None:
    assert not russian_strikes(text)


def test_it_is_a_claim_against_all_of_them() -> None:
    (strike,) = [one for one in told("Syria/Russia: Deliberate Strikes on Hospitals in Idlib") if one.type == "strike"]
    assert strike.stance == "claimed"
    assert {role.id.partition(".")[0] for role in strike.actors} == {"syria", "russia"}
