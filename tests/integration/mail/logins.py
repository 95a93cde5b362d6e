"""How tests reach a mail server on this machine, patiently or not."""

from __future__ import annotations

from roleferry.adapters.smtp import SmtpTimes
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin

QUICK = SmtpTimes(queue=5, connect=5, login=5, envelope=5, body=5, answer=5)
HASTY = SmtpTimes(queue=0.3, connect=0.3, login=0.3, envelope=0.3, body=0.3, answer=0.3)


def a_login(port: int, **changes: object) -> ServerLogin:
    given = {"host": "127.0.0.1", "port": port, "username": "", "password": Secret(""), "security": "none"}
    return ServerLogin(**(given | changes))  # type: ignore[arg-type] # the changes are what a test says
