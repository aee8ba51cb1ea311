import subprocess
import sys

import pytest

from dutydesk.storage.signing import SigningKey, is_genuine

KEY = SigningKey(bytes(range(32)))
MESSAGE = b"dutydesk"
PUBLIC = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"


def test_a_key_has_a_public_half_a_name_and_always_the_same_signature():
    assert (KEY.public, KEY.id) == (PUBLIC, "56475aa75463474c")
    assert KEY.sign(MESSAGE) == KEY.sign(MESSAGE)
    assert is_genuine(KEY.public, KEY.sign(MESSAGE), MESSAGE)


@pytest.mark.parametrize(
    ("public", "signature", "message"),
    [
        (PUBLIC, KEY.sign(MESSAGE), b"DutyDesk"),
        (PUBLIC, SigningKey(bytes(32)).sign(MESSAGE), MESSAGE),
        (SigningKey(bytes(32)).public, KEY.sign(MESSAGE), MESSAGE),
        (PUBLIC, "", MESSAGE),
        (PUBLIC, "no hex", MESSAGE),
        ("", KEY.sign(MESSAGE), MESSAGE),
        (PUBLIC[:-2], KEY.sign(MESSAGE), MESSAGE),
    ],
    ids=["another message", "signed by another", "another key", "nothing", "no hex", "no key", "half a key"],
)
def test_what_was_not_signed_so_is_not_genuine(public, signature, message):
    assert not is_genuine(public, signature, message)


def test_the_library_is_loaded_by_whoever_signs_only():
    code = "import dutydesk.services.seals, sys; sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
