"""Going the way of the first steps as a user does."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt

from ui.first_run.wizard import FirstRun

BINJIANG = Path(__file__).parents[2] / "data" / "staff_binjiang.xlsx"
NOW = datetime(2026, 11, 16, 1, 30, tzinfo=UTC)  # a Monday, half past nine in the office
NAME = "滨江市人民政府办公室"


def opened_on(qtbot, session):
    """The wizard on a file, which the test may look at after it was closed."""
    made = FirstRun(None, session.author, session)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def title(wizard):
    """What stands above the step in sight."""
    return wizard.step.accessibleName()


def staffed(wizard, path=BINJIANG):
    """Take in a staff list."""
    wizard.step.source.take(path)
    wizard.forward.click()
