"""The first day of the month in the duty room: sign-in, the log, and the first handover."""

from tests.month.watch import come_on_duty, every_one_is_on_post, live_until
from ui.i18n import tr


def the_first_shift_signs_in(player):
    """Sunday, 1 November, 8:00: the first shift signs in."""
    player.it_is("2026-11-01 08:00")
    come_on_duty(player)
    every_one_is_on_post(player)


def a_call_is_written_down(player):
    """A call comes in at 10:15 and is written down without the mouse."""
    player.it_is("2026-11-01 10:15")
    player.page("log")
    player.press("F5")
    player.fill("Unit of the other side", "市气象局")
    player.fill("Content", "明日起有大雾，请提醒车队。")
    player.press("Ctrl+Return")
    player.said("Saved: {deed}.", deed=tr("log entry"))
    assert any("市气象局" in cell for row in player.rows("Content") for cell in row)


def the_shift_is_handed_over_face_to_face(player):
    """Monday, 8:03: the relief has come, both tick and sign, and the outgoing shift goes home."""
    live_until(player, "2026-11-02 08:30")
    every_one_is_on_post(player)


DUTY_ROOM = (
    the_first_shift_signs_in,
    a_call_is_written_down,
    the_shift_is_handed_over_face_to_face,
)
