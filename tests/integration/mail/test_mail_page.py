"""docs/a-mail-in-full.md shows a mail as it really leaves, and what it says of it is so."""

from tools.mail_page import PAGE, page


def test_the_page_shows_the_mail_that_a_server_really_got() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), "run: python -m tools.mail_page"
