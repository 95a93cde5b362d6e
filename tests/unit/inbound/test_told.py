from __future__ import annotations

import pytest

from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.inbound.told_bounce import told_bounce


@pytest.mark.parametrize(
    ("permanent", "status", "words", "means"),
    [
        (True, "5.1.1", "smtp; 550 5.1.1 user unknown", "hard"),
        (True, "", "", "hard"),
        (True, "", "550 no such user here", "hard"),
        (True, "5.7.1", "550 5.7.1 message rejected due to the reputation of the sender", "block"),
        (True, "5.7.26", "", "block"),
        (True, "5.2.2", "552 5.2.2 mailbox full", "soft"),
        (True, "", "552 mailbox is full", "soft"),
        (False, "4.2.2", "452 4.2.2 mailbox full", "soft"),
        (False, "4.7.1", "451 4.7.1 greylisted, try again later", "soft"),
        (False, "5.7.1", "554 5.7.1 blocked by our policy", "block"),
        (False, "", "", "soft"),
        (False, "5.1.1", "user unknown", "soft"),
    ],
)
def test_a_told_bounce_is_about_the_address_or_the_moment_or_us(
    permanent: bool, status: str, words: str, means: str
) -> None:
    assert told_bounce(permanent=permanent, status=status, words=words) == means


@pytest.mark.parametrize(
    "name",
    [
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/143.0.0.0 Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1",
    ],
)
def test_a_persons_browser_is_no_scanner(name: str) -> None:
    assert not is_scanner(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "  ",
        "python-requests/2.32",
        "curl/8.9",
        "Mozilla/5.0 (compatible; Googlebot/2.1)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/143.0",
        "Mozilla/5.0 (compatible; Proofpoint URL Defense)",
        "Mozilla/5.0 (Windows NT 10.0) BingPreview/1.0b",
        "Slackbot-LinkExpanding 1.0",
        "Go-http-client/2.0",
    ],
)
def test_a_program_that_follows_links_is_a_scanner(name: str) -> None:
    assert is_scanner(name)
