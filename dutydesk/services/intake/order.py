"""Where the people and sections of a list stand among those that the file has already."""

from collections.abc import Sequence


def merged(present: Sequence[str], listed: Sequence[str]) -> list[str]:
    """All ids in the order of the list; whoever it does not name stays behind the one before them.

    A list of newcomers therefore goes to the end, a list that lacks somebody keeps their place, and the same
    list a second time moves nobody.
    """
    order = list(listed)
    named = set(listed)
    before = ""
    for each in present:
        if each not in named:
            order.insert(order.index(before) + 1 if before else 0, each)
        before = each
    return order
