"""A spot check at night, what comes of it, the appeal, and the year's sheets."""

from dutydesk.domain.spot_checks import Presence
from dutydesk.domain.violations import State
from tests.month.watch import live_until
from ui.i18n import tr, tr_in
from ui.words.discipline import state_text
from ui.words.spot_checks import presence_text

CHECKED = "2026-11-24"


def a_spot_check_finds_a_post_empty(player):
    """Tuesday, 24 November, 21:00: a spot check finds the main officer absent."""
    live_until(player, f"{CHECKED} 21:00")
    player.page("roster")
    player.absent = player.duty(CHECKED, "main officer")
    player.page("discipline")
    player.turn_to("Spot checks")
    player.click("Record a check…")
    player.fill_said(player.label(player.absent), presence_text(Presence.ABSENT))
    player.fill("What was found", "21时值班室无人，21时40分返回")
    player.click("Keep")
    assert player.is_listed(player.absent, heading="Not on post"), player.rows("Not on post")


def the_finding_becomes_a_violation_only_by_somebody_s_word(player):
    """Next morning somebody makes a violation of it; nothing is taken yet."""
    live_until(player, "2026-11-25 09:00")
    make_a_violation(player, player.absent)
    year_s_sheets(player)
    assert net(player, player.absent) == "100"


def the_accused_is_informed_and_heard_before_points_are_taken(player):
    """The accused is informed and heard, the personnel section verifies; only then five points are taken."""
    take_the_course(player, player.absent, "下楼取文件，约十分钟")
    year_s_sheets(player)
    assert net(player, player.absent) == "95"


def the_appeal_is_upheld_and_gives_back_what_was_taken(player):
    """Within five working days the accused appeals; the appeal is upheld, and the five points come back."""
    live_until(player, "2026-11-30 15:00")
    player.page("discipline")
    player.turn_to("Violations")
    player.pick(player.absent)
    player.click("Appeal…")
    player.fill("What they say", "有机要室签收记录为证")
    player.fill("Number of their paper", "申诉 2026-1")
    player.click("Keep")
    player.click("Decide the appeal…")
    player.fill("Decision", state_text(State.CANCELLED))
    player.fill("Reason", "签收记录属实")
    player.click("Decide")
    year_s_sheets(player)
    assert net(player, player.absent) == "100"


def the_late_report_costs_three_points(player):
    """The late report takes the same course and costs three points."""
    turn_to_candidates(player)
    player.late = next(row[1] for row in player.rows("Kind") if tr("late report") in row)
    make_a_violation(player, player.late, tr("late report"))
    take_the_course(player, player.late, "忙于现场联络")
    year_s_sheets(player)
    assert net(player, player.late) == "97"


def year_s_sheets(player):
    """Turn to the year's sheets, as they stand today."""
    player.turn_to("Year's sheets")


def turn_to_candidates(player):
    """Turn to what was noted by itself; the tab says how much waits."""
    player.turn_to_said(tr_in("discipline", "Candidates ({count})", count="|").partition("|")[0])


def make_a_violation(player, *texts):
    """Make a violation of a candidate."""
    player.page("discipline")
    turn_to_candidates(player)
    player.pick(*texts)
    player.click("Make a violation of it…")
    player.click_said(tr_in("violations", "Report"))
    player.said("Saved: {deed}.", deed=tr("violation reported"))


def take_the_course(player, person, words):
    """Go the way of a violation step by step, as far as the points."""
    player.turn_to("Violations")
    player.pick(person)
    player.click("Accused informed")
    player.click("Accused heard…")
    player.fill("What they say", words)
    player.fill("Number of their paper", "说明 2026-1")
    player.click("Keep")
    player.click("Verify")
    player.click("Confirm…")
    player.click("Confirm")
    player.said("Saved: {deed}.", deed=tr("violation confirmed"))


def net(player, person):
    """What is left of somebody's hundred points."""
    table = player.headings("Net")
    return next(row[table.index(tr("Net"))] for row in player.rows("Net") if row[0] == person)


SPOT_CHECK = (
    a_spot_check_finds_a_post_empty,
    the_finding_becomes_a_violation_only_by_somebody_s_word,
    the_accused_is_informed_and_heard_before_points_are_taken,
)
JUDGED = (
    the_appeal_is_upheld_and_gives_back_what_was_taken,
    the_late_report_costs_three_points,
)
