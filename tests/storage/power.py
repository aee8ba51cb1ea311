"""What a disk may hold after the power went: what was synced for certain, and of the rest any part.

Writes that were not synced are kept, dropped or torn between sectors in any combination, and a hole that this
leaves is filled with anything; a name that was made or removed is so for certain only when its folder was
synced after that.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from tests.storage.disk import CutOff, Made, Removed, Synced, SyncedFolder, Wrote

SECTOR = 512


@dataclass
class _Content:
    """One file, whatever its name is: the bytes that are on the disk, and what is only on its way there."""

    safe: bytearray = field(default_factory=bytearray)
    under_way: list = field(default_factory=list)

    def sync(self):
        for operation in self.under_way:
            _do(self.safe, operation)
        self.under_way.clear()


def left(before, done, chance):
    """The files by name after a power cut that follows the operations; `before` was there for certain."""
    safe = {name: _Content(bytearray(data)) for name, data in before.items()}
    seen = dict(safe)
    for operation in done:
        match operation:
            case Made(name):
                seen[name] = _Content()
            case Wrote(name) | CutOff(name):
                seen[name].under_way.append(operation)
            case Synced(name):
                seen[name].sync()
            case Removed(name):
                del seen[name]
            case SyncedFolder():
                safe = dict(seen)
    names = {name: chance.choice((safe.get(name), seen.get(name))) for name in sorted(safe | seen)}
    return {name: _settled(content, chance) for name, content in names.items() if content}


def _settled(content, chance):
    """The bytes of a file of which some of what was under way has arrived."""
    data = bytearray(content.safe)
    share = chance.choice((0, 0.5, 0.9, 1))
    for operation in content.under_way:
        for part in _torn(operation) if chance.random() < 0.5 else [operation]:
            if chance.random() < share:
                _do(data, part, chance)
    return bytes(data)


def _torn(operation):
    """A write as the sectors it touches."""
    if isinstance(operation, CutOff):
        return [operation]
    ends = operation.at + len(operation.data)
    edges = [operation.at, *range(operation.at // SECTOR * SECTOR + SECTOR, ends, SECTOR), ends]
    return [
        Wrote(operation.name, first, operation.data[first - operation.at : last - operation.at])
        for first, last in pairwise(edges)
    ]


def _do(data, operation, chance=None):
    if isinstance(operation, CutOff):
        del data[operation.size :]
        return
    hole = operation.at - len(data)
    if hole > 0:
        data += chance.randbytes(hole) if chance and chance.random() < 0.5 else bytes(hole)
    data[operation.at : operation.at + len(operation.data)] = operation.data
