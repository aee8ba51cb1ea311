"""The interpreter stays sound under Qt: a void call must give `None` back as it took it.

PySide6 6.12.0 lost one reference to None at each such call and ended Python 3.11 after some 5,200 of them.
"""

from __future__ import annotations

import sys

import PySide6
from PySide6.QtCore import QObject

CALLS = 500


def test_void_calls_of_qt_keep_every_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


def test_the_pins_keep_out_the_release_that_does_not() -> None:
    assert not PySide6.__version__.startswith("6.12.0")
