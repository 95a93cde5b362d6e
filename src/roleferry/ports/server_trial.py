"""Trying a mail server out without sending anything."""

import ssl
from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.trial import Trial, TrialFault


class ServerTrial(Protocol):
    """Connect, make it safe, log in, say goodbye."""

    @abstractmethod
    async def try_out(self, login: ServerLogin) -> Trial:
        """Return how far it went; bounded in time, nothing is sent or changed, and nothing is raised for a failure."""


def tls_fault(error: ssl.SSLError) -> TrialFault:
    """Return which fault it is that a connection could not be made safe."""
    if not isinstance(error, ssl.SSLCertVerificationError):
        return TrialFault.TLS_FAILED
    return TrialFault.CERTIFICATE_NAME if error.verify_code in _OTHER_NAME else TrialFault.CERTIFICATE


_OTHER_NAME = frozenset({62, 64})
"""OpenSSL: the certificate is for another host name, another address."""
