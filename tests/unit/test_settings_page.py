"""docs/settings.md is made from the settings."""

from pathlib import Path

from roleferry.entrypoints.settings import Settings, variable
from roleferry.entrypoints.settings_table import settings_table

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def test_the_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == settings_table(), "run: roleferry settings > docs/settings.md"


def test_every_setting_is_on_it_and_says_what_it_does() -> None:
    page = settings_table()
    for field in Settings.__struct_fields__:
        line = next(line for line in page.splitlines() if line.startswith(f"| `{variable(field)}` |"))
        assert line.split("|")[4].strip()
