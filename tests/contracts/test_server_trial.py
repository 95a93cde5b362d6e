from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from roleferry.adapters.imap_trial import ImapTrial
from roleferry.adapters.smtp import SmtpTrial
from roleferry.domain.model.sending.mailbox import Secret
from roleferry.domain.model.sending.trial import TrialFault
from roleferry.ports.hosts import Hosts
from roleferry.ports.server_trial import ServerTrial
from tests.contracts.server_trial import HERE, PASSWORD, ServerTrialContract, a_trial_login
from tests.doubles.imap_lines import CLOSES, ImapLines, imap_lines
from tests.doubles.smtp import At, SmtpDouble


class TestSmtpTrial(ServerTrialContract):
    def trial(self, tls: ssl.SSLContext | None, *, hosts: Hosts = HERE, seconds: float = 20) -> ServerTrial:
        return SmtpTrial(hosts=hosts, tls=tls, seconds=seconds)

    @asynccontextmanager
    async def server(
        self, *, tls: ssl.SSLContext | None = None, implicit: bool = False, greeting: str | None = None
    ) -> AsyncIterator[int]:
        with SmtpDouble(tls=tls, implicit_tls=implicit, password=PASSWORD if tls else None) as double:
            if greeting is not None:
                double.fail(At.GREETING, greeting)
            yield double.port
            assert double.taken == []

    @pytest.mark.parametrize(
        ("greeting", "fault"), [("554 5.7.1 go away", TrialFault.TURNED_AWAY), ("421 busy", TrialFault.TURNED_AWAY)]
    )
    async def test_a_server_that_turns_us_away(self, greeting: str, fault: TrialFault) -> None:
        async with self.server(greeting=greeting) as port:
            found = await self.trial(None).try_out(a_trial_login(port))
        assert found.fault is fault
        assert found.words


class TestImapTrial(ServerTrialContract):
    def trial(self, tls: ssl.SSLContext | None, *, hosts: Hosts = HERE, seconds: float = 20) -> ServerTrial:
        return ImapTrial(hosts=hosts, tls=tls, seconds=seconds)

    @asynccontextmanager
    async def server(
        self, *, tls: ssl.SSLContext | None = None, implicit: bool = False, greeting: str | None = None
    ) -> AsyncIterator[int]:
        says = ImapLines(tls=tls, starttls="OK begin" if tls else "BAD what?")
        if greeting is not None:
            says.greeting = greeting or CLOSES
        async with imap_lines(says, implicit_tls=implicit) as double:
            yield double.port
            assert not [line for line in double.heard if "SELECT" in line or "EXAMINE" in line]

    @pytest.mark.parametrize(
        ("says", "fault"),
        [
            (ImapLines(greeting="* BYE too many connections"), TrialFault.TURNED_AWAY),
            (ImapLines(greeting="220 this is a mail server"), TrialFault.OTHER_PROTOCOL),
            (ImapLines(greeting="x" * 100_000), TrialFault.OTHER_PROTOCOL),
            (ImapLines(capabilities="IMAP4rev1 LOGINDISABLED"), TrialFault.NO_LOGIN_OFFERED),
            (ImapLines(user=("", ""), refusal="NO [UNAVAILABLE] later"), TrialFault.LOGIN_LATER),
            (ImapLines(capabilities="IMAP4rev1"), None),
        ],
    )
    async def test_what_else_can_happen(self, says: ImapLines, fault: TrialFault | None) -> None:
        async with imap_lines(says) as double:
            found = await self.trial(None).try_out(a_trial_login(double.port))
        assert found.fault is fault

    async def test_a_password_with_quotes_arrives_as_it_is(self) -> None:
        says = ImapLines(capabilities="IMAP4rev1")
        async with imap_lines(says) as double:
            await self.trial(None).try_out(a_trial_login(double.port, password=Secret('a"b\\c')))
        assert 'LOGIN "mia@sender.example" "a\\"b\\\\c"' in says.heard[1]
