from datetime import date

from dutydesk.domain.leave.rules import LEAVE, LeaveRules
from dutydesk.domain.office import Rule


def test_the_rules_of_the_day_hold():
    rules = [
        Rule("a", "leave.grace_days", "3", date(2026, 1, 1)),
        Rule("b", "leave.annual_scale", "[[1, 7], [20, 20]]", date(2027, 1, 1)),
    ]
    assert LEAVE.on(rules, date(2026, 5, 1)) == LeaveRules(grace_days=3)
    assert LEAVE.on(rules, date(2027, 5, 1)).annual_scale == ((1, 7), (20, 20))
