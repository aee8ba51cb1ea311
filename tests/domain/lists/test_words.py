import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.lists import words
from dutydesk.errors import DomainError, NotANameError, NotAPhoneError, UnclearAnswerError


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("叶  轩", "叶轩"),
        (" 崔思", "崔思"),
        ("林　欣", "林欣"),
        ("戴\u200b䶮\n", "戴䶮"),
        ("Ann  Lee", "Ann Lee"),
        ("Ａｎｎ Lee", "Ann Lee"),
        ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"),
        ("张三 A", "张三A"),
        ("=1+1", "=1+1"),
    ],
)
def test_names_lose_the_blanks_inside_but_latin_words_keep_one(written, name):
    assert words.read_name(written) == name


@pytest.mark.parametrize("written", ["", " ", "　", "13800000000", "名" * 61])
def test_what_is_nobodys_name(written):
    with pytest.raises(NotANameError):
        words.read_name(written)


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("17777646509", "17777646509"),
        ("179 6556 5508", "17965565508"),
        ("179-6556-5508", "17965565508"),
        ("+86 179 6556 5508", "17965565508"),
        ("008617965565508", "17965565508"),
        ("１７９６５５６５５０８", "17965565508"),
        ("'17965565508", "17965565508"),
        ('="17965565508"', "17965565508"),
        ("0571-8888 1234", "057188881234"),
        ("(010)88881234", "01088881234"),
        ("88881234", "88881234"),
        ("17965565508、17965565509", "17965565508/17965565509"),
        ("17965565508\n17965565509", "17965565508/17965565509"),
    ],
)
def test_phones_become_digits(written, phone):
    assert words.read_phone(written) == phone


@pytest.mark.parametrize(
    "written", ["", "1.52616E+10", "1234", "电话同上", "179655655081", "+86 571 8888 1234", "17965565508x"]
)
def test_what_is_no_phone(written):
    with pytest.raises(NotAPhoneError):
        words.read_phone(written)


def test_short_phones():
    assert words.read_short_phone("６５ 529") == "65529"
    with pytest.raises(NotAPhoneError):
        words.read_short_phone("17965565508")


@given(st.text())
def test_reading_is_idempotent_and_refuses_politely(text):
    for reader in (words.read_name, words.read_phone, words.read_short_phone):
        try:
            once = reader(text)
        except DomainError:
            continue
        assert reader(once) == once


@given(st.lists(st.sampled_from(" 　\n叶轩Ann·1"), max_size=8).map("".join))
def test_names_of_mixed_scripts_are_read_once_and_for_all(text):
    try:
        once = words.read_name(text)
    except NotANameError:
        return
    assert words.read_name(once) == once


@given(st.text())
def test_tidying_and_keys_are_idempotent(text):
    assert words.tidy(words.tidy(text)) == words.tidy(text)
    assert words.filled(words.filled(text)) == words.filled(text)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("姓  名", "姓名"),
        ("手机号码（必填）", "手机号码"),
        ("ＮＡＭＥ：", "name"),
        ("No.", "no"),
        ("（备注）", "(备注)"),
    ],
)
def test_keys_compare_headings(heading, key):
    assert words.key(heading) == key


@pytest.mark.parametrize("text", ["无", " — ", "/", "－", "暂无", "N/A"])
def test_words_for_nothing_are_nothing(text):
    assert words.filled(text) == ""


@pytest.mark.parametrize(
    ("written", "split"),
    [("王芳*", ("王芳", "*")), ("＊王芳", ("王芳", "*")), ("★ 王芳", ("王芳", "★")), ("王芳", ("王芳", ""))],
)
def test_marks_are_parted_from_names(written, split):
    assert words.split_mark(written) == split


def test_answers():
    assert words.read_answer("是")
    assert words.read_answer("√")
    assert not words.read_answer("不离市")
    with pytest.raises(UnclearAnswerError):
        words.read_answer("可能")


def test_words_of_a_cell():
    assert words.words_of("带班领导、中层/ 值班员，司机") == ("带班领导", "中层", "值班员", "司机")
