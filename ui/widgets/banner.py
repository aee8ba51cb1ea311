"""Lines above the page that stay until what they say is no longer so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.i18n import tr
from ui.icons import icon, pixmap
from ui.theme import Colours, colours


@dataclass(frozen=True)
class Notice:
    """One banner: `kind` is error, warning, note or good; `way_on` names what its button does.

    Only what does no harm when overlooked may be `dismissable`.
    """

    kind: str
    text: str
    way_on: str = ""
    go: Callable[[], None] | None = None
    dismissable: bool = False


class Banner(QWidget):
    """One notice in the colours of its kind."""

    dismissed = Signal()

    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._kind = notice.kind
        self.setAccessibleName(notice.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(9)
        ink = _tone(colours(self.palette()), self._kind)
        mark = QLabel()
        side = round(self.fontMetrics().height() * 1.1)
        mark.setPixmap(pixmap(picture_of(self._kind), ink, side, self.devicePixelRatioF()))
        row.addWidget(mark)
        text = QLabel(notice.text)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(text, 1)
        if notice.go is not None:
            button = QPushButton(notice.way_on)
            button.clicked.connect(notice.go)
            row.addWidget(button)
        if notice.dismissable:
            row.addWidget(self._closer())

    def _closer(self) -> QToolButton:
        closer = QToolButton()
        closer.setIcon(icon("close"))
        closer.setAutoRaise(True)
        closer.setAccessibleName(tr("Dismiss"))
        closer.setToolTip(tr("Dismiss"))
        closer.clicked.connect(self.dismissed)
        return closer

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tones = colours(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(tones, f"{self._kind}_ground"))
        painter.fillRect(0, 0, 4, self.height(), _tone(tones, self._kind))
        painter.fillRect(0, self.height() - 1, self.width(), 1, tones.frame)


class BannerArea(QWidget):
    """The banners of a window by key, so that the same matter never stands there twice."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._shown: dict[str, tuple[Notice, Banner]] = {}
        self._dismissed: set[tuple[str, str]] = set()

    def show_notice(self, key: str, notice: Notice) -> None:
        """Say this under the key, in the place of what stood there; not again what was dismissed."""
        if (key, notice.text) in self._dismissed:
            return
        if key in self._shown and self._shown[key][0] == notice:
            return
        self.clear(key)
        banner = Banner(notice)
        banner.dismissed.connect(lambda: self._dismiss(key))
        self._shown[key] = (notice, banner)
        self._column.addWidget(banner)

    def show_only(self, notices: Mapping[str, Notice]) -> None:
        """Say these and nothing else, in their order."""
        for key in set(self._shown) - set(notices):
            self.clear(key)
        for key, notice in notices.items():
            self.show_notice(key, notice)
        standing = [self._shown[key][1] for key in notices if key in self._shown]
        if [self._column.indexOf(each) for each in standing] != list(range(len(standing))):
            for banner in standing:
                self._column.removeWidget(banner)
                self._column.addWidget(banner)

    def clear(self, key: str) -> None:
        """Take the key's banner away, if there is one."""
        if key in self._shown:
            _, banner = self._shown.pop(key)
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()

    def texts(self) -> list[str]:
        """What stands there now."""
        return [notice.text for notice, _ in self._shown.values()]

    def _dismiss(self, key: str) -> None:
        self._dismissed.add((key, self._shown[key][0].text))
        self.clear(key)


def picture_of(kind: str) -> str:
    """The icon of a kind of message."""
    return {"good": "check"}.get(kind, kind)


def _tone(tones: Colours, kind: str) -> QColor:
    ink: QColor = getattr(tones, kind)
    return ink
