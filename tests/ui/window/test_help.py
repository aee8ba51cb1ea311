"""The help menu says which version this is and under which licences it comes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QTextBrowser, QWidget

import dutydesk
from ui.window import help as pages


@pytest.fixture
def shown(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(page):
        page(parent)
        dialog = parent.findChild(QDialog)
        head = " ".join(each.text() for each in dialog.findChildren(QLabel))
        return head, dialog.findChild(QTextBrowser).toPlainText()

    return show


def test_about_shows_version_licence_and_notices(shown):
    head, text = shown(pages.about)
    assert dutydesk.__version__ in head
    assert "MIT" in text
    assert "PySide6" in text


def test_notices_are_those_that_travel_with_the_program(shown):
    _, text = shown(pages.notices)
    assert "LGPL-3.0" in text
    assert "OFL-1.1" in text


def test_the_version_stands_in_one_place():
    project = tomllib.loads(Path(dutydesk.__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "dutydesk.__version__"}
