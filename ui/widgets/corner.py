"""Choices beside the tabs of a page."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


def put_in_corner(tabs: QTabWidget, corner: QWidget) -> None:
    """Put choices at the right of the tabs; Tab reaches them after the tabs and before what lies below."""
    tabs.setCornerWidget(corner, Qt.Corner.TopRightCorner)
    choices = corner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    for one, other in pairwise((tabs.tabBar(), *choices)):
        QWidget.setTabOrder(one, other)
