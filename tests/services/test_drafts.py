from dutydesk.services.drafts import draft_place, drop_draft, keep_draft, kept_draft

TYPED = {"kind": "call_in", "content": "水库水位\n超汛限", "unit": "水利局"}


def test_what_was_typed_is_there_again_until_it_is_dropped(tmp_path):
    path = tmp_path / "office.duty"
    assert kept_draft(path) == {}
    keep_draft(path, TYPED)
    keep_draft(path, TYPED | {"content": "改"})
    assert kept_draft(path) == TYPED | {"content": "改"}
    drop_draft(path)
    drop_draft(path)
    assert kept_draft(path) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_cannot_be_read_is_none(tmp_path):
    path = tmp_path / "office.duty"
    for broken in (b"{", b"[1]", b"\xff\xfe"):
        draft_place(path).write_bytes(broken)
        assert kept_draft(path) == {}
