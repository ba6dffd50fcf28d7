"""Where rules are read from: the folder that a person names, the checkout, or what ships in the wheel.

--rules PATH (packs) + the shipped lexicon, with PATH/lexicon laid over it -> `load_rulebook` -> Rulebook
"""

import gc
from collections.abc import Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from streams.errors import MarsadError
from streams.rulebook import Rulebook, load_rulebook

MAX_FILE_BYTES = 8 * 1024 * 1024


def read_rulebook(paths: Sequence[Path] = ()) -> Rulebook:
    """The rulebook of *paths*, or the shipped one if there are none.

    A path is a pack, or a folder: its *.yaml (or those of its `packs/`) are packs, and its `lexicon/`, if there is
    one, is laid over the shipped lexicon: a row with a known id replaces it. Named packs replace the shipped ones.

    Raises LoadError with every fault of every file; MarsadError for a path that can't be read or holds no pack.
    """
    was_collecting = gc.isenabled()
    gc.disable()  # what is read is kept: looking through it for garbage, again and again, was a quarter of the time
    try:
        return load_rulebook(*read_files(paths))
    finally:
        if was_collecting:
            gc.enable()


def read_files(paths: Sequence[Path] = ()) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """The texts of packs, of the shipped lexicon, and of what is laid over it, by path."""
    shipped = shipped_folder("rules")
    lexicon = _texts(shipped / "lexicon", "rules/lexicon")
    if not paths:
        return _texts(shipped / "packs", "rules/packs"), lexicon, {}
    packs: dict[str, str] = {}
    overlay: dict[str, str] = {}
    for path in paths:
        if path.is_dir():
            folder = path / "packs" if (path / "packs").is_dir() else path
            found = _texts(folder, str(folder))
            if not found:
                raise MarsadError("holds no *.yaml", where=str(folder), remedy="name a pack, or a folder with packs")
            packs |= found
            if (path / "lexicon").is_dir():
                overlay |= _texts(path / "lexicon", str(path / "lexicon"))
        elif path.is_file():
            packs[str(path)] = _text(path, str(path))
        else:
            raise MarsadError(
                "there is no such file or folder", where=str(path), remedy="name a pack, or a folder with packs"
            )
    return packs, lexicon, overlay


def shipped_folder(name: str) -> Traversable:
    """`rules` or `seeds`, as they ship: inside the wheel, or beside the source in a checkout."""
    inside = resources.files("agents") / "_data" / name
    if inside.is_dir():
        return inside
    beside = Path(__file__).resolve().parent.parent / name
    if beside.is_dir():
        return beside
    raise MarsadError(f"the folder {name} that ships with Marsad is missing", remedy="install marsad again")


def _texts(folder: Traversable, shown: str) -> dict[str, str]:
    if not folder.is_dir():
        return {}
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith((".yaml", ".yml"))), key=_name)
    return {f"{shown}/{entry.name}": _text(entry, f"{shown}/{entry.name}") for entry in files}


def _name(entry: Traversable) -> str:
    return entry.name


def _text(file: Traversable, shown: str) -> str:
    try:
        data = file.read_bytes()
        if len(data) > MAX_FILE_BYTES:
            raise MarsadError(f"{len(data):,} bytes; a file of rules may have {MAX_FILE_BYTES:,}", where=shown)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MarsadError(f"is no UTF-8 (byte {error.start})", where=shown, remedy="save it as UTF-8") from None
    except OSError as error:
        raise MarsadError(f"can't be read: {error.strerror}", where=shown) from None
