import pytest

from dutydesk.domain.seals import Occasion
from dutydesk.services import seals
from dutydesk.services.changes import Changes, deed
from dutydesk.storage.people import SECTIONS
from tests.builders import BY, a_section
from ui.keeping.sealing import seal, seal_after_deeds


def add(store, name, number=1):
    with deed(store, BY, name) as act:
        act.writing.put(SECTIONS, a_section(number))
    return act.changes


@pytest.fixture
def occasions(session):
    """The occasions of all seals."""
    return lambda: [each.occasion for each in session.read(_seals)]


def _seals(store):
    newest = seals.newest_seal(store)
    return [newest] if newest else []


def test_the_journal_is_sealed_on_an_occasion(session, occasions):
    session.perform(add, "save_sections")
    seal(session, Occasion.EXPORT)
    assert occasions() == [Occasion.EXPORT]


@pytest.mark.parametrize(
    ("name", "sealed"), [("hand_over", True), ("take_over", True), ("save_sections", False)]
)
def test_a_handover_seals_by_itself(session, occasions, name, sealed):
    seal_after_deeds(session)
    session.perform(add, name)
    assert bool(occasions()) is sealed
    assert seals.occasion_of(Changes(deed=name)) is (Occasion.HANDOVER if sealed else None)


def test_a_key_that_cannot_be_kept_is_told(session, occasions, tmp_path, monkeypatch):
    (tmp_path / "own").write_text("a file")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    refused = []
    session.refused.connect(refused.append)
    session.perform(add, "save_sections")
    seal(session, Occasion.BACKUP)
    assert (len(refused), occasions()) == (1, [])
