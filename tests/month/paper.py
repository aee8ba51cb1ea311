"""What the office writes out: through the dialog for files, and read again as paper is."""

import shutil
import subprocess

import pytest


def exported(player, name):
    """Export what is in sight under a name, and give the text that stands on it."""
    player.press("Ctrl+E")
    path = player.choose_file(player.desk.session.path.with_name(name))
    player.reads("Written: {path}", path=path)
    return text_of(path)


def text_of(path):
    """The text of a PDF."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("no tool here reads a PDF")
    return subprocess.run([tool, "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
