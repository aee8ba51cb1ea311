from dutydesk.services import duties, office, people
from tests.ui.first_run.way import NAME, staffed, title


def test_the_letterhead_is_kept_and_seen_while_it_is_typed(session, first):
    kept = session.read(office.office)
    assert (kept.name, kept.duty_phone, kept.place) == (NAME, "0571-88501234", "3号楼101室")
    assert kept.notes
    assert "0571-88501234" in first.office.paper.accessibleDescription()


def test_an_office_needs_a_name(first, tmp_path):
    first.office.file.choose(tmp_path / "x.dutydesk")
    first.forward.click()
    assert "name" in first.step.refusals()
    assert list(tmp_path.glob("*.dutydesk")) == []
    assert first.isVisible()


def test_the_file_is_named_after_the_office(first):
    first.office.lines["name"].setText("外办/港澳办")
    assert first.office.file.path().name == "外办 港澳办.dutydesk"
    first.office.lines["name"].clear()
    assert first.office.file.path().name == "Duty roster.dutydesk"


def test_a_file_that_is_there_is_left_alone(first, founded):
    before = founded.read_bytes()
    first.show()
    first.forward.click()
    assert "exists already" in first.step.refusals()
    assert founded.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(first, tmp_path):
    first.office.lines["name"].setText(NAME)
    first.office.file.choose(tmp_path / "none" / "x.dutydesk")
    first.forward.click()
    assert "none" in first.step.refusals()
    assert first.isVisible()


def test_going_back_changes_what_is_changed_and_nothing_else(wizard, session):
    staffed(wizard)
    posts = session.read(duties.pattern).posts
    wizard.list.buttons[0].click()
    assert wizard.office.lines["name"].text() == NAME
    wizard.office.lines["fax"].setText("0571-88501235")
    wizard.forward.click()
    assert session.read(office.office).fax == "0571-88501235"
    assert session.read(duties.pattern).posts == posts
    assert title(wizard) == "The staff list"
    assert wizard.forward.text() == "Next"
    assert len(session.read(people.staff).people) == 59


def test_another_pattern_is_adopted_on_going_back(wizard, session):
    wizard.back.click()
    wizard.office.pattern.cards[next(iter(reversed(wizard.office.pattern.cards)))].click()
    wizard.forward.click()
    assert session.read(office.office).preset == "weekly"
    assert [each.id for each in session.read(duties.pattern).shifts] == ["week"]
