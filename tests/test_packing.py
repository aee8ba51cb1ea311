"""The packed folder holds what is needed and no more, and NOTICES.md names all of it."""

from __future__ import annotations

import ctypes.util
import shutil
from importlib import metadata
from pathlib import Path

import pytest

import packing

NOTICES = Path(packing.__file__).with_name("NOTICES.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("place", "needed"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("resources/translations/zh_CN/LC_MESSAGES/dutydesk.mo", True),
        ("resources/translations/zh_CN/LC_MESSAGES/dutydesk.po", False),
        ("docx/templates/default.docx", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
    ],
)
def test_only_what_the_program_can_come_to_load_is_packed(place, needed):
    assert packing.is_needed((place, "", "DATA")) is needed


def test_a_library_stays_while_something_kept_loads_it():
    loads = {
        "/s/QtGui.so": ["libQt6Gui.so.6", "libX11.so.6"],
        "/s/libcups.so": ["libcups.so.2", "libQt6Print.so.6"],
    }
    kept = packing.reached(
        [
            ("PySide6/QtGui.so", "/s/QtGui.so", "EXTENSION"),
            ("PySide6/Qt/plugins/printsupport/libcups.so", "/s/libcups.so", "BINARY"),
            ("PySide6/Qt/lib/libQt6Gui.so.6", "/s/libQt6Gui.so.6", "BINARY"),
            ("libX11.so.6", "/usr/libX11.so.6", "BINARY"),
            ("libgtk-3.so.0", "/usr/libgtk-3.so.0", "BINARY"),
            ("libcups.so.2", "/usr/libcups.so.2", "BINARY"),
        ],
        lambda file: loads.get(file, []),
    )
    assert [Path(place).name for place, _, _ in kept] == [
        "QtGui.so",
        "libcups.so",
        "libQt6Gui.so.6",
        "libX11.so.6",
    ]


def test_a_work_is_known_by_its_files_and_brings_its_licence():
    click = metadata.distribution("click")
    found = packing.works([str(click.locate_file("click/core.py"))])
    assert list(found) == ["click"]
    assert {folder for _, folder in packing.licences(found.values())} == {"licences/click"}


def test_every_work_that_the_program_needs_is_named():
    assert not packing.unnamed(packing.needed_works("dutydesk"), NOTICES)


def test_what_is_not_named_is_found():
    assert packing.unnamed(["click", "libxcb-cursor", "readline", "et_xmlfile"], NOTICES) == ["readline"]


def test_system_libraries_are_known_by_their_names():
    packed = [("libX11.so.6", "", "BINARY"), ("PySide6/Qt/lib/libQt6Core.so.6", "", "BINARY")]
    assert packing.libraries(packed) == {"libX11"}


def test_what_talks_to_a_network_or_is_under_the_gpl_alone_is_left_out():
    assert "Network" in packing.UNUSED_QT
    assert {"readline", "ssl"} <= set(packing.UNUSED_PYTHON)


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="Debian tells whose a library is")
def test_the_licence_of_a_system_library_is_asked_of_debian():
    packed = [("libc.so.6", str(Path(ctypes.util.find_library("c") or "")), "BINARY")]
    assert set(packing.copyrights(packed)) <= {("/usr/share/doc/libc6/copyright", "licences/libc6")}
