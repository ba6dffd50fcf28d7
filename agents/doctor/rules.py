"""Rules and lexicon: do they load, and is there anything that `marsad rules check` would complain about?"""

from agents.doctor.finding import Finding, problem, warning, well
from agents.rulebook import read_rulebook
from agents.settings import Settings
from streams.errors import LoadError, MarsadError
from streams.lexicon.lint import lint

CHECK = "rules"
SHOWN = 3


def examine(settings: Settings) -> Finding:
    where = ", ".join(map(str, settings.rules)) or "the shipped packs"
    try:
        rulebook = read_rulebook(settings.rules)
    except LoadError as error:
        shown = [str(fault) for fault in error.faults[:SHOWN]]
        more = f" (and {len(error.faults) - SHOWN} more)" if len(error.faults) > SHOWN else ""
        why = "; ".join(shown) + more
        return problem(CHECK, "can't be loaded", where=where, why=why, remedy="`marsad rules check` shows every fault")
    except MarsadError as error:
        return problem(CHECK, "can't be loaded", where=error.where or where, why=error.what, remedy=error.remedy)
    told = f"{len(rulebook.rules):,} rules, {rulebook.term_count:,} terms, rulebook {rulebook.id[:8]}"
    if faults := lint(rulebook.lexicon):
        return warning(CHECK, told, where=where, why=f"lexicon: {faults[0]}", remedy="`marsad rules check` shows all")
    return well(CHECK, told, where)
