from contextlib import closing

import pytest

from dutydesk.domain.people import Section
from dutydesk.errors import ReadOnlyFileError
from dutydesk.services import start_check
from dutydesk.services.people import save_sections
from dutydesk.storage import file
from dutydesk.storage.people import SECTIONS
from tests.invented import BY


@pytest.fixture
def store(tmp_path):
    file.create(tmp_path / "office.duty", "desk")
    opened = file.open_store(tmp_path / "office.duty")
    save_sections(opened, [Section("s", "秘书科")], by=BY)
    yield opened
    opened.close()


def test_after_a_good_verdict_the_next_check_begins_there(store):
    first = start_check.look(store.path)
    start_check.heed(store, first)
    assert (first.faults, first.point.seq) == ((), 1)
    save_sections(store, [Section("t", "综合科")], by=BY)
    assert start_check.look(store.path).point.seq == 2


def test_after_a_bad_verdict_the_file_is_only_read(store):
    store.db.execute("drop trigger journal_no_update")
    start_check.heed(store, start_check.look(store.path))
    with pytest.raises(ReadOnlyFileError):
        save_sections(store, [Section("t", "综合科")], by=BY)
    assert len(store.all(SECTIONS)) == 1
    with closing(file.open_store(store.path)) as again:
        assert again.mended == ("journal_no_update",)
