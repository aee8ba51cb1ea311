"""A disk that remembers all that SQLite does to the files of a folder, may refuse it, and can lose power.

It is a layer between the very SQLite library that `sqlite3` uses and the system: SQLite's own unix layer with
four of its operations replaced. Thus the program runs as it is, and what is recorded is what it asked for.
"""

import _sqlite3
import ctypes
import os
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass, field
from pathlib import Path

import pytest

_CREATE = 0x4
_OK, _FULL, _IOERR = 0, 13, 10
FULL, FAILED = _FULL, _IOERR


@dataclass(frozen=True)
class Made:
    name: str


@dataclass(frozen=True)
class Wrote:
    name: str
    at: int
    data: bytes


@dataclass(frozen=True)
class CutOff:
    name: str
    size: int


@dataclass(frozen=True)
class Synced:
    name: str


@dataclass(frozen=True)
class SyncedFolder:
    """Names that were made or removed before are so for good."""


@dataclass(frozen=True)
class Removed:
    name: str


@dataclass(frozen=True)
class Told:
    """The user was told that a deed is kept."""

    deed_id: str


@dataclass
class Disk:
    """What was done to a folder, in its order; `refuse` may answer with a code, and then it is not done."""

    folder: Path
    done: list = field(default_factory=list)
    refuse: object = staticmethod(lambda _operation: _OK)

    def take(self, operation):
        """Remember what is about to be done; a code other than 0 says that it must not be."""
        code = self.refuse(operation) or _OK
        if code == _OK:
            self.done.append(operation)
        return code


def _pointers(*names):
    return [(name, c_void_p) for name in names]


class _Methods(Structure):
    _fields_ = (
        ("version", c_int),
        *_pointers(
            "close", "read", "write", "truncate", "sync", "size", "lock", "unlock", "reserved",
            "control", "sector", "characteristics", "shm_map", "shm_lock", "shm_barrier", "shm_unmap",
            "fetch", "unfetch",
        ),
    )  # fmt: skip


class _File(Structure):
    _fields_ = (("methods", POINTER(_Methods)),)


class _Layer(Structure):
    _fields_ = (
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p),
        ("name", c_char_p), ("own", c_void_p),
        *_pointers(
            "open", "delete", "access", "full_path", "dl_open", "dl_error", "dl_sym", "dl_close", "random",
            "sleep", "time", "last_error", "time_64", "set_call", "get_call", "next_call",
        ),
    )  # fmt: skip


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(_File), c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
_OPEN_FOLDER = CFUNCTYPE(c_int, c_char_p, POINTER(c_int))
_SET_CALL = CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)
_GET_CALL = CFUNCTYPE(c_void_p, c_void_p, c_char_p)


def _path(text):
    """A path of C; one without a name is a scratch file."""
    return Path(os.fsdecode(ctypes.string_at(text))) if text else Path()


def _library():
    """The SQLite inside this Python, the same that `sqlite3` speaks to."""
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    if os.name != "posix" or not hasattr(library, "sqlite3_vfs_register"):
        pytest.skip("the SQLite of this Python lets nobody look")
    library.sqlite3_vfs_find.restype = POINTER(_Layer)
    return library


@contextmanager
def recorded(folder):
    """A `Disk` on which everything is recorded that SQLite does in a folder within the block."""
    library, disk = _library(), Disk(folder)
    below = library.sqlite3_vfs_find(None)
    layer = _Recorder(below.contents, disk)
    library.sqlite3_vfs_register(ctypes.byref(layer.above), 1)
    layer.watch_folders()
    try:
        yield disk
    finally:
        layer.unwatch_folders()
        library.sqlite3_vfs_unregister(ctypes.byref(layer.above))
        library.sqlite3_vfs_register(below, 1)


class _Recorder:
    """The layer: each replaced operation is noted and then done by the layer below."""

    def __init__(self, below, disk):
        self.below, self.disk = below, disk
        self.names, self.kept = {}, []
        self.above = _Layer.from_buffer_copy(below)
        self.above.name = b"recorded"
        self._replace(self.above, "open", _OPEN, self._opens)
        self._replace(self.above, "delete", _DELETE, self._deletes)

    def _replace(self, table, name, kind, wrap):
        """Put a Python function into a table of functions, around the one that is there."""
        mine = kind(wrap(kind(getattr(table, name))))
        self.kept.append(mine)  # C keeps no count of it
        setattr(table, name, cast(mine, c_void_p))

    def _opens(self, below):
        def opened(layer, path, file, flags, said):
            wanted = _path(path)  # the layer below keeps the pointer, so it must be handed on as it is
            is_new = flags & _CREATE and not wanted.exists()
            code = below(layer, path, file, flags, said)
            if code == _OK and self.disk.folder in wanted.parents:
                if is_new:
                    self.disk.take(Made(wanted.name))
                self._listen(file, wanted.name)
            return code

        return opened

    def _listen(self, file, name):
        methods = _Methods.from_buffer_copy(file.contents.methods.contents)
        self.kept.append(methods)

        def noted(operation_of):
            return lambda below: (
                lambda this, *facts: self.disk.take(operation_of(*facts)) or below(this, *facts)
            )

        def wrote(data, size, at):
            return Wrote(name, at, ctypes.string_at(data, size))

        self._replace(methods, "write", _WRITE, noted(wrote))
        self._replace(methods, "truncate", _TRUNCATE, noted(lambda size: CutOff(name, size)))
        self._replace(methods, "sync", _SYNC, noted(lambda _flags: Synced(name)))
        file.contents.methods = ctypes.pointer(methods)

    def _deletes(self, below):
        def deleted(layer, path, sync_folder):
            return self.disk.take(Removed(_path(path).name)) or below(layer, path, sync_folder)

        return deleted

    def watch_folders(self):
        """See each folder that is opened: the unix layer does so only in order to sync it."""
        below = _OPEN_FOLDER(_GET_CALL(self.below.get_call)(ctypes.byref(self.below), b"openDirectory"))

        def opened(path, handle):
            return self.disk.take(SyncedFolder()) or below(path, handle)

        mine = _OPEN_FOLDER(opened)
        self.kept += [mine, below]
        self._set_call(cast(mine, c_void_p))

    def unwatch_folders(self):
        """Let the unix layer open folders by itself again."""
        self._set_call(None)

    def _set_call(self, function):
        _SET_CALL(self.below.set_call)(ctypes.byref(self.below), b"openDirectory", function)
