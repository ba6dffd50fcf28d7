"""Provinces: a city's name that stands for the governorate of that name: `محافظة دير الزور`, `Deir ez-Zor province`.

overlaps -> **provinces** -> anaphora
"""

from streams.languages import LANGUAGES
from streams.lexicon.candidate import Candidate, candidate
from streams.lexicon.surroundings import Surroundings
from streams.lexicon.words import preceding
from streams.text.fold import fold_term

_PROVINCE_BEFORE = preceding(word for language in LANGUAGES for word in language.province_before)
_PROVINCE_WORDS = tuple(fold_term(word) for language in LANGUAGES for word in language.province_before)
_PROVINCE_AFTER = {fold_term(word) for language in LANGUAGES for word in language.province_after}


def provinces(found: list[Candidate], around: Surroundings) -> list[Candidate]:
    """*found* with the provinces that its cities stand for: `محافظة دير الزور`, `Deir ez-Zor province`.

    The city stays a mention within that name. In a list (`محافظتي دير الزور وحمص`) the later ones turn.
    """
    text, capitals = around.text, around.lexicon.province_names
    kept: list[Candidate] = []
    last: Candidate | None = None
    for one in found:
        province = capitals.get(one.name.id)
        if province is None or (kept and kept[-1].name.id == province.id and kept[-1].overlaps(*one.span)):
            kept.append(one)
        elif (start := around.start_before(one, _PROVINCE_BEFORE)) is not None:
            last = candidate(text, province, _bare(text, start), one.end)
            kept += (last, one)
        elif text[one.end + 1 : (end := text.find(" ", one.end + 1))] in _PROVINCE_AFTER:
            kept += (candidate(text, province, one.start, end), one)
        elif last and around.is_listed(last, one):
            last = candidate(text, province, one.start, one.end)
            kept.append(last)
        else:
            kept.append(one)
    return kept


def _bare(text: str, start: int) -> int:
    """Where the province word at *start* begins without its proclitics: `ومحافظة`, `بريف`."""
    end = text.find(" ", start)
    return max((end - len(word) for word in _PROVINCE_WORDS if text.endswith(word, start, end)), default=start)
