"""How the year is painted: quiet grounds by class, festivals named once, the rest only where it matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from ui.calendar.day_face import DayFace
from ui.calendar.year_layout import WEEKDAYS, YearLayout
from ui.i18n import long_month, short_weekday
from ui.theme import Colours, mixed

_SMALL = 0.74  # of the text size, for festivals and marks
_GLYPH = 0.85  # of a font's ascent that a Chinese character fills
_HATCHED = 0.45  # of the hatch's colour over the ground
_MONDAY = date(2026, 11, 16)  # any Monday: the headings are named after its week
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDEST_EDGE = 4.0  # pixels between a cell's frame and what is written in it


@dataclass(frozen=True)
class Marked:
    """The selected days, today, and the day under the cursor if the year has the keyboard."""

    chosen: frozenset[date]
    today: date
    cursor: date | None


class YearPainter:
    """Paints one year on a surface."""

    def __init__(
        self,
        painter: QPainter,
        layout: YearLayout,
        faces: Mapping[date, DayFace],
        tones: Colours,
        font: QFont,
    ) -> None:
        self._painter = painter
        self._layout = layout
        self._faces = faces
        self._tones = tones
        self._font = font
        self._small = QFont(font)
        self._small.setPointSizeF(font.pointSizeF() * _SMALL)
        self._air = self._air_around_two_lines()
        self._named = self._air >= 1  # else a festival's name would lie on its number; its colour says enough
        self._edge = min(max(self._air, 1.0), _WIDEST_EDGE)
        self._bold = QFont(font)
        self._bold.setBold(True)

    def _air_around_two_lines(self) -> float:
        """What a number and a festival's name below it leave in a cell: above, between and below them."""
        height = self._layout.day(date(self._layout.year, 1, 1)).height()
        written = QFontMetricsF(self._font).capHeight() + QFontMetricsF(self._small).ascent() * _GLYPH
        return (height - written) / 3

    def paint(self, marked: Marked) -> None:
        """Paint the months; names of festivals last, so that no cell covers them."""
        for month in range(1, 13):
            self._heading(month)
            for day in self._layout.days(month):
                self._cell(day, marked)
            for day in self._layout.days(month):
                self._label(day)
        self._painter.end()

    def _heading(self, month: int) -> None:
        painter, layout = self._painter, self._layout
        painter.setFont(self._bold)
        painter.setPen(self._tones.text)
        name = long_month(date(layout.year, month, 1)).replace(str(layout.year), "").strip(" 年")
        painter.drawText(layout.title(month).adjusted(3, 0, 0, 0), _LEFT, name)
        painter.setFont(self._small)
        painter.setPen(self._tones.dim)
        for number in range(WEEKDAYS):
            words = short_weekday(_MONDAY + timedelta(days=number))
            painter.drawText(layout.weekday(month, number), Qt.AlignmentFlag.AlignCenter, words)

    def _cell(self, day: date, marked: Marked) -> None:
        painter, tones, face = self._painter, self._tones, self._faces[day]
        cell = self._layout.day(day)
        ground = getattr(tones, face.ground)
        painter.fillRect(cell, tones.selection if day in marked.chosen else ground)
        if face.hatched:
            hatch = mixed(tones.changed, ground, _HATCHED)
            painter.fillRect(cell, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
        self._frame(cell, day, marked)
        self._number(cell, day)

    def _number(self, cell: QRectF, day: date) -> None:
        """The day's number and beside it 班 or 休; raised in a festival's block, which is named below it."""
        painter, tones, face = self._painter, self._tones, self._faces[day]
        painter.setFont(self._font)
        painter.setPen(tones.festival if face.ground == "holiday" else tones.text)
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(str(day.day))
        marked = bool(face.mark) and self._fits_beside(cell, width, face.mark)
        left = cell.left() + (self._edge if marked else (cell.width() - width) / 2)
        raised = self._named and face.ground == "holiday"
        air = self._edge if raised else (cell.height() - metrics.capHeight()) / 2
        base = cell.top() + air + metrics.capHeight()
        painter.drawText(QPointF(left, base), str(day.day))
        if marked:
            painter.setFont(self._small)
            painter.setPen(tones.accent if face.ground == "workday" else tones.festival)
            right = cell.right() - self._edge - painter.fontMetrics().horizontalAdvance(face.mark)
            painter.drawText(QPointF(max(right, left + width + 1), base), face.mark)

    def _fits_beside(self, cell: QRectF, number: float, mark: str) -> bool:
        beside = QFontMetricsF(self._small).horizontalAdvance(mark)
        return self._edge + number + 1 + beside <= cell.width()

    def _frame(self, cell: QRectF, day: date, marked: Marked) -> None:
        painter, tones = self._painter, self._tones
        painter.setPen(QPen(tones.grid, 1))
        painter.drawRect(cell)
        for marking, ink in ((marked.today, tones.changed), (marked.cursor, tones.accent)):
            if day == marking:
                painter.setPen(QPen(ink, 2))
                painter.drawRect(cell.adjusted(1, 1, -1, -1))

    def _label(self, day: date) -> None:
        """A festival's name under its first day, as far to the right as its block reaches in the week."""
        face = self._faces[day]
        if not face.label or not self._named:
            return
        last = day
        while last.weekday() < WEEKDAYS - 1 and self._goes_on(last):
            last += timedelta(days=1)
        place = self._layout.day(day).united(self._layout.day(last)).adjusted(self._edge, 0, -1, -self._edge)
        self._painter.setFont(self._small)
        self._painter.setPen(self._tones.festival)
        metrics = self._painter.fontMetrics()
        text = metrics.elidedText(face.label, Qt.TextElideMode.ElideRight, int(place.width()))
        self._painter.drawText(place.bottomLeft(), text)

    def _goes_on(self, day: date) -> bool:
        after = day + timedelta(days=1)
        face = self._faces.get(after)
        return after.month == day.month and face is not None and face.ground == "holiday" and not face.label
