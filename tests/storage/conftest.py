"""A file with one row in each table, in memory and on the disk."""

import os
import tempfile
from pathlib import Path

import pytest

from dutydesk.storage import file
from dutydesk.storage.store import memory
from tests.builders import BY
from tests.storage.values import fill


@pytest.fixture
def store():
    opened = memory()
    with opened.write(BY, "fill", deed_id="0") as writing:
        fill(writing)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path):
    """A closed file."""
    target = tmp_path / "office.duty"
    file.create(target, "desk")
    opened = file.open_store(target)
    with opened.write(BY, "fill", deed_id="0") as writing:
        fill(writing)
    opened.close()
    return target


@pytest.fixture
def nobody():
    """A folder that may be read only, seen without the rights of the machine's administrator."""
    if os.name != "posix":
        pytest.skip("rights are of another kind here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        mine = os.getresuid()
        yield folder, lambda: mine[0] == 0 and os.setresuid(65534, 65534, 0)
        os.setresuid(*mine)
        folder.chmod(0o700)


@pytest.fixture
def folder(tmp_path):
    """A folder that may be in memory: the disks that fail or lose power are simulated ones."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as name:
        yield Path(name)
