import pytest

from ui.widgets.table_view import TableView


@pytest.fixture
def panel(page):
    page.side.setCurrentWidget(page.side.fairness)
    return page.side.fairness


def shown(panel, title):
    model = panel.table.view.model()
    titles = [model.headerData(at, panel.table.view.horizontalHeader().orientation()) for at in range(8)]
    return [model.index(row, titles.index(title)).data() for row in range(model.rowCount())]


def test_every_queue_can_be_chosen(panel):
    words = [panel.queue.itemText(at) for at in range(panel.queue.count())]
    assert words[:2] == ["带班领导 · working day", "带班领导 · rest day"]
    panel.queue.setCurrentIndex(1)
    assert sum(int(each) for each in shown(panel, "Plan")) == 9  # the rest days of November


def test_the_list_is_in_turn_and_sums_up(panel):
    assert shown(panel, "Turn") == ["1", "2", "3", "4"]
    assert f"First in turn: {shown(panel, 'Person')[0]}" in panel.summary.text()
    assert "proven fairest" in panel.summary.text()
    due = [float(each) for each in shown(panel, "Due")]
    assert sum(due) == pytest.approx(21, abs=0.2)


def test_a_duty_more_is_seen_at_once(page, panel):
    before = shown(panel, "Plan")
    cells = [(page.model.place(page.model.index(row, 0)), "赵明远") for row in range(1, 6)]
    page.cells.enter(cells)
    assert shown(panel, "Plan") != before
    assert "spread" in panel.summary.text()


def test_the_chosen_queue_stays_chosen(page, panel):
    panel.queue.setCurrentIndex(2)
    page.cells.enter([(page.model.place(page.model.index(3, 1)), "")])
    assert panel.queue.currentIndex() == 2


def test_bars_show_the_same_people(panel):
    assert "赵明远: due" in panel.bars.accessibleDescription()
    assert isinstance(panel.table.view, TableView)


def test_who_owes_turns_and_who_is_ahead_stands_there(page, panel):
    cells = [(page.model.place(page.model.index(row, 0)), "赵明远") for row in (0, 2, 4)]
    page.cells.enter(cells)
    balances = dict(zip(shown(panel, "Person"), shown(panel, "Balance"), strict=True))
    assert balances["赵明远"].startswith("ahead")
    assert any(each.startswith("owes") for each in balances.values())
