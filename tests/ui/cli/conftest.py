"""The command line in this process, on a file that the command line made."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from ui.cli import main

DATA = Path(__file__).parents[2] / "data"
LEAVE = """姓名,科室,请假类型,开始,结束,工作代理人
石涵,调研科,病假,2026-11-8 下午,2026/11/9,
易俊明,行政科,病假,2026-11-10 下午,2026/11/12,易齐雨
"""


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str


@pytest.fixture
def dutydesk(qapp, capsys):
    """Run one command and look at what it says; a page is set by the application that the windows have."""

    def run(*arguments):
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """The office of Binjiang with its leave and a published November."""
    path = tmp_path_factory.mktemp("template") / "binjiang.duty"
    leave = path.with_name("leave.csv")
    leave.write_text(LEAVE, "utf-8")
    for arguments in (
        ["new", path, "--name", "滨江区政府办公室"],
        ["import", path, "people", DATA / "staff_binjiang.xlsx"],
        ["import", path, "leave", leave],
        ["plan", path, "--from", "2026-11-01", "--to", "2026-11-30", "--publish"],
    ):
        assert main([str(each) for each in arguments]) == 0
    return path


@pytest.fixture
def file(template, tmp_path):
    """A copy of it, alone in a folder."""
    folder = tmp_path / "office"
    folder.mkdir()
    return Path(shutil.copy(template, folder / "binjiang.duty"))


@pytest.fixture
def empty(dutydesk, tmp_path):
    """An office with shifts and nobody in it."""
    path = tmp_path / "empty.duty"
    assert dutydesk("new", path, "--name", "云溪市政府办公室").code == 0
    return path


@pytest.fixture
def last_actor():
    """Who did the newest deed of a file, as the journal says."""

    def ask(path):
        with closing(sqlite3.connect(path)) as raw:
            return raw.execute("select actor from journal order by seq desc limit 1").fetchone()[0]

    return ask
