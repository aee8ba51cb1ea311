"""What is being typed and not kept yet, beside the file: it outlives a crash and is no part of the record."""

import json
from collections.abc import Mapping
from pathlib import Path

from dutydesk.services.files import write_file
from dutydesk.storage.failures import telling


def draft_place(path: Path) -> Path:
    """Where the draft of a duty file lies."""
    return path.with_name(f".{path.name}.draft")


def keep_draft(path: Path, typed: Mapping[str, str]) -> None:
    """Write the draft of a duty file in the place of the one before; a crash leaves one of the two whole."""
    write_file(draft_place(path), json.dumps(dict(typed), ensure_ascii=False).encode())


def kept_draft(path: Path) -> dict[str, str]:
    """What was being typed when the program ended; empty where nothing was, or it cannot be read."""
    try:
        found = json.loads(draft_place(path).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}


def drop_draft(path: Path) -> None:
    """Forget the draft: it was kept in the file, or thrown away."""
    with telling(str(path)):
        draft_place(path).unlink(missing_ok=True)
