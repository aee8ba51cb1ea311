"""A file dragged onto a widget and let go, as the desktop does it."""

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent


def drop(path, onto):
    """Drag the file over the widget and drop it there; False if the widget would not have it."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), *how)
    entering.ignore()
    QCoreApplication.sendEvent(onto, entering)
    if entering.isAccepted():
        QCoreApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), *how))
    return entering.isAccepted()
