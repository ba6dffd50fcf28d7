"""What a person sees: faults, evidence, alerts. Control characters are shown, never obeyed."""

import re
import sys

from rich.console import Console
from rich.text import Text

from streams.errors import LoadError, MarsadError
from streams.languages import ARABIC
from streams.messages import Hit, Severity

COLOURS = {
    Severity.INFO: "dim",
    Severity.LOW: "cyan",
    Severity.MEDIUM: "yellow",
    Severity.HIGH: "red",
    Severity.CRITICAL: "bold white on red",
}
EVIDENCE = "black on yellow"

# C0 and C1 controls but line break and tab, and the bidi embeddings, overrides and isolates that reorder what follows
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""*text* with control characters written out (`\x1b`, `\u202e`): no article can drive a terminal."""
    return _CONTROLS.sub(lambda found: ascii(found.group())[1:-1], text)


def one_line(text: str, width: int = 100) -> str:
    """*text* on one line, cut to *width* characters."""
    flat = " ".join(visible(text).split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def console(*, stderr: bool = False) -> Console:
    """A console that keeps to NO_COLOR and to the terminal's width."""
    return Console(stderr=stderr, highlight=False, soft_wrap=False)


def show_error(error: MarsadError) -> None:
    """What is wrong, where, what next: three lines on stderr; a fault of a file is one line each."""
    if isinstance(error, LoadError):
        for fault in error.faults:
            sys.stderr.write(visible(str(fault)) + "\n")
        count = len(error.faults)
        sys.stderr.write(f"{count} fault{'' if count == 1 else 's'}; nothing was loaded\n")
        return
    sys.stderr.write(f"error: {visible(error.what)}\n")
    if error.where:
        sys.stderr.write(f"where: {visible(error.where)}\n")
    if error.remedy:
        sys.stderr.write(f" next: {visible(error.remedy)}\n")


def marked(text: str, at: int, hits: list[Hit], *, in_colour: bool) -> Text:
    """*text*, which begins at code point *at* of its field, with *hits* marked: by colour, or ⟦ ⟧ without one."""
    out, left, right = Text(), "" if in_colour else "⟦", "" if in_colour else "⟧"
    done = 0
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        start, end = max(hit.start - at, done), hit.end - at
        if end <= start or start >= len(text):
            continue
        out.append(visible(text[done:start]))
        out.append(left + visible(text[start:end]) + right, EVIDENCE)
        done = end
    out.append(visible(text[done:]))
    return out


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph is set from the right: most of its letters are Arabic."""
    letters = sum(map(str.isalpha, text))
    return len(ARABIC.letters.findall(text)) * 2 > letters
