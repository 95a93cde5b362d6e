"""How a site fails over real HTTP, and the error each failure is."""

from __future__ import annotations

import pytest

from roleferry.adapters.direct_http import GuardedClient, Limits
from roleferry.domain.model.jobs.page import PageError, PageRefused, PageUnavailable, PageUnreadable
from tests.doubles.http import Answer, Failure, answer_text, failing, rate_limited, server_error

CLIENT = GuardedClient(allow_loopback=True, limits=Limits(seconds=2))
_PDF = Answer(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"})
SITE_FAILS = pytest.mark.parametrize(
    ("answer", "error"),
    [
        (answer_text("", status=401), PageRefused),
        (answer_text("", status=403), PageRefused),
        (Answer(status=302, headers={"Location": "/login?next=/"}), PageRefused),
        (_PDF, PageUnreadable),
        (rate_limited(), PageUnavailable),
        (server_error(503), PageUnavailable),
        (failing(Failure.CLOSES), PageUnavailable),
        (failing(Failure.RESETS), PageUnavailable),
        (Answer(status=302, headers={"Location": "/round"}), PageUnavailable),
    ],
    ids=["401", "403", "login", "pdf", "429", "503", "closes", "resets", "round and round"],
)


def says_what_to_do(error: PageError) -> bool:
    """Say whether it has a sentence for a person, without an inner address."""
    return len(error.detail.split()) > 4 and "127.0.0.1" not in error.detail
