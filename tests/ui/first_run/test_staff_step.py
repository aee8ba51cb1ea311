from dutydesk.services import people
from tests.ui.dropped import drop
from tests.ui.first_run.way import BINJIANG, title
from tests.ui.seen import shown

BAD = "姓名,科室,手机\n钱堃,秘书科,13a\n孙镕,综合科,13900000002\n"


def test_a_refused_row_keeps_everything_out_until_it_is_corrected(wizard, session, tmp_path):
    path = tmp_path / "名单.csv"
    path.write_text(BAD, encoding="gb18030")
    wizard.step.source.take(path)
    assert not wizard.forward.isEnabled()
    assert ["2", "“13a” is no phone number"] in shown(
        wizard.step.source.view.tables.widget(1).view, "Line", "Why"
    )
    assert session.read(people.staff).people == ()
    path.write_text(BAD.replace("13a", "13900000001"), encoding="utf-8")
    wizard.step.source.read()
    wizard.forward.click()
    assert len(session.read(people.staff).people) == 2


def test_a_damaged_list_is_told_in_place(wizard, session, tmp_path):
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(BINJIANG.read_bytes()[:2000])
    wizard.step.source.take(path)
    assert "damaged.xlsx" in wizard.step.source.view.notice()
    assert not wizard.forward.isEnabled()
    assert title(wizard) == "The staff list"
    assert session.read(people.staff).people == ()


def test_a_list_can_be_dropped(wizard):
    assert drop(BINJIANG, wizard.step)
    assert wizard.step.source.view.summary().startswith("Understood")
