"""What was read is not read again, and never shown when it is not true any more."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from dutydesk.domain.people import Section
from dutydesk.services.people import save_sections
from dutydesk.storage import file
from dutydesk.storage.people import PEOPLE, SECTIONS
from tests.invented import BY, staffed_store


def questions(store):
    asked = []
    store.db.conn.set_trace_callback(asked.append)
    return asked


def test_the_same_question_is_asked_once():
    store = staffed_store(3)
    first = store.all(SECTIONS)
    asked = questions(store)
    assert store.all(SECTIONS) is first
    assert not [each for each in asked if "section" in each]


def test_after_a_deed_it_is_read_again():
    store = staffed_store(3)
    one, *_ = store.all(SECTIONS)
    save_sections(store, [replace(one, name="新科室")], by=BY)
    assert "新科室" in {each.name for each in store.all(SECTIONS)}


def test_what_a_deed_read_before_it_was_taken_back_is_forgotten():
    store = staffed_store(3)
    before = store.all(SECTIONS)

    def fail():
        with store.write(BY, "save_sections", deed_id="d") as writing:
            writing.put(SECTIONS, Section("new", "新科室"))
            assert len(store.all(SECTIONS)) == len(before) + 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert store.all(SECTIONS) == before


def test_what_another_program_wrote_is_seen(tmp_path):
    path = tmp_path / "office.dutydesk"
    file.create(path, "desk")
    with closing(file.open_store(path)) as one, closing(file.open_store(path)) as other:
        assert one.all(SECTIONS) == ()
        save_sections(other, [Section("s", "秘书科")], by=BY)
        assert [each.name for each in one.all(SECTIONS)] == ["秘书科"]


def test_a_deed_leaves_known_what_it_did_not_write():
    store = staffed_store(3)
    people, worked_out = store.all(PEOPLE), store.derived("names", list, [PEOPLE.name])
    one, *_ = store.all(SECTIONS)
    save_sections(store, [replace(one, name="新科室")], by=BY)
    assert store.all(PEOPLE) is people
    assert store.derived("names", list, [PEOPLE.name]) is worked_out


def test_what_is_worked_out_of_anything_is_worked_out_again():
    store = staffed_store(3)
    before = store.derived("all", list)
    one, *_ = store.all(SECTIONS)
    save_sections(store, [replace(one, name="新科室")], by=BY)
    assert store.derived("all", list) is not before


def test_what_was_written_past_all_deeds_is_seen():
    store = staffed_store(3)
    store.all(SECTIONS)
    store.db.execute("update section set name = '改过' where id = 's1'")
    assert "改过" in {each.name for each in store.all(SECTIONS)}
