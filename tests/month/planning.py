"""Friday 30 October: the staff come in, November is planned, looked at, published and printed."""

from datetime import date
from pathlib import Path

from dutydesk.domain.dates import Period
from tests.month.paper import exported
from ui.i18n import tr, tr_n
from ui.roster.describe import days_text

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
STAFF = Path(__file__).parents[1] / "data" / "staff_binjiang.xlsx"


def the_staff_come_in_from_the_office_s_own_list(player):
    """The staff come in from the office's own list, with the exemptions that the director confirms."""
    player.press("Ctrl+I")
    player.choose_file(STAFF)
    player.turn_to("Exemptions")
    player.click("Tick all")
    player.fill("Approved by", "汪琪萱")
    player.click_said(tr_n("Import {n} row", "Import {n} rows", 118))
    player.said("Saved: {deed}.", deed=tr("exemptions confirmed"))


def november_is_planned(player):
    """November is planned with two keys, and every place is filled."""
    player.page("roster")
    player.press("Alt+Right")
    player.press("Ctrl+R")
    player.press("Return")
    player.reads("This is a proposal. Nothing is saved until it is adopted.")
    player.press("Return")
    player.reads("{places} places, {empty} empty", places=120, empty=0)


def the_plan_is_fair_and_breaks_no_rule(player):
    """The plan is fair, and no rule is broken."""
    player.turn_to("Fairness")
    player.reads_like("{fewest} to {most} duties a person; proven fairest", "fewest", "most")
    player.press("F7")
    player.reads_said(f"{tr('error')} 0")
    assert player.duty("2026-11-01", "duty leader") != player.duty("2026-11-02", "duty leader")


def november_is_published(player):
    """November is published as version 1, and who must be told is listed."""
    player.turn_to("Publish")
    player.click("Publish version {version}: {days}", version=1, days=days_text(NOVEMBER))
    player.reads("Version {version}, published", version=1)


def the_first_week_goes_on_paper(player):
    """The first week goes on paper with every name in it."""
    player.click("Week")
    player.press("Alt+Right")
    text = exported(player, "week.pdf")
    assert player.duty("2026-11-02", "duty leader") in text


PLANNING = (
    the_staff_come_in_from_the_office_s_own_list,
    november_is_planned,
    the_plan_is_fair_and_breaks_no_rule,
    november_is_published,
    the_first_week_goes_on_paper,
)
