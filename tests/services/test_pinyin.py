import pytest

from dutydesk.services.pinyin import initials_of, pinyin_of


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("张三", "zhang san", "zs"),
        ("曾堃", "ceng kun|zeng kun", "ck|zk"),
        ("郑䶮", "zheng yan", "zy"),
        ("吕喆", "lv zhe", "lz"),
        ("Ann Lee", "ann lee", "al"),
        ("阿·Li", "a li|e li", "al|el"),
        ("", "", ""),
        ("·", "", ""),
    ],
)
def test_names_are_found_by_every_reading(name, pinyin, initials):
    assert pinyin_of(name) == pinyin
    assert initials_of(name) == initials


def test_a_name_of_many_readings_is_bounded():
    assert len(pinyin_of("单单单单单单").split("|")) <= 24
