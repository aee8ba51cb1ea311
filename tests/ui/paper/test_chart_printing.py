import re
import shutil
import subprocess

import pytest

from tests.exports import samples
from tests.ui.widgets.test_charts import BARS
from ui.paper.chart_printing import chart_pages
from ui.paper.printing import pdf
from ui.widgets.charts import Bar, Panel, PanelChart


@pytest.fixture(autouse=True)
def _application(qapp):
    """Fonts need one."""


def long_chart(count):
    bars = tuple(Bar(at % 9, 4, f"{at % 9} / 4") for at in range(count))
    return PanelChart(tuple(f"第{at}人" for at in range(count)), (Panel("工作日", bars),), "已值", "应值")


def test_a_long_chart_takes_pages_before_the_table():
    alone = len(re.findall(rb"/Type\s*/Page\b", pdf(samples.week())))
    pages = chart_pages("值班统计", long_chart(70), "打印")
    assert len(pages) == 4
    assert len(re.findall(rb"/Type\s*/Page\b", pdf(samples.week(), pages))) == alone + 4


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
def test_title_legend_and_numbers_stand_on_every_page(tmp_path):
    file = tmp_path / "chart.pdf"
    file.write_bytes(pdf(samples.week(), chart_pages("Duties", BARS, "Printed 2026-11-21")))
    text = subprocess.run(
        ["pdftotext", "-l", "1", file, "-"],  # noqa: S607 - as the guard above found it
        capture_output=True,
        check=True,
    ).stdout.decode()
    for words in ("Duties", "had", "due", "workday", "3 / 2.5", "钱堃", "Printed 2026-11-21"):
        assert words in text
