"""Whose planes they were, told in a sentence after the strike; written for this test."""

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

RUSSIAN = (
    "قضى ثلاثة مدنيين بصواريخ ألقتها طائرات حربية على بلدة سراقب. الطائرات تابعة لسلاح الجو الروسي بحسب المراصد.",
    "قتل خمسة أشخاص بغارة جوية على سراقب. وقال مصدر محلي إن الطائرة إما روسية أو تابعة للنظام.",
    "استهدفت غارات جوية سوقا في سراقب. وقال ناشطون إن الطيران الروسي يقف وراء الهجوم.",
    "Warplanes bombed the town of Saraqib overnight. The planes were Russian, residents said.",
    "Six raids hit the centre of Saraqib, people there said by telephone.\nThey blamed Moscow.",
    "Air strikes hit a market in Saraqib. Ten people died. Activists said Russian jets were behind the attack.",
    "Warplanes bombed Saraqib. Residents said it was a Russian plane.",
    "A raid hit a block in Ariha at noon. Our spotters identified the aircraft as a Russian Su-24, up since ten.",
    "Air strikes hit two villages near Saraqib.\n\nIts director said the planes were Russian, judging by type and flight.",
    "An air strike flattened a bakery in Kafr Nabl. The plane was identified by observers as a Russian Su-34.",
    "Jets struck a camp near Qah at dawn. Flight monitors recognised them as Russian.",
    "Twenty-seven strikes landed in Kafr Nabl over the day. The council says all but four were by Russian planes.",
    "Twelve air raids hit Khan Sheikhoun. Most of them were carried out by Russian jets, the council said.",
    "A clinic in Ariha was bombed at night. The directorate attributed the Ariha attack to Russia, others to the regime.",
    "A clinic in Ariha was bombed at night. The directorate attributed the raid to Russian aircraft.",
    "An air strike killed nine people in Douma. Rescuers blamed it on Russian jets.",
    "Jets pounded Hass. Rain fell on the camps. Spotters said the jets had taken off from Russia's Hmeimim air base.",
    "Jets dropped bombs on Arbin. The monitor said the planes that hit the town were Russian, the others Syrian.",
    'More than 30 air strikes pounded Mayadin on Sunday. "All but three were Russian," said the head of a monitor.',
    'A clinic in Ariha was shut after it was hit twice. Nobody saw the aircraft. "They were Russian," a nurse said.',
    "Missiles slammed into a depot at Tarhin. They came from the sea. Men fled. Two of them were fired by Russian ships.",
    "Air strikes hit Ariha. Flight logs place a single Russian fixed-wing aircraft over the town at the time.",
    "Air strikes hit Ariha. Activists held Moscow responsible.",
    "Air strikes hit Ariha. Russia's air force, which is based an hour away, was blamed by the mayor.",
    "A missile hit a house in Ariha. Rescuers said four jets had come in from the sea. All four belonged to Russia.",
    "Air strikes hit a convoy near Ariha. Officials said two Russian Su-24s were above the convoy at that moment.",
    "Four clinics in Idlib province were bombed on Sunday. A monitor attributed three of the attacks to Russian jets.",
    "The bombing of Ariha, blamed by residents on Russia, came hours after a truce.",
    "Air strikes hit Ariha on Sunday in an attack that bore the hallmarks of the Russian air force.",
    "Jets struck Ariha in Idlib. The Russian defence ministry acknowledged the strike.",
    "Jets struck Ariha in Idlib. Moscow confirmed that its aircraft had been in action there.",
    "Ariha was hit by more than 80 strikes on Monday. Most of them were by Russian aircraft.",
    'Two missiles came down between two stalls in Saraqib on Tuesday. "It was the Russians," the mayor said.',
    "A market in Ariha was struck from the air. The plane was a Sukhoi flown by Russia, the mayor added.",
    'Four hospitals were hit in Idlib on Monday. The US envoy said: "Russia and the regime did this."',
    "Two missiles hit a market in Saraqib. It was the Russians, said the head of the rescue centre.",
)
NOT_RUSSIAN = (
    "قصفت طائرات حربية سراقب. الطائرات الروسية غادرت قاعدة حميميم.",
    "قتل خمسة أشخاص بغارة جوية على سراقب. الطائرة تابعة للنظام.",
    "Warplanes bombed Saraqib. The planes were not Russian. Moscow blamed the rebels.",
    "Syrian army helicopters bombed Saraqib. Residents said they saw a Russian plane too.",
    "Warplanes bombed Saraqib. A truce was agreed. Aid came. Schools opened. They blamed Moscow for the delay.",
    "Warplanes bombed Saraqib. Turkey blamed Russia for the price of gas.",
    "An air strike hit a convoy near Khasham. They were Russian citizens, relatives of the dead said.",
    "An air strike killed three men in Khasham. One was Russian, two were Chechen.",
    "Air strikes killed six men in Saraqib. All but two were Russian, relatives said.",
    "Air strikes hit Ariha. The monitor said the planes that bombed the town were Syrian. Russian police left.",
    "Jets pounded Hass. The delegates had flown from Russia's capital.",
    "Air strikes hit Ariha. Radar showed a Russian transport plane over the coast.",
    "Air strikes hit Ariha. Russia held talks with Turkey.",
    "Air strikes hit Ariha. Russia was blamed by Kyiv for the war.",
    "Air strikes hit Damascus. Russia confirmed the Israeli strike.",
    "Air strikes hit Ariha. Russia confirmed its forces were leaving the town.",
    "Air strikes hit Ariha. Officials said a Russian delegation was in the town.",
    "Air strikes hit Mayadin. Aid came with an aircraft operated by a Russian contractor.",
    'Air strikes hit Ariha. "The regime did this," the envoy said. Russia called it a lie.',
    "Air strikes hit Nawa. Officials said two Russian diplomats had left the area at that moment.",
    "Air strikes hit Nawa. Officials said a Russian convoy was in the area at the time.",
    "Air strikes hit Mayadin. The bombs were Russian-made, a monitor said.",
    "Air strikes hit Saraqib. The aircraft were Russian-made MiG-23s flown by the regime.",
    "Air strikes hit a depot near Palmyra. Syrian media described the planes as Israeli; Russia did not comment.",
    "Air strikes hit Saraqib. Russia said the planes were not Russian.",
)


def strikes(text: str) -> list[Frame]:
    frames = look(Article(id="test", text=text), RULEBOOK).frames
    return [frame for frame in frames if frame.type == "strike"]


def by_russia(frame: Frame) -> bool:
    return any(role.id.startswith("russia.military") for role in frame.actors)


@pytest.mark.parametrize("text", RUSSIAN)
def test_the_next_sentences_tell_who_flew(text: str) -> None:
    assert [frame for frame in strikes(text) if by_russia(frame) and frame.stance == "claimed"]


@pytest.mark.parametrize("text", NOT_RUSSIAN)
def test_others_told_of_after_a_strike_did_not_fly_it(text: str) -> None:
    assert strikes(text)
    assert not any(by_russia(frame) for frame in strikes(text))
