"""Processes that are killed, at a random moment or at a chosen one, and what they told before they died."""

import multiprocessing
import os
import signal
import sys
from contextlib import closing, contextmanager, suppress
from itertools import count
from multiprocessing.connection import wait

import pytest

from dutydesk.errors import AlreadyDoneError
from dutydesk.storage import file
from tests.storage.deeds import do
from tests.storage.disk import recorded

_FORKS = "forkserver"
_TOUCHING = {"open", "os.remove", "os.rename", "shutil.copyfile"}
"""What Python itself does to files, as its audit names it."""


def start(job, *facts):
    """A process that does `job(tell, *facts)`, and the end of the pipe on which it tells."""
    if _FORKS not in multiprocessing.get_all_start_methods():
        pytest.skip("processes take too long to start here")
    context = multiprocessing.get_context(_FORKS)
    context.set_forkserver_preload(["tests.storage.killed"])
    hears, tells = context.Pipe(duplex=False)
    process = context.Process(target=job, args=(tells.send, *facts), daemon=True)
    process.start()
    tells.close()
    return process, hears


def told(hears):
    """All that the process tells until it ends."""
    words = []
    with closing(hears), suppress(EOFError):
        while True:
            words.append(hears.recv())
    return words


def kill_after(seconds, job, *facts):
    """Let a process do its job for so long after its first word and kill it; returns its other words."""
    process, hears = start(job, *facts)
    hears.recv()
    wait([process.sentinel], timeout=seconds)
    process.kill()
    process.join()
    return told(hears)


def do_deeds(tell, path, first):
    """Do deed after deed and tell the number of each that is kept; the first may have been done before."""
    with closing(file.open_store(path)) as store:
        tell("ready")
        for number in count(first):
            with suppress(AlreadyDoneError):
                do(store, number)
            tell(number)


def moments(job, *facts):
    """What a job does to files from its beginning to its end, each a moment at which it can be killed."""
    process, hears = start(_lives, job, *facts)
    words = told(hears)
    process.join()
    assert process.exitcode == 0
    return words


def kill_at(moment, job, *facts):
    """Let a process do its job and kill it just before it does that much to files."""
    process, hears = start(_dies, moment, job, *facts)
    hears.close()
    process.join()
    assert process.exitcode in {0, -signal.SIGKILL}


def _lives(tell, job, folder, *facts):
    with _watched(folder, tell):
        job(folder, *facts)


def _dies(_tell, moment, job, folder, *facts):
    left = iter(range(moment))

    def step(_event):
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    with _watched(folder, step):
        job(folder, *facts)


@contextmanager
def _watched(folder, step):
    """Call `step` with a name before whatever Python or SQLite does to the files of a folder."""
    is_on = True

    def audited(event, facts):
        if is_on and event in _TOUCHING and str(facts[0]).startswith(str(folder)):
            step(event)

    sys.addaudithook(audited)  # for good: the process does nothing else
    with recorded(folder) as disk:
        disk.refuse = lambda operation: step(type(operation).__name__)
        yield
        is_on = False
