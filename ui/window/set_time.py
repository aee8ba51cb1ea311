"""Says in the window that the program runs on a set time, and which; for trying things out."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from ui import clock
from ui.i18n import tr
from ui.theme import colours
from ui.window.pulse import Pulse


class SetTime(QLabel):
    """Shows the set time, minute by minute, so that nobody takes it for the true one."""

    def __init__(self) -> None:
        super().__init__()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colours(palette).warning)
        self.setPalette(palette)
        self.setToolTip(tr("Started with --now: only files made on a set time can be opened."))
        self._pulse = Pulse(self, clock.now)
        self._pulse.beat.connect(self.tick)
        self.tick()

    def tick(self) -> None:
        """Show this minute, and wait for the next."""
        self.setText(tr("Set time {time}", time=f"{clock.local(clock.now()):%Y-%m-%d %H:%M}"))
        self._pulse.wait(None, by_the_second=False)
