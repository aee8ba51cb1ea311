import pytest

COMMANDS = (
    "new", "demo", "import", "plan", "check", "show", "stats", "export", "verify", "backup", "restore",
    "selftest",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_all_commands_are_listed_in_both_languages(dutydesk, language):
    said = dutydesk("--help", "--lang", language)
    assert (said.code, said.err) == (0, "")
    assert all(command in said.out for command in COMMANDS)
    assert any("\u4e00" <= letter <= "\u9fff" for letter in said.out) is (language == "zh_CN")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_how_it_is_used(dutydesk, command):
    said = dutydesk(command, "--help")
    assert (said.code, said.err) == (0, "")
    assert f"dutydesk {command}" in said.out
