"""The window on an office whose three days are planned, with a clock that is set by hand."""

from ui.session import InlineExecutor, Session


class Hands:
    """The hands of the clock, so many hours after Friday's 8:00."""

    def __init__(self, begin):
        self.now = begin

    def __call__(self):
        return self.now


def a_session(store, clock):
    opened = Session(store, actor="钱堃", now=clock, executor=InlineExecutor())
    opened.told = []
    opened.refused.connect(opened.told.append)
    return opened
