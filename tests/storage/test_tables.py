import json

from dutydesk.storage.journal import canonical
from dutydesk.storage.tables import MASK, masked


def test_a_secret_is_hidden_where_its_row_is_shown():
    row = canonical({"id": "p1", "kind": "pin", "encoded": "$argon2id$v=19$..."})
    assert json.loads(masked("secret", row)) == {"id": "p1", "kind": "pin", "encoded": MASK}
    assert "argon2" not in masked("break_glass", canonical({"id": "c", "encoded": "$argon2id$"}))


def test_other_rows_are_shown_as_they_are():
    row = canonical({"id": "s1", "name": "秘书科"})
    assert masked("section", row) == row
    assert masked("secret", "") == ""
