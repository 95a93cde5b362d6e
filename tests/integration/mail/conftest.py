"""A mail server, and mailers that use it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from roleferry.adapters.smtp import SmtpMailer
from tests.doubles.smtp import SmtpDouble
from tests.integration.mail.logins import HASTY, QUICK, a_login


@pytest.fixture
def server() -> Iterator[SmtpDouble]:
    with SmtpDouble() as double:
        yield double


@pytest.fixture
async def mailer(server: SmtpDouble) -> AsyncIterator[SmtpMailer]:
    mailer = SmtpMailer(login=a_login(server.port), times=QUICK)
    yield mailer
    await mailer.aclose()


@pytest.fixture
async def hasty(server: SmtpDouble) -> AsyncIterator[SmtpMailer]:
    mailer = SmtpMailer(login=a_login(server.port), times=HASTY)
    yield mailer
    await mailer.aclose()
