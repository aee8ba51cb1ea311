import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.tsv import from_tsv, to_tsv

cells = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(
    ["", "a\tb", 'say "x"', "一\n二"]
)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=4)
    )
)
def test_a_block_comes_back_as_it_was_copied(block):
    assert from_tsv(to_tsv(block)) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("张三\t李四\r\n王五\t赵六\r\n", [["张三", "李四"], ["王五", "赵六"]]),
        ("one", [["one"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("", []),
    ],
)
def test_what_excel_puts_on_the_clipboard_is_read(text, block):
    assert from_tsv(text) == block
