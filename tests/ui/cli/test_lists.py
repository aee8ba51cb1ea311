import pytest

from tests.ui.cli.commands import folder_of
from tests.ui.cli.conftest import DATA

STAFF = DATA / "staff_binjiang.xlsx"


@pytest.fixture
def source(tmp_path):
    def written(text, encoding="utf-8"):
        path = tmp_path / "list.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def test_a_staff_list_comes_in_whole_and_a_second_time_changes_nothing(dutydesk, empty):
    said = dutydesk("import", empty, "people", STAFF)
    assert said.code == 0
    assert "new 59" in said.out
    assert "To confirm as exemption" in said.out
    before = empty.read_bytes()
    again = dutydesk("import", empty, "people", STAFF)
    assert (again.code, again.out.splitlines()[-1]) == (0, "0 records were written.")
    assert empty.read_bytes() == before


def test_a_rehearsal_says_what_it_understood_and_writes_nothing(dutydesk, empty):
    before = empty.read_bytes()
    said = dutydesk("import", empty, "people", STAFF, "--dry-run")
    assert said.code == 0
    assert "new 59" in said.out
    assert said.out.splitlines()[-1] == "Nothing was written (--dry-run)."
    assert empty.read_bytes() == before


def test_one_refused_row_keeps_all_out_and_is_named_with_its_reason(dutydesk, file, source):
    path = source("姓名,科室,手机\n新人甲,秘书科,13800000001\n新人乙,秘书科,电话没有\n")
    before = folder_of(file)
    said = dutydesk("import", file, "people", path)
    assert said.code == 3
    assert "Line 3 refused" in said.err
    assert "Nothing was imported" in said.err.splitlines()[-1]
    assert folder_of(file) == before


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("leave", "姓名,科室,请假类型,开始,结束\n石涵,调研科,年休假,2026-12-08,2026-12-09\n"),
        ("calendar", "日期,类别,节日\n2027-01-01,法定节假日,元旦\n"),
        ("tally", "姓名,科室,工作日,休息日,节假日\n石涵,调研科,3,2,1\n"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_each_kind_of_list_is_taken_in_once(dutydesk, file, source, kind, text, encoding):
    path = source(text, encoding)
    said = dutydesk("import", file, kind, path)
    assert (said.code, said.err) == (0, "")
    assert "0 records" not in said.out
    assert dutydesk("import", file, kind, path).out.splitlines()[-1] == "0 records were written."
    assert dutydesk("verify", file).code == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, 4),
        (b"", 3),
        (b"\x00\x01\x02", 3),
        ("没有表头\n什么也不是\n".encode(), 3),
        (b"PK\x03\x04 torn", 3),
    ],
    ids=["missing", "empty", "bytes", "no header", "torn workbook"],
)
@pytest.mark.parametrize("kind", ["people", "leave", "calendar", "tally"])
def test_a_source_that_is_no_list_is_told_in_one_line(dutydesk, file, tmp_path, kind, content, code):
    path = tmp_path / ("list.xlsx" if content and content.startswith(b"PK") else "list.csv")
    if content is not None:
        path.write_bytes(content)
    before = folder_of(file)
    said = dutydesk("import", file, kind, path)
    assert (said.code, said.out, len(said.err.splitlines())) == (code, "", 1), said
    assert folder_of(file) == before


def test_a_folder_is_no_list(dutydesk, file, tmp_path):
    said = dutydesk("import", file, "people", tmp_path)
    assert (said.code, len(said.err.splitlines())) == (4, 1), said
