"""The command line as a program of its own: run to its end, or killed in the middle of its work."""

import os
import subprocess
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from dutydesk.services.duties import pattern
from dutydesk.services.files import open_file, verify_file
from dutydesk.services.people import staff
from dutydesk.storage.roster import DUTIES, PUBLICATIONS

ROOT = Path(__file__).parents[3]
OURS = ("-m", "ui.cli")
WITHOUT_QT = """
import json, sys
from ui.cli import main
for arguments in json.loads(sys.argv[1]):
    code = main(arguments)
    qt = any(name.startswith(("PySide6", "shiboken6")) for name in sys.modules)
    print(arguments[0], code, "Qt" if qt else "no Qt", file=sys.stderr)
"""
"""Runs one command after another and says of each how it ended and whether Qt is in the house."""
ROW_BY_ROW = """
import sys
from dutydesk.storage.store import Writing
journal = Writing._journal
def kept_at_once(self, *change):
    journal(self, *change)
    self.db.execute("commit")
    self.db.execute("begin immediate")
Writing._journal = kept_at_once
from ui.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""What the program must not be: it keeps every row of a deed by itself."""
PATIENCE = 30
"""Seconds after which a program hangs."""


def _command(arguments, program):
    return {
        "args": [sys.executable, *program, *map(str, arguments)],
        "cwd": ROOT,
        "env": {**os.environ, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
    }


def ran(*arguments, program=OURS):
    """A command that runs to its end."""
    return subprocess.run(**_command(arguments, program), check=False, timeout=PATIENCE)


@dataclass(frozen=True)
class Kill:
    """A command that was killed: whether it had ended before, and whether it left work half done."""

    ended: bool
    inside: bool


def killed(*arguments, file, after, program=OURS):
    """Kill a command so many seconds after its start, or after it began to write if negative."""
    with subprocess.Popen(**_command(arguments, program)) as process:
        if after < 0:
            _wait(lambda: _at_work(file.parent) or process.poll() is not None, PATIENCE)
            _wait(lambda: process.poll() is not None, -after)
        else:
            with suppress(subprocess.TimeoutExpired):
                process.wait(after)
        ended = process.poll() is not None
        process.kill()
        process.communicate()
    return Kill(ended, _at_work(file.parent))


def _at_work(folder):
    """Whether a deed is open, or a draft is being made, in the folder of a file."""
    return any(
        name.startswith(".") or name.endswith("-journal") for _, _, names in os.walk(folder) for name in names
    )


def _wait(happened, seconds):
    """Look without pause: what is waited for lasts for some milliseconds only."""
    until = perf_counter() + seconds
    while not happened() and perf_counter() < until:
        pass


def said_by(path):
    """What a file says of people and duties, whatever their ids are; refuses one that is not whole."""
    with closing(open_file(path)) as store:
        assert verify_file(store).faults == ()
        everybody = staff(store)
        names = {each.id: (each.name, everybody.section_name(each)) for each in everybody.people}
        return {
            "posts": [each.name for each in pattern(store).posts],
            "people": sorted(names.values()),
            "tallies": sorted((names[each.person], each.post, each.count) for each in everybody.tallies),
            "exemptions": sorted((names[each.person], each.reason) for each in everybody.exemptions),
            "duties": [(each.place, names.get(each.actual)) for each in store.all(DUTIES)],
            "published": [each.period for each in store.all(PUBLICATIONS)],
        }
