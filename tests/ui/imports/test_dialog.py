from pathlib import Path

import pytest

from dutydesk.services import intake, people
from tests.invented import NOW, staffed_store
from tests.ui.seen import shown
from ui.imports.dialog import ImportDialog
from ui.imports.kinds import official_calendar, opening_tally, staff_list
from ui.session import InlineExecutor, Session

GOOD = """云溪市政府办公室值班人员名单
人员姓名,部门,联系电话,备注,工号
钱 堃,秘书科,138 9999 0000,,7
新同事,综合科,13900000001,孕期，2026年11月—2027年5月不排夜班,8
合计,2人
"""
BAD = "姓名,科室,手机\n钱堃,秘书科,13a\n孙镕,综合科,13900000002\n"


@pytest.fixture
def session(qapp):
    opened = Session(staffed_store(), actor="王敏", now=lambda: NOW, executor=InlineExecutor())
    yield opened
    opened.close()
    opened.deleteLater()


@pytest.fixture
def preview(qtbot, session, tmp_path):
    """Opens the dialog on a text."""

    def opened(text, kind=None):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="gb18030")
        dialog = ImportDialog(None, session, kind or staff_list(), path)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def rows(dialog, at=0):
    return shown(dialog.view.tables.widget(at).view)


def test_what_was_understood_is_shown_before_it_is_written(preview, session):
    dialog = preview(GOOD)
    assert dialog.view.summary() == "Understood: 1 new, 1 changed."
    assert dialog.view.tabs() == [
        "Rows (2)",
        "Exemptions (1)",
        "To look at (12)",
        "Passed over (1)",
        "Headings (5)",
    ]
    assert ["3", "changed", "钱堃", "秘书科", "phone 13800000001 → 13899990000"] in rows(dialog)
    assert ["联系电话", "phone"] in [[row[3], row[2]] for row in rows(dialog, 4)]
    assert ["工号", "not used"] in [[row[3], row[2]] for row in rows(dialog, 4)]
    assert len(session.read(people.staff).people) == 12


def test_it_is_taken_in_with_unticked_exemptions_waiting(preview, session):
    dialog = preview(GOOD)
    dialog.accept_import()
    staff = session.read(people.staff)
    assert staff.find("钱堃").phone == "13899990000"
    assert [each.confirmed for each in staff.exemptions] == [False]
    assert not dialog.isVisible()


def test_ticked_exemptions_count_at_once_if_somebody_approved_them(preview, session):
    dialog = preview(GOOD)
    dialog.view.offered.tick_all()
    dialog.accept_import()
    assert "approved" in dialog.view.notice()
    assert len(session.read(people.staff).people) == 12
    dialog.view.offered.approved_by.setText("赵明远")
    dialog.accept_import()
    (exemption,) = session.read(people.staff).exemptions
    assert (exemption.confirmed, exemption.approved_by) == (True, "赵明远")


def test_one_refused_row_keeps_everything_out_until_it_is_corrected(preview, session, tmp_path):
    dialog = preview(BAD)
    assert "Refused (1)" in dialog.view.tabs()
    assert "nothing is imported" in dialog.view.notice()
    assert not dialog.can_import()
    assert ["2", "“13a” is no phone number"] in [row[1:3] for row in rows(dialog, 1)]
    Path(tmp_path / "list.csv").write_text(BAD.replace("13a", "13900000003"), encoding="utf-8")
    dialog.read()
    dialog.accept_import()
    assert session.read(people.staff).find("钱堃").phone == "13900000003"


def test_the_same_list_again_has_nothing_to_write(preview, session):
    preview(GOOD).accept_import()
    dialog = preview(GOOD)
    assert dialog.view.summary() == "Understood: 2 unchanged."
    assert dialog.view.notice() == "The file is as the list says already."


def test_a_file_that_is_no_list_is_told_in_the_dialog(preview):
    dialog = preview("今天天气很好\n")
    assert "list.csv" in dialog.view.notice()
    assert not dialog.can_import()
    assert dialog.view.tabs() == []


def test_a_tally_is_taken_in_too(preview, session):
    preview("姓名,工作日,双休日,节假日\n赵明远,5,2,1\n", opening_tally()).accept_import()
    assert sorted(each.count for each in session.read(people.staff).tallies) == [1, 2, 5]


def test_a_calendar_is_taken_in_too(preview, session):
    dialog = preview("日期,类别,节日\n2027-01-01,法定节假日,元旦\n", official_calendar())
    assert dialog.view.tabs()[0] == "Rows (1)"
    model = dialog.view.tables.widget(0).model
    assert [model.columns[at].title for at in (2, 3)] == ["Date", "Festival"]
    dialog.accept_import()
    found = session.read(intake.understand_calendar, Path(dialog.path))
    assert found.count(intake.Fate.UNCHANGED) == 1
