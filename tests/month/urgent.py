"""Two incidents: one reported in time, one an hour late."""

from dutydesk.domain.incidents import NEEDED, Grade, ReportKind
from tests.month.discipline import turn_to_candidates
from tests.month.watch import live_until
from ui.i18n import tr
from ui.words.incidents import fact_text, grade_text


def a_landslide_is_called_in(player):
    """Friday, 20 November, 14:00: a landslide on the north ring road is called in."""
    live_until(player, "2026-11-20 14:00")
    open_incident(player, "北环路边坡塌方")
    player.page("today")
    player.reads_said("北环路边坡塌方")


def it_is_reported_by_phone_and_in_writing_in_time(player):
    """It is reported by phone after twelve minutes and in writing after forty; both clocks stand still."""
    player.it_is("2026-11-20 14:12")
    player.page("incidents")
    tell_the_level_above(player)
    player.it_is("2026-11-20 14:40")
    write_the_initial_report(player)
    player.page("today")
    player.reads("No report is due.")


def a_second_incident_is_not_reported_in_time(player):
    """Friday, 27 November, 14:00: a gas leak; nobody reports it, and the clocks run out."""
    live_until(player, "2026-11-27 14:00")
    open_incident(player, "新华小区燃气泄漏")
    player.it_is("2026-11-27 15:30")
    player.page("today")
    player.reads("overdue by {time}", time="30:00")


def it_is_reported_an_hour_late(player):
    """It is reported at 16:00 all the same, and the lateness is noted by itself."""
    player.it_is("2026-11-27 16:00")
    player.page("incidents")
    player.pick("新华小区燃气泄漏")
    tell_the_level_above(player)
    write_the_initial_report(player)
    player.page("discipline")
    turn_to_candidates(player)
    assert player.is_listed(tr("late report"), heading="Kind"), player.rows("Kind")


def open_incident(player, name):
    """Enter what must be reported up."""
    player.page("incidents")
    player.press("Ctrl+Shift+N")
    player.fill("Incident", name)
    player.fill("Grade (preliminary)", grade_text(Grade.LARGER))
    player.fill("Where it happened", "滨江市北环路")
    player.press("Return")
    player.said("Saved: {deed}.", deed=tr("incident"))


def tell_the_level_above(player):
    """Enter that the level above was told by phone."""
    player.press("Ctrl+Shift+T")
    player.fill("Unit", "市政府总值班室")
    player.fill("Person", "值班员")
    player.press("Return")
    player.said("Saved: {deed}.", deed=tr("who was told"))


def write_the_initial_report(player):
    """Fill in everything that an initial report must say, and issue it."""
    player.press("Ctrl+Shift+P")
    for each in NEEDED[ReportKind.INITIAL]:
        player.fill_said(fact_text(each), "0" if each in {"dead", "injured", "missing"} else "正在核实")
    player.fill("Reported to", "市政府总值班室")
    player.fill("Signed by", "汪琪萱")
    player.press("Return")
    player.said("Saved: {deed}.", deed=tr("report issued"))


IN_TIME = (a_landslide_is_called_in, it_is_reported_by_phone_and_in_writing_in_time)
LATE = (a_second_incident_is_not_reported_in_time, it_is_reported_an_hour_late)
