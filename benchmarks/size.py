"""The size of the packed folder beside that of a bare QMainWindow packed by PyInstaller: bytes and ratio.

python -m benchmarks.size

The bare window is packed as PyInstaller does it by itself, and once more pruned as build.spec prunes.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = """\
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
app.exec()
"""


def pack(*words: str) -> None:
    """Have PyInstaller make a folder in dist/."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *words]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 -- ours


def size(name: str) -> int:
    """The bytes of a packed folder; a link counts as itself."""
    return sum(each.lstat().st_size for each in (ROOT / "dist" / name).rglob("*") if not each.is_dir())


def pruned_spec(bare: Path) -> str:
    """What build.spec does, to a bare window."""
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    spec = spec.replace("ui/cli/__main__.py", bare.as_posix()).replace(
        'name="dutydesk"', 'name="bare_pruned"'
    )
    begins, ends = spec.index("datas=["), spec.index("excludes=")
    late, after = spec.index("works ="), spec.index("program =")
    return spec[:begins] + spec[ends:late] + spec[after:]


def main() -> None:
    """Pack the three and print the table."""
    folder = ROOT / "build"
    folder.mkdir(exist_ok=True)
    bare, draft = folder / "bare.py", ROOT / "bare_pruned.spec"
    bare.write_text(BARE, encoding="utf-8")
    try:
        draft.write_text(pruned_spec(bare), encoding="utf-8")
        pack(str(draft))
    finally:
        draft.unlink()
    pack("--specpath", str(folder), str(bare))
    pack("build.spec")
    whole, plain, pruned = size("dutydesk"), size("bare"), size("bare_pruned")
    print(f"dutydesk              {whole / 1e6:7.1f} MB")
    print(f"bare window           {plain / 1e6:7.1f} MB   ratio {whole / plain:.3f}")
    print(f"bare window, pruned   {pruned / 1e6:7.1f} MB   ratio {whole / pruned:.3f}")


if __name__ == "__main__":
    main()
