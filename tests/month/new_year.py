"""December, the year change without a holiday notice, the notice, and the holiday block that is sent up."""

from datetime import date

from dutydesk.domain.dates import Period, month_of
from tests.month.paper import exported
from tests.month.watch import every_one_is_on_post, live_until
from ui.i18n import full_day, long_day, long_month, tr
from ui.roster.describe import days_text

NOTICE = """一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月14日（周日）上班。"""
"""Invented: as such a notice might read."""
SPRING = Period(date(2027, 2, 5), date(2027, 2, 12))


def december_is_planned_and_published(player):
    """Monday, 30 November, 16:00: December is planned and published, and what is owed is carried over."""
    player.it_is("2026-11-30 16:00")
    plan_month(player, date(2026, 12, 1))
    player.reads("Version {version}, published", version=1)


def december_goes_by(player):
    """December goes by, and every morning the shift is handed over."""
    live_until(player, "2026-12-28 10:00")
    every_one_is_on_post(player)


def january_is_planned_by_weekends_only(player):
    """28 December: nobody knows the holidays of 2027 yet, so January is planned by weekends only."""
    player.reads(UNKNOWN, year=2027)
    plan_month(player, date(2027, 1, 1))
    spoken = player.day_words("2027-01-01")
    assert tr("New Year's Day") not in spoken, spoken
    player.press("F7")
    player.reads_said(f"{tr('warning')} 1")


def the_year_changes_at_midnight(player):
    """At midnight the year changes; whoever is on duty stays on duty."""
    live_until(player, "2026-12-31 23:59")
    player.page("today")
    player.reads_said(full_day(date(2026, 12, 31)))
    player.it_is("2027-01-01 00:00")
    player.reads_said(full_day(date(2027, 1, 1)))
    every_one_is_on_post(player)


def the_sheets_of_the_year_are_closed(player):
    """4 January: the sheets of 2026 are closed; one late report, three points, is all that was taken."""
    live_until(player, "2027-01-04 09:00")
    player.page("discipline")
    player.turn_to("Year's sheets")
    player.fill("Year", "2026")
    player.click("Close the year…")
    player.click("Close the year")
    player.reads("The sheets of {year} are closed and final.", year=2026)
    taken = player.headings("Net").index(tr("Taken"))
    assert [row[0] for row in player.rows("Net") if row[taken] != "0"] == [player.late]


def the_notice_is_out_and_the_banner_goes(player):
    """5 January: the notice is out; it is pasted, and the banner goes."""
    live_until(player, "2027-01-05 09:00")
    player.page("calendar")
    player.turn_to("Year at a glance")
    player.click("Paste the notice…")
    player.fill("Text of the notice", NOTICE)
    player.click("Enter the notice of {year}", year=2027)
    player.misses(UNKNOWN, year=2027)


def the_holiday_block_is_planned_and_sent_up(player):
    """February is planned and published in good time, and the roster of the Spring Festival goes on paper."""
    plan_month(player, date(2027, 2, 1))
    player.click("Holiday block")
    leader = player.duty("2027-02-06", "duty leader")
    text = exported(player, "spring.pdf")
    assert leader in text
    assert long_day(SPRING.last) in text


def plan_month(player, first):
    """Go ahead to a month, plan it, adopt the plan and publish it."""
    player.page("roster")
    player.click("Month")
    while not player.stands_there(long_month(first)):
        player.press("Alt+Right")
    player.press("Ctrl+R")
    player.press("Return")
    player.press("Return")
    player.turn_to("Publish")
    days = days_text(month_of(first))
    player.click("Publish version {version}: {days}", version=1, days=days)


UNKNOWN = (
    "The official holiday notice of {year} is not entered yet; {year} is planned by weekends only. "
    "Import it when it is out."
)
NEW_YEAR = (
    december_is_planned_and_published,
    december_goes_by,
    january_is_planned_by_weekends_only,
    the_year_changes_at_midnight,
    the_sheets_of_the_year_are_closed,
    the_notice_is_out_and_the_banner_goes,
    the_holiday_block_is_planned_and_sent_up,
)
