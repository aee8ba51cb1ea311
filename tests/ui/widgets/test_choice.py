from ui.widgets.choice import Choice

SECTIONS = [("All sections", ""), ("Secretariat", "s1"), ("Archive", "s2")]


def made(qtbot, **width):
    choice = Choice("Section", **width)
    qtbot.addWidget(choice)
    choice.offer(SECTIONS)
    return choice


def test_it_is_named_for_the_eye_and_the_ear(qtbot):
    choice = made(qtbot)
    assert (choice.accessibleName(), choice.toolTip()) == ("Section", "Section")
    assert made(qtbot, letters=3).minimumContentsLength() == 3


def test_what_was_chosen_stays_chosen_and_nothing_is_said(qtbot):
    choice = made(qtbot)
    choice.choose("s2")
    with qtbot.assertNotEmitted(choice.currentIndexChanged):
        choice.offer([*SECTIONS[:1], ("Archive", "s2")])
    assert choice.currentData() == "s2"


def test_what_is_no_longer_offered_gives_way_to_the_first(qtbot):
    choice = made(qtbot)
    choice.choose("s1")
    choice.offer([SECTIONS[0], SECTIONS[2]])
    assert choice.currentText() == "All sections"
