from dutydesk.errors import NoSuchFileError
from dutydesk.services.health import ailment
from dutydesk.storage import file


def test_a_file_that_can_be_written_to_ails_from_nothing(tmp_path):
    file.create(tmp_path / "office.duty", "desk")
    assert ailment(tmp_path / "office.duty", 1) is None


def test_what_ails_a_file_is_told_in_its_name(tmp_path):
    found = ailment(tmp_path / "stick" / "office.duty", 1)
    assert isinstance(found, NoSuchFileError)
    assert found.path == str(tmp_path / "stick" / "office.duty")
