"""Cycles are collected by the window's thread, and by no other."""

import gc
import weakref

from PySide6.QtCore import QObject

from ui.sweeper import Sweeper, sweep


class Tied:
    """Something that is tied to itself, as pages are."""

    def __init__(self):
        self.itself = self


def test_what_is_tied_to_itself_goes_when_enough_has_gathered():
    gc.collect()
    tied = weakref.ref(Tied())
    sweep()
    assert tied() is not None
    kept = [Tied() for _ in range(gc.get_threshold()[0] + 1)]
    sweep()
    assert tied() is None
    assert len(kept) > 1


def test_it_takes_the_collector_over_and_comes_again(qtbot):
    gc.enable()
    owner = QObject()
    Sweeper(owner)
    assert not gc.isenabled()
    tied = weakref.ref(Tied())
    kept = [Tied() for _ in range(gc.get_threshold()[0] + 1)]
    qtbot.waitUntil(lambda: tied() is None, timeout=5_000)
    assert len(kept) > 1
    owner.deleteLater()
