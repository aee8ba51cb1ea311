"""Somebody who plays the month: looks, acts, lets time pass, and tells each step in a sentence."""

import os
import re
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QCompleter, QLabel, QLineEdit, QPushButton, QWidget

from tests.month import eyes, hands
from ui import clock
from ui.i18n import long_day, tr
from ui.roster.grid_view import GridView
from ui.window.pages import all_pages

PAUSE, PHOTOS = "DUTYDESK_PAUSE", "DUTYDESK_PHOTOS"


class Player:
    """Says everything in the source's English and finds it in the language on the screen."""

    def __init__(self, desk, clocks):
        self.desk, self.clocks = desk, clocks
        self.pause = round(1000 * float(os.environ.get(PAUSE, "0")))
        self.photos = os.environ.get(PHOTOS, "")
        self.number = 0

    @property
    def window(self):
        """The window of the program."""
        return self.desk.window

    @property
    def front(self):
        """The window that answers now."""
        return eyes.front(self.window)

    def play(self, steps):
        """Do steps one after the other; the first line of each says what happens."""
        for step in steps:
            step(self)
            self.number += 1
            self.show(step.__doc__.splitlines()[0])

    def show(self, sentence, *, brief=False):
        """Let a step be followed, or photograph it; what comes every day is shown in brief."""
        if self.photos and not brief:
            name = sentence.rstrip(".").replace(" ", "_").replace("/", "-")[:70]
            picture(self.window).save(str(Path(self.photos) / f"{self.number:02}-{name}.png"))
        if self.pause:
            title = self.window.windowTitle()
            self.window.setWindowTitle(f"{clock.local(self.clocks.at):%Y-%m-%d %H:%M}　{sentence}")
            QTest.qWait(self.pause // 4 if brief else self.pause)
            self.window.setWindowTitle(title)

    def it_is(self, text):
        """Let time pass until this moment; whatever waited for it happens."""
        moment = clock.parse_local(text)
        passed = moment - self.clocks.at
        assert passed >= timedelta(), f"{text} is over"
        self.clocks.go_on(seconds=passed.total_seconds())
        for timer in (*self.window.findChildren(QTimer), *self.desk.session.findChildren(QTimer)):
            if timer.isActive() and timer.interval() <= passed / timedelta(milliseconds=1):
                timer.timeout.emit()
        QApplication.processEvents()

    def page(self, name):
        """Go to a page by the rail."""
        self.click_said(next(each.word for each in all_pages() if each.id == name))

    def click(self, words, at=0, **facts):
        """Click on a button."""
        hands.click(self.front, tr(words, **facts), at)

    def offers(self, words):
        """Whether a button that says so is there to be clicked on."""
        return any(each.text() == words and each.isEnabled() for each in eyes.seen(self.front, QPushButton))

    def click_said(self, words, at=0):
        """Click on a button, by the very words that stand there."""
        hands.click(self.front, words, at)

    def click_beside(self, text, words):
        """Click on the button of the card on which a text stands."""
        found = [each for each in eyes.seen(self.front, QLabel) if text in each.text()]
        assert found, f"“{text}” is not in\n{eyes.screen(self.front)}"
        card = found[0].parentWidget()
        hands.click(card, tr(words))

    def tick_all(self):
        """Tick every box of the dialog in front, one after the other; gives what stands beside them."""
        boxes = [each for each in eyes.seen(self.front, QCheckBox) if not each.isChecked()]
        for each in boxes:
            hands.click_on(each)
        return [each.text() for each in boxes]

    def fill(self, label, text):
        """Write into a field."""
        self.fill_said(tr(label), text)

    def fill_said(self, label, text):
        """Write into a field, by the very words that stand beside it."""
        hands.fill(self.front, label, text)

    def press(self, keys):
        """Press keys."""
        hands.press(self.front, keys)

    def turn_to(self, words):
        """Turn to a tab."""
        self.turn_to_said(tr(words))

    def turn_to_said(self, words):
        """Turn to a tab that begins with these very words."""
        hands.turn_to(self.front, words)

    def pick(self, *texts, heading=""):
        """Choose a row of the table in sight; gives what stands in it."""
        return hands.pick(self.table(heading), *texts)

    def table(self, heading=""):
        """The table in sight, by one of its headings."""
        return eyes.table(self.front, tr(heading) if heading else "")

    def is_listed(self, *texts, heading=""):
        """Whether a row of the table in sight says all this."""
        return any(hands.has_all(row, texts) for row in self.rows(heading))

    def stands_there(self, words):
        """Whether these very words stand there."""
        return words in eyes.screen(self.front).splitlines()

    def day_words(self, day):
        """What the roster says of a day."""
        grid, row, _ = self._place(day, "duty leader")
        return eyes.lines_of(grid)[row]

    def headings(self, heading=""):
        """What stands above the columns of the table in sight."""
        return eyes.headings(self.table(heading))

    def label(self, beginning):
        """The name of the field that begins so."""
        names = (each.accessibleName() for each in eyes.seen(self.front))
        return next(each for each in names if each.startswith(beginning))

    def rows(self, heading=""):
        """What stands in the table in sight."""
        return eyes.rows(self.table(heading))

    def choose_file(self, path):
        """Write the name of a file into the dialog for files."""
        hands.write(self.front.findChild(QLineEdit, "fileNameEdit"), str(path))
        self.press("Return")
        return path

    def duty(self, day, post):
        """Who stands a post on a day, as the roster in sight has it."""
        grid, row, column = self._place(day, post)
        return eyes.rows(grid)[row][column]

    def go_to_duty(self, day, post):
        """Click on a place of the roster."""
        hands.click_cell(*self._place(day, post))

    def _place(self, day, post):
        grid = self.window.findChild(GridView)
        spoken = long_day(date.fromisoformat(day))
        row = next(at for at, each in enumerate(eyes.lines_of(grid)) if each.startswith(f"{spoken} "))
        return grid, row, eyes.headings(grid).index(tr(post))

    def said(self, words, **facts):
        """See that the line at the foot says this."""
        wanted = tr(words, **facts)
        assert self.window.said.startswith(wanted), f"“{wanted}”: {self.window.said}"

    def reads(self, words, **facts):
        """See that this stands there."""
        self.reads_said(tr(words, **facts))

    def reads_said(self, wanted):
        """See that these very words stand there."""
        there = eyes.screen(self.front)
        assert wanted in there, f"“{wanted}” is not in\n{there}"

    def misses(self, words, **facts):
        """See that this stands nowhere."""
        assert not self.is_there(words, **facts), eyes.screen(self.front)

    def reads_like(self, words, *open_facts):
        """See that this stands there, whatever the facts of these names are."""
        parts = tr(words, **dict.fromkeys(open_facts, "\0")).split("\0")
        there = eyes.screen(self.front)
        assert re.search(".+?".join(map(re.escape, parts)), there), f"“{words}” is not in\n{there}"

    def is_there(self, words, **facts):
        """Whether this stands there."""
        return tr(words, **facts) in eyes.screen(self.front)

    def type(self, text):
        """Write where the keyboard is, and press Enter."""
        hands.write(QApplication.focusWidget(), text)
        self.press("Return")

    def enter(self, heading, text):
        """Write into a cell of the last row of the table in sight."""
        view = self.table(heading)
        hands.enter(view, len(eyes.rows(view)) - 1, tr(heading), text)

    def close(self):
        """Close the dialog in front."""
        self.press("Escape")


def picture(window):
    """The window with the dialogs that stand before it."""
    shot = window.grab()
    with QPainter(shot) as painter:
        for each in QApplication.topLevelWidgets():
            if each.isVisible() and each is not window and not _belongs_to_qt(each):
                painter.drawPixmap(each.pos() - window.pos(), each.grab())
    return shot


def _belongs_to_qt(widget: QWidget):
    return isinstance(widget.parent(), QCompleter)
