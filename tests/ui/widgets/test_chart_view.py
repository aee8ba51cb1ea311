from tests.ui.widgets.test_charts import BARS, HEAT
from ui.widgets.chart_view import ChartView


def test_the_view_is_as_high_as_its_chart_and_tells_it(qtbot):
    view = ChartView("Duties")
    qtbot.addWidget(view)
    assert view.sizeHint().height() == 0
    view.show_chart(BARS)
    high = view.sizeHint().height()
    assert high > 0
    assert view.accessibleDescription() == BARS.told()
    view.show_chart(HEAT)
    assert 0 < view.sizeHint().height() < high
    view.resize(500, 200)
    view.show()
    assert not view.grab().isNull()
