from dutydesk.exports.letter import Grid, Heading, Letter, Paragraph


def test_a_letter_keeps_only_what_paper_can_hold():
    parts = (Heading("一\x07"), Paragraph("字\ud800"), Grid((("名\x00", 1.0),), (("某\x01",),)))
    letter = Letter(language="zh_CN", title="通\x02报", parts=parts, closing=("办公室\x03",))
    assert letter.title == "通报"
    assert letter.parts == (Heading("一"), Paragraph("字"), Grid((("名", 1.0),), (("某",),)))
    assert letter.closing == ("办公室",)
