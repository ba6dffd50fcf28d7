"""Russian: words stand alone; case forms are terms of their own, or a prefix with *."""

import re

from streams.languages.language import Language, words

RUSSIAN = Language(
    code="ru",
    letters=re.compile("[\u0400-\u052f]"),
    foreign=re.compile("[іїєґўјљњћџІЇЄҐЎЈЉЊЋЏ]"),
    abbreviations=words("г гг г-н им т.е т.д т.п др пр тыс млн млрд руб ул см напр р"),
    before_number=words("янв февр фев мар апр авг сент сен окт нояб ноя дек стр ст п"),
    owner_before=True,
    owner_after=True,
    joiners=frozenset({"и", "или", "и или", "либо", "а также"}),
    pronouns=frozenset(),
    possessives=words("его её их своих свои своими своего"),
    opposed=words("про анти экс бывший бывшие"),
    made=words("производства изготовления"),
    hedges=("предположительно", "вероятно", "как предполагается"),
    support=frozenset({"при поддержке", "под прикрытием", "с помощью", "с участием", "вместе с"}),
    place_words=words(
        "город города городе городом городов городами городах посёлок посёлка посёлке посёлки село села "
        "селе деревня деревни деревне деревню населённый пункт пункта пункте пункты район района районе "
        "окрестностях окраине окраины близ под"
    ),
    province_before=words("провинция провинции провинцию провинцией мухафаза мухафазы мухафазе мухафазу"),
    locatives=words(
        "в во из на к от через над близ около под севере юге востоке западе севера юга востока запада "
        "территории границе границы берегов побережья внутри"
    ),
)
