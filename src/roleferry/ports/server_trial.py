"""Trying a mail server out without sending anything."""

import ssl
from abc import abstractmethod
from collections.abc import Awaitable
from typing import Protocol

from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.trial import Trial, TrialFault, TrialStage
from roleferry.ports.errors import PortError

_LONGEST_WORDS = 300


class ServerTrial(Protocol):
    """Connect, make it safe, log in, say goodbye."""

    @abstractmethod
    async def try_out(self, login: ServerLogin) -> Trial:
        """Return how far it went; bounded in time, nothing is sent or changed, and nothing is raised for a failure."""


class TrialEnded(PortError):
    """A trial goes no further: at which stage, why, and in the server's own words, the first 300 characters."""

    def __init__(self, stage: TrialStage, fault: TrialFault, words: str = "") -> None:
        super().__init__(fault.value)
        self.stage = stage
        self.fault = fault
        self.words = " ".join(words.split())[:_LONGEST_WORDS]


async def how_far(protocol: MailProtocol, login: ServerLogin, walk: Awaitable[None]) -> Trial:
    """Return how far a walk through the stages went; a server that repeats the password is not quoted with it."""
    try:
        await walk
    except TrialEnded as ended:
        words = ended.words.replace(login.password.reveal() or "\0", "********")
        return Trial(protocol=protocol, stage=ended.stage, fault=ended.fault, words=words)
    return Trial(protocol=protocol)


def tls_fault(error: ssl.SSLError) -> TrialFault:
    """Return which fault it is that a connection could not be made safe."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return TrialFault.TLS_FAILED
    return TrialFault.CERTIFICATE_NAME if error.verify_code in _OTHER_NAME else TrialFault.CERTIFICATE


_OTHER_NAME = frozenset({62, 64})
"""OpenSSL: the certificate is for another host name, another address."""
