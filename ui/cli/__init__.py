"""The command line: everything the window can do that a script or a night without a screen needs.

It never imports Qt, but for PDF, the self-test and the window itself.
"""

import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from ui.resources import SUFFIX


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 findings, 2 wrong usage, 3 refused by a rule, 4 file or disk failed."""
    words = sys.argv[1:] if arguments is None else arguments
    if is_for_window(words):
        gc.disable()  # nothing of what is being loaded is garbage; the window sweeps for itself
        from ui.app import run as run_window  # noqa: PLC0415 - only the window needs Qt

        return run_window(Path(words[0]) if words else None)
    from ui.cli.frame import run  # noqa: PLC0415 - the window need not wait for what commands load
    from ui.cli.group import group  # noqa: PLC0415 - as above

    return run(group, words)


def is_for_window(words: list[str]) -> bool:
    """Whether nothing is asked for but the window, perhaps on a file, as by a double click."""
    is_file = len(words) == 1 and words[0].endswith(SUFFIX) and Path(words[0]).is_file()
    return (not words or is_file) and has_display(sys.platform, os.environ)


def has_display(system: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown; on Linux Qt ends the program for want of a display."""
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not system.startswith("linux") or any(environment.get(way) for way in ways)
