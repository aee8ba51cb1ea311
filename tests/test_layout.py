"""The map of the repository: where things lie, how long they may be, and that each has its test."""

from __future__ import annotations

import ast
import os
import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
CODE = ("dutydesk", "ui", "tests", "benchmarks", "pictures")
PROGRAMS = ("bootstrap", "system_libraries", "wheelhouse", "catalogue", "packing")

MAP = {
    "dutydesk": {"domain", "storage", "services", "exports", "errors"},
    "resources": {"calendar", "fonts", "guide", "icons", "print", "samples", "system", "translations"},
    "tests": {
        "domain",
        "storage",
        "services",
        "exports",
        "ui",
        "month",
        "data",
        "builders.py",
        "conftest.py",
        "invented.py",
    },
}
ABOUT_EVERYTHING = {
    "test_full_day.py",
    "test_scenarios.py",
    "test_layout.py",
    "test_resources.py",
    "test_words.py",
    "test_interpreter.py",
    # what the disk or the system does to the file, whichever module writes it
    "test_power.py",
    "test_kills.py",
    "test_full_disk.py",
    "test_bit_flips.py",
    "test_keyboard.py",  # every page and dialog without a mouse
    "test_november.py",  # the whole program as its users have it
}
VAGUE = {"utils", "util", "core", "common", "managers", "interfaces", "helpers", "misc"}
MODULE_LINES, FUNCTION_LINES = 300, 40

# Put together here, so that this file does not name them either.
HOSTS = (
    "py" + "pi.org",
    "python" + "hosted.",
    "npm" + "js.",
    "conda" + ".",
    "tsinghua" + ".",
    "aliyun" + ".",
)
PLACES = tuple(f"/{home}/" for home in ("ho" + "me", "Us" + "ers", "ro" + "ot", "wo" + "rk", "t" + "mp"))
LETTERLESS = {".ttf", ".mo", ".png", ".xlsx", ".ico", ".pyc", ".so", ".dutydesk"}
ELSEWHERE = {".git", ".venv", "build", "dist", "__pycache__"}


def strangers(root: Path) -> list[str]:
    """Names that are not on the map."""
    return [
        f"{folder}/{path.name}"
        for folder, names in MAP.items()
        for path in sorted((root / folder).glob("*"))
        if path.name not in names | {"__init__.py", "__pycache__"}
        and not (folder == "tests" and path.name.startswith("test_"))
    ]


def vague_names(root: Path) -> list[str]:
    """Folders and modules whose name says nothing."""
    paths = chain.from_iterable((root / folder).rglob("*") for folder in CODE)
    return sorted(str(path.relative_to(root)) for path in paths if path.stem in VAGUE)


def long_modules(root: Path) -> list[str]:
    """Modules one cannot read in a sitting."""
    return [
        str(path.relative_to(root))
        for path in modules(root, *CODE)
        if len(path.read_text(encoding="utf-8").splitlines()) > MODULE_LINES
    ]


def long_functions(root: Path) -> list[str]:
    """Functions one cannot see at once."""
    return [
        f"{path.relative_to(root)}:{function.name}"
        for path in modules(root, *CODE)
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > FUNCTION_LINES
    ]


def untested(root: Path) -> list[str]:
    """Modules of the core that do something and have no test at the mirrored place."""
    return [
        str(path.relative_to(root))
        for path in modules(root, "dutydesk")
        if any(functions(path)) and not mirrored(root, path).exists()
    ]


def mirrored(root: Path, module: Path) -> Path:
    """Where the test of a module lies: that of dutydesk/domain/leave.py is tests/domain/test_leave.py."""
    inside = module.relative_to(root / "dutydesk")
    return root / "tests" / inside.with_name(f"test_{inside.name}")


def orphans(root: Path) -> list[str]:
    """Tests of something that is not there."""
    tests = sorted((root / "tests").rglob("test_*.py"))
    return [str(test.relative_to(root)) for test in tests if not has_subject(root, test)]


def has_subject(root: Path, test: Path) -> bool:
    """True where a module or a package of the same name lies at the mirrored place."""
    inside = test.relative_to(root / "tests")
    subject = inside.with_name(inside.name.removeprefix("test_"))
    places = [root / "dutydesk" / subject, root / subject]
    return inside.name in ABOUT_EVERYTHING or any(
        place.exists() or (place.with_suffix("") / "__init__.py").exists() for place in places
    )


def unfenced_pages(root: Path) -> list[str]:
    """Pages of the window that may import each other, because pyproject.toml does not name them."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings.get("tool", {}).get("importlinter", {}).get("contracts", [])
    fenced = {name for contract in contracts for name in contract.get("modules", [])}
    pages = {f"ui.{path.parent.name}" for path in (root / "ui").glob("*/page.py")}
    return sorted(pages - fenced)


def addresses(root: Path) -> list[str]:
    """Files that name a package registry, or a folder of somebody's machine."""
    return [
        f"{path.relative_to(root)}: {found}"
        for path in letters(root)
        for found in HOSTS + PLACES
        if found in path.read_text(encoding="utf-8")
    ]


def modules(root: Path, *folders: str) -> Iterator[Path]:
    """The Python files in the folders, and at the root the programs that set things up."""
    found = chain.from_iterable((root / folder).rglob("*.py") for folder in folders)
    programs = (root / f"{name}.py" for name in PROGRAMS if folders == CODE)
    yield from sorted(path for path in chain(found, programs) if path.exists())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def letters(root: Path) -> Iterator[Path]:
    """Every file of the repository that people read."""
    for folder, names, files in os.walk(root):
        names[:] = [
            name for name in names if name not in ELSEWHERE and "cache" not in name and name[0] != "."
        ]
        yield from (
            Path(folder, name)
            for name in sorted(files)
            if Path(name).suffix not in LETTERLESS and name not in ELSEWHERE
        )
    yield from (path for path in [root / ".ci" / "run"] if path.exists())


BROKEN: list[tuple[Callable[[Path], list[str]], str, str]] = [
    (strangers, "dutydesk/network.py", ""),
    (strangers, "resources/videos/first.txt", ""),
    (vague_names, "ui/utils/__init__.py", ""),
    (vague_names, "dutydesk/domain/helpers.py", ""),
    (long_modules, "ui/roster/page.py", "x = 1\n" * (MODULE_LINES + 1)),
    (long_modules, "bootstrap.py", "x = 1\n" * (MODULE_LINES + 1)),
    (long_functions, "dutydesk/domain/leave.py", "def leave():\n" + "    x = 1\n" * FUNCTION_LINES),
    (untested, "dutydesk/services/leave.py", "def approve(): ...\n"),
    (orphans, "tests/domain/test_nothing.py", ""),
    (unfenced_pages, "ui/leave/page.py", ""),
    (addresses, "requirements.lock", "--index-url https://" + HOSTS[0]),
    (addresses, ".ci/run", f"cd {PLACES[0]}ann"),
]


@pytest.mark.parametrize(
    "check", dict.fromkeys(check for check, _, _ in BROKEN), ids=lambda check: check.__name__
)
def test_the_repository_keeps_to_its_map(check):
    offences = check(ROOT)
    assert not offences, "\n".join(offences)


@pytest.mark.parametrize(
    ("check", "name", "text"), BROKEN, ids=lambda value: getattr(value, "__name__", None)
)
def test_each_check_sees_a_tree_that_breaks_it(tmp_path, check, name, text):
    (tmp_path / "pyproject.toml").write_text("")
    assert check(tmp_path) == []
    broken = tmp_path / name
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text(text)
    assert len(check(tmp_path)) == 1
