"""What comes between: a leave, an exchange, a sensitive period, and somebody ill at night."""

from tests.month.planning import NOVEMBER
from tests.month.watch import every_one_is_on_post, live_until
from ui.i18n import tr, tr_in, tr_n
from ui.roster.describe import days_text

AWAY, EXCHANGED, ILL = "2026-11-12", "2026-11-23", "2026-11-19"


def a_leave_comes_in_and_its_duties_are_shown(player):
    """Tuesday, 3 November: a main officer asks for leave from the 9th to the 13th; a duty lies inside."""
    live_until(player, "2026-11-03 09:30")
    player.page("roster")
    player.click("Month")
    player.away = player.duty(AWAY, "main officer")
    player.page("leave")
    player.press("Ctrl+Shift+N")
    player.fill("Name", player.away)
    player.fill_said(tr_in("leave", "First day"), "2026-11-09")
    player.fill_said(tr_in("leave", "Last day"), "2026-11-13")
    player.fill("Reason", "探望父母")
    player.fill("Stand-in", "石涵")
    player.fill("Handed over", "文电办理")
    player.reads_said(tr_n("{n} duty lies inside the leave.", "{n} duties lie inside the leave.", 1))


def its_duties_are_settled_with_one_click(player):
    """One click settles the duty and says who must be told; then the request is handed in."""
    player.click("Settle all")
    player.reads("No duty inside the leave.")
    player.click("Hand in")
    player.said("Saved: {deed}.", deed=tr("request for leave"))


def every_step_of_the_approval_agrees(player):
    """Everybody who must agrees, from the section to the director."""
    player.turn_to("To be decided")
    while player.is_listed(player.away):
        player.pick(player.away)
        player.click("Agree to it")
    player.turn_to("Requests")
    assert player.is_listed(player.away, tr("approved")), player.rows()


def an_exchange_is_asked_for(player):
    """Thursday, 5 November: two deputy officers want to exchange their duties; one of them asks."""
    live_until(player, "2026-11-05 14:00")
    player.page("roster")
    player.giver = player.duty(EXCHANGED, "deputy officer")
    player.go_to_duty(EXCHANGED, "deputy officer")
    player.press("Ctrl+Shift+E")
    player.click("Exchange for")
    player.taker = first_with_a_duty_to_give(player)
    player.fill("Reason", "参加女儿家长会")
    player.click("Ask for it")
    player.said("Saved: {deed}.", deed=tr("exchange of duties asked for"))


def first_with_a_duty_to_give(player):
    """Go down the ranked list to the first who could give a duty in return."""
    for row in player.rows():
        player.pick(row[0])
        if not player.is_there("no duty that could be exchanged"):
            return row[0]
    raise AssertionError(player.rows())


def the_other_agrees_and_the_duty_leader_approves(player):
    """The other one agrees, the duty leader approves, and the roster shows who stands it now."""
    player.page("swaps")
    player.pick(player.giver)
    player.click("Other one agrees…")
    player.click("Agree")
    player.click("Leader approves…")
    player.fill("Person", "汪琪萱")
    player.click("Approve")
    player.page("roster")
    assert player.duty(EXCHANGED, "deputy officer") == player.taker


def a_sensitive_period_is_added(player):
    """Monday, 9 November: for the congress from the 18th to the 20th a second officer is wanted."""
    live_until(player, "2026-11-09 10:00")
    player.page("calendar")
    player.turn_to("Sensitive periods")
    player.press("Ctrl+Shift+N")
    player.type("2026-11-20")
    player.enter("From", "2026-11-18")
    player.enter("Extra heads in every shift", f"{tr('duty officer')} 1")
    player.enter("Reason", "市党代会")
    player.said("Saved: {deed}.", deed=tr("sensitive periods"))


def the_new_places_are_filled_and_nothing_else_moves(player):
    """The three new places are filled, what was published stays, and version after version is told."""
    player.page("roster")
    before = player.rows()
    player.press("F7")
    player.reads_said(f"{tr('error')} 3")
    player.press("Ctrl+R")
    player.press("Return")
    player.press("Return")
    player.reads("{places} places, {empty} empty", places=123, empty=0)
    assert all(old[0] == new[0] for old, new in zip(before, player.rows(), strict=True))
    player.turn_to("Publish")
    player.click("Publish version {version}: {days}", version=3, days=days_text(NOVEMBER))
    player.reads("Version {version}, published", version=3)


def somebody_is_taken_ill_at_night(player):
    """Thursday, 19 November, 23:40: the deputy officer is taken ill; somebody takes over at once."""
    live_until(player, "2026-11-19 23:40")
    player.page("log")
    player.press("F5")
    player.fill("Unit of the other side", "值班室")
    player.fill("Content", "副班突发胃痛，送市一院，请人顶班。")
    player.press("Ctrl+Return")
    player.page("roster")
    player.ill = player.duty(ILL, "deputy officer")
    player.go_to_duty(ILL, "deputy officer")
    player.press("Ctrl+Shift+E")
    player.taker = player.rows()[0][0]
    player.fill("Reason", "突发疾病")
    player.click("Let them take over now", at=-1)  # in Chinese the way above it has the same word
    player.said("Saved: {deed}.", deed=tr("duty taken over"))
    assert player.duty(ILL, "deputy officer") == player.taker


def whoever_took_over_signs_in(player):
    """The one who is ill is signed out, whoever took over signs in: the room is manned before midnight."""
    player.it_is("2026-11-19 23:55")
    player.page("today")
    player.click_beside(player.ill, "Sign out")
    player.reads_said(player.taker)
    player.click_said(tr_in("desk", "Sign in"))
    player.click_said(tr_in("desk", "Sign in"))
    every_one_is_on_post(player, places=5)


def whoever_was_away_reports_back(player):
    """Monday, 16 November: whoever was away reports back."""
    live_until(player, "2026-11-16 08:40")
    player.page("leave")
    player.pick(player.away)
    player.click("Report back…")
    player.press("Return")
    player.said("Saved: {deed}.", deed=tr("reported back from leave"))


CHANGES = (
    a_leave_comes_in_and_its_duties_are_shown,
    its_duties_are_settled_with_one_click,
    every_step_of_the_approval_agrees,
    an_exchange_is_asked_for,
    the_other_agrees_and_the_duty_leader_approves,
    a_sensitive_period_is_added,
    the_new_places_are_filled_and_nothing_else_moves,
    whoever_was_away_reports_back,
    somebody_is_taken_ill_at_night,
    whoever_took_over_signs_in,
)
