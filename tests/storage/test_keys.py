import os

import pytest

from dutydesk.domain.seals import Anchor
from dutydesk.errors import StoreError
from dutydesk.storage.keys import KEY_FILE, WITNESS_FILE, Witness, bear_witness, own_key, witness
from tests.builders import NOW

SEEN = Witness(Anchor("desk", 7, "ab" * 32), NOW)


def test_a_key_is_made_once_and_found_again(tmp_path):
    folder = tmp_path / "settings" / "DutyDesk"
    assert own_key(folder) == own_key(folder)
    assert own_key(folder) != own_key(tmp_path / "another")


@pytest.mark.skipif(os.name != "posix", reason="rights are of another kind here")
def test_nobody_else_may_read_it(tmp_path):
    own_key(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("spoilt", ["", "nonsense", "ab" * 31, "é"])
def test_a_spoilt_key_is_put_aside_and_another_one_made(tmp_path, spoilt):
    lost = own_key(tmp_path)
    (tmp_path / KEY_FILE).write_text(spoilt, "utf-8")
    new = own_key(tmp_path)
    assert new != lost
    assert own_key(tmp_path) == new
    assert (tmp_path / "seal.spoilt").read_text("utf-8") == spoilt


def test_a_folder_that_takes_no_key_is_told(tmp_path):
    (tmp_path / "settings").write_text("a file")
    with pytest.raises(StoreError):
        own_key(tmp_path / "settings")


def test_what_was_sealed_last_is_known_for_each_file_at_its_place(tmp_path):
    path, copy = tmp_path / "office.duty", tmp_path / "copy.duty"
    assert witness(tmp_path, "desk", path) is None
    bear_witness(tmp_path, path, SEEN)
    later = Witness(Anchor("desk", 9, "cd" * 32), NOW)
    bear_witness(tmp_path, copy, later)
    assert witness(tmp_path, "desk", path) == SEEN
    assert witness(tmp_path, "desk", copy) == later
    assert witness(tmp_path, "laptop", path) is None


@pytest.mark.parametrize("spoilt", ["", "[]", '{"desk %s": "1"}', '{"desk %s": 7}', "\udcff"])
def test_a_spoilt_list_says_nothing_and_is_begun_anew(tmp_path, spoilt):
    path = tmp_path / "office.duty"
    told = spoilt.replace("%s", str(path)).encode("utf-8", "surrogateescape")
    (tmp_path / WITNESS_FILE).write_bytes(told)
    assert witness(tmp_path, "desk", path) is None
    bear_witness(tmp_path, path, SEEN)
    assert witness(tmp_path, "desk", path) == SEEN
