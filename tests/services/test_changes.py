from contextlib import closing
from itertools import chain

import pytest

from dutydesk.domain.accounts import RIGHTS
from dutydesk.domain.history import Search
from dutydesk.domain.office import Office
from dutydesk.domain.people import Section
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.errors import AlreadyDoneError
from dutydesk.services import backups, history, salvage
from dutydesk.services.changes import RESTORING, SALVAGING, TOPIC_OF, Changes, Topic, deed
from dutydesk.services.office import Founding, found
from dutydesk.services.people import save_sections
from dutydesk.services.undo import redo, undo, undoable
from dutydesk.storage import file
from dutydesk.storage.people import SECTIONS
from dutydesk.storage.store import memory
from dutydesk.storage.tables import ALL
from dutydesk.storage.verify import verify
from tests.invented import BY, journalled, words
from tests.services.nights import by
from tests.services.story import GROUNDWORK
from tests.services.story_of_a_night import AFTERMATH

LASTING = """
found_office make_seal_key seal_journal doubt_clock end_doubt trust_clock export_audit print_contacts
save_accounts remove_accounts set_secret change_secret keep_code open_desk enter_wrong_secret enter_wrong_code
wait_anew let_try_again break_glass see_broken_glass
record_entry correct_entry pursue_entry settle_entry tell_of_incident issue_report
register_follow_up add_progress extend_follow_up escalate_follow_up close_follow_up
sign_out hand_over take_over review_handover note_candidates dismiss_candidate record_check issue_circular
register_violation inform_accused hear_accused verify_violation confirm_violation appeal_violation
decide_appeal excuse_violation drop_violation cancel_violation add_points close_year
"""
"""What nobody takes back: evidence, and what opens the door. Whoever signs out here does so early."""
PRIVATE = ("1380000", "孕期", "家中有事", "突发胃痛", "argon2", "270419")
"""A phone, why somebody is spared or away, what an accused said, a secret, the seed of checks to come."""


def add(store, number=1, deed_id="a-deed"):
    with deed(store, BY, "save_sections", deed_id=deed_id) as act:
        act.writing.put(SECTIONS, Section(f"s{number}", f"科室{number}"))
    return act.changes


def test_what_became_stale_is_known_after_the_deed():
    assert add(memory()) == Changes(Topic.PEOPLE, 1, "save_sections")


def test_a_retry_of_a_kept_deed_says_so_and_writes_nothing():
    store = memory()
    add(store)
    with pytest.raises(AlreadyDoneError) as told:
        add(store, number=2)
    assert told.value.deed_id == "a-deed"
    assert journalled(store) == 1
    assert [each.id for each in store.all(SECTIONS)] == ["s1"]


def test_a_deed_that_failed_may_be_retried_with_its_id():
    store = memory()
    with pytest.raises(LookupError), deed(store, BY, "save_sections", deed_id="a-deed"):
        raise LookupError
    assert add(store).rows == 1


def test_deeds_without_an_id_are_each_another_one():
    store = memory()
    assert add(store, 1, deed_id="").rows == add(store, 2, deed_id="").rows == 1
    assert journalled(store) == 2


def test_every_table_is_some_pages_topic():
    assert TOPIC_OF.keys() == {table.name for table in ALL}
    assert set(TOPIC_OF.values()) == set(Topic)


def test_a_deed_that_writes_nothing_makes_nothing_stale():
    store = memory()
    add(store, deed_id="")
    assert add(store, deed_id="") == Changes(Topic(0), 0, "save_sections")


@pytest.fixture
def _short(monkeypatch):
    monkeypatch.setattr("dutydesk.domain.planner.resettle.STEPS", 200)


def rows(store):
    """All tables as they are."""
    return [sorted(store.ask(f"select * from {table.name}"), key=str) for table in ALL]  # noqa: S608 - ours


def newest(store):
    """The newest deed: its id and its name."""
    return next(store.ask("select deed_id, deed from journal order by seq desc limit 1"))


def is_taken_back(store):
    """Take the newest deed back and do it again, if that may be: the file looks as it did."""
    offer = undoable(store)
    if offer is None or offer.deed_id != newest(store)[0]:
        return False
    after = rows(store)
    undo(store, by=BY)
    assert rows(store) != after, offer.deed
    redo(store, by=BY)
    assert rows(store) == after, offer.deed
    return True


def done(store):
    """The names of all deeds that were done."""
    return {deed for (deed,) in store.ask("select distinct deed from journal")}


@pytest.mark.usefixtures("_short")
def test_every_deed_leaves_the_file_as_its_journal_says_and_evidence_is_never_taken_back(tmp_path):
    undone, entries = set(), 0
    with closing(memory()) as store:
        found(store, Founding(Office(name="云溪市政府办"), preset(PresetKind.GAPS, words)), by=BY)
        for _ in chain.from_iterable(chapter(store, tmp_path) for chapter in GROUNDWORK + AFTERMATH):
            assert journalled(store) > entries, f"nothing was written after {newest(store)}"
            name = newest(store)[1]
            undone |= {name} if is_taken_back(store) else set()
            entries = journalled(store)
        assert sorted(RIGHTS.keys() - done(store)) == [RESTORING, SALVAGING]
        assert sorted(done(store) & RIGHTS.keys() - undone) == sorted(LASTING.split())
        assert not verify(store.db).faults
        told = repr(history.page(store, Search(), viewer="", limit=entries))
        assert [each for each in PRIVATE if each in told] == []
        kept = repr(list(store.ask("select after from journal")))
        assert [each for each in PRIVATE if each not in kept] == [], "the control"


def test_a_file_that_was_restored_or_salvaged_is_what_its_journal_says(tmp_path):
    path, saved = tmp_path / "office.duty", tmp_path / "saved.duty"
    file.create(path, "desk")
    with closing(file.open_store(path)) as store:
        save_sections(store, [Section("s", "秘书科")], by=BY)
    copy = backups.back_up(path, (backups.home(path),), by(1).at).copies[0]
    backups.restore(copy, path, by=BY, at=by(2).at)
    salvage.salvage_file(path, saved, by=BY)
    for each, name in ((path, RESTORING), (saved, SALVAGING)):
        with closing(file.open_store(each)) as store:
            assert name in done(store)
            assert not verify(store.db).faults
