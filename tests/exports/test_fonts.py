import pytest

from dutydesk.exports.fonts import IN_FILES, MM, NARROW, Estimate, Face


def test_a_chinese_character_is_one_em_and_a_digit_less():
    ruler = Estimate()
    assert ruler.width("值班", Face.BODY, 10) == pytest.approx(20 * MM)
    assert ruler.width("▲—·", Face.BODY, 10) == pytest.approx(30 * MM)
    assert ruler.width("12", Face.BODY, 10) == pytest.approx(20 * NARROW * MM)


def test_air_stands_between_digits_and_characters_only():
    dense, airy = Estimate(), Estimate(air=0.25)
    text = "11月16日，A岗（8:00）"
    seams = airy.width(text, Face.BODY, 10) - dense.width(text, Face.BODY, 10)
    assert seams == pytest.approx(4 * 0.25 * 10 * MM)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("值班表", 3, 1),
        ("值班表", 2.9, 2),
        ("", 1, 1),
        ("日\n夜", 5, 2),
        ("值13900001000", 7.1, 2),  # a number goes whole to the next line
        ("13900001000" * 3, 7.1, 3),  # unless no line could hold it
        ("值班，", 2.5, 2),  # no line begins with a comma
    ],
)
def test_lines_break_like_in_a_word_processor(text, ems, lines):
    assert Estimate().lines(text, Face.BODY, 10, ems * 10 * MM) == lines


def test_every_face_has_a_family_for_files():
    assert set(IN_FILES) == set(Face)
