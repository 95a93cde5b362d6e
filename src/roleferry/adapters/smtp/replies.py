"""What a server's words and the network's faults mean for a mail, before and after its final dot (SPEC 6)."""

import re
import socket
import ssl
from datetime import timedelta

from aiosmtplib import SMTPResponseException, SMTPServerDisconnected

from roleferry.domain.model.sending.outcome import Fault, OutcomeKind, of_smtp_reply
from roleferry.ports.errors import PortError, Refused, Rejected, Uncertain

_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_GREYLISTED = frozenset({450, 451})
_GREYLIST_WAIT = timedelta(minutes=5)
_LONGEST = 300
GOODBYE = 421
"""The server is closing; whatever it answers with this was not done (RFC 5321 3.8)."""


def before_dot(code: int, words: str) -> Refused | Rejected:
    """Return the error of a reply that came before the final dot: whatever it says, the mail was not accepted."""
    if of_smtp_reply(code) is OutcomeKind.REJECTED:
        return Rejected(_detail(words), code=_code(code, words), blocked=_is_policy(words))
    wait = _GREYLIST_WAIT if code in _GREYLISTED else None
    return Refused(_detail(words), code=_code(code, words), retry_after=wait)


def after_dot(code: int, words: str) -> PortError:
    """Return the error of a reply to the final dot that is no acceptance."""
    if of_smtp_reply(code) in {OutcomeKind.REFUSED, OutcomeKind.REJECTED}:
        return before_dot(code, words)
    return Uncertain(_detail(words), code=_code(code, words))


def unreachable(error: BaseException) -> Refused:
    """Return the error of a server that could not be spoken to at all."""
    if isinstance(error, SMTPResponseException):
        return Refused(_detail(error.message), code=_code(error.code, error.message))
    fault = _fault(error)
    return Refused(f"{_WORDS[fault]}: {_detail(str(error))}", code=fault.value)


def not_let_in(error: BaseException) -> Refused:
    """Return the error of a login that failed; nothing about the mail is wrong, and later it may be let in."""
    if isinstance(error, OSError | SMTPServerDisconnected):
        return unreachable(error)
    words = error.message if isinstance(error, SMTPResponseException) else str(error)
    if isinstance(error, SMTPResponseException) and of_smtp_reply(error.code) is OutcomeKind.REFUSED:
        return Refused(f"the server lets nobody in for now: {_detail(words)}", code=_code(error.code, words))
    return Refused(f"the server does not let us in: {_detail(words)}", code=Fault.AUTHENTICATION.value)


_WORDS = {
    Fault.DNS: "the server's name is not known",
    Fault.TLS: "no safe connection to the server",
    Fault.CONNECT_TIMEOUT: "the server did not answer in time",
    Fault.CONNECTION_REFUSED: "the server cannot be reached",
}


def _fault(error: BaseException) -> Fault:
    """Say what kept us from the server; libraries wrap the network's own error as a cause."""
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    kinds = ((socket.gaierror, Fault.DNS), (ssl.SSLError, Fault.TLS), (TimeoutError, Fault.CONNECT_TIMEOUT))
    found = (fault for kind, fault in kinds if any(isinstance(one, kind) for one in chain))
    return next(found, Fault.CONNECTION_REFUSED)


def _is_policy(words: str) -> bool:
    """Say whether the enhanced code is 5.7.x: the sender is refused, not the recipient (RFC 3463 3.8)."""
    found = _ENHANCED.match(words.strip())
    return found is not None and found[1].startswith("5.7.")


def _code(code: int, words: str) -> str:
    found = _ENHANCED.match(words.strip())
    return f"{code} {found[1]}" if found else str(code)


def _detail(words: str) -> str:
    return " ".join(words.split())[:_LONGEST]
