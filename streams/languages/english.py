"""English: words stand alone; a plural or a tense is a term of its own, or a prefix with *."""

import re

from streams.languages.language import Language

ENGLISH = Language(
    code="en",
    letters=re.compile("[A-Za-z]"),
    foreign=re.compile("[À-ÖØ-öø-ž]"),
    abbreviations=frozenset(
        "mr mrs ms dr prof gen maj col lt sgt capt adm st jr sr vs no inc ltd co corp u.s u.k u.n e.g i.e a.m p.m".split()
    ),
)
