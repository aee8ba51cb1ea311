from contextlib import closing

import pytest

from dutydesk.storage.store import memory
from dutydesk.storage.tables import ALL
from ui.words.fields import column_text, worded_columns
from ui.words.records import table_text, worded_tables


@pytest.mark.parametrize("table", [each.name for each in ALL])
def test_every_record_and_field_has_its_word_so_that_nobody_reads_the_file_s_own_names(table):
    with closing(memory()) as store:
        columns = {row[1] for row in store.ask(f"pragma table_info({table})")}
    assert table in worded_tables(), "give the table a word in ui/words/records.py"
    assert columns - {"id"} - worded_columns() == set(), "give these columns a word in ui/words/fields.py"


def test_what_has_no_word_is_told_by_its_name():
    assert (table_text("new_table"), column_text("new_column")) == ("new_table", "new_column")
