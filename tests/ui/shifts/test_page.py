def test_the_page_is_gone_to_by_its_tabs(page):
    page.go_to("office")
    assert page.place() == "office"
    page.commands()["find"]()
    assert page.place() == "pattern"
