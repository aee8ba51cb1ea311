"""Where a user's own things lie that belong to no office's file, such as the key with which they seal."""

import os
from pathlib import Path

_PROGRAM = "DutyDesk"


def own_folder() -> Path:
    """The folder of the user's settings on this computer; it is made by whoever writes into it."""
    named = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CONFIG_HOME")
    return (Path(named) if named else Path.home() / ".config") / _PROGRAM
