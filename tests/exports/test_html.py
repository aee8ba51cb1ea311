from dataclasses import replace
from html.parser import HTMLParser

from typing_extensions import override

from dutydesk.exports import html
from dutydesk.exports.sheet import MARK, Cell, Column, Sheet
from tests.exports import forms, samples

VOID = {"meta", "col", "br"}


class Reader(HTMLParser):
    """Collects tags with attributes and the text of the page, and checks that tags close in order."""

    def __init__(self):
        super().__init__()
        self.tags, self.words, self.open = [], [], []

    @override
    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    @override
    def handle_data(self, data):
        self.words.append(data)


def read(sheet):
    reader = Reader()
    reader.feed(html.render(sheet).decode())
    reader.close()
    assert not reader.open
    return reader


def test_every_word_of_the_form_is_on_the_page():
    sheet = forms.holiday()
    text = "\n".join(read(sheet).words)
    wanted = [line for place in sheet.grid() for line in place.cell.words.split("\n")]
    wanted += [sheet.title, sheet.corner, sheet.seal, sheet.imprint, *sheet.lead, *sheet.foot, *sheet.remarks]
    assert not [words for words in wanted if words not in text]
    assert MARK in text


def test_spans_header_and_language_survive():
    page = read(forms.holiday())
    assert ("html", {"lang": "zh-CN"}) in page.tags
    spans = [attrs["rowspan"] for tag, attrs in page.tags if tag == "td" and "rowspan" in attrs]
    assert spans == ["3", "3", "3", "3"]
    assert sum(tag == "th" for tag, _ in page.tags) == 9
    assert sum(tag == "col" for tag, _ in page.tags) == 9


def test_nothing_written_by_hand_becomes_markup():
    evil = '<script>alert("x")</script>&amp;$title'
    rows = ((Cell(evil),),)
    page = read(
        Sheet(language="en", title=evil, columns=(Column(evil),), rows=rows, notes=(evil,), lead=(evil,))
    )
    assert "script" not in {tag for tag, _ in page.tags}
    assert page.words.count(evil) == 6  # window title, title, column, cell, note, line under the title


def test_the_page_loads_nothing_and_prints_on_its_paper():
    week = html.render(samples.week()).decode()
    assert "http" not in week
    assert "src=" not in week
    assert "size: A4 landscape" in week
    assert "size: A4 portrait" in html.render(forms.slip()).decode()


def test_what_a_sheet_does_not_have_leaves_no_empty_box():
    bare = replace(forms.slip(), lead=(), notes=())
    classes = {attrs.get("class") for _, attrs in read(bare).tags}
    assert not classes & {"lead", "foot", "seal", "corner", "subtitle"}
