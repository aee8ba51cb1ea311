from tests.storage.values import comes_back


def test_what_is_kept_comes_back_as_it_was():
    comes_back("overtime")
