"""Two events of one text in each language, told as for `Bench.findings`: a strike and an advance."""

from typing import Any

TEXTS = {
    "ar": "قصفت طائرات روسية بلدة الميادين، وفق داعش. تقدمت قسد قرب تدمر.",
    "en": "Russian warplanes bombed Mayadin, ISIS said. The SDF advanced near Palmyra.",
    "ru": "Российские самолеты бомбили Маядин, сообщил ISIS. SDF наступали у Пальмиры.",
}
WORDS = {
    "ar": ("قصفت", "طائرات روسية", "الميادين", "داعش", "تقدمت", "قسد", "تدمر"),
    "en": ("bombed", "Russian warplanes", "Mayadin", "ISIS", "advanced", "SDF", "Palmyra"),
    "ru": ("бомбили", "Российские самолеты", "Маядин", "ISIS", "наступали", "SDF", "Пальмиры"),
}


def told(language: str) -> tuple[dict[str, Any], ...]:
    bombed, jets, mayadin, isis, advanced, sdf, palmyra = WORDS[language]
    strike: dict[str, Any] = {
        "at": bombed,
        "actors": {"russia.military.air": jets},
        "recipients": {"islamic-state": ""},
        "places": {"syria.deir-ez-zor.mayadin": mayadin},
        "claimants": {"islamic-state": isis},
        "platform": "air",
        "stance": "claimed",
        "quantity": 12,
        "prominence": "lead",
    }
    advance = {
        "at": advanced,
        "type": "advance",
        "actors": {"sdf": sdf},
        "places": {"syria.homs.palmyra": palmyra},
        "holder": ("sdf",),
        "quantity_text": "tens",
        "weapons": ("missile.cruise.kalibr",),
        "outcome": "detonated",
        "why": ("تدمر",),
    }
    return strike, advance
