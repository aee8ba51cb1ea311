"""One request in full: what it is about, who said what and when, and what stands in its way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.swaps import Word
from ui.clock import local
from ui.i18n import full_day, tr
from ui.swaps.request_list import RequestLine
from ui.widgets.banner import BannerArea, Notice
from ui.words.duty_names import DutyNames
from ui.words.swaps import state_text, swap_line


class SwapDetail(QWidget):
    """Shows the request that is chosen; empty while none is."""

    def __init__(self) -> None:
        super().__init__()
        self.notices = BannerArea()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(tr("Request"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notices)
        column.addWidget(self.words, 1)

    def show_line(self, line: RequestLine | None) -> None:
        """Show a request, or nothing."""
        self.words.setText("\n".join(detail_words(line)) if line else "")
        notices = {}
        if line and line.in_the_way:
            notices["way"] = Notice("warning" if line.obstacle else "good", line.in_the_way)
        self.notices.show_only(notices)


def detail_words(line: RequestLine) -> list[str]:
    """Everything that was said about a request, a line each."""
    swap, names = line.swap, line.names
    lines = [
        swap_line(names, swap),
        tr("Reason: {reason}", reason=swap.reason) if swap.reason else "",
        tr("Less notice than the rule wants: {reason}", reason=swap.urgency) if swap.urgency else "",
        tr("Asked by {who}", who=_said(names, swap.asked)) if swap.asked else "",
        tr("Agreed by {who}", who=_said(names, swap.agreed)) if swap.agreed else "",
        tr("Approved by {who}", who=_said(names, swap.approved)) if swap.approved else "",
        tr("Settled with the approval of the leave.") if swap.leave else "",
        state_text(swap.state) if not swap.closing else f"{state_text(swap.state)}: {swap.closing}",
        tr("Filed as {number}", number=swap.filing) if swap.filing else "",
    ]
    return [each for each in lines if each]


def _said(names: DutyNames, word: Word) -> str:
    at = local(word.at)
    paper = tr("paper {number}", number=word.paper) if word.paper else ""
    parts = (names.person(word.person), f"{full_day(at.date())} {at:%H:%M}", paper)
    return "　".join(filter(None, parts))
