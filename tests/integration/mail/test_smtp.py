"""Mail by SMTP over real connections, whatever the server does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from roleferry.adapters.smtp import SmtpMailer
from roleferry.ports.errors import Refused
from roleferry.ports.mail import Mailer
from tests.contracts.mailer import Arrived, MailerContract, a_mail, outcome_of
from tests.doubles.smtp import CLOSES, SILENCE, At, SmtpDouble, closed_port
from tests.integration.mail.logins import QUICK, a_login


class TestSmtp(MailerContract):
    @pytest.fixture(autouse=True)
    def _server(self, server: SmtpDouble) -> None:
        self.server = server

    @pytest.fixture
    def mailer(self, mailer: Mailer) -> Mailer:
        return mailer

    def arrived(self) -> Sequence[Arrived]:
        return [Arrived(one.data, one.recipient, {}) for one in self.server.taken]


REPLIES = [
    (At.GREETING, "421 4.3.2 closing", "refused"),
    (At.GREETING, "554 5.7.1 not you", "refused"),
    (At.MAIL, "421 4.3.2 closing", "refused"),
    (At.MAIL, "451 4.3.0 later", "refused"),
    (At.MAIL, "452 4.3.1 full", "refused"),
    (At.MAIL, "550 5.7.60 not your address", "blocked"),
    (At.MAIL, "552 5.3.4 too big", "rejected"),
    (At.RCPT, "421 4.7.0 too many", "refused"),
    (At.RCPT, "450 4.2.0 greylisted", "refused"),
    (At.RCPT, "550 5.1.1 no such user", "rejected"),
    (At.RCPT, "550 no such user", "rejected"),
    (At.RCPT, "554 5.7.1 blocked", "blocked"),
    (At.RCPT, "550 5.1.1 see 5.7.1", "rejected"),
    (At.RCPT, "252 cannot say", "refused"),
    (At.DATA, "451 4.7.1 later", "refused"),
    (At.DATA, "554 5.7.1 policy", "blocked"),
    (At.DATA, "250 what", "refused"),
    (At.DOT, "421 4.3.2 closing", "refused"),
    (At.DOT, "451 4.7.1 later", "refused"),
    (At.DOT, "550 5.7.1 content", "blocked"),
    (At.DOT, "554 no", "rejected"),
    (At.DOT, "354 what", "uncertain"),
    (At.DOT, "nonsense", "uncertain"),
    (At.DOT, "251 forwarded", "accepted"),
    (At.GREETING, CLOSES, "refused"),
    (At.MAIL, CLOSES, "refused"),
    (At.RCPT, CLOSES, "refused"),
    (At.DATA, CLOSES, "refused"),
    (At.BODY, CLOSES, "refused or uncertain"),
    (At.DOT, CLOSES, "uncertain"),
]


@pytest.mark.parametrize(("at", "reply", "known"), REPLIES)
async def test_every_reply_at_every_phase_says_what_is_known(
    server: SmtpDouble, mailer: SmtpMailer, at: At, reply: str, known: str
) -> None:
    server.fail(at, reply)
    outcome = await outcome_of(mailer, a_mail())
    assert outcome in known.split(" or ")
    _nothing_taken_is_denied(server, outcome)


@pytest.mark.parametrize("at", [At.GREETING, At.RCPT, At.DATA, At.DOT])
async def test_silence_is_a_refusal_before_the_final_dot_and_doubt_after_it(
    server: SmtpDouble, hasty: SmtpMailer, at: At
) -> None:
    server.fail(at, SILENCE)
    outcome = await outcome_of(hasty, a_mail())
    assert outcome == ("uncertain" if at is At.DOT else "refused")
    _nothing_taken_is_denied(server, outcome)


@pytest.mark.parametrize(("at", "reply"), [(At.RCPT, "550 5.1.1 no"), (At.DOT, CLOSES), (At.DATA, CLOSES)])
async def test_a_mail_after_a_failure_goes_well(server: SmtpDouble, mailer: SmtpMailer, at: At, reply: str) -> None:
    first, second = a_mail(), a_mail()
    server.fail(at, reply)
    await outcome_of(mailer, first)
    assert await outcome_of(mailer, replace(second, mailbox=first.mailbox)) == "accepted"
    assert server.counts[second.message.message_id] == 1


def _nothing_taken_is_denied(server: SmtpDouble, outcome: str) -> None:
    """What the server took over is never called not accepted; that is how mail goes twice."""
    if server.taken:
        assert outcome in {"accepted", "uncertain"}
    assert len(server.taken) <= 1


async def test_a_refused_connection_is_a_refusal() -> None:
    with closed_port() as port:
        mailer = SmtpMailer(login=a_login(port), times=QUICK)
        with pytest.raises(Refused) as caught:
            await mailer.send(a_mail())
    assert caught.value.code == "connection_refused"


async def test_an_unknown_host_is_a_refusal() -> None:
    mailer = SmtpMailer(times=QUICK)
    login = a_login(25, host="no-such-host.invalid", security="tls")
    with pytest.raises(Refused) as caught:
        await mailer.send(a_mail(login=login))
    assert caught.value.code in {"dns", "connect_timeout"}


async def test_greylisting_is_waited_for(server: SmtpDouble, mailer: SmtpMailer) -> None:
    server.fail(At.RCPT, "450 4.2.0 greylisted, come back")
    with pytest.raises(Refused) as caught:
        await mailer.send(a_mail())
    assert caught.value.retry_after == timedelta(minutes=5)
    assert caught.value.code == "450 4.2.0"
