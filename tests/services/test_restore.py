from contextlib import closing
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from dutydesk.domain.people import Section
from dutydesk.services import backups
from dutydesk.services.people import save_sections
from dutydesk.services.restore import DoneDeed, preview
from dutydesk.storage import file
from tests.invented import BY

AT = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "office.duty"
    file.create(made, "desk")
    add(made, "s1")
    return made


def add(path, *names):
    with closing(file.open_store(path)) as store:
        save_sections(store, [Section(each, each) for each in names], by=BY)


def test_what_was_done_since_the_backup_goes_aside(path):
    copy = backups.back_up(path, (backups.home(path),), AT).copies[0]
    add(path, "s2")
    add(path, "s3", "s4")
    before = path.read_bytes()
    found = preview(path, copy)
    assert found.put_aside == (
        DoneDeed(BY.at, BY.actor, "save_sections", 2),
        DoneDeed(BY.at, BY.actor, "save_sections", 1),
    )
    assert found.brought_back == ()
    assert path.read_bytes() == before


def test_a_backup_of_the_present_state_changes_nothing(path):
    copy = backups.back_up(path, (backups.home(path),), AT).copies[0]
    assert preview(path, copy).put_aside == ()


def test_a_backup_from_before_a_restore_brings_back_what_went(path):
    home = backups.home(path)
    old = backups.back_up(path, (home,), AT).copies[0]
    add(path, "s2")
    backups.restore(old, path, by=BY, at=AT + timedelta(hours=1))
    kept = next(home.glob("*-before.duty"))
    found = preview(path, kept)
    assert [each.deed for each in found.put_aside] == ["restore_backup"]
    assert [each.deed for each in found.brought_back] == ["save_sections"]
