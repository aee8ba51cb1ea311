"""Where the people and sections of a list stand among those that the file has already."""

from collections.abc import Sequence
from itertools import chain


def merged(present: Sequence[str], listed: Sequence[str]) -> list[str]:
    """All ids in the order of the list; whoever it does not name stays behind the one before them.

    A list of newcomers therefore goes to the end, a list that lacks somebody keeps their place, and the same
    list a second time moves nobody.
    """
    behind: dict[str, list[str]] = {each: [each] for each in ("", *listed)}
    before = ""
    for each in present:
        if each in behind:
            before = each
        else:
            behind[before].append(each)
    return list(chain.from_iterable(behind.values()))[1:]
