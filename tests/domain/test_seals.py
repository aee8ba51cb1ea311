import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.seals import Anchor, Occasion, Seal, parse_anchor
from dutydesk.errors import NotAnAnchorError
from tests.builders import NOW

HASH = "9f31c0de1234abcd" + "0" * 48
HEX = st.text("0123456789abcdef", min_size=16, max_size=64)


def test_an_anchor_is_printed_short_and_in_groups():
    assert Anchor("a3f9c2117e5d0b46", 1042, HASH).printed == "a3f9:1042:9f31-c0de-1234-abcd"


@pytest.mark.parametrize(
    "typed",
    [
        "a3f9:1042:9f31-c0de-1234-abcd",
        "a3f9:1042:9f31c0de1234abcd",
        " A3F9:1042:9F31 C0DE 1234 ABCD ",
        "ａ３ｆ９：１０４２：９ｆ３１－ｃ０ｄｅ－１２３４－ａｂｃｄ",
        "a3f9 : 1042 : 9f31–c0de–1234–abcd",
    ],
)
def test_an_anchor_is_read_however_it_is_typed(typed):
    assert parse_anchor(typed) == Anchor("a3f9", 1042, "9f31c0de1234abcd")


@given(HEX, st.integers(1, 10**9), HEX)
def test_what_is_printed_is_read_again(device, seq, digest):
    read = parse_anchor(Anchor(device, seq, digest).printed)
    assert (device.startswith(read.device), read.seq, read.hash) == (True, seq, digest[:16])


@pytest.mark.parametrize(
    "typed",
    ["", "a3f9", "a3f9:1042", "a3f9:1042:9f31", "a3f9:0:9f31c0de1234abcd", "a3f9:x:9f31c0de1234abcd",
     "a3:1042:9f31c0de1234abcd", "a3f9:1042:9g31c0de1234abcd", "a3f9:1042:9f31c0de1234abcd:1",
     "a3f9:-3:9f31c0de1234abcd;", "\n"],
)  # fmt: skip
def test_what_is_no_anchor_is_refused(typed):
    with pytest.raises(NotAnAnchorError) as told:
        parse_anchor(typed)
    assert told.value.text == typed


@pytest.mark.parametrize("occasion", [Occasion.BACKUP, Occasion.EXPORT, Occasion.HANDOVER])
def test_a_seal_names_its_entry(occasion):
    seal = Seal("s", "a3f9", 7, HASH, NOW, occasion, "key", "signature")
    assert seal.anchor == Anchor("a3f9", 7, HASH)
