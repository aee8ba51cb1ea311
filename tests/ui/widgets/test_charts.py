from ui.widgets.charts import Bar, HeatChart, Panel, PanelChart, pages

BARS = PanelChart(
    ("钱堃", "孙镕", "李雅琴"),
    (
        Panel("workday", (Bar(3, 2.5, "3 / 2.5"), Bar(2, 2.5, "2 / 2.5"), None)),
        Panel("holiday", (None, None, Bar(1, 1, "1 / 1"))),
    ),
    "had",
    "due",
)
HEAT = HeatChart(("Feb", "Mar"), ("28", "29"), ((4, None), (0, 7)), "entries")


def test_each_panel_has_the_scale_of_its_longest_bar_or_mark():
    assert [each.scale for each in BARS.panels] == [3, 1]
    assert Panel("empty", (None, Bar(0, None, "0"))).scale == 1


def test_a_part_of_a_chart_keeps_the_scale_of_the_whole():
    part = BARS.lines(1, 3)
    assert part.names == ("孙镕", "李雅琴")
    assert [each.scale for each in part.panels] == [3, 1]
    assert HEAT.lines(0, 1).scale == 7
    assert HEAT.lines(0, 1).cells == ((4, None),)


def test_a_chart_is_told_in_words_for_whoever_does_not_see_it():
    assert BARS.told() == "钱堃: workday 3 / 2.5\n孙镕: workday 2 / 2.5\n李雅琴: holiday 1 / 1"
    assert HEAT.told() == "Feb: 28 4\nMar: 29 7"


def test_lines_are_cut_into_pages():
    assert pages(5, 2) == [(0, 2), (2, 4), (4, 5)]
    assert pages(2, 2) == [(0, 2)]
    assert pages(0, 2) == []
