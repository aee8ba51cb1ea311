from dutydesk.domain.leave.chain import Approver, Level
from dutydesk.services.leave import setup
from tests.ui.seen import put, shown


def test_the_table_of_approval_is_changed_in_days(page, store):
    page.go_to("approval")
    view = page.approval.list.table.view
    assert shown(view, "Approvers in turn", "Whose leave", "More than (days)", "Up to (days)")[1] == [
        "section head、deputy in charge", "staff", "1", "3",
    ]  # fmt: skip
    put(view, 1, "Up to (days)", "2.5")
    put(view, 1, "Approvers in turn", "deputy in charge")
    (rule,) = [each for each in setup.approval_rules(store) if each.id == "staff-3"]
    assert (rule.level, rule.up_to, rule.steps) == (Level.STAFF, 5, (Approver.DEPUTY,))


def test_a_line_holds_for_one_kind_from_a_day_on_or_always(page, store):
    page.go_to("approval")
    view = page.approval.list.table.view
    put(view, 0, "Only this kind", "official")
    put(view, 0, "In force from", "2027-01-01")
    rule = next(each for each in setup.approval_rules(store) if each.id == "staff-1")
    assert (rule.kind, rule.valid_from.isoformat()) == ("official", "2027-01-01")
    put(view, 0, "In force from", "")
    put(view, 0, "Only this kind", "")
    assert next(each for each in setup.approval_rules(store) if each.id == "staff-1").kind == ""
    assert shown(view, "In force from")[0] == [""]
