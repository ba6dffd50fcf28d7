"""English: words stand alone; a plural or a tense is a term of its own, or a prefix with *."""

import re

from streams.languages.language import Language, words

_PLACES = words("town towns village villages city cities district neighborhood neighbourhood suburb outskirts area")
_BELONGING = ("of", "from", "belonging to", "operated by", "flown by")
_LOYAL = ("loyal to", "loyal to president", "loyal to syrian president", "loyal to the", "of president")
_HEDGES = ("believed", "thought", "suspected", "presumed", "likely", "reported", "said", "understood")

ENGLISH = Language(
    code="en",
    letters=re.compile("[A-Za-z]"),
    foreign=re.compile("[À-ÖØ-öø-ž]"),
    abbreviations=words(
        "mr mrs ms dr prof gen maj col lt sgt capt adm brig cmdr rev sen rep gov st jr sr vs inc ltd co corp u.s u.k "
        "u.n e.g i.e a.m p.m"
    ),
    before_number=words("jan feb mar apr jun jul aug sep sept oct nov dec no nos pp vol art"),
    owner_before=True,
    joiners=frozenset(
        {"and", "or", "and or", "and possibly", "and perhaps", "and of", "or of", "and the", "or the", "and also of"}
    ),
    belonging=tuple(f"{word}{the}" for word in _BELONGING for the in ("", " the")) + _LOYAL,
    possessives=frozenset({"its", "their"}),
    opposed=words("pro anti non ex former"),
    made=words("made built manufactured designed"),
    hedges=(
        *(f"{verb} to be{either}" for verb in _HEDGES for either in ("", " either")),
        *(f"{verb} to belong to" for verb in _HEDGES),
        *_HEDGES[:5],
        "most likely to be",
        "probably to be",
        "belived to be",
        "beleived to be",
        *(
            f"{who} {verb} were"
            for who in ("we", "they", "he", "she")
            for verb in ("believe", "believed", "think", "thought")
        ),
        "that were",
        "which were",
        "most likely",
        "very likely",
        "most probably",
        "probably",
        "apparently",
        "presumably",
        "reportedly",
        "possibly",
        "allegedly",
    ),
    support=frozenset({"under", "with", "backed by", "supported by", "covered by", "help of", "support of"}),
    place_words=frozenset(word + of for word in _PLACES for of in ("", " of")) | {"around", "near"},
    province_before=frozenset({"governorate of", "province of", "countryside of"}),
    province_after=words("province governorate provinces governorates countryside"),
    locatives=words(
        "in from to into inside across over near around within throughout outside northern southern "
        "eastern western central north south east west of on through northeastern northwestern "
        "southeastern southwestern off toward towards leave leaving left"
    ),
)
