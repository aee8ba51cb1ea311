"""One window for each file: whoever comes second brings the first to the front.

The lock says that a program has the file, and falls with the program that held it, however it died. The call
goes over a socket or pipe of this machine, which no network reaches; Qt's own would bring Qt's whole network
module, and with it a system library that is not everywhere.
"""

import getpass
import hashlib
import os
import sys
import tempfile
from contextlib import closing, suppress
from multiprocessing.connection import Client, Listener
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QLockFile, QObject, Signal

from dutydesk.errors import HeldFileError, LockedFileError

_PATIENCE = 1.5
"""Seconds that the first program has to answer."""
_SHOW, _END, _HERE = b"show", b"end", b"here"


class OneDesk(QObject):
    """The right to a file: `called` says that somebody else wanted it and this window should show itself."""

    called = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._address = _address(path)
        whole = path.resolve()  # by a link it is the same file
        self._lock = QLockFile(str(whole.with_name(f".{whole.name}.lock")))
        self._lock.setStaleLockTime(0)  # only the lock of a program that died is stale, however old a lock is
        self._thread: Thread | None = None

    def take(self) -> bool:
        """Take the file; False where another program has it. A folder that takes no lock may only be read."""
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        with suppress(OSError):  # where nobody can be called the file is open all the same
            self._listen()
        return True

    def give_back(self) -> None:
        """Let go of the file; safe to call twice."""
        if self._thread is not None:
            _say(self._address, _END)
            self._thread.join(_PATIENCE)
            self._thread = None
        self._lock.unlock()

    def refusal(self) -> LockedFileError:
        """Who has the file, as far as the lock says."""
        pid, host, _program = self._lock.getLockInfo()
        return HeldFileError(str(self._path), host, pid) if host else LockedFileError(str(self._path))

    def _listen(self) -> None:
        if sys.platform != "win32":  # what a killed program left: whoever holds the lock owns the name
            Path(self._address).unlink(missing_ok=True)
        listener = Listener(self._address)
        self._thread = Thread(target=self._serve, args=[listener], name="called", daemon=True)
        self._thread.start()

    def _serve(self, listener: Listener) -> None:
        with closing(listener):
            word = _SHOW
            while word != _END:
                with suppress(OSError, EOFError), listener.accept() as caller:
                    word = caller.recv_bytes(len(_SHOW))
                    caller.send_bytes(_HERE)
                    if word == _SHOW:
                        self.called.emit()


def call(path: Path) -> bool:
    """Ask whoever has the file to show its window; False where nobody of this user answers."""
    return _say(_address(path), _SHOW)


def _say(address: str, word: bytes) -> bool:
    try:
        with Client(address) as line:
            line.send_bytes(word)
            return line.poll(_PATIENCE) and line.recv_bytes(len(_HERE)) == _HERE
    except (OSError, EOFError):
        return False


def _address(path: Path) -> str:
    """The socket or pipe of a file: the same whatever way leads to it, another for every user."""
    whole = f"{getpass.getuser()}\n{path.resolve()}"
    name = f"dutydesk-{hashlib.sha256(whole.encode()).hexdigest()[:24]}"
    if sys.platform == "win32":
        return rf"\\.\pipe\{name}"
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / name)
