from contextlib import closing

import pytest

from dutydesk.domain.presets import PresetKind
from dutydesk.errors import FileExistsAlreadyError
from dutydesk.services.calendar import notices
from dutydesk.services.duties import pattern
from dutydesk.services.files import open_file, verify_file
from dutydesk.services.office import office
from dutydesk.services.people import staff
from tests.builders import BY
from ui.i18n import CHINESE, ENGLISH, set_language
from ui.window.founding import new_file, sample_file


@pytest.mark.parametrize(("language", "leader"), [(ENGLISH, "duty leader"), (CHINESE, "带班领导")])
@pytest.mark.parametrize("kind", PresetKind)
def test_a_new_office_begins_in_the_language_in_force(tmp_path, kind, language, leader):
    set_language(language)
    new_file(tmp_path / "new.duty", "云溪市政府办公室", kind, by=BY)
    with closing(open_file(tmp_path / "new.duty")) as store:
        assert pattern(store).posts[0].name == leader
        assert (office(store).name, office(store).preset) == ("云溪市政府办公室", kind.value)
        assert len(office(store).notes.splitlines()) == 3
        assert len(notices(store)) == 3
        assert staff(store).people == ()
        assert verify_file(store).faults == ()


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_the_sample_office_is_an_office_at_work(tmp_path, language):
    set_language(language)
    sample_file(tmp_path / "sample.duty", by=BY)
    with closing(open_file(tmp_path / "sample.duty")) as store:
        everybody = staff(store)
        assert len(everybody.people) > 20
        assert all(person.posts for person in everybody.people if not person.note)
        assert verify_file(store).faults == ()


def test_no_file_is_founded_over_another(tmp_path):
    (tmp_path / "new.duty").write_text("mine")
    for make in (
        lambda path: new_file(path, "X", PresetKind.WEEKLY, by=BY),
        lambda path: sample_file(path, by=BY),
    ):
        with pytest.raises(FileExistsAlreadyError):
            make(tmp_path / "new.duty")
    assert (tmp_path / "new.duty").read_text() == "mine"
