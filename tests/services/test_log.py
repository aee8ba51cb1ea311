from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.log import Bearing, Contact, Level, LogEntry, LogKind, LogSearch, LogTemplate
from dutydesk.errors import (
    AlreadyCorrectedError,
    ClassifiedContentError,
    EmptyEntryError,
    FutureEntryError,
    MissingFieldError,
    NotFoundError,
    NotOpenError,
)
from dutydesk.services import log
from dutydesk.services.changes import Topic
from dutydesk.services.undo import undoable
from dutydesk.storage.verify import verify
from tests.invented import journalled
from tests.services.cases import PERSONNEL, with_accounts
from tests.services.nights import MAIN, a_room, arrive, by


@pytest.fixture
def store():
    return a_room()


def an_entry(hours=0.0, name="e", **facts):
    """A call that came in so many hours after Friday's 8:00."""
    at = by(hours).at
    plain = {
        "id": name, "kind": LogKind.CALL_IN, "at": at, "typed_at": at, "unit": "水利局", "person": "曾堃",
        "phone": "0571-1234", "content": "水库水位超汛限",
    }  # fmt: skip
    return LogEntry(**{**plain, **facts})


def kept(store, **facts):
    entry = an_entry(**facts)
    log.record(store, entry, by=by(1))
    return log.entry(store, entry.id)


def test_an_entry_gets_a_number_a_shift_a_recorder_and_the_time_of_typing(store):
    arrive(store, 0, MAIN)
    first, second = kept(store), kept(store, name="f", hours=0.5)
    assert (first.number, second.number) == (1, 2)
    assert (first.shift, first.recorder) == ("2026-11-20/full_day", "王敏")
    assert (second.at, second.typed_at) == (by(0.5).at, by(1).at)
    assert log.entries_of(store, first.shift) == (first, second)
    assert not verify(store.db).faults


def test_while_relief_is_late_the_entry_belongs_to_whoever_still_sits_there(store):
    arrive(store, 0, MAIN)
    log.record(store, an_entry(24.2), by=by(24.2))
    arrive(store, 1, MAIN, late=0.4)
    assert log.entry(store, "e").shift == "2026-11-20/full_day"


def test_an_entry_is_evidence_and_cannot_be_taken_back(store):
    kept(store)
    assert undoable(store) is None


def test_what_is_wrong_is_corrected_by_another_entry_that_points_at_it(store):
    wrong = kept(store, open=True)
    log.correct(store, an_entry(name="right", content="水库水位正常"), wrong.id, by=by(2))
    assert (log.entry(store, "right").bearing, log.entry(store, "right").about) == (
        Bearing.CORRECTS,
        wrong.id,
    )
    assert log.entry(store, wrong.id) == wrong
    assert log.open_entries(store) == ()
    with pytest.raises(AlreadyCorrectedError):
        log.correct(store, an_entry(name="again"), wrong.id, by=by(2))
    with pytest.raises(NotFoundError):
        log.correct(store, an_entry(name="again"), "nothing", by=by(2))


def test_what_is_open_is_settled_once_and_keeps_its_history(store):
    opened = kept(store, open=True)
    log.pursue(store, an_entry(name="more", content="已通知乡镇"), opened.id, by=by(2))
    assert [each.id for each in log.open_entries(store)] == [opened.id]
    log.settle(store, an_entry(name="done", content="水位已回落"), opened.id, by=by(3))
    assert log.open_entries(store) == ()
    assert [each.id for each in log.history(store, opened.id)] == ["e", "more", "done"]
    with pytest.raises(NotOpenError):
        log.settle(store, an_entry(name="done2"), opened.id, by=by(3))


def test_scenario_12_a_classified_telegram_is_kept_with_number_and_receiver_only(store):
    details = (("document_number", "密电〔2026〕7号"), ("delivered_to", "机要室 李静"))
    plain = {"kind": LogKind.DOCUMENT, "level": Level.SECRET, "details": details, "unit": "省委办公厅"}
    before = journalled(store)
    with pytest.raises(ClassifiedContentError):
        log.record(store, an_entry(content="内容……", **plain), by=by(1))
    assert journalled(store) == before
    cable = kept(store, content="", **plain)
    assert (cable.detail("delivered_to"), cable.open) == ("机要室 李静", False)
    (line,) = store.ask("select after from journal where table_name = 'log_entry'")
    assert "内容……" not in line[0]


def test_a_document_that_nobody_has_yet_is_open(store):
    assert kept(store, kind=LogKind.DOCUMENT, content="防汛通知").open


@pytest.mark.parametrize(
    ("facts", "error"),
    [({"content": ""}, EmptyEntryError), ({"hours": 1.1}, FutureEntryError)],
)
def test_what_says_nothing_or_has_not_happened_is_refused(store, facts, error):
    with pytest.raises(error):
        kept(store, **facts)


def test_entries_are_searched_by_text_initials_and_day(store):
    kept(store)
    kept(store, name="f", person="王芳", content="值班表已上报", hours=0.5)
    found = {
        text: [each.id for each in log.search(store, LogSearch(text))] for text in ("zk", "ck", "上报", "wm")
    }
    assert found == {"zk": ["e"], "ck": ["e"], "上报": ["f"], "wm": ["f", "e"]}
    late = LogSearch(since=by(0).at + timedelta(minutes=10))
    assert [each.id for each in log.search(store, late)] == ["f"]


def test_the_other_side_is_offered_from_earlier_entries_and_from_the_staff(store):
    kept(store)
    assert log.offered_contacts(store, "水利", "") == (Contact("水利局", "曾堃", "", "0571-1234"),)
    assert log.offered_contacts(store, "zk", "")[0] == Contact("水利局", "曾堃", "", "0571-1234")
    (own,) = log.offered_contacts(store, "钱堃", "")
    assert (own.unit, own.phone) == ("秘书科", "13800000001")
    assert log.offered_contacts(store, " ", "") == ()


def test_phones_of_the_staff_are_offered_to_whoever_may_see_them(store):
    with_accounts(store)
    told = {viewer: log.offered_contacts(store, "钱堃", viewer)[0].phone for viewer in ("", PERSONNEL)}
    assert told == {"": "", PERSONNEL: "13800000001"}


def test_templates_are_kept_changed_and_removed(store):
    patrol = LogTemplate("t", LogKind.PATROL, "零时巡查", "大楼巡查一遍，无异常。")
    assert log.save_templates(store, [patrol], by=by()).topics is Topic.LOG
    assert log.templates(store) == (patrol,)
    for empty, error in (({"name": " "}, MissingFieldError), ({"content": ""}, EmptyEntryError)):
        with pytest.raises(error):
            log.save_templates(store, [replace(patrol, **empty)], by=by())
    log.remove_templates(store, ["t"], by=by())
    assert log.templates(store) == ()
