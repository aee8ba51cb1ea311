from dutydesk.domain.discipline import ViolationKind
from dutydesk.domain.points import DisciplineRules
from dutydesk.domain.scores import Account, Addition, closed
from dutydesk.domain.violations import State, Step, Violation
from tests.builders import NOW, day


def a_violation(name, person="p1", on="2026-11-16", kind=ViolationKind.LATE):
    return Violation(id=name, number=1, kind=kind, person=person, at=NOW, day=day(on), what="", due=100)


def a_step(name, state=State.CONFIRMED, points=100):
    return Step(f"{name}s", name, 1, state, NOW, "王敏", points=points)


def an_account(*violations, steps=(), additions=()):
    standing = {each.violation: each for each in steps}
    return Account(2026, day("2026-12-31"), violations, standing, additions, DisciplineRules())


def test_only_what_is_known_of_the_person_and_the_year_is_on_the_sheet():
    known = an_account(
        a_violation("a"), a_violation("b", "p2"), a_violation("c", on="2027-01-01"), a_violation("d"),
        steps=[a_step("a"), a_step("b"), a_step("c")],
    )  # fmt: skip
    assert [each.violation.id for each in known.sheet("p1").lines] == ["a"]
    assert (known.sheet("p1").net, known.sheet("p3").net) == (9900, 10000)


def test_a_false_report_costs_the_merit_unless_it_was_cancelled():
    false = a_violation("f", kind=ViolationKind.FALSE_REPORT)
    assert an_account(false, steps=[a_step("f")]).sheet("p1").consequences == ("merit_lost",)
    assert an_account(false, steps=[a_step("f", State.CANCELLED, 0)]).sheet("p1").consequences == ()


def test_what_was_given_is_added_and_kept_when_the_year_is_closed():
    given = Addition("x", 1, "p1", day("2026-11-16"), 250, "妥善处置", NOW, "王敏")
    sheet = an_account(a_violation("a"), steps=[a_step("a")], additions=(given,)).sheet("p1")
    assert (sheet.taken, sheet.added, sheet.net) == (100, 250, 10150)
    kept = closed(sheet)
    assert (kept.person, kept.base, kept.taken, kept.added, kept.net) == ("p1", 10000, 100, 250, 10150)
