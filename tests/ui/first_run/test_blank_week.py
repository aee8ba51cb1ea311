from datetime import datetime

import pytest

from dutydesk.domain.dates import week_of
from dutydesk.domain.office import Office
from dutydesk.domain.presets import PresetKind, preset
from dutydesk.services import roster
from tests.invented import office_store, words
from ui.first_run.blank_week import blank_week

PRINTED_AT = datetime(2026, 11, 16, 9, 30)  # noqa: DTZ001 -- on the office's clock
WEEK = week_of(PRINTED_AT.date())


@pytest.mark.parametrize("kind", PresetKind)
def test_the_columns_are_those_that_the_file_will_have(kind):
    real = roster.grid(office_store(kind), WEEK)
    sheet = blank_week(Office(name="滨江区政府办公室"), preset(kind, words), PRINTED_AT)
    titles = [cell.text for cell in sheet.header[-1]]
    assert [each.title for each in real.columns] == [each for each in titles if each in words_of(real)]
    assert len(sheet.rows[0]) == len(real.columns) + 4


def words_of(grid):
    return {each.title for each in grid.columns}
