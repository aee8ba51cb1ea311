"""What goes into the packed folder, and under whose licence: the questions that `build.spec` asks."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatchcase
from importlib import metadata
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the folder, where it comes from, its kind."""

# The window draws widgets, prints and shows SVG icons; it has no web, QML, network or database of Qt's.
UNUSED_QT = (
    "DBus",
    "Network",
    "OpenGL",
    "OpenGLWidgets",
    "Qml",
    "Quick",
    "QuickWidgets",
    "Sql",
    "Test",
    "UiTools",
)
# What tests and builds the program; what libraries bring for uses that are not ours; what talks to a network.
UNUSED_PYTHON = (
    "_pytest", "babel", "numpy", "PIL", "pip", "pygments", "pytest", "rich", "setuptools", "wheel",
    "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax", "lxml.builder", "lxml.ElementInclude",
    "lxml.cssselect", "lxml.doctestcompare", "lxml.pyclasslookup", "lxml.usedoctest",
    "asyncio", "ftplib", "smtplib", "ssl", "xmlrpc", "pdb", "pydoc", "pydoc_data", "tkinter", "unittest",
    "readline",  # under the GPL alone; nobody types at a prompt of Python's here
)  # fmt: skip
_UNUSED_FILES = (
    "Qt6Network", "Qt6OpenGL", "Qt6Qml", "Qt6Quick", "Qt6Sql", "Qt6VirtualKeyboard", "Qt6Pdf", "Qt6EglFS",
    "opengl32sw", "egldeviceintegrations", "generic", "networkinformation", "tls", "sqldrivers",
    "eglfs", "linuxfb", "minimal", "qvnc", "vkkhrdisplay", "virtualkeyboard", "qgtk3",
    "qgif", "qicns", "qjp2", "qtga", "qtiff", "qwbmp", "qwebp", "qpdf",
)  # fmt: skip
_KEPT_TRANSLATION = "qtbase_zh_CN.qm"
_UNUSED_DATA = ("default-docx-template/", "dutydesk.po")
_LEFT_TO_THE_SYSTEM = "/printsupport/"
"""What this plugin loads is on every machine with a printer, in the version that fits its daemon."""
_MAKERS = frozenset({"pip", "pycparser"})
"""What a library says it needs, and only needs while it is built."""
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def is_needed(entry: Entry) -> bool:
    """True for a file the program can come to load; Qt's own words are needed in Chinese only."""
    name = entry[0].replace("\\", "/")
    if name.endswith(".qm"):
        return name.endswith(_KEPT_TRANSLATION)
    if "PySide6" in name:
        return not any(part in name for part in _UNUSED_FILES)
    return not any(part in name for part in _UNUSED_DATA)


def reached(binaries: Iterable[Entry], loads: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The binaries without the libraries that nothing kept loads; `loads` names all that a file makes load.

    Plugins, Python's own library and its extensions are there for themselves.
    """
    kept = list(binaries)
    alone = [(place, source) for place, source, kind in kept if _stands_alone(place, kind)]
    found = {PurePosixPath(place).name for place, _ in alone}
    for place, source in alone:
        if _LEFT_TO_THE_SYSTEM not in place:
            found.update(loads(source))
    return [entry for entry in kept if PurePosixPath(entry[0]).name in found]


def _stands_alone(place: str, kind: str) -> bool:
    return kind == "EXTENSION" or "/plugins/" in place or place.startswith("libpython")


def works(sources: Iterable[str]) -> dict[str, metadata.Distribution]:
    """The installed works, by name, of which a file is packed."""
    wanted = {str(Path(source).resolve()) for source in sources}
    return {
        each.metadata["Name"]: each
        for each in metadata.distributions()
        if any(str(Path(str(each.locate_file(file))).resolve()) in wanted for file in each.files or ())
    }


def needed_works(name: str) -> set[str]:
    """The works that an installed one needs on this machine, and those that they need, itself left out."""
    found: set[str] = set()
    ahead = [name]
    while ahead:
        for line in metadata.requires(ahead.pop()) or ():
            work = re.split(r"[^\w.-]", line, maxsplit=1)[0]
            if "extra ==" not in line and work not in found | _MAKERS and _is_installed(work):
                found.add(work)
                ahead.append(work)
    return found


def _is_installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def licences(found: Iterable[metadata.Distribution]) -> Iterator[tuple[str, str]]:
    """The licence texts that the works bring, and the folder each goes to."""
    for each in found:
        for file in each.files or ():
            if ".dist-info" in str(file) and _LICENCE.search(file.name):
                yield str(each.locate_file(file)), f"licences/{each.metadata['Name']}"


def libraries(binaries: Iterable[Entry]) -> set[str]:
    """The names of the system's libraries that are packed: libX11 for libX11.so.6."""
    places = (PurePosixPath(place) for place, _, kind in binaries if kind == "BINARY")
    return {
        place.name.partition(".so")[0] for place in places if len(place.parts) == 1 and ".so" in place.name
    }


def copyrights(binaries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """What Debian says of the system's libraries that are packed, and the folder each text goes to."""
    asked = [source for place, source, kind in binaries if kind == "BINARY" and "/" not in place]
    if shutil.which("dpkg") is None:
        return
    real = [str(Path(source).resolve()) for source in asked]
    both = [
        *real,
        *(each.removeprefix("/usr") for each in real),
    ]  # it knows a file by the place it was put at
    answer = subprocess.run(["dpkg", "-S", *both], capture_output=True, text=True, check=False).stdout
    for package in sorted({line.partition(":")[0] for line in answer.splitlines()}):
        text = Path("/usr/share/doc", package, "copyright")
        if text.exists():
            yield str(text), f"licences/{package}"


def unnamed(names: Iterable[str], notices: str) -> list[str]:
    """The works and libraries that the notices do not name; a word with a * names all that begin so."""
    words = {_plain(word) for word in re.findall(r"[\w.+*-]+", notices)}
    return sorted(name for name in names if not any(fnmatchcase(_plain(name), word) for word in words))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.rstrip(".")).lower()
