"""Wheels in a folder: collected where there is a network, installed where there is none.

The standard library only, in words that Python 3.6 can still read, like `bootstrap.py`.
"""

from pathlib import Path

NAME = "wheelhouse"
"""The folder beside bootstrap.py that is used unasked."""
OPTION = "--wheelhouse"
ADVICE = (
    "Is there a network? Without one: `python3 bootstrap.py wheelhouse` on a machine that has one, with "
    "the same system and Python, and the folder it makes beside bootstrap.py here."
)


def taken(words: "list[str]", root: Path) -> "tuple[Path | None, list[str]]":
    """The folder after --wheelhouse, or the one beside bootstrap.py, and the other words."""
    if OPTION in words:
        at = words.index(OPTION)
        named = words[at + 1 : at + 2]
        return Path(named[0] if named else ""), words[:at] + words[at + 2 :]
    beside = root / NAME
    return (beside if any(beside.glob("*.whl")) else None), words


def complaint(folder: "Path | None") -> str:
    """Why nothing can be installed from a folder; empty where it can, or none is asked for."""
    if folder is None or any(folder.glob("*.whl")):
        return ""
    return "There are no wheels in {}. {} DIR needs the folder that the verb wheelhouse made.".format(
        folder.resolve(), OPTION
    )


def source(folder: "Path | None") -> "tuple[str, ...]":
    """What pip is told: to look into the folder and nowhere else."""
    return () if folder is None else ("--no-index", "--find-links", str(folder.resolve()))


def collecting(python: str, root: Path, words: "list[str]") -> "list[str]":
    """The call that collects; the first word may name the folder, the others are pip's own.

    For another system: `--platform win_amd64 --python-version 3.12`.
    """
    named = bool(words) and not words[0].startswith("-")
    folder = Path(words[0]) if named else root / NAME
    command = [python, "-m", "pip", "download", "--disable-pip-version-check", "--require-hashes"]
    lock = ["--only-binary", ":all:", "-r", str(root / "requirements.lock")]
    return command + lock + ["-d", str(folder.resolve())] + words[int(named) :]
