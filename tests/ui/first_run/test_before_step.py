from dutydesk.services import people
from tests.ui.first_run.way import staffed, title


def test_a_tick_needs_a_name(wizard, session):
    staffed(wizard)
    wizard.step.offered.tick_all()
    wizard.forward.click()
    assert "approved" in wizard.step.refusals()
    assert not any(each.confirmed for each in session.read(people.staff).exemptions)
    assert title(wizard) == "Exemptions and earlier duties"


def test_the_tally_may_come_from_another_list(wizard, session, tmp_path):
    staff, tally = tmp_path / "staff.csv", tmp_path / "tally.csv"
    staff.write_text("姓名,科室,岗位\n钱堃,秘书科,值班员\n", encoding="utf-8")
    tally.write_text("姓名,工作日,双休日,节假日\n钱堃,5,2,1\n", encoding="utf-8")
    staffed(wizard, staff)
    wizard.step.source.take(tally)
    wizard.forward.click()
    assert sorted(each.count for each in session.read(people.staff).tallies) == [1, 2, 5]
    assert title(wizard) == "The first roster"
