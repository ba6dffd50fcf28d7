"""Russian: words stand alone; case forms are terms of their own, or a prefix with *."""

import re

from streams.languages.language import Language

RUSSIAN = Language(
    code="ru",
    letters=re.compile("[\u0400-\u052f]"),
    foreign=re.compile("[іїєґўјљњћџІЇЄҐЎЈЉЊЋЏ]"),
    abbreviations=frozenset("г гг г-н им т.е т.д т.п др пр тыс млн млрд руб ул см напр р".split()),
)
