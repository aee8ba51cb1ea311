import pytest

from dutydesk.services import office


@pytest.fixture
def form(page):
    page.go_to("office")
    return page.office


def test_the_particulars_are_saved_as_one_deed(form, session):
    form.lines["fax"].setText("0571-2")
    form.chief.setText("赵明远")
    form.notes.setPlainText("一、当面交接。\n二、电话畅通。")
    form.save.click()
    kept = session.read(office.office)
    assert (kept.fax, kept.chief, kept.notes.count("\n")) == ("0571-2", "p0", 1)
    assert kept.preset == "gaps"
    assert not form.save.isEnabled()


@pytest.mark.parametrize(("name", "chief"), [("", ""), ("云溪", "无名氏")])
def test_an_office_needs_a_name_and_a_chief_who_is_somebody(form, session, name, chief):
    before = session.read(office.office)
    form.lines["name"].setText(name)
    form.chief.setText(chief)
    form.save.click()
    assert form.notice()
    assert session.read(office.office) == before
    assert form.lines["name"].text() == name
