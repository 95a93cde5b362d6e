"""Connections to a mail server: kept, replaced, made safe, and used to the full."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import replace
from datetime import timedelta

import pytest

from roleferry.adapters.smtp import SmtpMailer, SmtpTimes
from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.mailbox import Secret
from roleferry.ports.errors import Refused, Rejected, Uncertain
from roleferry.ports.mail import Evidence, OutgoingMail, Whereabouts
from tests.contracts.mailer import a_mail, outcome_of
from tests.doubles.certificates import certificates
from tests.doubles.smtp import CLOSES, SILENCE, At, SmtpDouble
from tests.integration.mail.logins import HASTY, QUICK, a_login


class TestConnections:
    async def test_a_mailbox_keeps_its_connection_for_the_next_mail(
        self, server: SmtpDouble, mailer: SmtpMailer
    ) -> None:
        box = a_mail().mailbox
        for _ in range(3):
            await mailer.send(replace(a_mail(), mailbox=box))
        assert (server.connections, len(server.taken)) == (1, 3)

    async def test_mailboxes_with_logins_of_their_own_share_none(self, server: SmtpDouble, mailer: SmtpMailer) -> None:
        for name in ("ada", "ben"):
            await mailer.send(replace(a_mail(), login=a_login(server.port, password=Secret(name))))
        assert server.connections == 2

    async def test_mailboxes_behind_one_login_share_its_connections(
        self, server: SmtpDouble, mailer: SmtpMailer
    ) -> None:
        await mailer.send(a_mail())
        await mailer.send(a_mail())
        assert (server.connections, len(server.taken)) == (1, 2)
        await asyncio.gather(mailer.send(a_mail()), mailer.send(a_mail()))
        await asyncio.gather(mailer.send(a_mail()), mailer.send(a_mail()))
        assert (server.connections, len(server.taken)) == (2, 6)

    @pytest.mark.parametrize("death", ["before it is looked at", "421 4.4.2 idle too long", CLOSES])
    async def test_one_that_died_while_it_was_kept_is_opened_again(
        self, server: SmtpDouble, mailer: SmtpMailer, death: str
    ) -> None:
        box = a_mail().mailbox
        await mailer.send(replace(a_mail(), mailbox=box))
        if death in {CLOSES, "421 4.4.2 idle too long"}:
            server.fail(At.MAIL, death)
        else:
            server.close_connections()
        await mailer.send(replace(a_mail(), mailbox=box))
        assert server.connections == 2
        assert set(server.counts.values()) == {1}

    async def test_it_is_opened_again_once_only(self, server: SmtpDouble, mailer: SmtpMailer) -> None:
        box = a_mail().mailbox
        await mailer.send(replace(a_mail(), mailbox=box))
        server.fail(At.MAIL, CLOSES, CLOSES)
        assert await outcome_of(mailer, replace(a_mail(), mailbox=box)) == "refused"
        assert server.connections == 2

    async def test_one_that_died_after_mail_is_not_tried_again(self, server: SmtpDouble, mailer: SmtpMailer) -> None:
        box = a_mail().mailbox
        await mailer.send(replace(a_mail(), mailbox=box))
        server.fail(At.DOT, CLOSES)
        assert await outcome_of(mailer, replace(a_mail(), mailbox=box)) == "uncertain"
        assert len(server.taken) == 2

    async def test_an_idle_one_is_closed_in_time(self, server: SmtpDouble) -> None:
        mailer = SmtpMailer(login=a_login(server.port), times=replace(QUICK, idle=0))
        box = a_mail().mailbox
        await mailer.send(replace(a_mail(), mailbox=box))
        await mailer.send(replace(a_mail(), mailbox=box))
        await mailer.aclose()
        assert 1 <= server.connections <= 2

    async def test_a_place_that_never_frees_is_a_refusal(self, server: SmtpDouble) -> None:
        mailer = SmtpMailer(login=a_login(server.port), times=HASTY, connections=1)
        server.fail(At.RCPT, SILENCE)
        async with mailer._pool.slot(wait_seconds=1):
            with pytest.raises(Refused) as caught:
                await mailer.send(a_mail())
        assert caught.value.code == "pool_timeout"
        assert server.connections == 0

    def test_the_longest_request_is_the_sum_of_all_phases(self) -> None:
        times = SmtpTimes(queue=1, connect=2, login=4, envelope=8, body=16, answer=32)
        assert times.longest_request == timedelta(seconds=63 + 8)


class TestLogin:
    PASSWORD = "correct horse"

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    async def test_it_logs_in_over_tls(self, security: str) -> None:
        server_tls, client_tls = certificates()
        with SmtpDouble(tls=server_tls, implicit_tls=security == "tls", password=self.PASSWORD) as server:
            login = a_login(server.port, username="mia", password=Secret(self.PASSWORD), security=security)
            mailer = SmtpMailer(tls=client_tls, times=QUICK)
            await mailer.send(a_mail(login=login))
            await mailer.aclose()
            assert server.taken[0].login == "mia"

    async def test_a_wrong_password_is_a_refusal_and_tried_once(self) -> None:
        server_tls, client_tls = certificates()
        with SmtpDouble(tls=server_tls, password=self.PASSWORD) as server:
            login = a_login(server.port, username="mia", password=Secret("wrong"), security="starttls")
            with pytest.raises(Refused) as caught:
                await SmtpMailer(tls=client_tls, times=QUICK).send(a_mail(login=login))
            assert caught.value.code == "authentication"
            assert "wrong" not in str(caught.value)
            assert (server.connections, server.logins) == (1, 1)

    async def test_a_certificate_nobody_vouches_for_is_a_refusal(self) -> None:
        server_tls, _ = certificates()
        with SmtpDouble(tls=server_tls) as server, pytest.raises(Refused) as caught:
            await SmtpMailer(tls=ssl.create_default_context(), times=QUICK).send(
                a_mail(login=a_login(server.port, security="starttls"))
            )
        assert caught.value.code == "tls"

    async def test_a_server_without_starttls_gets_nothing(self, server: SmtpDouble) -> None:
        mailer = SmtpMailer(times=QUICK)
        login = a_login(server.port, username="mia", password=Secret("secret"), security="starttls")
        assert await outcome_of(mailer, a_mail(login=login)) == "refused"
        assert server.taken == []

    @pytest.mark.parametrize("host", ["mail.example.com", "192.0.2.1", "10.0.0.1", "127.0.0.1.example.com"])
    async def test_the_clear_is_for_this_machine_alone(self, host: str) -> None:
        with pytest.raises(Rejected, match="TLS"):
            await SmtpMailer().send(a_mail(login=a_login(25, host=host)))

    async def test_a_mailbox_without_a_server_is_told_so(self) -> None:
        with pytest.raises(Rejected, match="SMTP settings"):
            await SmtpMailer().send(a_mail())


class TestExtensions:
    async def test_reports_are_asked_for_where_offered(self, server: SmtpDouble, mailer: SmtpMailer) -> None:
        mail = replace(a_mail(), send_key="a+b=c")
        await mailer.send(mail)
        (taken,) = server.taken
        assert taken.key == "a+2Bb+3Dc"
        assert {"RET=HDRS", "NOTIFY=FAILURE,DELAY", "ORCPT=rfc822;zoe@firm.example"} <= set(taken.options)

    async def test_nothing_is_asked_of_a_server_that_offers_nothing(self) -> None:
        with SmtpDouble(extensions=frozenset()) as server:
            mailer = SmtpMailer(login=a_login(server.port), times=QUICK)
            await mailer.send(a_mail())
            await mailer.aclose()
            assert server.taken[0].options == ()

    async def test_an_international_address_goes_to_a_server_that_takes_it(
        self, server: SmtpDouble, mailer: SmtpMailer
    ) -> None:
        await mailer.send(a_mail(to_address=parse_address("zoë@firm.example")))
        (taken,) = server.taken
        assert taken.recipient == "zoë@firm.example"
        assert "SMTPUTF8" in taken.options

    @pytest.mark.parametrize("missing", ["SMTPUTF8", "8BITMIME"])
    async def test_and_is_rejected_in_words_where_it_cannot(self, missing: str) -> None:
        with SmtpDouble(extensions=frozenset({"SMTPUTF8", "8BITMIME"}) - {missing}) as server:
            mailer = SmtpMailer(login=a_login(server.port), times=QUICK)
            with pytest.raises(Rejected, match=missing):
                await mailer.send(a_mail(to_address=parse_address("zoë@firm.example")))
            assert server.taken == []

    @pytest.mark.parametrize("bad", [b"\r\n.\n", b"\n.\r\n", b"a\rb", b"\n"])
    async def test_a_bare_line_end_goes_nowhere(self, server: SmtpDouble, mailer: SmtpMailer, bad: bytes) -> None:
        mail = a_mail()
        with pytest.raises(Rejected, match="CRLF"):
            await mailer.send(replace(mail, mime=mail.mime + bad))
        assert server.connections == 0

    async def test_a_large_mail_arrives_whole(self, server: SmtpDouble, mailer: SmtpMailer) -> None:
        mail = a_mail(text="x" * 70 + "\n" + "a line\n" * 40_000)
        await mailer.send(mail)
        assert server.taken[0].data == mail.mime


class TestEvidence:
    async def test_plain_smtp_cannot_tell(self) -> None:
        assert (await SmtpMailer().find(a_mail())).whereabouts is Whereabouts.UNKNOWN

    async def test_a_copy_in_the_sent_folder_can(self) -> None:
        class Sent:
            async def find(self, mail: OutgoingMail) -> Evidence:
                return Evidence(whereabouts=Whereabouts.FOUND, message_id=mail.message.message_id)

        mail = a_mail()
        evidence = await SmtpMailer(sent=Sent()).find(mail)
        assert (evidence.whereabouts, evidence.message_id) == (Whereabouts.FOUND, mail.message.message_id)


async def test_giving_up_in_doubt_closes_the_connection(server: SmtpDouble, hasty: SmtpMailer) -> None:
    box: MailboxId = a_mail().mailbox.id
    server.fail(At.DOT, SILENCE)
    with pytest.raises(Uncertain) as caught:
        await hasty.send(a_mail(mailbox_id=box))
    assert caught.value.code == "read_timeout"
    await hasty.send(a_mail(mailbox_id=box))
    assert server.connections == 2
