"""The command line: everything the window can do that a script or a night without a screen needs.

It never imports Qt, but for PDF, the self-test and the window itself.
"""

import sys

from ui.cli.frame import run
from ui.cli.group import group


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 done, 1 findings, 2 wrong usage, 3 refused by a rule, 4 file or disk failed."""
    return run(group, sys.argv[1:] if arguments is None else arguments)
