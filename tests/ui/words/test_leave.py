import pytest

from dutydesk.domain.leave import Counted, Half
from dutydesk.domain.leave.balance import Balance
from dutydesk.domain.leave.chain import Approver, Decision, LeaveStep
from tests.builders import a_leave
from ui.i18n import ENGLISH, set_language
from ui.words.leave import balance_text, span_text, step_text

MORNING, AFTERNOON = Half


@pytest.fixture(autouse=True)
def _english():
    set_language(ENGLISH)


@pytest.mark.parametrize(
    ("first", "last", "halves", "words"),
    [
        ("2026-11-24", "2026-11-24", (MORNING, AFTERNOON), "24 Nov"),
        ("2026-11-24", "2026-11-24", (AFTERNOON, AFTERNOON), "24 Nov Tue afternoon"),
        ("2026-11-24", "2026-11-26", (MORNING, AFTERNOON), "24 Nov – 26 Nov"),
        ("2026-11-24", "2026-11-26", (AFTERNOON, MORNING), "24 Nov Tue afternoon – 26 Nov Thu morning"),
        ("2026-12-30", "2027-01-04", (MORNING, AFTERNOON), "30 Dec 2026 morning – 4 Jan 2027 afternoon"),
    ],
)
def test_a_span_is_said_as_short_as_it_can_be(first, last, halves, words):
    leave = a_leave("ann", first, last, from_half=halves[0], to_half=halves[1])
    assert span_text(leave) == words


def test_an_account_that_nobody_can_know_says_what_to_enter():
    assert "enter since when" in balance_text(Balance(Counted.ANNUAL, None, 0, 0))
    assert "2.5 earned, 1 used or asked for, 1.5 left" in balance_text(Balance(Counted.REST, 0, 5, 2))


def test_a_step_says_who_decided_how_and_on_which_paper():
    step = LeaveStep("s", "l", 1, Approver.DEPUTY)
    assert step_text(step) == "deputy in charge: to be decided"
    decided = LeaveStep("s", "l", 1, Approver.DEPUTY, Decision.REFUSED, "p", "郑二", "工作忙", "8号")
    assert step_text(decided) == "deputy in charge 郑二: refused; 工作忙; paper 8号"
