"""What whoever tries a mail server out promises: it says how far one gets, never raises, and never sends."""

from __future__ import annotations

import ssl
from abc import abstractmethod
from contextlib import AbstractAsyncContextManager

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.domain.model.sending.trial import TrialFault, TrialStage
from roleferry.ports.hosts import Hosts
from roleferry.ports.server_trial import ServerTrial
from tests.doubles.certificates import certificates
from tests.doubles.smtp import closed_port

PASSWORD = "correct horse"
HERE = GuardedHosts(allow_loopback=True)


class ServerTrialContract:
    """Subclasses give a trial, and servers that let `mia@sender.example` in with `PASSWORD`."""

    @abstractmethod
    def trial(self, tls: ssl.SSLContext | None, *, hosts: Hosts = HERE, seconds: float = 20) -> ServerTrial: ...

    @abstractmethod
    def server(
        self, *, tls: ssl.SSLContext | None = None, implicit: bool = False, greeting: str | None = None
    ) -> AbstractAsyncContextManager[int]:
        """Serve, and yield the port; a greeting replaces the usual one (`""`: it hangs up, `silence`: none)."""

    @pytest.fixture
    def contexts(self) -> tuple[ssl.SSLContext, ssl.SSLContext]:
        return certificates()

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    async def test_whoever_is_right_is_let_in(
        self, security: str, contexts: tuple[ssl.SSLContext, ssl.SSLContext]
    ) -> None:
        server_tls, client_tls = contexts
        async with self.server(tls=server_tls, implicit=security == "tls") as port:
            found = await self.trial(client_tls).try_out(a_trial_login(port, security=security))
        assert (found.fault, found.stage) == (None, TrialStage.LOGIN), found

    async def test_a_wrong_password_is_told_in_the_servers_words_and_never_repeated(
        self, contexts: tuple[ssl.SSLContext, ssl.SSLContext]
    ) -> None:
        server_tls, client_tls = contexts
        async with self.server(tls=server_tls) as port:
            found = await self.trial(client_tls).try_out(
                a_trial_login(port, security="starttls", password=Secret("battery"))
            )
        assert (found.fault, found.stage) == (TrialFault.LOGIN_REFUSED, TrialStage.LOGIN)
        assert found.words
        assert "battery" not in found.words

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    async def test_a_certificate_nobody_vouches_for_ends_it_before_any_password(
        self, security: str, contexts: tuple[ssl.SSLContext, ssl.SSLContext]
    ) -> None:
        async with self.server(tls=contexts[0], implicit=security == "tls") as port:
            found = await self.trial(None).try_out(a_trial_login(port, security=security))
        assert (found.fault, found.stage) == (TrialFault.CERTIFICATE, TrialStage.TLS)

    @pytest.mark.parametrize("security", ["starttls", "tls"])
    async def test_a_certificate_of_another_name_is_told_apart(
        self, security: str, contexts: tuple[ssl.SSLContext, ssl.SSLContext]
    ) -> None:
        server_tls, client_tls = contexts
        async with self.server(tls=server_tls, implicit=security == "tls") as port:
            found = await self.trial(client_tls).try_out(a_trial_login(port, security=security, host="localhost"))
        assert (found.fault, found.stage) == (TrialFault.CERTIFICATE_NAME, TrialStage.TLS)

    async def test_a_server_without_encryption_hears_no_password(self) -> None:
        async with self.server() as port:
            found = await self.trial(None).try_out(a_trial_login(port, security="starttls"))
        assert (found.fault, found.stage) == (TrialFault.NO_STARTTLS, TrialStage.TLS)

    async def test_encryption_from_the_first_byte_where_it_comes_later_is_told(self) -> None:
        async with self.server() as port:
            found = await self.trial(None).try_out(a_trial_login(port, security="tls"))
        assert (found.fault, found.stage) == (TrialFault.TLS_FAILED, TrialStage.TLS)

    async def test_a_port_nobody_listens_on(self) -> None:
        with closed_port() as port:
            found = await self.trial(None).try_out(a_trial_login(port))
        assert (found.fault, found.stage) == (TrialFault.PORT_CLOSED, TrialStage.CONNECT)

    async def test_a_server_that_says_nothing_is_given_up(self) -> None:
        async with self.server(greeting="silence") as port:
            found = await self.trial(None, seconds=2).try_out(a_trial_login(port))
        assert (found.fault, found.stage) == (TrialFault.SILENT, TrialStage.CONNECT)

    async def test_a_server_that_hangs_up(self) -> None:
        async with self.server(greeting="") as port:
            found = await self.trial(None).try_out(a_trial_login(port))
        assert (found.fault, found.stage) == (TrialFault.LOST, TrialStage.CONNECT)

    @pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "localhost"])
    async def test_private_addresses_are_not_gone_to(self, host: str) -> None:
        found = await self.trial(None, hosts=GuardedHosts()).try_out(a_trial_login(25, host=host))
        assert (found.fault, found.stage) == (TrialFault.HOST_NOT_ALLOWED, TrialStage.NAME)


def a_trial_login(port: int, **changes: object) -> ServerLogin:
    given = {
        "host": "127.0.0.1",
        "port": port,
        "username": "mia@sender.example",
        "password": Secret(PASSWORD),
        "security": "none",
    }
    return ServerLogin(**(given | changes))  # type: ignore[arg-type] # the changes are what a test says
