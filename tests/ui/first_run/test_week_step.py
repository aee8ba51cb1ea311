from PySide6.QtPrintSupport import QPrintPreviewDialog

from tests.ui.first_run.way import NAME, staffed


def test_the_weeks_of_the_plan_can_be_leafed_through(wizard):
    staffed(wizard)
    for _ in range(3):
        wizard.forward.click()
    assert not wizard.step.earlier.isEnabled()
    assert wizard.step.days.text() == "16 Nov – 22 Nov"
    wizard.step.later.click()
    assert wizard.step.days.text() == "23 Nov – 29 Nov"
    assert "week 48" in wizard.step.paper.accessibleName()


def test_the_week_goes_to_the_printer_by_way_of_its_preview(wizard):
    wizard.show_step(4)
    wizard.step.print.click()
    shown_first = wizard.step.findChild(QPrintPreviewDialog)
    assert shown_first.windowTitle().startswith(NAME)
    shown_first.close()
