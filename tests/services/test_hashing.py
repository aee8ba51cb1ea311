from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.domain.sign_in import as_typed
from dutydesk.services.hashing import USUAL, Cost, encoded, fits, is_outdated
from tests.builders import CHEAP


@settings(max_examples=20)
@given(st.text(min_size=1), st.text(min_size=1))
def test_a_hash_knows_its_text_and_no_other(text, other):
    hashed = encoded(text, CHEAP)
    assert fits(text, hashed, CHEAP)
    assert fits(other, hashed, CHEAP) is (as_typed(other) == as_typed(text))


def test_two_hashes_of_one_pin_are_unlike():
    assert encoded("480213", CHEAP) != encoded("480213", CHEAP)


def test_what_is_usual_is_argon2id_and_tells_its_parameters():
    hashed = encoded("480213", USUAL)
    assert hashed.startswith("$argon2id$v=19$m=47104,t=2,p=1$")
    assert not is_outdated(hashed, USUAL)
    assert is_outdated(hashed, Cost(3, USUAL.memory))
    assert fits("480213", hashed, CHEAP)


def test_what_is_no_hash_fits_nothing():
    assert not fits("480213", "480213", CHEAP)
    assert not fits("480213", "$argon2id$v=19$m=8,t=1,p=1$torn", CHEAP)
