"""Names in pinyin with all readings of each character, so that 曾 is found under zeng and under ceng."""

from functools import lru_cache
from itertools import islice, product

_MOST = 24  # readings of one name; four characters of three readings each would be 81


def pinyin_of(name: str) -> str:
    """All readings in syllables, parted by "|": 曾堃 is "ceng kun|zeng kun"."""
    return "|".join(" ".join(reading) for reading in _readings(name))


def initials_of(name: str) -> str:
    """The first letters of all readings, parted by "|": 曾堃 is "ck|zk"."""
    return "|".join(dict.fromkeys("".join(each[0] for each in reading) for reading in _readings(name)))


@lru_cache(maxsize=1024)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    syllables = [each for word in _words(name) for each in ([[word]] if word.isascii() else _of_each(word))]
    return tuple(islice(product(*syllables), _MOST)) if syllables else ()


def _words(name: str) -> list[str]:
    """Ideographs together, Latin words one by one and in lower case, signs left out."""
    parted = "".join(each if each.isalnum() else " " for each in name.casefold())
    return "".join(f" {each} " if not each.isascii() else each for each in parted).split()


def _of_each(word: str) -> list[list[str]]:
    # the dictionary takes a tenth of a second to load: only when a name is new
    from pypinyin import Style, pinyin  # noqa: PLC0415 - see above

    # "default" gives a run of unknown characters back as it is
    return pinyin(word, style=Style.NORMAL, heteronym=True, errors="default")
