"""Every command on a file, in the form in which it works."""

from tests.ui.cli.conftest import DATA

PERIOD = ("--from", "2026-11-01", "--to", "2026-11-30")
ON_A_FILE = {
    "import": ("import", "{file}", "people", str(DATA / "staff_binjiang.xlsx")),
    "plan": ("plan", "{file}", *PERIOD),
    "check": ("check", "{file}", *PERIOD),
    "show": ("show", "{file}", "--date", "2026-11-16"),
    "stats": ("stats", "{file}", *PERIOD),
    "export": ("export", "{file}", "--week", "2026-W47", "--format", "csv", "-o", "{out}"),
    "now": ("now", "{file}"),
    "log": ("log", "export", "{file}", "--shift", "2026-11-16/full_day", "--format", "csv", "-o", "{out}"),
    "followups": ("followups", "{file}"),
    "handover": ("handover", "show", "{file}", "--shift", "2026-11-16/full_day"),
    "verify": ("verify", "{file}"),
    "audit": ("audit", "{file}", *PERIOD),
    "leave": ("leave", "list", "{file}"),
    "score": ("score", "{file}", "--year", "2026"),
    "rest": ("rest", "{file}"),
    "backup": ("backup", "{file}", "{out}"),
}


def filled(name, file, out):
    """The arguments of a command with its file and its output named."""
    return [each.format(file=file, out=out) for each in ON_A_FILE[name]]


def folder_of(path):
    """Everything beside a file, byte by byte."""
    return {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
