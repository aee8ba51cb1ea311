"""What every morning brings: who comes signs in, both look at the sheet, and who goes signs out."""

from datetime import timedelta

from tests.month import eyes
from ui import clock
from ui.i18n import tr, tr_in

PLACES = 4
WEATHER = ("晴", "多云", "大雾", "小雨")


def live_until(player, moment):
    """Let the days go by until a moment, with the handover of every morning."""
    wanted, a_day = clock.local(clock.parse_local(moment)), timedelta(days=1)
    morning = clock.local(player.clocks.at).replace(hour=8, minute=0)
    if morning <= clock.local(player.clocks.at):
        morning += a_day
    while morning <= wanted:
        hand_over(player, f"{morning:%Y-%m-%d}")
        player.show(tr("Hand over the shift"), brief=True)
        morning += a_day
    player.it_is(moment)


def come_on_duty(player):
    """Let everybody who is down for the shift sign in, by the buttons of their cards."""
    player.page("today")
    arrive = tr_in("desk", "Sign in")
    while player.offers(arrive):
        player.click_said(arrive)
        player.click_said(arrive)


def hand_over(player, day):
    """Both sign the sheet on which every box is ticked; gives what stood beside the boxes."""
    player.it_is(f"{day} 08:00")
    come_on_duty(player)
    player.it_is(f"{day} 08:03")
    player.click("Hand over the shift…")
    player.fill("Weather", WEATHER[int(day[-2:]) % len(WEATHER)])
    ticked = player.tick_all()
    player.click("Sign as outgoing officer")
    player.click("Sign as incoming officer")
    assert player.front is not player.window, eyes.screen(player.front)  # the sheet, to be printed
    player.close()
    leaving = tr("until {time}", time=f"{clock.local(player.clocks.at):%m-%d} 08:00")
    while leaving in eyes.screen(player.window):
        player.click_beside(leaving, "Sign out")
    return ticked


def every_one_is_on_post(player, places=PLACES):
    """See that everybody is on post, as the cards say."""
    player.page("today")
    states = eyes.screen(player.window).splitlines().count(tr("on post"))
    assert states == places, eyes.screen(player.window)
