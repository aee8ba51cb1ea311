"""Where the files that travel with the program lie, in the source tree and in the packed folder alike."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".dutydesk"
"""By which people and systems know a duty file."""
RESOURCES = Path(__file__).parents[1] / "resources"


def resource(*parts: str) -> Path:
    """Path of one file below `resources`, part by part."""
    return RESOURCES.joinpath(*parts)
