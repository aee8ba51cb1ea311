from dutydesk.services import people
from tests.ui.seen import choose, put, shown, trigger


def test_sections_are_named_moved_and_counted(page, session):
    page.tabs.setCurrentWidget(page.sections)
    view = page.sections.list.table.view
    assert shown(view, "Section", "People")[0] == ["办公室领导", "2"]
    put(view, "秘书科", "Section", "秘书一科")
    choose(view, "综合科")
    trigger(page.sections, "Move up")
    assert [row[0] for row in shown(view, "Section")][1:3] == ["综合科", "秘书一科"]


def test_a_section_with_people_is_not_removed(page, session):
    page.tabs.setCurrentWidget(page.sections)
    view = page.sections.list.table.view
    choose(view, "秘书科")
    trigger(page.sections, "Remove")
    assert "秘书科" in [row[0] for row in shown(view, "Section")]
    assert len(session.told) == 1


def test_two_sections_cannot_have_one_name(page, session):
    view = page.sections.list.table.view
    put(view, "秘书科", "Section", "综合科")
    assert "综合科" in page.sections.list.notice()
    assert session.read(people.staff).sections[1].name == "秘书科"


def test_a_section_names_the_deputy_in_charge_of_it(page, session):
    page.tabs.setCurrentWidget(page.sections)
    view = page.sections.list.table.view
    leader = session.read(people.staff).people[0]
    put(view, "秘书科", "Deputy in charge", leader.name)
    assert session.read(people.staff).section_named("秘书科").leader == leader.id
    put(view, "秘书科", "Deputy in charge", "")
    assert session.read(people.staff).section_named("秘书科").leader == ""
