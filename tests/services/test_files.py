from contextlib import closing
from pathlib import Path

import pytest

from dutydesk.domain.office import Office
from dutydesk.errors import (
    FileExistsAlreadyError,
    MissingFieldError,
    NoSuchFileError,
    StoreError,
)
from dutydesk.services import files
from dutydesk.services.calendar import notices
from dutydesk.services.duties import pattern
from dutydesk.services.office import Founding, office
from dutydesk.services.people import save_sections, staff
from dutydesk.services.undo import undoable
from tests.builders import BY, a_preset, a_section

CALENDAR = Path(__file__).parents[2] / "resources" / "calendar" / "holidays_2024_2026.csv"
FOUNDING = Founding(Office(name="云溪市政府办公室"), a_preset())


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "office.duty"
    files.found_file(target, FOUNDING, CALENDAR, by=BY)
    return target


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def test_a_founded_file_has_its_office_its_shifts_and_the_calendar(path):
    with closing(files.open_file(path)) as store:
        assert office(store).name == "云溪市政府办公室"
        assert len(pattern(store).shifts) == 1
        assert [notice.year for notice in notices(store)] == [2024, 2025, 2026]
        assert files.verify_file(store).faults == ()
        assert undoable(store) is None
    assert names(path.parent) == ["office.duty"]


def test_every_file_is_of_a_device_of_its_own(path, tmp_path):
    files.found_file(tmp_path / "other.duty", FOUNDING, CALENDAR, by=BY)
    devices = set()
    for each in (path, tmp_path / "other.duty"):
        with closing(files.open_file(each)) as store:
            devices.add(files.verify_file(store).device)
    assert len(devices) == 2


def test_more_may_be_done_before_a_file_gets_its_name(tmp_path):
    seen = []

    def fill(store):
        seen.extend(names(tmp_path))
        save_sections(store, [a_section()], by=BY)

    files.found_file(tmp_path / "office.duty", FOUNDING, CALENDAR, by=BY, fill=fill)
    assert "office.duty" not in seen
    with closing(files.open_file(tmp_path / "office.duty")) as store:
        assert len(staff(store).sections) == 1


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_a_founding_that_fails_leaves_nothing(tmp_path, failure):
    def fill(store):
        raise failure

    with pytest.raises(failure):
        files.found_file(tmp_path / "office.duty", FOUNDING, CALENDAR, by=BY, fill=fill)
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("founding", "calendar", "error"),
    [
        (Founding(Office(name=" "), a_preset()), CALENDAR, MissingFieldError),
        (FOUNDING, CALENDAR.with_name("missing.csv"), NoSuchFileError),
    ],
)
def test_a_founding_that_is_refused_leaves_nothing(tmp_path, founding, calendar, error):
    with pytest.raises(error):
        files.found_file(tmp_path / "office.duty", founding, calendar, by=BY)
    assert names(tmp_path) == []


def test_no_file_is_founded_over_another(path):
    before = path.read_bytes()
    with pytest.raises(FileExistsAlreadyError):
        files.found_file(path, FOUNDING, CALENDAR, by=BY)
    assert path.read_bytes() == before


def test_a_damaged_file_is_told_as_an_error_of_the_store(path):
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError):
        files.open_file(path)


def test_an_export_replaces_an_older_one_and_leaves_nothing_beside_it(tmp_path):
    target = tmp_path / "week.csv"
    for data in (b"old", b"new"):
        files.write_file(target, data)
    assert (target.read_bytes(), names(tmp_path)) == (b"new", ["week.csv"])


def test_an_export_that_cannot_be_written_leaves_what_was(tmp_path):
    (tmp_path / "week.csv").mkdir()
    with pytest.raises(FileExistsAlreadyError):
        files.write_file(tmp_path / "week.csv", b"new")
    with pytest.raises(NoSuchFileError):
        files.write_file(tmp_path / "nowhere" / "week.csv", b"new")
    assert names(tmp_path) == ["week.csv"]
